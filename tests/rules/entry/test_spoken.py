"""A sentence about a touch: who, how, when, what about; nothing guessed that could be two people."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.entry.known import Known
from tui.rules.entry.spoken import read_spoken

NOW = dt.datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
NETWORK = Network(
    (
        Contact(uid="maya", name="Maya Lin", organization="Acme"),
        Contact(uid="jose", name="José Álvarez"),
        Contact(uid="june", name="June Park"),
        Contact(uid="taro", name="山田太郎"),
        Contact(uid="ann1", name="Ann Berg"),
        Contact(uid="ann2", name="Ann Sy"),
        Contact(uid="red", name="[red]Rita[/red]"),
    )
)


@pytest.mark.parametrize(
    ("text", "people", "channel", "day", "summary"),
    [
        ("had a call with Maya today", ["maya"], "call", 24, ""),
        ("Had a quick call with Maya Lin.", ["maya"], "call", 24, ""),
        ("called maya and josé yesterday about the gripper", ["maya", "jose"], "call", 23, "the gripper"),
        ("coffee with Jose on friday: hiring two people", ["jose"], "in person", 20, "hiring two people"),
        ("emailed June 3 days ago", ["june"], "email", 21, ""),
        ("lunch with June, Maya and José 21 nov", ["june", "maya", "jose"], "in person", 21, ""),
        ("zoom with Maya last tue, talked about rowing", ["maya"], "video", 17, "rowing"),
        ("texted 山田太郎 re the forecast", ["taro"], "message", 24, "the forecast"),
        ("met Maya at the fair", ["maya"], "in person", 24, "at the fair"),
        ("José: lunch yesterday", ["jose"], "in person", 23, "lunch"),
        ("wrote to june this morning", ["june"], "message", 24, ""),
        ("commented on LinkedIn with Maya", ["maya"], "social", 24, ""),
        ("Maya", ["maya"], "call", 24, ""),
    ],
)
def test_reads(text: str, people: list[str], channel: str, day: int, summary: str) -> None:
    said = read_spoken(NETWORK, text, NOW)
    assert [it.uid for it in said.contacts] == people
    assert (said.channel, said.day, said.summary) == (channel, dt.date(2026, 11, day), summary)
    assert not said.problem
    assert not said.attempt


@pytest.mark.parametrize(
    "text",
    [
        "tried to call Maya",
        "no answer from Maya",
        "called Maya, didn't reach her",
        "left a voicemail for Maya",
    ],
)
def test_an_attempt_is_told_from_a_touch(text: str) -> None:
    said = read_spoken(NETWORK, text, NOW)
    assert said.attempt
    assert [it.uid for it in said.contacts] == ["maya"]


def test_a_time_is_kept() -> None:
    said = read_spoken(NETWORK, "call with Maya yesterday at 3pm", NOW)
    assert said.at == dt.datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_a_name_of_several_is_asked_about() -> None:
    said = read_spoken(NETWORK, "call with Ann and Maya", NOW)
    assert [it.uid for it in said.contacts] == ["maya"]
    assert [(tie.typed, len(tie.contacts)) for tie in said.ties] == [("Ann", 2)]
    assert "Which Ann?" in said.problem
    assert not read_spoken(NETWORK, "call with Ann Sy", NOW).ties


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Say who and how"),
        ("had a call with Zebedee", "Nobody you know"),
        ("call with Maya tomorrow", "still to come"),
    ],
)
def test_what_is_missing_is_said(text: str, problem: str) -> None:
    assert problem in read_spoken(NETWORK, text, NOW).problem


WORDS = st.sampled_from(
    "had a call with Maya Lin Ann and José today yesterday : about , 3 days ago tried to 21 nov [red] 山田太郎".split()
)


@given(st.text(max_size=80) | st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_reading_never_fails_and_names_nobody_unknown(text: str) -> None:
    said = read_spoken(NETWORK, text, NOW)
    assert all(it.uid in NETWORK.contacts for it in said.contacts)
    assert len({it.uid for it in said.contacts}) == len(said.contacts)
    assert bool(said.problem) or said.contacts


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("call with May", "call with Maya Lin"),
        ("call with may", "call with Maya Lin"),
        ("call with Maya L", "call with Maya Lin"),
        ("lunch and ann b", "lunch and Ann Berg"),
        ("a may", ""),
    ],
)
def test_a_name_is_completed_in_a_sentence(text: str, whole: str) -> None:
    found = Known(NETWORK).with_name(text)
    assert (found[0] if found else "") == whole


def test_a_list_is_completed_value_by_value_and_nothing_twice() -> None:
    people = (Contact(uid="a", name="A", interests=("climate", "cliffs", "climate")),)
    known = Known(Network(people))
    assert known.complete("interests", "cli") == ("climate", "cliffs")
    assert known.complete("interests", "climate, #cli") == ("climate, #cliffs",)
    assert known.complete("roles", "men") == ("mentee", "mentor")
    assert known.complete("notes", "a") == ()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("may", "Maya Lin"),
        ("Zed @ac", "Zed @Acme"),
        ("Zed @Acme, des", ""),
        ("Zed @Acme #cli", "Zed @Acme #climate"),
        ("Zed : met ~jos", "Zed : met ~José Álvarez"),
        ("Zed =cl", "Zed =close"),
        ("Zed !send may", ""),
        ("Zed #", ""),
        ("", ""),
    ],
)
def test_a_captured_line_is_completed(text: str, whole: str) -> None:
    knows = Contact(uid="k", name="Kim", interests=("climate", "cliff walks", "climate"))
    found = Known(Network((*NETWORK.contacts.values(), knows))).in_capture(text)
    assert (found[0] if found else "") == whole
