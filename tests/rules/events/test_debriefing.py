"""What is left to debrief, what was written, and the one true sentence at the end."""

from __future__ import annotations

from datetime import date, datetime, time
from string import Formatter
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Goal, Interaction
from tui.rules.events.debriefing import (
    Agreed,
    Progress,
    Talk,
    closing,
    day_met,
    is_written,
    lesson,
    obstacle,
    progress,
    seats,
    talk_of,
    touch_at,
)
from tui.rules.events.encouragement import encouragement, kinds_of_sentence, step_words

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 22, 15, tzinfo=BERLIN)
DAY = date(2026, 11, 24)

MAYA = Contact(uid="maya", name="Maya Lin", met_event="fair", met_day=DAY)
JOSE = Contact(uid="jose", name="José Álvarez")
AMA = Contact(uid="ama", name="Ama Owusu")
FAIR = Event(
    uid="fair",
    name="Grid Fair",
    start=DAY,
    start_time=time(18),
    end_time=time(21),
    kind="conference",
    people=(
        Attendee(contact="jose", outcome="not met"),
        Attendee(contact="maya", outcome="met", priority=1),
        Attendee(contact="ama"),
        Attendee(contact="gone", outcome="met"),
    ),
)
TALK = Interaction(uid="talk", day=DAY, contacts=("maya",), summary="storage", depth=2, event="fair")
DECK = FollowUp(uid="deck", kind="promise", contact="maya", text="send the deck", made=DAY, event="fair")


def fair(**changed: object) -> Event:
    return replace(FAIR, **changed)


def test_people_come_by_priority_then_as_listed_and_without_those_removed() -> None:
    network = Network([FAIR, MAYA, JOSE, AMA])
    assert [contact.uid for _, contact in seats(network, FAIR)] == ["maya", "jose", "ama"]


def test_progress_counts_people_spoken_of_and_promises_made_there() -> None:
    other = replace(DECK, uid="other", event=None)
    dropped = replace(DECK, uid="dropped", status="dropped")
    kept = replace(DECK, uid="kept", status="done")
    network = Network([FAIR, MAYA, JOSE, AMA, DECK, other, dropped, kept])
    assert progress(network, FAIR) == Progress(people=3, said=2, met=1, promises=2)


def test_somebody_put_off_is_not_spoken_of_yet() -> None:
    event = fair(people=(Attendee(contact="ama", outcome="later"),))
    assert progress(Network([event, AMA]), event).said == 0


def test_nothing_expected_is_no_fault() -> None:
    event = fair(people=())
    network = Network([event])
    assert progress(network, event) == Progress(0, 0, 0, 0)
    left = closing(network, event, NOW)
    assert not (left.met or left.later or left.write or left.promises)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, ""),
        ({"end_time": time(23)}, ""),
        ({"cancelled": True}, "was cancelled"),
        ({"start": date(2026, 11, 25)}, "begins on Wed 25 Nov"),
        # 07:00 of the 25th in Tokyo was 23:00 of the 24th here: not yet.
        ({"start": date(2026, 11, 25), "start_time": time(7), "timezone": "Asia/Tokyo"}, "Tue 24 Nov"),
    ],
)
def test_what_keeps_from_looking_back(changed: dict[str, object], words: str) -> None:
    said = obstacle(fair(**changed), NOW)
    assert bool(said) == bool(words)
    assert words in said


@pytest.mark.parametrize(
    ("changed", "day"),
    [
        ({}, DAY),
        ({"start": date(2026, 11, 20), "end": date(2026, 11, 22)}, date(2026, 11, 22)),
        ({"start": date(2026, 11, 23), "end": date(2026, 11, 26)}, DAY),
        ({"start": date(2026, 11, 25), "timezone": "Asia/Tokyo"}, DAY),
        ({"start": date(2026, 11, 20), "end": date(2026, 11, 1)}, date(2026, 11, 20)),
    ],
)
def test_the_day_met_is_the_last_of_the_event_and_never_after_today(
    changed: dict[str, object], day: date
) -> None:
    assert day_met(fair(**changed), NOW) == day


def test_what_was_written_about_somebody_is_read_back() -> None:
    theirs = replace(DECK, uid="theirs", kind="waiting", text="send a name", due=date(2026, 12, 1))
    write = replace(DECK, uid="write", kind="follow_up", text="", due=date(2026, 11, 30))
    done = replace(DECK, uid="done", status="done", text="send a link")
    talk = replace(TALK, ask_next="the Lisbon move")
    network = Network([FAIR, MAYA, talk, DECK, theirs, write, done])
    assert talk_of(network, FAIR, "maya") == Talk(
        said="storage",
        depth=2,
        promises=(Agreed("send the deck", None, "deck"),),
        theirs=(Agreed("send a name", date(2026, 12, 1), "theirs"),),
        ask_next="the Lisbon move",
        write_on=date(2026, 11, 30),
    )
    assert is_written(network, FAIR, "maya")
    assert not is_written(network, FAIR, "jose")


def test_a_talk_of_several_or_elsewhere_is_not_the_talk_with_one() -> None:
    several = replace(TALK, uid="several", contacts=("maya", "jose"))
    elsewhere = replace(TALK, uid="elsewhere", event="other")
    tried = replace(TALK, uid="tried", attempt=True)
    network = Network([FAIR, MAYA, JOSE, several, elsewhere, tried])
    assert touch_at(network, FAIR, "maya") is None


