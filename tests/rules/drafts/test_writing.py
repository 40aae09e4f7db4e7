"""Drafts: true to the facts, in the person's name order, with nothing sensitive, private or unfilled."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.people import NOW, PRIVATE, network
from tui.model.network import Network
from tui.model.records import (
    Channel,
    Contact,
    Event,
    FollowUp,
    Interaction,
    Introduction,
    Milestone,
    Profile,
    Share,
)
from tui.model.settings import Settings, Tone
from tui.rules.content import problems
from tui.rules.content_drafts import DRAFT_KINDS, TONES, DraftKind
from tui.rules.drafts.writing import Draft, draft, kind_for, mailto
from tui.rules.queue.ranking import Row
from tui.rules.sensitive import is_sensitive

KNOWN = network()
TODAY = NOW.date()
ME = Profile(uid="me", name="Noor Haddad", interests=("sailing",), offers=("sensor prototypes",))


def row(kind: str, **fields: object) -> Row:
    return Row(key="k", kind=kind, contact="a", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", DRAFT_KINDS)
def test_every_kind_and_tone_for_everybody(kind: DraftKind, tone: Tone) -> None:
    for contact in KNOWN.contacts.values():
        for event in (None, KNOWN.events["e-past"]):
            made = draft(KNOWN, contact, kind, NOW, tone=tone, event=event)
            text = f"{made.subject}\n{made.body}"
            assert made.body
            assert not re.search(r"[{}|]|\[\[|\]\]", text.replace(contact.name, "")), text
            assert "  " not in text
            assert PRIVATE not in text
            assert not re.search(r"\b(?:None|undefined|null)\b", text), text
            assert not re.search(r" [,.?!]|\.\.|\?\.|,\.", text), text
            assert not is_sensitive(text), text
            assert made.limit == (300 if kind == "linkedin_note" else None)
            if made.limit:
                assert len(made.body) <= made.limit


def test_after_an_event_it_names_what_was_said_and_promised() -> None:
    maya = Contact(uid="a", name="Maya Lin", needs=("sensor supplier",))
    event = Event(uid="e", name="Spring Meet-up", start=TODAY - timedelta(days=1))
    talk = Interaction(
        uid="t",
        day=event.start,
        contacts=("a",),
        event="e",
        summary="hiring two ML people, moving to Lisbon",
        ask_next="how the move went",
    )
    promise = FollowUp(
        uid="f", kind="promise", contact="a", text="send the deck", due=TODAY + timedelta(days=2), event="e"
    )
    made = draft(Network([ME, maya, event, talk, promise]), maya, "after_event", NOW, event=event)
    assert made.subject == "Good to talk with you at the Spring Meet-up"
    assert "Hi Maya," in made.body
    assert "at the Spring Meet-up yesterday" in made.body
    assert "You told me that you were hiring two ML people and moving to Lisbon" in made.body
    assert "I said I would send you the deck, and I'll do it by Monday." in made.body
    assert "how the move went" in made.body
    assert "a sensor supplier" in made.body
    assert made.body.endswith("Noor")


def test_notes_are_turned_to_the_reader() -> None:
    maya = Contact(uid="a", name="Maya Lin")
    talk = Interaction(
        uid="t",
        day=TODAY - timedelta(days=100),
        contacts=("a",),
        summary="wants to move to Porto",
        ask_next="ask about her marathon",
    )
    made = draft(Network([ME, maya, talk]), maya, "reconnect", NOW)
    assert "you wanted to move to Porto" in made.body
    assert "your marathon" in made.body
    assert " her " not in made.body


@pytest.mark.parametrize(
    ("ask_next", "summary", "channel", "said"),
    [
        (
            "did the pilot start?",
            "",
            "call",
            "We last talked in August, and I'd like to know how you are. Did the pilot",
        ),
        ("how the pilot went", "", "call", "I've been wondering how the pilot went."),
        ("the grant", "", "call", "What is the latest on the grant?"),
        ("her sister", "", "call", "How is your sister?"),
        (
            "",
            "moving to Lisbon",
            "call",
            "You told me that you were moving to Lisbon. How did that turn out?",
        ),
        ("", "moving to Lisbon", "email", "You wrote that you were moving to Lisbon."),
        ("", "talked about heat pumps", "call", "We talked about heat pumps. What is the latest?"),
        ("", "", "in person", "We last saw each other in August, and I'd like"),
        ("", "", "email", "We were last in touch in August, and I'd like"),
    ],
)
def test_a_check_in_asks_as_one_speaks(ask_next: str, summary: str, channel: Channel, said: str) -> None:
    maya = Contact(uid="a", name="Maya Lin")
    talk = Interaction(
        uid="t",
        day=TODAY - timedelta(days=100),
        contacts=("a",),
        channel=channel,
        summary=summary,
        ask_next=ask_next,
    )
    assert said in draft(Network([ME, maya, talk]), maya, "check_in", NOW).body


def test_what_a_promise_brings_is_not_asked_about_in_the_same_message() -> None:
    maya = Contact(uid="a", name="Maya Lin")
    talk = Interaction(uid="t", day=TODAY, contacts=("a",), ask_next="how did the board take the summary?")
    step = FollowUp(uid="f", kind="promise", contact="a", text="send the summary for the board")
    known = Network([ME, maya, talk, step])
    assert "take the summary" not in draft(known, maya, "promise_kept", NOW, follow_up=step).body


def test_last_is_not_said_twice() -> None:
    maya = Contact(uid="a", name="Maya Lin")
    talk = Interaction(uid="t", day=TODAY - timedelta(days=8), contacts=("a",), channel="call")
    assert "We talked last week, and I'd" in draft(Network([ME, maya, talk]), maya, "reconnect", NOW).body


@pytest.mark.parametrize("tone", TONES)
def test_somebody_whose_name_is_not_known_is_greeted_without_one(tone: Tone) -> None:
    her = Contact(uid="a", name="the woman from the grid company")
    for kind in DRAFT_KINDS:
        body = draft(Network([ME, her]), her, kind, NOW, tone=tone).body
        assert body.startswith("Hello," if tone == "formal" else "Hi,"), body
        assert "Hi the" not in body


def test_what_you_can_offer_is_not_looked_out_for_as_well() -> None:
    maya = Contact(uid="a", name="Maya Lin", needs=("a sensor prototype",))
    body = draft(Network([ME, maya]), maya, "check_in", NOW).body
    assert "sensor prototypes" in body
    assert "keeping my eyes open" not in body


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("send me the paper", "you kindly offered to send me the paper, and"),
        ("intro to Rosa", "you kindly offered me an intro to Rosa, and"),
    ],
)
def test_what_they_offered_is_named_in_a_sentence(text: str, said: str) -> None:
    maya = Contact(uid="a", name="Maya Lin")
    step = FollowUp(uid="f", kind="waiting", contact="a", text=text, made=TODAY - timedelta(days=30))
    body = draft(Network([ME, maya, step]), maya, "waiting", NOW, follow_up=step).body
    assert f"When we were in touch last month, {said}" in body


def test_no_reason_is_claimed_for_a_share_that_has_none() -> None:
    maya = Contact(uid="a", name="Maya Lin", needs=("soil sensors",), interests=("sailing",))
    talk = Interaction(uid="t", day=TODAY, contacts=("a",), summary="hiring two ML people")
    known = Network([ME, maya, talk])
    other = Share(uid="s", title="Why grids need storage", url="https://example.org/grids")
    for tone in TONES:
        body = draft(known, maya, "share", NOW, tone=tone, share=other).body
        assert not re.search("soil|sailing|hiring", body), body
    near = msgspec.structs.replace(other, topics=("soil sensors", "sailing"))
    body = draft(known, maya, "share", NOW, share=near).body
    assert "soil sensors" in body
    assert "We have sailing in common" in body or "we have sailing in common" in body


def test_the_sensitive_stays_out() -> None:
    maya = Contact(uid="a", name="Maya Lin", private_notes="hates cats", needs=("a divorce lawyer",))
    talk = Interaction(
        uid="t",
        day=TODAY - timedelta(days=9),
        contacts=("a",),
        summary="her mother died",
        ask_next="how the funeral was",
    )
    for kind in DRAFT_KINDS:
        body = draft(Network([ME, maya, talk]), maya, kind, NOW).body
        assert not re.search("mother|funeral|divorce|cats", body)


def test_names_go_in_their_own_order() -> None:
    aiko = next(it for it in KNOWN.contacts.values() if it.name == "Aiko Tanaka")
    assert draft(KNOWN, aiko, "check_in", NOW, tone="formal").body.startswith("Dear Tanaka Aiko,")
    assert draft(KNOWN, aiko, "check_in", NOW, tone="warm").body.startswith("Hi Aiko,")


@pytest.mark.parametrize(
    ("given_row", "kind"),
    [
        (row("promise"), "promise_kept"),
        (row("follow_up", event="e"), "after_event"),
        (row("follow_up", follow_up="f"), "check_in"),
        (row("waiting"), "waiting"),
        (row("milestone", milestone=Milestone(label="Birthday", month=1, day=2)), "birthday"),
        (row("milestone", milestone=Milestone(label="launch", month=1, day=2)), "congratulation"),
        (row("check_in"), "check_in"),
        (row("reconnect"), "reconnect"),
        (row("introduction", introduction="idea"), "ask_first"),
        (row("introduction", introduction="asked first"), "ask_second"),
        (row("introduction", introduction="asked second"), "introduction"),
        (row("introduction", introduction="introduced"), "check_in"),
    ],
)
def test_kind_for(given_row: Row, kind: str) -> None:
    statuses = ("idea", "asked first", "asked second", "introduced")
    known = Network([Introduction(uid=it, first="a", second="b", status=it) for it in statuses])  # type: ignore[arg-type]
    assert kind_for(known, given_row) == kind


def test_introductions_name_the_other_and_why() -> None:
    maya = Contact(
        uid="a", name="Maya Lin", title="Design Lead", organization="Acme Robotics", needs=("soil sensors",)
    )
    omar = Contact(
        uid="b", name="Omar Aziz", title="Sensor Engineer", organization="Terra Ltd", offers=("soil sensors",)
    )
    between = Introduction(uid="i", first="a", second="b", reason="both care about soil")
    known = Network([ME, maya, omar, between])
    first = draft(known, maya, "ask_first", NOW, introduction=between)
    assert "Omar Aziz, who works as a sensor engineer at Terra" in first.body
    assert "you both care about soil" in first.body
    assert "soil sensors" in first.body
    second = draft(known, omar, "ask_second", NOW, introduction=between)
    assert "Maya Lin, who works as a design lead at Acme Robotics" in second.body
    both = draft(known, maya, "introduction", NOW, introduction=between)
    assert "Hi Maya, hi Omar," in both.body
    made = msgspec.structs.replace(between, status="introduced")
    after = draft(Network([ME, maya, omar, made]), maya, "check_in", NOW, introduction=made)
    assert "whether you and Omar Aziz found a time to talk" in after.body


def test_a_reason_about_one_of_them_is_not_told_to_the_other() -> None:
    maya, omar = Contact(uid="a", name="Maya Lin"), Contact(uid="b", name="Omar Aziz")
    between = Introduction(uid="i", first="a", second="b", reason="she is desperate for what he sells")
    assert (
        "desperate"
        not in draft(Network([ME, maya, omar, between]), maya, "ask_first", NOW, introduction=between).body
    )


def test_a_share_is_passed_on_with_its_address() -> None:
    maya = Contact(uid="a", name="Maya Lin")
    share = Share(uid="s", title="Why grids need storage", url="https://example.org/grids", why="good maps")
    made = draft(Network([ME, maya, share]), maya, "share", NOW, share=share)
    assert made.subject == "Why grids need storage"
    assert "https://example.org/grids" in made.body
    # Why it is worth reading is no reason to think of anybody.
    assert "worth your time: good maps." in made.body
    assert "made me think of you" not in made.body
    wrong = msgspec.structs.replace(share, url="javascript:alert(1)")
    assert "javascript" not in draft(Network([ME, maya]), maya, "share", NOW, share=wrong).body


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("five years at Acme", "on your five years at Acme"),
        ("new position: CTO at Acme Ltd", "on your new position at Acme"),
        ("her PhD defence", "on your PhD defence"),
        ("moved to Lisbon", "Congratulations! "),
        ("anniversary of her divorce", "Congratulations! "),
    ],
)
def test_milestones_read_after_your(label: str, words: str) -> None:
    maya = Contact(uid="a", name="Maya Lin")
    made = draft(
        Network([ME, maya]), maya, "congratulation", NOW, milestone=Milestone(label=label, month=11, day=21)
    )
    assert words in made.body.replace("\n", " ")


def test_a_kept_promise_says_which() -> None:
    maya = Contact(uid="a", name="Maya Lin")
    promise = FollowUp(uid="f", kind="promise", contact="a", text="intro to Omar")
    made = draft(Network([ME, maya, promise]), maya, "promise_kept", NOW, follow_up=promise)
    assert "I said I would make the introduction to Omar" in made.body


def test_mailto_is_percent_encoded() -> None:
    maya = Contact(uid="a", name="Maya Lin", emails=("maya+x@acme.example", "other@acme.example"))
    omar = Contact(uid="b", name="Omar Aziz", emails=("omar@terra.example",))
    message = Draft("check_in", "warm", "How & why?", "Hi Maya,\n\n100% = ü #1\n", None)
    address = mailto(maya, message, others=(omar,))
    assert re.fullmatch(r"mailto:[A-Za-z0-9@+.,%?&=_~!$'*-]+", address)
    parts = urlsplit(address)
    assert unquote(parts.path) == "maya+x@acme.example,omar@terra.example"
    fields = parse_qs(parts.query)
    assert fields["subject"] == ["How & why?"]
    assert fields["body"] == ["Hi Maya,\r\n\r\n100% = ü #1"]
    assert mailto(Contact(uid="c", name="No Mail"), message).startswith("mailto:?subject=")


def test_own_templates_are_used(tmp_path: Path) -> None:
    (tmp_path / "drafts.toml").write_text(
        '[check_in.warm]\nsubject = "Hey"\nbody = "Hey {greeting_name}! {my_name}"\n'
    )
    maya = Contact(uid="a", name="Maya Lin")
    network = Network([ME, maya])
    network.own_words = tmp_path
    made = draft(network, maya, "check_in", NOW)
    assert (made.subject, made.body) == ("Hey", "Hey Maya! Noor")


def test_a_wrong_template_of_your_own_is_told_and_ours_is_used(tmp_path: Path) -> None:
    (tmp_path / "drafts.toml").write_text('[check_in.warm]\nsubject = "Hey"\nbody = "Hey {nobody}"\n')
    network = Network([ME, Contact(uid="a", name="Maya Lin")])
    ours = draft(network, network.contacts["a"], "check_in", NOW)
    network.own_words = tmp_path
    assert draft(network, network.contacts["a"], "check_in", NOW) == ours
    (problem,) = problems(tmp_path)
    assert "nobody" in problem
    assert "drafts.toml" in problem


NOTES = st.one_of(
    st.text(max_size=200),
    st.sampled_from(["x" * 10_000, "her " * 3_000, "\x1b[1m{event}", "[[|]]", "a. b! c? " * 999]),
)


@settings(max_examples=60, deadline=None)
@given(NOTES, NOTES, st.sampled_from(DRAFT_KINDS), st.sampled_from(TONES))
def test_hostile_notes_never_raise_and_stay_bounded(one: str, two: str, kind: DraftKind, tone: Tone) -> None:
    contact = Contact(
        uid="a", name=one or "x", organization=two, needs=(one,), interests=(two,), emails=(one,)
    )
    other = Contact(uid="b", name=two or "y", title=one)
    between = Introduction(uid="i", first="a", second="b", reason=one)
    step = FollowUp(uid="f", kind="promise", contact="a", text=two)
    touch = Interaction(uid="t", day=TODAY, contacts=("a",), summary=one, ask_next=two, received=one)
    share = Share(uid="s", title=one, url=two, why=two)
    day = Milestone(label=two, month=11, day=21)
    known = Network([contact, other, between, step, touch, share, Profile(uid="me", name=one[:100])])
    made = draft(
        known, contact, kind, NOW, tone=tone, introduction=between, follow_up=step, share=share, milestone=day
    )
    assert len(made.body) < 16_000
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", f"{made.subject}{made.body}")
    assert "\n" not in made.subject
    if kind == "linkedin_note":
        assert len(made.body) <= 300
    assert mailto(contact, made).isascii()


def test_without_a_tone_the_users_own_is_taken() -> None:
    maya = Contact(uid="a", name="Maya Lin")
    known = Network([maya])
    known.settings = Settings(tone="formal")
    assert draft(known, maya, "check_in", NOW).tone == "formal"
    assert draft(known, maya, "check_in", NOW, tone="plain").tone == "plain"
