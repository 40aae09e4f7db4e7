"""Whatever is done, what is read back is what was in memory."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.helpers import TODAY, everything, let_go, open_book
from tui.model.base import Record
from tui.model.change import Change, Edit
from tui.model.records import Contact, Interaction
from tui.store.book import Book

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
words = st.text(alphabet=st.characters(categories=("L", "N", "P", "Z", "C")), max_size=12)
contacts = st.builds(
    Contact,
    uid=st.sampled_from([f"c-{number}" for number in range(6)]),
    name=words,
    notes=words,
    interests=st.lists(words, max_size=3).map(tuple),
    tier=st.sampled_from(["inner", "close", "ambient"]),
    imported=st.dictionaries(words, words, max_size=2).filter(lambda found: "_extra" not in found),
    extra=st.none()
    | st.dictionaries(st.sampled_from(["aura", "x y", "é"]), anything, min_size=1, max_size=2),
)
touches = st.builds(
    Interaction,
    uid=st.sampled_from([f"i-{number}" for number in range(4)]),
    day=st.dates(),
    contacts=st.lists(st.sampled_from(["c-0", "c-1"]), max_size=2).map(tuple),
    at=st.none() | st.datetimes(timezones=st.timezones()),
    summary=words,
)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.lists(contacts | touches, min_size=1, max_size=4)),
        st.tuples(st.just("remove"), st.integers(0, 5)),
        st.tuples(st.sampled_from(["undo", "redo", "checkpoint", "reopen", "kill"]), st.none()),
    ),
    max_size=14,
)


def do(book: Book, what: str, how: Any) -> None:
    if what == "put":
        put: dict[str, Record] = {record.uid: record for record in how}
        edits = tuple(Edit(_now(book, record), record) for record in put.values())
        book.commit(Change("Put", tuple(edit for edit in edits if edit.before != edit.after)))
    elif what == "remove":
        record = book.network.contacts.get(f"c-{how}")
        if record is not None:
            book.commit(Change("Removed", (Edit(record, None),)))
    elif what == "undo":
        book.undo()
    elif what == "redo":
        book.redo()
    elif what == "checkpoint":
        book.checkpoint()


def _now(book: Book, record: Record) -> Record | None:
    return book.network.table("contacts" if isinstance(record, Contact) else "interactions").get(record.uid)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds)
def test_reopened_at_any_point_it_is_as_it_was(steps: list[tuple[str, Any]]) -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "network.json"
    try:
        book = open_book(path)
        highest = 0
        for what, how in [*steps, ("kill", None), ("reopen", None)]:
            if what in ("kill", "reopen"):
                expected = everything(book.network)
                if what == "kill":
                    let_go(book)
                else:
                    book.close()
                book = open_book(path)
                assert book.notices == ()
                assert everything(book.network) == expected
            else:
                do(book, what, how)
            numbers = book._store.numbers("contacts")
            fresh = [number for number in numbers.values() if number > highest]
            assert list(numbers) == list(book.network.contacts), "in the same order"
            highest = max([highest, *fresh])
        book.close()
    finally:
        shutil.rmtree(folder)


@settings(max_examples=60, deadline=None)
@given(contacts, st.integers(min_value=0))
def test_a_line_of_the_journal_cut_anywhere_is_no_line(contact: Contact, place: int) -> None:
    from tui.store import journal
    from tui.store.rows import readable

    change = readable(Change("Put", (Edit(None, contact),)))
    head = journal.line_of(journal.Mark("g", 0, 0, 0), 0)
    import zlib

    line = journal.line_of(journal.payload_of(change, 1), zlib.crc32(b"g"))
    (entry,) = journal.read(head + line).entries
    assert [record for _, record in entry.records()] == [edit.after for edit in change.edits]
    part = line[: place % len(line)]
    reading = journal.read(head + part)
    assert (reading.entries, reading.torn, reading.good) == ((), part, len(head))
    assert journal.read(head + journal.line_of(msgspec.json.encode("x"), 1)).bad
    assert TODAY