def test_the_last_lesson_comes_from_the_latest_event_of_the_kind_before() -> None:
    older = replace(FAIR, uid="older", start=date(2025, 3, 1), worked="came early")
    newer = replace(FAIR, uid="newer", start=date(2026, 3, 1), change_next="eat first")
    silent = replace(FAIR, uid="silent", start=date(2026, 9, 1))
    coming = replace(FAIR, uid="coming", start=date(2027, 3, 1), worked="unknown yet")
    social = replace(FAIR, uid="social", start=date(2026, 10, 1), kind="social", worked="cake")
    network = Network([FAIR, older, newer, silent, coming, social])
    assert lesson(network, FAIR) is newer
    assert lesson(Network([FAIR, social, coming]), FAIR) is None


def test_the_closing_holds_what_is_open_and_whom_to_write_to() -> None:
    later = replace(DECK, uid="later", text="send photos", due=date(2026, 12, 20))
    soon = replace(DECK, uid="soon", text="call", due=date(2026, 11, 25))
    kept = replace(DECK, uid="kept", status="done")
    network = Network([FAIR, MAYA, JOSE, AMA, TALK, DECK, later, soon, kept])
    left = closing(network, FAIR, NOW)
    assert [it.uid for it in left.promises] == ["soon", "deck", "later"]
    assert left.met == (MAYA,)
    assert left.new == (MAYA,)
    assert left.later == (AMA,)
    assert [row.contact for row in left.write] == ["maya"]


def sentence(event: Event, *records: Contact | Interaction | FollowUp) -> str:
    network = Network([event, MAYA, JOSE, AMA, *records])
    return encouragement(network, event, closing(network, event, NOW))


def met(*uids: str) -> tuple[Attendee, ...]:
    return tuple(Attendee(contact=uid, outcome="met") for uid in uids)


def test_the_sentence_rests_on_the_fact_most_worth_naming() -> None:
    goals = (Goal(text="real conversations", target=2, done=2), Goal(text="thank the host", done=1))
    unmet = (*goals, Goal(text="three new people", target=3, done=2))
    deep = replace(TALK, depth=3)
    dated = replace(DECK, due=date(2026, 11, 27))
    assert "mattered" in sentence(fair(goals=goals), deep)
    assert "both of your goals" in sentence(fair(goals=goals), TALK, DECK)
    assert "a promise" in sentence(fair(goals=unmet), TALK, DECK)
    assert "wrote it down" in sentence(FAIR, TALK, DECK)
    assert "2 promises" in sentence(FAIR, TALK, dated, replace(dated, uid="second"))
    assert "day for each" in sentence(FAIR, TALK, dated, replace(dated, uid="second"))
    assert "before" in sentence(FAIR, TALK)
    known = replace(MAYA, met_event=None, met_day=date(2025, 3, 6))
    assert "Maya" in sentence(FAIR, TALK, known)
    assert "small talk" in sentence(FAIR, TALK, known) or "real conversation" in sentence(FAIR, TALK, known)
    assert "touch" in sentence(FAIR, replace(TALK, depth=1), known)


def test_little_happened_and_nobody_is_shamed() -> None:
    nobody = fair(people=(Attendee(contact="jose", outcome="not met"),))
    assert sentence(nobody) in kinds_of_sentence()["went"]
    assert sentence(replace(nobody, worked="I went")) in kinds_of_sentence()["learnt"]
    for words in kinds_of_sentence()["went"]:
        assert not any(it in words.lower() for it in ("only", "just", "unfortunately", "next time", "but "))


def test_a_goal_missed_takes_no_sentence_away() -> None:
    assert "goal" not in sentence(fair(goals=(Goal(text="talks", target=3, done=1),)), TALK)


def test_many_names_are_cut_short() -> None:
    known = date(2025, 3, 6)
    everybody = [Contact(uid=f"c{it}", name=f"Kofi{it} Mensah", met_day=known) for it in range(7)]
    event = fair(people=met(*(it.uid for it in everybody)))
    said = sentence(event, *everybody)
    assert "Kofi0, Kofi1 and 5 others" in said


def test_every_sentence_and_step_can_be_said_with_its_slots() -> None:
    """A word misspelt in the file would only show on the one evening on which it is true."""
    slots = {
        "mattered": {"names"},
        "goals": {"goals"},
        "dated": {"promises", "each"},
        "promises": {"promises", "them"},
        "new": {"names", "any"},
        "real": {"names"},
        "met": {"names"},
        "learnt": set(),
        "went": set(),
    }
    sentences = kinds_of_sentence()
    assert sentences.keys() == slots.keys()
    for kind, words in sentences.items():
        assert words
        for text in words:
            used = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert used <= slots[kind], text
            assert text.endswith(".")
    for step in ("expected", "met", "not_met", "later", "new", "goal", "goal_once", "worked", "change_next"):
        assert step_words(step)
    assert step_words("finish")
    assert step_words("again")


def test_braces_in_a_name_are_text() -> None:
    odd = replace(MAYA, name="{promises} {0}", met_event="fair")
    assert "{promises}" in sentence(FAIR, TALK, odd)
