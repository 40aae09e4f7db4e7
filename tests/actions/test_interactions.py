from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from tests.rules.making import BERLIN, NOW, TODAY, days_ago, person, step, touch
from tui.actions.interactions import Refused, edit, fixed, log, remove
from tui.model.codec import decode, encode
from tui.model.network import Network
from tui.model.records import Note
from tui.rules.cadence import last_touch


def network(*records: Any) -> Network:
    return Network([person(), person("tomas", name="Tomas Ek"), *records])


def test_a_touch_is_logged_with_all_that_was_said() -> None:
    held = network()
    change = log(
        held,
        NOW,
        contacts=("maya", "tomas", "maya"),
        day=days_ago(2),
        channel="call",
        summary=" the grid study ",
        depth=2,
        gave="a name",
        received="a draft",
        ask_next="how the move went",
        notes=(Note(contact="tomas", text="is hiring"), Note(contact="maya", text=" ")),
        event="pycon",
    )
    assert change.words == "Logged a call with Maya Lin and Tomas Ek"
    held.apply(change)
    (made,) = held.interactions.values()
    assert made.contacts == ("maya", "tomas")
    assert (made.day, made.channel, made.summary, made.depth) == (days_ago(2), "call", "the grid study", 2)
    assert (made.gave, made.received, made.ask_next) == ("a name", "a draft", "how the move went")
    assert made.notes == (Note(contact="tomas", text="is hiring"),)
    assert (made.event, made.attempt, made.added) == ("pycon", False, NOW)
    assert last_touch(held, held.contacts["tomas"]) == days_ago(2)


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("in person", "Logged a meeting with Maya Lin"),
        ("call", "Logged a call with Maya Lin"),
        ("video", "Logged a video call with Maya Lin"),
        ("message", "Logged a message to Maya Lin"),
        ("email", "Logged an email to Maya Lin"),
        ("social", "Logged a message online to Maya Lin"),
    ],
)
def test_what_was_logged_is_said(channel: Any, words: str) -> None:
    assert log(network(), NOW, contacts=("maya",), day=TODAY, channel=channel).words == words


def test_names_are_shown_as_text_on_one_line_and_cut_short() -> None:
    many = [person(f"p{i}", name=f"P{i}\n[red]") for i in range(9)]
    words = log(Network(many), NOW, contacts=[it.uid for it in many], day=TODAY, channel="call").words
    assert words == "Logged a call with P0 [red], P1 [red] and 7 more"


def test_the_next_step_is_written_down_for_each() -> None:
    held = network()
    next_day = days_ago(-7)
    held.apply(
        log(
            held,
            NOW,
            contacts=("maya", "tomas"),
            day=TODAY,
            channel="call",
            next_step="send notes",
            next_date=next_day,
        )
    )
    (made,) = held.interactions.values()
    found = [
        (it.kind, it.contact, it.text, it.due, it.made, it.interaction) for it in held.follow_ups.values()
    ]
    assert found == [("follow_up", uid, "send notes", next_day, TODAY, made.uid) for uid in ("maya", "tomas")]


def test_an_attempt_is_recorded_and_is_no_touch() -> None:
    held = network()
    change = log(held, NOW, contacts=("maya",), day=TODAY, channel="call", attempt=True)
    held.apply(change)
    assert change.words == "Noted that you tried to reach Maya Lin"
    assert last_touch(held, held.contacts["maya"]) is None


def test_what_cannot_be_logged_is_refused_in_words() -> None:
    with pytest.raises(Refused, match="Nobody is named"):
        log(network(), NOW, contacts=(), day=TODAY, channel="call")
    with pytest.raises(Refused, match="not among your contacts"):
        log(network(), NOW, contacts=("gone",), day=TODAY, channel="call")
    with pytest.raises(Refused, match="Mon 23 Nov is still to come"):
        log(network(), NOW, contacts=("maya",), day=days_ago(-2), channel="call")


def test_moments_are_kept_as_the_file_has_them_also_in_the_hour_that_comes_twice() -> None:
    for fold in (0, 1):
        now = datetime(2026, 10, 25, 2, 30, 15, 999, tzinfo=BERLIN, fold=fold)
        held = network()
        held.apply(log(held, now, contacts=("maya",), day=now.date(), at=now, channel="call"))
        (made,) = held.interactions.values()
        assert made.at is not None
        assert made.at.utcoffset() == timedelta(hours=2 - fold)
        assert decode("interactions", encode(made)) == made


def test_fixed_keeps_the_moment() -> None:
    for zone in ("Asia/Kolkata", "America/St_Johns", "UTC"):
        now = datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo(zone))
        assert fixed(now) == now


def test_an_interaction_is_put_right() -> None:
    held = network(touch(uid="t1", ago=3, summary="lunhc"))
    right = msgspec.structs.replace(held.interactions["t1"], summary="lunch", day=days_ago(4))
    change = edit(held, right, NOW)
    held.apply(change)
    assert change.words == "Changed a meeting with Maya Lin"
    assert held.interactions["t1"] == right
    with pytest.raises(Refused, match="Nobody is named"):
        edit(held, msgspec.structs.replace(right, contacts=()), NOW)
    with pytest.raises(Refused, match="still to come"):
        edit(held, msgspec.structs.replace(right, day=days_ago(-9)), NOW)
    with pytest.raises(Refused, match="removed meanwhile"):
        edit(held, touch(uid="t2"), NOW)


def test_removing_an_interaction_keeps_its_promises() -> None:
    held = network(touch(uid="t1", ago=3), step(uid="p1", interaction="t1"), step(uid="p2"))
    before = list(held.records())
    change = remove(held, "t1")
    held.apply(change)
    assert not held.interactions
    assert held.follow_ups["p1"].interaction is None
    with pytest.raises(Refused):
        remove(held, "t1")
    held.apply(change.inverse())
    assert sorted(held.records(), key=lambda it: it.uid) == sorted(before, key=lambda it: it.uid)
