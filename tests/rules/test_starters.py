"""What can be proved of starters: for forty invented people, alone and at every event, and for hostile notes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.people import NOW, PRIVATE, network
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, Interaction, Profile, Starter
from tui.rules.matching.likeness import is_about_the_same
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import PAGE, Suggestion, beside, event_starters, fact_of, room_starters, starters
from tui.rules.starters.notes import clauses, visible
from tui.rules.starters.nouns import wanted, with_a
from tui.rules.starters.openers import is_senior
from tui.rules.starters.reading import read, read_note
from tui.rules.starters.scene import said_event, said_organization
from tui.rules.starters.second_person import to_you

KNOWN = network()


def everything(
    known: Network, contact: Contact, event: Event | None = None, now: Any = NOW
) -> list[Suggestion]:
    """Return every page."""
    found: list[Suggestion] = []
    for page in range(30):
        more = starters(known, contact, now, event=event, page=page)
        if not more:
            return found
        found += more
    raise AssertionError("the pages never end")


def all_lines() -> list[tuple[str, Contact, Suggestion]]:
    lines = [
        ("alone", contact, it) for contact in KNOWN.contacts.values() for it in everything(KNOWN, contact)
    ]
    for event in KNOWN.events.values():
        for person in event.people:
            contact = KNOWN.contacts[person.contact]
            lines += [(event.uid, contact, it) for it in everything(KNOWN, contact, event)]
    return lines


LINES = all_lines()
FOUND = [line for line in LINES if line[2].kind not in ("opener", "own")]


def recorded() -> str:
    """Return everything in the file as one text, without the private notes."""
    parts: list[str] = []
    for record in KNOWN.records():
        data = msgspec.to_builtins(record)
        data.pop("private_notes", None)
        parts += walk(data)
    return " ".join(visible(part) for part in parts)


def walk(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [text for value in data.values() for text in walk(value)]
    if isinstance(data, (list, tuple)):
        return [text for value in data for text in walk(value)]
    return []


def test_there_is_something_to_say_to_everybody() -> None:
    assert all(starters(KNOWN, contact, NOW) for contact in KNOWN.contacts.values())
    assert len(FOUND) > 600


def test_reads_as_one_or_two_whole_sentences() -> None:
    for _, contact, it in FOUND:
        assert it.text == it.text.strip()
        assert it.text[-1] in "?.", it.text
        assert len(re.findall(r"[.?](?=\s|$)", it.text)) <= 2, it.text
        assert len(it.text) <= 220, it.text
        assert "  " not in it.text, it.text
        assert it.text[0] == it.text[0].upper(), (contact.name, it.text)


def test_no_slot_is_left_and_nothing_stray() -> None:
    for _, _, it in LINES:
        assert not re.search(r"[{}\[\]<>|]", it.text), it.text
        assert not re.search(r"\b(?:None|null|undefined|nan|slot|script)\b", it.text), it.text


def test_private_notes_are_never_used() -> None:
    assert not any(PRIVATE in f"{it.text}{it.because}" for _, _, it in LINES)


def test_nothing_sensitive_is_said() -> None:
    for _, _, it in FOUND:
        assert not is_sensitive(it.text), it.text
        assert not is_sensitive(it.because), it.because


def test_what_it_rests_on_is_in_the_file() -> None:
    text = recorded()
    for _, contact, it in FOUND:
        assert it.because, it
        for fact in re.findall(r"“([^”]*)”", it.because):
            whole = fact.removesuffix("…").replace("; ", " ; ")
            assert whole in text or fact in text, (contact.name, it.because)


def test_every_claim_has_a_fact() -> None:
    for _, _, it in FOUND:
        assert "“" in it.because or it.kind == "since", it


def test_no_two_people_at_an_event_get_the_same_words() -> None:
    said: dict[tuple[str, str], str] = {}
    for where, contact, it in LINES:
        if where != "alone":
            assert (where, it.text) not in said, (it.text, contact.name, said[where, it.text])
            said[where, it.text] = contact.name


def test_event_starters_are_the_first_page_for_each() -> None:
    event = KNOWN.events["e-conf"]
    found = event_starters(KNOWN, event, NOW)
    assert set(found) == {person.contact for person in event.people}
    for uid, mine in found.items():
        assert mine == starters(KNOWN, KNOWN.contacts[uid], NOW, event=event)
        assert len(mine) <= PAGE


def test_nobody_at_an_event_hears_the_same_twice() -> None:
    for where in {where for where, _, _ in LINES}:
        for contact in KNOWN.contacts.values():
            mine = [it.text for at, who, it in LINES if at == where and who is contact]
            assert len(mine) == len(set(mine))


def test_the_same_file_on_the_same_day_gives_the_same_words() -> None:
    again = network()
    for contact in KNOWN.contacts.values():
        later = NOW + timedelta(hours=3)
        assert everything(KNOWN, contact) == everything(again, again.contacts[contact.uid], now=later)


def test_phrasing_turns_from_day_to_day_but_not_the_facts() -> None:
    contact = next(iter(KNOWN.contacts.values()))
    by_day = [starters(KNOWN, contact, NOW + timedelta(days=days))[0] for days in range(6)]
    assert len({it.text for it in by_day}) > 1
    assert len({fact_of(it.kind, it.because, it.text) for it in by_day}) == 1


def test_the_order_of_worth() -> None:
    maya = next(iter(KNOWN.contacts.values()))
    assert [it.kind for it in starters(KNOWN, maya, NOW)] == ["thread", "talk", "promise", "interest", "talk"]


def test_openers_come_last_and_light_before_deep() -> None:
    for where in ("alone", "e-conf"):
        for contact in KNOWN.contacts.values():
            mine = [it for at, who, it in LINES if at == where and who is contact]
            kinds = [it.kind == "opener" for it in mine]
            assert kinds == sorted(kinds)
            depths = [it.depth for it in mine if it.kind == "opener"]
            assert depths == sorted(depths)


@pytest.mark.parametrize("state", ["used", "worked"])
def test_what_was_used_is_not_offered_again(state: Any) -> None:
    for contact in KNOWN.contacts.values():
        first = everything(KNOWN, contact)[0]
        if first.state:
            continue
        used = Starter(text=first.text, because=first.because, kind=first.kind, state=state)
        marked = msgspec.structs.replace(contact, starters=(*contact.starters, used))
        records = [marked if record is contact else record for record in KNOWN.records()]
        fact = fact_of(first.kind, first.because, first.text)
        for days in (0, 1, 40):
            left = everything(Network(records), marked, now=NOW + timedelta(days=days))
            assert all(fact_of(it.kind, it.because, it.text) != fact for it in left)
            assert all(it.text != first.text for it in left)


def test_what_was_used_with_one_leaves_the_others_words_as_they_are() -> None:
    event = KNOWN.events["e-conf"]
    before = event_starters(KNOWN, event, NOW)
    contact = KNOWN.contacts[event.people[3].contact]
    first = before[contact.uid][0]
    used = Starter(text=first.text, because=first.because, kind=first.kind, state="used", event=event.uid)
    marked = msgspec.structs.replace(contact, starters=(used,))
    known = Network([marked if record is contact else record for record in KNOWN.records()])
    after = event_starters(known, event, NOW)
    assert {uid: it for uid, it in after.items() if uid != contact.uid} == {
        uid: it for uid, it in before.items() if uid != contact.uid
    }
    assert first not in after[contact.uid]


def test_a_kind_that_worked_rises() -> None:
    contact = Contact(uid="a", name="Ada Berg", interests=("chess",), place="Oslo", organization="Fjord Maps")
    other = Contact(uid="b", name="Bo Lund", starters=(Starter(text="x", kind="place", state="worked"),))
    plain = starters(Network([contact]), contact, NOW)
    risen = starters(Network([contact, other]), contact, NOW)
    assert [it.kind for it in plain][:3] == ["interest", "work", "place"]
    assert [it.kind for it in risen][:3] == ["place", "interest", "work"]


def test_own_and_pinned_come_first() -> None:
    own = Starter(text="Ask me about the lighthouse", kind="own", state="own")
    pinned = Starter(
        text="What drew you to chess?", because="they care about “chess”", kind="interest", state="pinned"
    )
    elsewhere = Starter(text="Only there?", kind="own", state="own", event="e9")
    contact = Contact(uid="a", name="Ada Berg", interests=("chess",), starters=(own, pinned, elsewhere))
    found = starters(Network([contact]), contact, NOW)
    assert [(it.text, it.state) for it in found[:2]] == [(pinned.text, "pinned"), (own.text, "own")]
    assert elsewhere.text not in {it.text for it in found}


def test_your_questions_for_an_event_come_as_sentences() -> None:
    event = KNOWN.events["e-conf"]
    maya = next(iter(KNOWN.contacts.values()))
    found = starters(KNOWN, maya, NOW, event=event)
    assert [it.kind for it in found[:2]] == ["own", "own"]
    assert "grid pricing" in found[0].text
    assert not found[0].text.startswith("Ask about")
    assert found[1].text == "How did you start at Acme?"


def test_pages_go_on_without_repeating() -> None:
    for contact in KNOWN.contacts.values():
        texts = [it.text for it in everything(KNOWN, contact)]
        assert len(texts) == len(set(texts))


def test_the_room_has_openers_for_its_kind_and_its_topics() -> None:
    found = room_starters(KNOWN, KNOWN.events["e-conf"], NOW)
    assert {"topic", "opener"} <= {it.kind for it in found}
    assert [it.depth for it in found] == sorted(it.depth for it in found)
    event = msgspec.structs.replace(
        KNOWN.events["e-conf"],
        starters=(
            Starter(text=found[0].text, because=found[0].because, kind=found[0].kind, state="used"),
            Starter(text="Mine?", kind="own", state="own"),
        ),
    )
    again = room_starters(KNOWN, event, NOW)
    assert again[0].text == "Mine?"
    assert found[0].text not in {it.text for it in again}


def test_nobody_you_never_met_is_told_that_they_told_you() -> None:
    contact = Contact(uid="a", name="Ada Berg", needs=("designer",), organization="Fjord Maps")
    for it in everything(Network([contact, Profile(uid="me", offers=("designer pool",))]), contact):
        assert "You told" not in it.text
        assert "You were looking" not in it.text
        assert "last in touch" not in it.text


def said_to(**fields: Any) -> str:
    """Everything that a single touch of ten days ago gives to say."""
    days = fields.pop("days", 10)
    talk = Interaction(uid="t", day=NOW.date() - timedelta(days=days), contacts=("a",), **fields)
    known = Network([Contact(uid="a", name="Maya Lin"), talk])
    return " ".join(it.text for it in everything(known, known.contacts["a"]))


def test_a_date_to_be_found_together_is_asked_for() -> None:
    assert "Shall we pick a date for the polder walk?" in said_to(ask_next="pick a date for the polder walk")
    assert "Shall we find a time to climb?" in said_to(ask_next="find a time to climb")


def test_nobody_is_asked_to_tell_more_of_what_you_said() -> None:
    assert "thanked" not in said_to(summary="she thanked me for saying so early")
    assert "Tell me more" not in said_to(summary="she asked about my thesis")
    assert "How are they" in said_to(summary="has two kids")


def test_what_is_still_to_come_has_not_been_like_anything() -> None:
    said = said_to(summary="invited to a first interview")
    assert "invited to a first interview" in said
    assert "What has it been like" not in said


def test_last_is_not_said_twice() -> None:
    assert not re.search(r"\blast (?:\w+ ){1,2}last\b", said_to(days=44, channel="call"))


def test_what_was_given_in_a_hard_hour_is_not_brought_up() -> None:
    said = said_to(summary="her father's funeral", gave="an evening of listening", received="her trust")
    assert "evening" not in said
    assert "trust" not in said


def test_culture_stands_beside_and_not_inside() -> None:
    aiko = next(it for it in KNOWN.contacts.values() if it.name == "Aiko Tanaka")
    assert (
        beside(aiko)
        == "pronounced EYE-ko · greeting: a bow rather than a handshake · family name first · she/her"
    )
    assert not any("bow" in it.text for it in everything(KNOWN, aiko))
    assert beside(Contact(uid="a", name="Ada")) == ""


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("hiring two ML people, moving to Lisbon", "you were hiring two ML people"),
        ("Hiring engineers", "you were hiring engineers"),
        ("hiring plans", "hiring plans"),
        ("looking for designer", "you were looking for a designer"),
        ("needs lawyer", "you needed a lawyer"),
        ("the grid permitting mess", "the grid permitting mess"),
        ("her marathon", "your marathon"),
        ("ask about her marathon", "your marathon"),
        ("how the Lisbon move went", "how the Lisbon move went"),
        ("whether she found a flat", "whether you found a flat"),
        ("if he still climbs", "if you still climb"),
        ("did she find a flat", "Did you find a flat?"),
        ("is she still at Acme?", "Are you still at Acme?"),
        ("how's the new job", "How's the new job?"),
        ("wants to move to Porto", "you wanted to move to Porto"),
        ("just bought a house with his brother", "you just bought a house with your brother"),
        ("they've just closed their Series B", "you have just closed your Series B"),
        ("Maya is training for an ultra", "you were training for an ultra"),
        ("she asked about my thesis", "you asked about my thesis"),
        ("works on grid storage", "you work on grid storage"),
        ("doesn't like flying", "you don't like flying"),
        ("is a vegetarian", "you are a vegetarian"),
        ("thinks AI is overhyped", "you think AI is overhyped"),
        ("new flat in Porto", "the new flat in Porto"),
        ("PhD on soil microbes", "your PhD on soil microbes"),
        ("4 kids", "your 4 kids"),
        ("talked about Rust and embedded Linux", "Rust and embedded Linux"),
        ("the board wants a plan by May", "the board wants a plan by May"),
        ("moving to Lisbon next month", "you were moving to Lisbon"),
        ("a talk she is giving in Oct", "a talk you are giving in October"),
        ("HIRING TWO PEOPLE!!!", "you were hiring two people"),
        ("Which meters did she choose in the end?", "Which meters did you choose in the end?"),
        ("the judgment quotes my diagram", "the judgment quotes my diagram"),
        ("She quoted me on the maps", "you quoted me on the maps"),
        ("Restoring the number 28 tram", "you were restoring the number 28 tram"),
        ("the relay sticks below zero", "the relay sticks below zero"),
        ("his daughter's exam results", "your daughter's exam results"),
        ("has been thinking about a sabbatical", "you had been thinking about a sabbatical"),
        ("Whom shall I introduce her to?", "Whom shall I introduce you to?"),
    ],
)
def test_notes_are_turned_to_the_person(note: str, said: str) -> None:
    (_, reading), *_ = read_note(note, frozenset({"maya"}))
    assert reading.words == said


@pytest.mark.parametrize(
    "note",
    [
        "her sister said she is moving",
        "he and she both moved",
        "ask how it went",
        "???",
        "",
        "(aside)",
        "[x](http://y)",
    ],
)
def test_what_is_not_clear_is_not_said(note: str) -> None:
    assert read_note(note) == ()


def test_somebody_elses_verbs_are_not_theirs() -> None:
    assert [it.words for _, it in read_note("her husband, works at Siemens")] == ["your husband"]
    assert [it.words for _, it in read_note("Ines is taking over the lab; is glad")] == [
        "Ines is taking over the lab"
    ]


def test_pronouns_of_another_are_not_taken_for_theirs() -> None:
    assert to_you("how she sees it", pronouns="he/him") is None
    assert to_you("how they see it", pronouns="they/them") == "how you see it"


def test_a_log_tells_what_was_said_and_not_how_you_met() -> None:
    assert read_note("Coffee at her office", mode="log") == ()
    assert read_note("sent her the deck", mode="log") == ()
    assert [it.words for _, it in read_note("Call about the grant", mode="log")] == ["the grant"]
    assert read_note("Wrote: How are you?", mode="log") == ()


@pytest.mark.parametrize(
    "note",
    [
        "Came second for the metro bid",
        "Drew our ways to school on one long sheet of paper",
        "Sent him my rates",
        "I told her about retainers",
        "she wants to store it",
        "what is a dam?",
        "four cities, one table",
        "no answer yet",
    ],
)
def test_a_story_of_the_hour_is_not_read_out(note: str) -> None:
    assert read_note(note, mode="log") == ()


def test_half_sentences_after_a_comma_stay_out_and_lists_do_not() -> None:
    assert [it.words for _, it in read_note("Meters are the bottleneck, line by line", mode="log")] == [
        "meters are the bottleneck"
    ]
    assert [it.words for _, it in read_note("Rust, heat pumps", mode="log")] == ["Rust", "heat pumps"]
    assert [it.words for _, it in read_note("coffee, talked about heat pumps", mode="log")] == ["heat pumps"]


def test_a_need_is_answered_only_by_what_is_about_the_same() -> None:
    assert is_about_the_same("somebody at a grid regulator", "introductions to grid regulators")
    assert not is_about_the_same("old photographs of Lisbon trams", "a spare desk in Lisbon")
    assert not is_about_the_same("help with visas", "help with taxes")


def test_what_is_not_understood_is_quoted() -> None:
    for note in ("it rained on the grid budget", "Umzug nach Lissabon", "переезд в Лиссабон"):
        reading = read(note)
        assert reading is not None
        assert (reading.form, reading.words) == ("quote", note)


@pytest.mark.parametrize(
    ("need", "said"),
    [
        ("ML engineer", "an ML engineer"),
        ("UX designer", "a UX designer"),
        ("funding", "funding"),
        ("engineers", "engineers"),
    ],
)
def test_articles_go_by_sound_and_number(need: str, said: str) -> None:
    assert wanted(need) == said


def test_an_hour_and_a_university() -> None:
    assert (with_a("hour"), with_a("university chair")) == ("an hour", "a university chair")


def test_organisations_and_events_get_their_article() -> None:
    assert said_organization("University of Porto") == "the University of Porto"
    assert said_organization("Northwind Energy Ltd") == "Northwind Energy"
    assert said_event("Spring Meet-up") == "the Spring Meet-up"
    assert said_event("Anna's birthday party") == "Anna's birthday party"


@pytest.mark.parametrize(
    "text",
    [
        "her mother died",
        "Brustkrebs",
        "laid off in May",
        "décès de sa mère",
        "murió su padre",
        "don’t tell anyone",
        "going through a divorce",
    ],
)
def test_sensitive(text: str) -> None:
    assert is_sensitive(text)


@pytest.mark.parametrize(
    "text",
    ["moving to Lisbon", "hospitality", "energy transition", "secretary of the club", "deadline on Friday"],
)
def test_not_sensitive(text: str) -> None:
    assert not is_sensitive(text)


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        [
            "a" * 10_000,
            "her " * 2_500,
            "[@click=app.quit]x[/]",
            "\x1b[31mred\x1b[0m and \u202eright to left",
            "how " + "very " * 2_000 + "long",
            "“quoted” \"twice\" 'thrice'",
            "(((((" * 1_000,
            "a,b;c.d?e!" * 800,
            "she's he's they're I'm we'd it'll",
            "ask about",
            "is",
            "the",
            "?",
        ]
    ),
    st.lists(
        st.sampled_from(
            "ask about her his she is hiring two the a to Lisbon ? , ; . ! how went wants not has been I we".split()
        ),
        max_size=14,
    ).map(" ".join),
)


@settings(max_examples=100, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_notes_never_raise_and_stay_bounded(one: str, two: str, three: str) -> None:
    contact = Contact(
        uid="a",
        name=one or "x",
        organization=two,
        title=three,
        industry=one,
        place=two,
        interests=(three, one),
        offers=(two,),
        needs=(one, three),
        groups=(two,),
        languages=(three,),
        met_note=one,
        met_day=NOW.date() - timedelta(days=9),
    )
    touch = Interaction(
        uid="t",
        day=NOW.date() - timedelta(days=3),
        contacts=("a",),
        summary=one,
        ask_next=two,
        gave=three,
        received=one,
    )
    event = Event(
        uid="e",
        name=two,
        start=NOW.date(),
        topics=(three, one),
        people=(Attendee(contact="a", questions=(one,)),),
    )
    known = Network([contact, touch, event])
    found = [
        *everything(known, contact),
        *everything(known, contact, event),
        *room_starters(known, event, NOW),
    ]
    for it in found:
        if it.kind != "own":
            assert len(it.text) <= 220
            assert not re.search(r"[\x00-\x1f\x7f\u202a-\u202e{}\[\]<>|]|  ", it.text)
        assert len(it.because) <= 500


@settings(max_examples=100, deadline=None)
@given(HOSTILE)
def test_clauses_are_few_short_and_in_the_note(note: str) -> None:
    found = clauses(note)
    assert len(found) <= 6
    assert all(0 < len(it) <= 90 for it, _ in found)


@pytest.mark.parametrize(
    ("title", "senior"),
    [
        ("CEO", True),
        ("Vice President, Grids", True),
        ("Managing Partner", True),
        ("mayor's adviser", False),
        ("assistant to the CEO", False),
        ("former minister", False),
        ("scooter designer", False),
        ("", False),
    ],
)
def test_who_is_senior(title: str, senior: bool) -> None:
    assert is_senior(Contact(uid="a", name="Ayu Hartono", title=title)) is senior


def test_somebody_senior_at_an_event_is_asked_one_thing_for_it_and_each_another() -> None:
    people = [Contact(uid=uid, name=f"Ayu {uid}", title="CEO") for uid in "abc"]
    forum = Event(
        uid="forum", name="Forum", start=NOW.date(), people=tuple(Attendee(contact=it.uid) for it in people)
    )
    network = Network([*people, forum])
    said = []
    for it in people:
        found = [*starters(network, it, NOW, event=forum), *starters(network, it, NOW, event=forum, page=1)]
        said += [one.text for one in found if one.because == "opener for somebody senior"]
    assert len(said) == len(set(said)) == 3


@pytest.mark.parametrize(
    ("noted", "because"),
    [
        ("Which three months would you come?", "your own question for this event"),
        ("how the pilot went", "your own question for this event: “how the pilot went”"),
    ],
)
def test_a_question_of_ones_own_is_not_said_twice(noted: str, because: str) -> None:
    contact = Contact(uid="a", name="Maya Lin")
    event = Event(
        uid="e",
        name="Grid Forum",
        start=NOW.date(),
        people=(Attendee(contact="a", questions=(noted,)),),
    )
    found = starters(Network([contact, event]), contact, NOW, event=event)
    assert because in [it.because for it in found if it.kind == "own"]
