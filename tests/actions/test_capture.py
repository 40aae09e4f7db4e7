"""A captured line becomes one Change: who it means, what it adds, and that nothing is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.actions.capture import AmbiguousName, capture, understand
from tui.actions.interactions import Refused
from tui.model.change import Change
from tui.model.codec import to_builtins
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Interaction
from tui.rules.capture.line import Capture, Promise, read_capture
from tui.rules.matching.people import profile_key
from tui.rules.touches import depth_words

NOW = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
TODAY = NOW.date()
ENDED = Event(
    uid="e", name="PyCon", start=date(2026, 11, 23), end=date(2026, 11, 25), end_time=time(18), timezone="UTC"
)
RUNNING = Event(uid="r", name="Meet-up", start=TODAY, start_time=time(18), end_time=time(22), timezone="UTC")
COMING = Event(uid="c", name="Dinner", start=date(2026, 12, 5))
MAYA = Contact(
    uid="maya",
    name="Maya Lin",
    organization="Acme",
    title="Designer",
    interests=("climate",),
    emails=("maya@acme.example",),
    profiles=("https://www.linkedin.com/in/mayalin",),
    tier="ambient",
)


def do(network: Network, line: str, event: Event | None = None, **chosen: object) -> Change:
    """Capture a line, apply it, and return it."""
    change = capture(network, read_capture(line, NOW), NOW, event=event, **chosen)  # type: ignore[arg-type]
    network.apply(change)
    return change


def named(network: Network, name: str) -> Contact:
    (contact,) = network.by_name(name)
    return contact


def test_the_whole_line_of_somebody_new() -> None:
    network = Network([Contact(uid="bo", name="Bo Lund")])
    change = do(
        network,
        "Maya Lin @Acme Robotics, design lead #climate #sailing : hiring two ML people !send the deck by fri "
        "<intro to her boss ?a hardware founder +knows grid regulators >tue ~Bo Lund =close ** "
        "maya@acme.example +44 20 7946 0018 linkedin.com/in/maya-lin",
    )
    assert change.words == "Captured Maya Lin"
    maya = named(network, "Maya Lin")
    assert (maya.organization, maya.title, maya.tier, maya.source, maya.added) == (
        *("Acme Robotics", "design lead", "close", "capture", TODAY),
    )
    assert (maya.interests, maya.needs, maya.offers) == (
        *(("climate", "sailing"), ("a hardware founder",), ("knows grid regulators",)),
    )
    assert maya.emails == ("maya@acme.example",)
    assert len(maya.phones) == len(maya.profiles) == 1
    assert (maya.introduced_by, maya.met_day, maya.notes) == ("bo", None, "")
    (touch,) = network.interactions_of(maya.uid)
    assert (touch.day, touch.channel, touch.summary, touch.depth, touch.event) == (
        *(TODAY, "in person", "hiring two ML people", 2, None),
    )
    steps = {(it.kind, it.text, it.due, it.made, it.interaction) for it in network.follow_ups_of(maya.uid)}
    assert steps == {
        ("promise", "send the deck", date(2026, 11, 27), TODAY, touch.uid),
        ("waiting", "intro to her boss", None, TODAY, touch.uid),
        ("follow_up", "", date(2026, 12, 1), TODAY, touch.uid),
    }


def test_a_name_alone_adds_somebody_active_and_logs_nothing() -> None:
    network = Network()
    do(network, "Olu Bello")
    olu = named(network, "Olu Bello")
    assert (olu.tier, olu.met_day, olu.met_event) == ("active", None, None)
    assert not network.interactions
    assert not network.follow_ups


@pytest.mark.parametrize(("event", "day"), [(ENDED, date(2026, 11, 25)), (RUNNING, TODAY)])
def test_at_an_event_that_has_begun_you_met_there_on_its_day(event: Event, day: date) -> None:
    network = Network([event])
    do(network, "Olu Bello !send the deck", event)
    olu = named(network, "Olu Bello")
    assert (olu.met_day, olu.met_event) == (day, event.uid)
    (touch,) = network.touches_of(olu.uid)
    assert (touch.day, touch.event, touch.channel) == (day, event.uid, "in person")
    assert network.events[event.uid].people == (Attendee(contact=olu.uid, outcome="met"),)
    (promise,) = network.follow_ups_of(olu.uid)
    assert (promise.event, promise.interaction) == (event.uid, touch.uid)


def test_before_an_event_they_are_expected_and_not_met() -> None:
    network = Network([COMING])
    do(network, "Olu Bello", COMING)
    olu = named(network, "Olu Bello")
    assert network.events["c"].people == (Attendee(contact=olu.uid, outcome="expected"),)
    assert (olu.met_day, olu.met_event) == (None, None)
    assert not network.interactions
    later = replace(COMING, start=date(2026, 11, 26), people=network.events["c"].people)
    began = Network([*network.contacts.values(), later])
    do(began, "Olu Bello :boats", later)
    assert began.contacts[olu.uid].met_event == "c"
    assert began.events["c"].people[0].outcome == "met"


def test_what_there_is_to_talk_about_before_an_event_is_no_touch() -> None:
    network = Network([MAYA, replace(COMING, people=(Attendee(contact="maya", why="hires"),))])
    do(network, "Maya Lin : the grid * !send the deck", COMING)
    do(network, "Maya Lin : The grid", COMING)
    do(network, "Olu Bello : boats", COMING)
    assert not network.interactions
    assert [(it.outcome, it.why) for it in network.events["c"].people] == [
        ("expected", "hires; the grid"),
        ("expected", "boats"),
    ]
    assert network.contacts["maya"].notes == "small talk"
    (promise,) = network.follow_ups_of("maya")
    assert (promise.event, promise.interaction) == ("c", None)


def test_the_event_is_taken_as_it_is_now_and_its_plans_are_kept() -> None:
    planned = Attendee(contact="maya", why="hires", priority=1, questions=("When?",))
    network = Network([MAYA, replace(RUNNING, people=(planned,), notes="newer")])
    do(network, "Maya Lin", RUNNING)
    assert network.events["r"].people == (replace(planned, outcome="met"),)
    assert network.events["r"].notes == "newer"


def test_a_second_line_at_one_event_adds_to_the_same_touch() -> None:
    network = Network([MAYA, RUNNING])
    do(network, "Maya Lin :hiring **", RUNNING)
    do(network, "Maya Lin :moving to Lisbon *", RUNNING)
    do(network, "Maya Lin :Hiring", RUNNING)
    (touch,) = network.touches_of("maya")
    assert (touch.summary, touch.depth) == ("hiring; moving to Lisbon", 2)


def test_an_imported_person_is_kept_up_with_once_met() -> None:
    imported = replace(MAYA, imported={"organization": "Acme"})
    network = Network([imported, RUNNING, COMING])
    do(network, "Maya Lin :hiring")
    assert network.contacts["maya"].tier == "ambient"
    network = Network([imported, RUNNING, COMING])
    tiers = []
    for event in (COMING, RUNNING):
        do(network, "Maya Lin", event)
        tiers.append(network.contacts["maya"].tier)
    assert tiers == ["ambient", "active"]


def test_somebody_known_is_enriched_and_loses_nothing() -> None:
    network = Network([replace(MAYA, archived=True, notes="likes tea")])
    do(
        network,
        "maya lin @Beta Labs, CTO #Climate #jazz MAYA@acme.example m@beta.example linkedin.com/in/MayaLin/",
        contact="maya",
    )
    maya = network.contacts["maya"]
    assert (maya.name, maya.organization, maya.title, maya.tier) == (
        "Maya Lin",
        "Acme",
        "Designer",
        "ambient",
    )
    assert maya.interests == ("climate", "jazz")
    assert maya.emails == ("maya@acme.example", "m@beta.example")
    assert maya.profiles == MAYA.profiles
    assert maya.notes == "likes tea\n2026-11-26: now @Beta Labs, CTO?"
    assert not maya.archived
    assert not do(network, "maya lin @Beta Labs, CTO #climate", contact="maya")


def test_an_empty_organisation_is_filled() -> None:
    network = Network([Contact(uid="bo", name="Bo Lund")])
    do(network, "Bo Lund @Fjord Foods, buyer =inner")
    bo = network.contacts["bo"]
    assert (bo.organization, bo.title, bo.tier, bo.notes) == ("Fjord Foods", "buyer", "inner", "")


def test_who_introduced_you_is_a_contact_or_stays_in_words() -> None:
    network = Network([MAYA, Contact(uid="a1", name="Ana Reyes"), Contact(uid="a2", name="Ana Reyes")])
    do(network, "Bo Lund ~Maya")
    do(network, "Cy Wong ~Ana Reyes")
    do(network, "Di Wu ~Zed")
    do(network, "Maya Lin ~Maya Lin")
    do(network, "Bo Lund ~Zed")
    assert named(network, "Bo Lund").introduced_by == "maya"
    assert named(network, "Bo Lund").met_note == "Introduced by Zed"
    assert named(network, "Cy Wong").met_note == "Introduced by Ana Reyes"
    assert named(network, "Di Wu").met_note == "Introduced by Zed"
    assert named(network, "Maya Lin").introduced_by is None


def test_the_same_promise_is_not_written_down_twice() -> None:
    network = Network([MAYA])
    do(network, "Maya Lin !send the deck by fri")
    do(network, "Maya Lin !Send the deck by fri")
    do(network, "Maya Lin !send the deck by sat")
    assert [it.due for it in network.follow_ups_of("maya")] == [date(2026, 11, 27), date(2026, 11, 28)]


PEOPLE = (
    MAYA,
    Contact(uid="a1", name="Ana Reyes", organization="Acme"),
    Contact(uid="a2", name="Ana Reyes", organization="Beta"),
    Contact(uid="a3", name="Ana Ruiz", emails=("office@x.example",)),
    Contact(uid="jo", name="José Núñez", nickname="Pepe"),
)


@pytest.mark.parametrize(
    ("line", "uid", "choices"),
    [
        ("maya LIN", "maya", []),
        ("Lin Maya", "maya", []),
        ("Lin Maya @Elsewhere", None, ["maya"]),
        ("José Núñez @Elsewhere", "jo", []),
        ("maya @Elsewhere", "maya", []),  # their uid
        ("Maya Lin @Elsewhere maya@acme.example", "maya", []),
        ("Pepe", "jo", []),
        ("Maya mAya@acme.example", "maya", []),
        ("Maya linkedin.com/in/mayalin?x=1", "maya", []),
        ("Ana Reyes", None, ["a1", "a2"]),
        ("Ana Reyes @beta", "a2", []),
        ("Ana Reyes @Gamma", None, ["a1", "a2"]),
        ("Zed Zhang office@x.example", None, ["a3"]),
        ("Maya Lin office@x.example", None, ["a3", "maya"]),
        ("May", None, []),
        ("May @Acme", None, ["maya"]),
        ("Mya Lin @Acme", None, ["maya"]),
        ("Maya Linn", None, []),
        ("Zed Zhang", None, []),
        ("a2 @Gamma", "a2", []),
    ],
)
def test_whom_a_line_means(line: str, uid: str | None, choices: list[str]) -> None:
    network = Network(PEOPLE)
    found = understand(network, read_capture(line, NOW))
    assert (found.contact.uid if found.contact else None) == uid
    assert [it.uid for it in found.choices] == choices
    assert found.new == (uid is None and not choices)
    if choices:
        with pytest.raises(AmbiguousName) as asked:
            capture(network, read_capture(line, NOW), NOW)
        assert [it.uid for it in asked.value.choices] == choices


def test_a_part_of_a_name_is_asked_about_if_they_are_on_the_list() -> None:
    event = replace(RUNNING, people=(Attendee(contact="maya"), Attendee(contact="a2")))
    network = Network([*PEOPLE, event])
    assert [it.uid for it in understand(network, Capture(name="Maya"), event).choices] == ["maya"]
    assert [it.uid for it in understand(network, Capture(name="Ana Reyes"), event).choices] == ["a2", "a1"]
    assert [it.uid for it in understand(network, Capture(name="Maya")).close] == ["maya"]


@pytest.mark.parametrize(
    ("line", "new_first"),
    [("Maya @Acme", True), ("May @Acme", True), ("Maya Lin @Beta", False), ("Zed office@x.example", True)],
)
def test_somebody_new_comes_first_where_nobody_has_the_name(line: str, new_first: bool) -> None:
    network = Network([replace(it, uid=f"{it.uid}-1") for it in PEOPLE])
    found = understand(network, read_capture(line, NOW))
    assert found.choices
    assert found.new_first == new_first


def test_an_organisation_that_fits_two_decides_nothing() -> None:
    twins = [Contact(uid=uid, name="Ana Reyes", organization="Acme") for uid in "ab"]
    found = understand(Network([*PEOPLE, *twins]), Capture(name="Ana Reyes", organization="Acme"))
    assert [it.uid for it in found.choices] == ["a1", "a", "b", "a2"]


def test_a_choice_is_followed() -> None:
    network = Network(PEOPLE)
    do(network, "Ana Reyes #jazz", contact="a2")
    assert network.contacts["a2"].interests == ("jazz",)
    do(network, "Ana Reyes #salsa", new=True)
    assert len(network.by_name("Ana Reyes")) == 3


def test_what_cannot_be_saved_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match="There is no name"):
        capture(Network(), read_capture("#climate", NOW), NOW)
    with pytest.raises(Refused, match="not among your contacts"):
        capture(Network(), Capture(name="Bo"), NOW, contact="gone")


WORDS = (
    st.text(alphabet="abcdeé XYZ[]'-", min_size=1, max_size=12)
    .map(lambda it: " ".join(it.split()))
    .filter(bool)
)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
PROMISES = st.lists(
    st.builds(Promise, text=WORDS, due=st.none() | st.dates(date(2026, 11, 1), date(2027, 1, 1))), max_size=2
).map(tuple)
CAPTURES = st.builds(
    Capture,
    name=st.sampled_from(["Maya Lin", "Bo Lund", "Zoë Q"]),
    organization=st.sampled_from(["", "Acme", "Beta"]),
    title=st.sampled_from(["", "Designer", "CTO"]),
    interests=LISTS,
    talk=st.just("") | WORDS,
    promises=PROMISES,
    their_promises=PROMISES,
    needs=LISTS,
    offers=LISTS,
    follow_up=st.none() | st.just(date(2026, 12, 1)),
    introduced_by=st.sampled_from(["", "Bo Lund", "Nobody Known"]),
    tier=st.sampled_from(["", "close"]),
    depth=st.integers(0, 3),
    emails=st.lists(st.sampled_from(["m@x.example", "maya@acme.example"]), max_size=2).map(tuple),
    phones=st.lists(st.sampled_from(["+44 20 7946 0018", "02079460018"]), max_size=2).map(tuple),
    profiles=st.lists(st.sampled_from(["https://github.com/ml", *MAYA.profiles]), max_size=2).map(tuple),
    notes=st.just("") | WORDS,
)


@settings(max_examples=150, deadline=None)
@given(CAPTURES, st.sampled_from([None, ENDED, RUNNING, COMING]), st.sampled_from([None, "maya", "bo"]))
def test_nothing_said_is_lost_and_undo_is_exact(
    said: Capture, event: Event | None, chosen: str | None
) -> None:
    records = [MAYA, Contact(uid="bo", name="Bo Lund", notes="old"), ENDED, RUNNING, COMING]
    network = Network(records)
    change = capture(network, said, NOW, event=event, contact=chosen, new=chosen is None)
    network.apply(change)
    contact = next(it.after for it in change.edits if isinstance(it.after, Contact)) if change else None
    contact = contact or network.contacts[chosen or ""]
    held = str([to_builtins(edit.after) for edit in change.edits if edit.after]) + str(to_builtins(contact))
    held = held.casefold().replace("\\\\", "").replace("\\'", "'")
    for words in (
        said.organization,
        said.title,
        said.talk,
        said.notes,
        *said.interests,
        *said.needs,
        *said.offers,
    ):
        assert words.casefold() in held
    assert {profile_key(it) for it in said.profiles} <= {profile_key(it) for it in contact.profiles}
    assert set(said.emails) <= set(contact.emails)
    assert bool(said.phones) <= bool(contact.phones)
    texts = {(it.kind, it.text.casefold(), it.due) for it in network.follow_ups_of(contact.uid)}
    assert {("promise", it.text.casefold(), it.due) for it in said.promises} <= {
        (kind, text, due) for kind, text, due in texts
    }
    assert (said.follow_up is None) or ("follow_up", "", said.follow_up) in texts
    if said.introduced_by:
        assert contact.introduced_by or said.introduced_by in contact.met_note
    if said.depth and event is COMING:
        assert depth_words(said.depth) in contact.notes
        assert not network.touches_of(contact.uid)
    elif said.depth:
        assert network.touches_of(contact.uid)[0].depth == said.depth
    assert sum(isinstance(it.after, Interaction) for it in change.edits) <= 1
    assert all(it.contact == contact.uid for it in network.rows(FollowUp).values())
    network.apply(change.inverse())
    assert list(network.records()) == list(Network(records).records())
