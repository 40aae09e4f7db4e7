"""What lies between you and somebody: the timeline, and the history that can be put right."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import (
    Attendee,
    Contact,
    Event,
    FollowUp,
    Interaction,
    Introduction,
    Note,
    Sent,
    Share,
    Step,
)
from tui.view.history import headings, history, history_lines
from tui.view.lines import line_width, text_of
from tui.view.timeline import Kind, moments, timeline

NOW = dt.datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
MAYA = Contact(uid="maya", name="Maya Lin")
JOSE = Contact(uid="jose", name="José Álvarez")
SUPPER = Interaction(
    uid="supper",
    day=dt.date(2026, 11, 1),
    contacts=("maya", "jose"),
    summary="fish",
    depth=2,
    gave="a map",
    received="a pen",
    ask_next="the boat",
    notes=(Note(contact="maya", text="likes capers"), Note(contact="jose", text="hates capers")),
)
TRIED = Interaction(uid="tried", day=dt.date(2026, 11, 5), contacts=("maya",), channel="call", attempt=True)
DECK = FollowUp(
    uid="deck",
    kind="promise",
    contact="maya",
    text="send the deck",
    made=dt.date(2026, 11, 2),
    due=dt.date(2026, 11, 20),
)
KEPT = replace(DECK, uid="kept", text="the old deck", status="done", closed=dt.date(2025, 12, 24))
FAIR = Event(
    uid="fair",
    name="Grid Fair",
    start=dt.date(2026, 10, 3),
    people=(Attendee(contact="maya", outcome="met"),),
)
PAIR = Introduction(
    uid="pair",
    first="maya",
    second="jose",
    reason="boats",
    steps=(Step(status="idea", day=dt.date(2026, 11, 3)),),
)
ALL = Network((MAYA, JOSE, SUPPER, TRIED, DECK, KEPT, FAIR, PAIR))


def said(wide: int = 60) -> str:
    return "\n".join(text_of(spans) for spans in timeline(ALL, MAYA, NOW, wide))


def test_everything_stands_in_order_under_its_month() -> None:
    words = said()
    order = [
        "November",
        "tried: call",
        "with José Álvarez: boats",
        "send the deck",
        "fish",
        "October",
        "Grid Fair",
    ]
    places = [words.index(part) for part in order]
    assert places == sorted(places)
    assert [it.day for it in moments(ALL, MAYA)] == sorted(
        (it.day for it in moments(ALL, MAYA)), reverse=True
    )


def test_a_touch_with_several_says_with_whom_and_only_the_own_note() -> None:
    words = said(100)
    assert "in person, with José Álvarez, a real conversation" in words
    assert "likes capers" in words
    assert "hates capers" not in words
    for part in ("gave: a map", "received: a pen", "ask next time: the boat"):
        assert part in words


def test_where_it_breaks_it_goes_on_below_its_own_beginning_not_at_the_edge() -> None:
    lines = [text_of(spans) for spans in timeline(ALL, MAYA, NOW, 30)]
    at = next(number for number, words in enumerate(lines) if "in person" in words)
    assert lines[at].startswith("● ")
    assert lines[at + 1].startswith("  ")
    assert all(len(words) <= 30 for words in lines)


def test_a_kept_promise_is_told_from_an_open_one_by_more_than_colour() -> None:
    words = said()
    assert "! Mon 2 Nov, you promised\n" in words
    assert "✓ Mon 2 Nov, you promised, kept" in words


def test_the_history_begins_with_what_is_open_and_then_the_newest() -> None:
    assert [row.key for row in history(ALL, MAYA)] == [
        "step deck",
        "touch tried",
        "introductions pair 2026-11-03",
        "touch supper",
        "events fair 2026-10-03",
        "step kept",
    ]
    assert [row.is_open for row in history(ALL, MAYA)] == [True, *(False,) * 5]


def test_the_history_is_narrowed_to_a_kind_and_grouped_by_month() -> None:
    def keys(kind: Kind) -> list[str]:
        return [row.key.split()[1] for row in history(ALL, MAYA, kind)]

    assert keys("touches") == ["tried", "supper"]
    assert keys("promises") == ["deck", "kept"]
    assert (keys("events"), keys("introductions"), keys("notes")) == (["fair"], ["pair"], ["supper"])
    assert keys("shares") == []
    above = headings(history(ALL, MAYA), NOW.date())
    assert [(place, text_of(spans)) for place, spans in above.items()] == [
        (0, "Open between you"),
        (1, "November"),
        (4, "October"),
        (5, "December 2025"),
    ]


def test_what_was_shared_and_how_it_began_are_in_the_timeline() -> None:
    share = Share(
        uid="s", title="On tides", why="she rows", sent=(Sent(contact="maya", day=dt.date(2026, 11, 4)),)
    )
    maya = replace(MAYA, met_day=dt.date(2024, 5, 1), met_note="on a ferry", introduced_by="jose")
    found = [(it.kind, it.text, it.more) for it in moments(Network((maya, JOSE, share)), maya)]
    assert found == [
        ("shares", "On tides", ("she rows",)),
        ("began", "on a ferry, through José Álvarez", ()),
    ]


def test_a_row_of_the_history_says_what_when_and_how_it_ended() -> None:
    rows = {row.key: history_lines(ALL, row, "maya", NOW, 80) for row in history(ALL, MAYA)}
    heads = {key: text_of(lines[0]) for key, lines in rows.items()}
    assert heads["step deck"].startswith("! you promised")
    assert heads["step deck"].endswith("was for Fri 20 Nov")
    assert heads["step kept"].startswith("✓ you promised, kept")
    assert heads["step kept"].endswith("Wed 24 Dec 2025")
    assert heads["touch supper"].startswith("● in person  with José Álvarez, a real conversation")
    assert heads["touch tried"].startswith("○ tried: call")
    assert text_of(rows["touch supper"][1]) == "  fish; likes capers"
    assert all(line_width(lines[0]) <= 80 for lines in rows.values())


def test_nobody_and_nothing_breaks_nothing() -> None:
    assert timeline(Network((MAYA,)), MAYA, NOW, 40) == []
    assert history(Network((MAYA,)), MAYA) == ()
    alone = replace(SUPPER, contacts=("maya", "gone"))
    assert "with" not in text_of(timeline(Network((MAYA, alone)), MAYA, NOW, 60)[1])
