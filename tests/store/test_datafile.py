"""The file itself: plain TinyDB, whatever is in it."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where

from tests.model.strategies import records
from tests.store.helpers import TODAY, add, alter, everything, let_go, open_book, person, reread, touch
from tui.model.base import Record
from tui.model.change import Change, Edit
from tui.model.records import Contact, Profile
from tui.store import datafile, migrations
from tui.store.book import CannotKeep, Damaged, ReadOnly
from tui.store.careful import Pairs, parse, typed
from tui.store.diagnosis import diagnose
from tui.store.disk import Disk
from tui.store.journal import payload_of
from tui.store.loading import load
from tui.store.rows import escaped, made_ready, readable

NAMES = (
    "山田 太郎",
    "محمد الأمين",
    "Zoë Ångström",
    "👩‍🚀 Ada",
    'quote " and \\ back',
    "[red]x[/red]",
    "\x1b[31m",
    "a\u2028b",
)


@given(st.text(alphabet=st.sampled_from('abUux\\"\n\x01\x7f\x80éÿĀあ\u2028\uffff😀\U0010ffff'), max_size=12))
def test_escaped_json_is_ascii_and_says_the_same(text: str) -> None:
    raw = escaped(msgspec.json.encode(text))
    assert raw.isascii()
    assert json.loads(raw) == text


@given(st.lists(records, max_size=4, unique_by=lambda it: (type(it), it.uid)), st.booleans())
def test_records_written_once_make_the_same_line_of_the_journal(found: list[Record], drop: bool) -> None:
    odd = Contact(uid="odd", name="Zoë", extra={"of a later version": [1, "ü"]})
    gone = [Edit(person(900), None)] if drop else []
    change = Change("Aß", (*(Edit(None, it) for it in [odd, *found]), *gone))
    ready, lines = made_ready(change)
    assert ready == readable(change)
    assert lines
    assert payload_of(ready, 7, lines) == payload_of(ready, 7)


def test_what_does_not_come_back_is_not_written_as_it_was() -> None:
    change = Change("Added", (Edit(None, Contact(uid="a", name="Zo\ud800")),))
    ready, lines = made_ready(change)
    assert (ready.edits[0].record, lines) == (Contact(uid="a", name="Zo\ufffd"), ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.json"


def test_stock_tinydb_reads_it_under_any_locale(path: Path) -> None:
    book = open_book(path)
    for number, name in enumerate(NAMES):
        add(book, number, name=name)
    book.close()
    assert path.read_bytes().isascii()
    with TinyDB(path) as stock:
        assert [document["name"] for document in stock.table("contacts")] == list(NAMES)
    read = "import sys, json; from tinydb import TinyDB; d = TinyDB(sys.argv[1])\n"
    read += "print(json.dumps([x['name'] for x in d.table('contacts')]))"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    said = subprocess.run(
        [sys.executable, "-c", read, str(path)], env=environment, capture_output=True, check=True
    )
    assert json.loads(said.stdout) == list(NAMES)


def test_a_record_is_a_line(path: Path) -> None:
    book = open_book(path)
    add(book, 0)
    add(book, 1, notes="one\ntwo\r\nthree")
    book.close()
    assert sum(b'"uid":"c-' in line for line in path.read_bytes().splitlines()) == 2


def test_what_stock_tinydb_writes_is_read(path: Path) -> None:
    with TinyDB(path, indent=2) as stock:
        stock.table("contacts").insert({"uid": "a", "name": "Lone \ud800 surrogate", "weight": float("nan")})
        stock.table("contacts").insert({"uid": "b", "name": "B", "big": 10**40})
    book = open_book(path)
    assert book.network.contacts["a"].name == "Lone \ufffd surrogate"
    assert book.network.contacts["a"].extra == {"weight": None}
    alter(book, "b", name="C")
    book.close()
    with TinyDB(path) as stock:
        (found,) = stock.table("contacts").search(where("uid") == "b")
    assert found == {"uid": "b", "name": "C", "big": 10**40}
    assert found.doc_id == 2


def test_unknown_fields_and_tables_survive(path: Path) -> None:
    contact = {
        "uid": "a",
        "name": "A",
        "aura": {"hue": [1, 2.5, None, "é"]},
        "culture": {"greeting": "bow", "mood": 7},
    }
    path.write_text(
        json.dumps(
            {
                "contacts": {"4": contact},
                "_default": {"1": {"x": "ü\ud83d\ude00"}},
                "odd": {"1": {"_extra": 1}},
            }
        )
    )
    book = open_book(path)
    alter(book, "a", name="B")
    add(book, 1)
    let_go(book)
    book = open_book(path)
    alter(book, "a", title="Captain")
    book.close()
    found = json.loads(path.read_text())
    assert found["contacts"]["4"] == {**contact, "name": "B", "title": "Captain"}
    assert found["_default"] == {"1": {"x": "ü😀"}}
    assert found["odd"] == {"1": {"_extra": 1}}
    assert found["contacts"]["5"]["uid"] == "c-1"


def test_two_records_with_one_uid_are_told_and_both_kept(path: Path) -> None:
    path.write_text(
        json.dumps({"contacts": {"1": {"uid": "a", "name": "A"}, "2": {"uid": "a", "name": "B", "z": 1}}})
    )
    book = open_book(path)
    assert book.network.contacts["a"].name == "A"
    assert "another record has its uid a" in book.notices[0]
    add(book, 5)
    book.close()
    found = json.loads(path.read_text())["contacts"]
    assert found["2"] == {"uid": "a", "name": "B", "z": 1}
    assert found["3"]["uid"] == "c-5"
    assert any("another record" in note for note in diagnose(path).notes)


def test_a_number_given_twice_hides_nobody(path: Path) -> None:
    rows = (
        '"1": {"uid": "a", "name": "A"}',
        '"1": {"uid": "b", "name": "B"}',
        '"x": {"uid": "c", "name": "C"}',
    )
    path.write_text('{"contacts": {' + ", ".join(rows) + "}}")
    book = open_book(path)
    assert list(book.network.contacts) == ["a", "b", "c"]
    assert len(book.notices) == 2
    book.close()


def test_references_to_nobody_are_told(path: Path) -> None:
    book = open_book(path)
    book.commit(Change("Met", (Edit(None, touch(1, "nobody")),)))
    book.close()
    assert diagnose(path).notes == (
        "interactions, i-1: field contacts: it refers to nobody, which is not there.",
    )


def test_the_fast_and_the_careful_way_agree(path: Path) -> None:
    book = open_book(path)
    for number, name in enumerate(NAMES):
        add(book, number, name=name, extra={"k": number} if number % 2 else None)
    book.commit(Change("Wrote about me", (Edit(None, Profile(uid="me", name="Me")),)))
    book.close()
    raw = path.read_bytes()
    fast = datafile.decode(raw)
    assert fast is not None, "our own file is read the fast way"
    careful = typed(parse(raw, path.name))
    assert (fast.rows, fast.numbers, fast.meta) == (careful.rows, careful.numbers, careful.meta)
    assert not careful.faults
    assert b"".join(datafile.chunks(fast)) == b"".join(datafile.chunks(careful))


def test_what_json_cannot_hold_is_mended_before_it_is_acknowledged(path: Path) -> None:
    book = open_book(path)
    odd = {"n": float("nan"), "i": [float("inf")], "big": 2**200, "s": "\udcff", 5: "five", (1, 2): "pair"}
    add(book, 0, name="half \ud83d", emails=["a@x.example"], extra=odd)
    contact = book.network.contacts["c-0"]
    assert contact.name == "half \ufffd"
    assert contact.emails == ("a@x.example",)
    assert contact.extra == {
        "n": None,
        "i": [None],
        "big": 2**200,
        "s": "\ufffd",
        "5": "five",
        "(1, 2)": "pair",
    }
    book.undo()
    book.redo()
    expected = everything(book.network)
    let_go(book)
    assert reread(path) == expected


@pytest.mark.parametrize(
    "wrong", [{"name": None}, {"tier": "bosom"}, {"interval": "x"}, {"extra": {"o": object()}}]
)
def test_what_does_not_fit_is_refused_and_nothing_changes(path: Path, wrong: dict[str, object]) -> None:
    book = open_book(path)
    add(book, 0)
    size = path.with_name("network.json.journal").stat().st_size
    with pytest.raises(CannotKeep, match=r"can't be kept.*Nothing was changed"):
        add(book, 1, **wrong)
    assert list(book.network.contacts) == ["c-0"]
    assert path.with_name("network.json.journal").stat().st_size == size
    book.close()


def test_pendulum_dates_become_plain_ones() -> None:
    import pendulum

    day = pendulum.date(2026, 11, 21)
    change = readable(Change("x", (Edit(None, person(1, added=day, met_day=day)),)))
    after = change.edits[0].after
    assert isinstance(after, Contact)
    assert type(after.added) is dt.date


def test_an_older_version_is_brought_up_after_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    let_go(book)

    def from_zero(tables: dict[str, Pairs]) -> dict[str, Pairs]:
        for _, row in tables["contacts"]:
            row["name"] = row.pop("fullname")
        return tables

    raw = path.read_bytes().replace(b'"uid":"meta",', b'"uid":"meta","version":0,')
    raw = raw.replace(b'"name"', b'"fullname"')
    old = json.loads(raw)
    path.write_bytes(raw)
    journal = path.with_name("network.json.journal")
    import zlib

    from tui.store.journal import Mark, line_of

    generation = old["meta"]["1"]["generation"]
    seed = zlib.crc32(generation.encode())
    head = Mark(generation, 1, len(raw), zlib.crc32(raw))
    payload = payload_of(Change("Added", (Edit(None, person(1)),)), 2).replace(b'"name"', b'"fullname"')
    journal.write_bytes(line_of(head, 0) + line_of(payload, seed))

    found = load(path, Disk(), {0: from_zero})
    assert (found.state, found.migrated_from) == ("whole", 0)
    monkeypatch.setattr(migrations, "STEPS", {0: from_zero})
    book = open_book(path)
    assert [contact.name for contact in book.network.contacts.values()] == [person(0).name, person(1).name]
    add(book, 2)
    book.close()
    copies = sorted(file.name for file in path.with_name("network.json.backups").iterdir())
    assert f"version-0-{TODAY}.json" in copies
    assert f"version-0-{TODAY}.journal" in copies
    assert json.loads(path.read_text())["meta"]["1"].get("version", 1) == 1
    assert list(reread(path)["contacts"]) == ["c-0", "c-1", "c-2"]


def test_a_version_that_never_was_is_refused(path: Path) -> None:
    path.write_text('{"meta": {"1": {"uid": "meta", "version": -1}}}')
    with pytest.raises(Damaged, match="format version -1, which is none"):
        open_book(path)


def test_tinydb_inside_kith_sees_every_change_and_writes_none(path: Path) -> None:
    book = open_book(path)
    add(book, 0, interests=("climate",))
    contacts = book.db.table("contacts")
    query = where("interests").any(["climate"])
    assert contacts.count(query) == 1
    add(book, 1, interests=("climate", "chess"))
    found = contacts.search(query)
    assert [document["uid"] for document in found] == ["c-0", "c-1"]
    found[0]["name"] = "altered"
    assert contacts.get(doc_id=1) == {"uid": "c-0", "name": person(0).name, "interests": ["climate"]}
    assert contacts.get(where("uid") == "c-1") is not None
    assert len(contacts) == 2
    assert "contacts" in book.db.tables()
    for write in (
        lambda: contacts.insert({"uid": "x"}),
        lambda: contacts.update({"name": "x"}),
        lambda: contacts.remove(query),
        contacts.truncate,
        book.db.drop_tables,
        lambda: book.db.drop_table("contacts"),
    ):
        with pytest.raises(ReadOnly, match="make a Change"):
            write()
    assert len(book.network.contacts) == 2
    book.close()
