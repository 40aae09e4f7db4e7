"""Notes as people type them on a phone, and what comes of them: said right, or not at all."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from tests.rules.people import NOW, network
from tui.model.network import Network
from tui.model.records import (
    Attendee,
    Contact,
    Culture,
    Event,
    FollowUp,
    FollowUpKind,
    Interaction,
    Introduction,
    Milestone,
)
from tui.rules.starters import Suggestion, event_starters, starters
from tui.rules.starters.articles import with_articles
from tui.rules.starters.suggestion import shapes

TODAY = NOW.date()


def found(days: int = 9, event: Event | None = None, now: Any = NOW, **fields: Any) -> list[Suggestion]:
    """Everything that the file gives to say to somebody after one touch of so many days ago."""
    own = {name: fields.pop(name) for name in list(fields) if name in Contact.__struct_fields__}
    promise = fields.pop("promise", "")
    day = TODAY - timedelta(days=days)
    maya = Contact(uid="a", name="Maya Lin", met_day=TODAY - timedelta(days=30), **own)
    records: list[Any] = [maya, Interaction(uid="t", day=day, contacts=("a",), **fields)]
    if promise:
        records.append(FollowUp(uid="f", kind="promise", contact="a", text=promise, made=day))
    known = Network([*records, event] if event else records)
    pages = [it for page in range(4) for it in starters(known, maya, now, event=event, page=page)]
    return [it for it in pages if it.kind != "opener"]


def said(**fields: Any) -> str:
    """The same as one text."""
    return " ".join(it.text for it in found(**fields))


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("moving lisbon march", "you were moving to Lisbon in March"),
        ("moving to berlin w/ gf", "moving to Berlin with your girlfriend"),
        ("daughter starts uni", "your daughter was starting university"),
        ("son applying to unis", "your son was applying to universities"),
        ("husband works at siemens", "How is your husband?"),
        ("new puppy called biscuit", "How is your new puppy?"),
        ("partner has new job in oslo", "your partner had a new job in Oslo"),
        ("raising seed round", "you were raising a seed round"),
        ("finishing phd", "you were finishing your PhD"),
        ("getting married in may", "you were getting married in May"),
        ("needs help w/ pricing", "you needed help with pricing"),
        ("looking 4 cofounder", "looking for a cofounder"),
        ("busy w/ audit", "you were busy with the audit"),
        ("budget: stuck with regulator", "the budget"),
        ("contract ends dec", "the contract"),
        ("podcast w/ brother", "the podcast with your brother"),
        ("got promoted!!", "you had been promoted"),
        ("🎉 promoted!!", "you had been promoted"),
        ("moved to izmir", "you had moved to Izmir"),
        ("HIRING!!!", "you were hiring"),
        ("got the job 🎉", "that you had got the job. How"),
        ("born in izmir", "you were born in Izmir"),
        ("sent me slides", "Thank you again for sending me slides"),
        ("we should have lunch", "Shall we have lunch?"),
        ("paints", "you paint"),
    ],
)
def test_what_is_typed_in_haste_is_said_in_full(note: str, words: str) -> None:
    text = said(summary=note)
    assert words in text or words.replace("sending me slides", "sending me the slides") in text


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("ask re: flat", "the flat"),
        ("invite to panel", "invite you to the panel."),
        ("show her kith", "I'd like to show you kith|I've been meaning to show you kith"),
        ("lunch in december", "Shall we have lunch in December?"),
        ("play chess", "Shall we play chess?"),
        ("still hiring?", "Are you still hiring?"),
        ("phd done?", "your PhD"),
        ("update on novel", "the novel"),
        ("congratulate on award", "Congratulations on the award."),
        ("ask for intro to her boss", "I'd like to ask you for an intro to your boss."),
        ("christmas plans", "What are your Christmas plans?"),
        ("ask about marathon", "How did it go, or is it still to come?"),
        ("how many villages now", "How many villages are there now?"),
    ],
)
def test_what_is_noted_to_ask_is_asked_in_full(note: str, words: str) -> None:
    text = said(ask_next=note)
    assert any(way in text for way in words.split("|")), text


@pytest.mark.parametrize(
    "note",
    [
        "is a vegetarian",
        "vegetarian",
        "left handed",
        "never eats breakfast",
        "prefers to be called Em",
        "likes to be asked about food",
        "nice guy",
        "friend of ana",
        "CEO of a small coop",
        "she paid for lunch",
        "will send me paper",
        "first time at conference",
    ],
)
def test_what_is_only_good_to_know_opens_no_talk(note: str) -> None:
    assert found(summary=note) == []


@pytest.mark.parametrize("note", ["be nice", "listen more", "talk less"])
def test_what_you_tell_yourself_is_not_told_to_them(note: str) -> None:
    assert found(ask_next=note) == []


@pytest.mark.parametrize(
    "note",
    [
        "ask abt knee",
        "knee op in jan",
        "how the op went",
        "mum not well",
        "startup failed",
        "didn't get the job",
        "grant rejected",
        "contract not renewed",
        "expecting in march",
        "visa trouble",
        "the merger (careful)",
        "his dad's health",
        "keep quiet about the new job",
    ],
)
def test_what_is_sensitive_is_no_opener_however_it_is_typed(note: str) -> None:
    assert found(summary=note) == []
    assert found(ask_next=note) == []


@pytest.mark.parametrize("note", ["Umzug nach Graz", "投資家を紹介してほしい", "хочет переехать"])
def test_no_note_is_read_out_and_none_is_bent_into_english(note: str) -> None:
    (one,) = found(summary=note)
    assert note in one.because
    assert note not in one.text
    assert "“" not in one.text


@pytest.mark.parametrize("kind", ["promise", "waiting"])
def test_a_word_alone_can_be_said_whatever_it_is(kind: FollowUpKind) -> None:
    words = [
        "send",
        "give",
        "tell",
        "call",
        "help",
        "introduce",
        "invite",
        "the",
        "to",
        "intro",
        "deck",
        "?",
        "!",
        "🙂",
        "周",
    ]
    for word in words:
        maya = Contact(uid="a", name="Maya Lin", needs=(word,), offers=(word,), interests=(word,))
        touch = Interaction(uid="t", day=TODAY - timedelta(days=9), contacts=("a",), summary=word, gave=word)
        step = FollowUp(uid="f", kind=kind, contact="a", text=word, made=TODAY - timedelta(days=9))
        assert starters(Network([maya, touch, step]), maya, NOW)
    assert "send you something" in said(promise="send")


def test_on_the_day_itself_nothing_is_asked_that_was_told_just_now() -> None:
    text = said(days=0, summary="hiring two people", ask_next="how the Lisbon move went", gave="the slides")
    assert "earlier today" not in text
    assert "You told" not in text
    assert "slides" not in text
    assert "Next time, I'd like to hear how the Lisbon move went." in text
    assert "When would suit you?" in said(days=0, summary="we agreed to swap notes on Rust")
    assert "Would that still be useful" not in said(days=0, promise="send the deck")


def test_what_is_said_at_an_event_is_said_as_on_its_day() -> None:
    event = Event(uid="e", name="Grid Day", start=TODAY + timedelta(days=3), people=(Attendee(contact="a"),))
    birthday = Milestone(label="birthday", month=event.start.month, day=event.start.day)
    text = said(days=1, event=event, summary="hiring two people", milestones=(birthday,))
    assert "yesterday" not in text
    assert "Happy birthday." in text
    assert "Grid Day" not in said(days=9, event=event, summary="coming over for Grid Day")


def test_sentences_at_one_event_are_made_differently() -> None:
    known = network()
    first = [page[0] for page in event_starters(known, known.events["e-conf"], NOW).values() if page]
    most = Counter(shape for it in first for shape in shapes(it.text)).most_common(1)[0][1]
    assert most <= len(first) / 4
    at_work = [it.text for page in event_starters(known, known.events["e-conf"], NOW).values() for it in page]
    heard = Counter(shapes(text)[0] for text in at_work if "Helios Grid" in text)
    assert max(heard.values()) == 1


def test_who_cannot_be_named_aloud_goes_by_the_nickname() -> None:
    yutong = Contact(uid="y", name="周雨桐", given="雨桐", family="周", nickname="Yutong")
    maya = Contact(uid="a", name="Maya Lin", introduced_by="y", culture=Culture(pronouns="she/her"))
    made = Introduction(uid="i", first="a", second="y", status="introduced")
    known = Network([yutong, maya, made])
    spoken = [it for it in starters(known, maya, NOW) if "Yutong" in it.text]
    assert {it.kind for it in spoken} == {"person", "introduction"}
    assert all("周雨桐" in it.because and "周" not in it.text for it in spoken)


def test_nobody_is_offered_a_job_as_if_they_needed_one_and_no_language_is_claimed() -> None:
    from tui.model.records import Share

    opening = Share(uid="s", title="Opening: trainee at a planning desk", topics=("planning",))
    maya = Contact(uid="a", name="Maya Lin", interests=("planning",), languages=("Irish",))
    text = " ".join(
        it.text for page in range(3) for it in starters(Network([maya, opening]), maya, NOW, page=page)
    )
    assert "made me think of you" not in text
    assert "Opening: trainee" in text
    assert "Irish" in text
    assert "carry on in" not in text


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("call about grant", "call about the grant"),
        ("feedback on deck", "feedback on the deck"),
        ("wanted to move to Porto", "wanted to move to Porto"),
        ("invite you for dinner", "invite you for dinner"),
        ("back from Japan", "back from Japan"),
        ("three questions before we talk", "three questions before we talk"),
    ],
)
def test_articles_that_notes_leave_out(typed: str, full: str) -> None:
    assert with_articles(typed) == full


def test_an_object_gets_its_article_too() -> None:
    assert with_articles("return book", after_verb=True) == "return the book"
    assert with_articles("pay back lunch", after_verb=True) == "pay back the lunch"
    assert with_articles("write one page on the data", after_verb=True) == "write one page on the data"


def test_used_words_are_never_shared_out_differently() -> None:
    known = network()
    event = known.events["e-conf"]
    again = Network([msgspec.structs.replace(it) for it in known.records()])
    assert event_starters(known, event, NOW) == event_starters(again, again.events["e-conf"], NOW)
