"""Rows for programs, and lines for people: the keys promised, and nothing that acts on a terminal."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.network import Network
from tui.model.records import Contact, Event, FollowUp, Interaction, Milestone
from tui.rules.queue.ranking import queue
from tui.view.cells import width
from tui.view.plain import UNLIMITED, as_json, table
from tui.view.rows import contact_row, due_rows, person_row
from tui.view.text import contact_lines, queue_lines
from tui.view.text_person import person_lines

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
HOSTILE = "\x1b[31m[red]Zoë\x1b]0;x\x07\r\nLi\x9b2J\u202e\u2028"

MAYA = Contact(
    uid="maya",
    name="Maya Lin",
    organization="Acme Robotics",
    emails=("maya@acme.example",),
    interests=("climate",),
    private_notes="secretword",
    met_event="pycon",
    milestones=(Milestone(label="birthday", month=11, day=24),),
    tier="close",
    added=date(2026, 1, 1),
)
EVENT = Event(uid="pycon", name="PyCon", start=date(2026, 3, 6), debriefed=True)
CALL = Interaction(uid="call", day=date(2026, 6, 1), contacts=("maya",), channel="call", ask_next="the move")
DECK = FollowUp(uid="deck", kind="promise", contact="maya", text="send the deck", due=date(2026, 11, 18))
NETWORK = Network([MAYA, EVENT, CALL, DECK])


def test_contact_row_has_the_keys_promised() -> None:
    row = contact_row(NETWORK, MAYA, NOW.date())
    keys = "uid name organization title emails tier circle interests offers needs last_touch next_due"
    assert set(keys.split()) <= set(row)
    assert row["last_touch"] == date(2026, 6, 1)


def test_person_row_has_what_happened_and_nothing_private() -> None:
    row = person_row(NETWORK, MAYA, (), NOW)
    assert {"interactions", "follow_ups", "starters"} <= set(row)
    assert row["interactions"][0]["ask_next"] == "the move"
    assert row["follow_ups"][0]["text"] == "send the deck"
    assert row["met"]["event"] == "PyCon"
    assert b"secretword" not in as_json(row)
    assert "secretword" not in "\n".join(person_lines(NETWORK, MAYA, NOW, 80))


def test_due_rows_have_the_keys_promised() -> None:
    rows = due_rows(NETWORK, queue(NETWORK, NOW), NOW, everything=False)
    keys = {"kind", "contact", "contact_uid", "due", "reason", "status", "text"}
    assert rows
    assert all(keys <= set(row) for row in rows)
    first = rows[0]
    assert (first["kind"], first["contact"], first["contact_uid"]) == ("promise", "Maya Lin", "maya")
    assert (first["due"], first["status"], first["text"]) == (date(2026, 11, 18), "overdue", "send the deck")
    assert {row["kind"] for row in rows} == {"promise", "milestone"}


def test_all_adds_the_check_ins_that_can_wait() -> None:
    crowd = Network(
        Contact(uid=f"c{number}", name=f"Crowd {number}", tier="inner", added=date(2026, 1, 1))
        for number in range(9)
    )
    found = queue(crowd, NOW)
    some = due_rows(crowd, found, NOW, everything=False)
    every = due_rows(crowd, found, NOW, everything=True)
    assert len(every) == len(some) + len(found.more)
    assert len(found.more) == 4
    assert "4 more check-ins can wait: kith due --all" in queue_lines(crowd, found, NOW, 80, everything=False)
    assert not any("can wait" in line for line in queue_lines(crowd, found, NOW, 80, everything=True))


def test_json_keeps_what_is_stored_and_lets_nothing_act() -> None:
    raw = as_json({"name": HOSTILE, "day": date(2026, 11, 21)})
    assert json.loads(raw) == {"name": HOSTILE, "day": "2026-11-21"}
    assert_still(raw.decode())
    assert json.loads(as_json(["\ud800x"])) == ["?x"]


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_json_of_any_text_reads_back(text: str) -> None:
    assert json.loads(as_json([text])) == [text]


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), max_size=5), st.integers(4, 60))
@settings(max_examples=100)
def test_a_table_keeps_to_its_width_and_stays_still(rows: list[tuple[str, str]], wide: int) -> None:
    lines = table(rows, wide, (12,))
    assert len(lines) == len(rows)
    for line in lines:
        assert width(line) <= wide
        assert_still(line)


def test_a_table_aligns_wide_characters_and_cuts_nothing_in_a_pipe() -> None:
    lines = table([("山田", "a"), ("Li", "b"), ("x" * 50, "c")], UNLIMITED, (10,))
    assert [width(line.rstrip("abc")) for line in lines] == [12, 12, 52]
    assert table([("山田", "a"), ("Li", "b")], 80) == ["山田  a", "Li    b"]


def test_hostile_text_shows_as_text_everywhere() -> None:
    contact = Contact(
        uid="z",
        name=HOSTILE,
        organization=HOSTILE,
        title=HOSTILE,
        notes=HOSTILE,
        interests=(HOSTILE,),
        emails=(HOSTILE,),
        place=HOSTILE,
        added=date(2020, 1, 1),
    )
    promise = FollowUp(uid="p", kind="promise", contact="z", text=HOSTILE, due=date(2026, 11, 1))
    touch = Interaction(uid="i", day=date(2026, 6, 1), contacts=("z",), summary=HOSTILE, ask_next=HOSTILE)
    network = Network([contact, promise, touch])
    for wide in (40, 80, UNLIMITED):
        lines = [
            *queue_lines(network, queue(network, NOW), NOW, wide, everything=True),
            *contact_lines(network, [contact], NOW.date(), wide),
            *person_lines(network, contact, NOW, wide),
        ]
        assert any("[red]Zoë" in line for line in lines)
        for line in lines:
            assert_still(line)


def assert_still(text: str) -> None:
    """Check that a terminal would do nothing but show a text."""
    acts = [char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs")]
    assert not acts
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
