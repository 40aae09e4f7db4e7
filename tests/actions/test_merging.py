"""Two records made one: nothing is lost, everything points to the one, and one step takes it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.actions.interactions import Refused
from tui.actions.merging import keep_apart, merge
from tui.demo import sample_network
from tui.model import codec
from tui.model.network import Network
from tui.model.records import (
    Attendee,
    Contact,
    Culture,
    Deferral,
    Event,
    FollowUp,
    Interaction,
    Introduction,
    Milestone,
    Note,
    Sent,
    Share,
    Starter,
    Step,
)
from tui.rules.matching.combining import Side, compare, richer_first
from tui.rules.matching.duplicates import duplicates
from tui.rules.starters import starters

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 1)
MAYA = Contact(
    uid="maya",
    name="Maya Lin",
    organization="Acme",
    title="designer",
    emails=("maya@acme.example",),
    phones=("+46 8 5555 1234",),
    interests=("climate", "Sailing"),
    met_day=dt.date(2024, 5, 1),
    notes="Rows at dawn.",
    private_notes="Was ill last winter.",
    tier="close",
    added=dt.date(2024, 5, 1),
)
OTHER = Contact(
    uid="other",
    name="Maya C. Lin",
    organization="Salt Works",
    emails=("MAYA@acme.example", "mcl@salt.example"),
    phones=("08-5555 1234",),
    interests=("sailing", "chess"),
    met_day=dt.date(2025, 5, 1),
    met_note="Connected on LinkedIn",
    notes="Knows grids.",
    private_notes="Shy at first.",
    tier="ambient",
    source="linkedin",
    imported={"name": "Maya C. Lin"},
    added=dt.date(2025, 5, 2),
    extra={"shoe": 39},
)
AMA = Contact(uid="ama", name="Ama Owusu", introduced_by="other", not_duplicates=("other",))


def network(*more: Any) -> Network:
    return Network((MAYA, OTHER, AMA, *more))


def merged(net: Network, chosen: dict[str, Side] | None = None) -> Contact:
    change = merge(net, "maya", "other", NOW, chosen)
    net.apply(change)
    return net.contacts["maya"]


def test_lists_and_notes_are_united_and_the_better_text_is_taken() -> None:
    one = merged(network())
    assert one.name == "Maya C. Lin"
    assert (one.organization, one.title) == ("Salt Works", "")
    assert one.emails == ("maya@acme.example", "mcl@salt.example")
    assert one.phones == ("+46 8 5555 1234",)
    assert one.interests == ("climate", "Sailing", "chess")
    assert one.met_day == dt.date(2024, 5, 1)
    assert one.tier == "close"
    assert one.notes.startswith("Rows at dawn.\n\nKnows grids.\n\nMerged Tue 24 Nov 2026; not taken over: ")
    assert all(lost in one.notes for lost in ("name “Maya Lin”", "organisation “Acme”", "title “designer”"))
    assert one.private_notes == "Was ill last winter.\n\nShy at first."
    assert "ill" not in one.notes
    assert (one.imported, one.extra, one.added) == ({"name": "Maya C. Lin"}, {"shoe": 39}, MAYA.added)


def test_what_is_chosen_is_taken() -> None:
    one = merged(network(), {"name": "left", "organization": "left", "interests": "right", "circle": "left"})
    assert (one.name, one.organization) == ("Maya Lin", "Acme")
    assert one.interests == ("sailing", "chess")
    assert "“climate”" in one.notes
    assert "“Maya C. Lin”" in one.notes


def test_a_title_stays_where_the_organisation_is_the_same() -> None:
    other = replace(OTHER, organization="ACME Ltd")
    net = Network((replace(MAYA, title=""), replace(other, title="design lead")))
    assert merged(net).title == "design lead"


def test_what_cannot_be_chosen_is_not_taken_from_whoever_asks() -> None:
    one = merged(network(), {"notes": "left", "title": "both", "emails": "both"})
    assert "Knows grids." in one.notes


def test_everything_that_spoke_of_the_second_speaks_of_the_first() -> None:
    seats = (
        Attendee(contact="maya", why="ask about sails", priority=2, questions=("How?",), outcome="not met"),
        Attendee(contact="ama"),
        Attendee(
            contact="other", why="she knows grids", priority=1, questions=("Why?",), outcome="met", practice=2
        ),
    )
    net = network(
        Interaction(
            uid="dinner",
            day=DAY,
            contacts=("other", "ama", "maya"),
            notes=(Note(contact="maya", text="one"), Note(contact="other", text="two")),
        ),
        Interaction(uid="call", day=DAY, contacts=("other",)),
        Event(uid="fair", name="Fair", start=DAY, people=seats),
        FollowUp(uid="deck", kind="promise", contact="other", text="send the deck"),
        Introduction(uid="intro", first="other", second="ama"),
        Introduction(
            uid="self",
            first="maya",
            second="other",
            reason="both like sails",
            steps=(Step(status="idea", day=DAY),),
        ),
        Share(uid="talk", sent=(Sent(contact="other", day=DAY), Sent(contact="maya", day=DAY))),
    )
    one = merged(net)
    assert net.interactions["dinner"].contacts == ("maya", "ama")
    assert net.interactions["dinner"].notes == (Note(contact="maya", text="one\ntwo"),)
    assert net.interactions["call"].contacts == ("maya",)
    assert net.follow_ups["deck"].contact == "maya"
    assert (net.introductions["intro"].first, net.introductions["intro"].second) == ("maya", "ama")
    assert "self" not in net.introductions
    assert "both like sails; idea on Sun 1 Nov" in one.notes
    assert net.shares["talk"].sent == (Sent(contact="maya", day=DAY),)
    assert (net.contacts["ama"].introduced_by, net.contacts["ama"].not_duplicates) == ("maya", ("maya",))
    seat, ama = net.events["fair"].people
    assert (seat.contact, seat.outcome, seat.priority, seat.practice) == ("maya", "met", 1, 2)
    assert seat.why == "ask about sails; she knows grids"
    assert seat.questions == ("How?", "Why?")
    assert ama == seats[1]
    assert "other" not in net.contacts


def test_nobody_introduced_you_to_themselves() -> None:
    net = Network((replace(MAYA, introduced_by="other"), replace(OTHER, introduced_by="ama"), AMA))
    assert merged(net).introduced_by == "ama"


def test_milestones_starters_and_what_was_put_off_are_united() -> None:
    birthday = Milestone(label="birthday", month=3, day=4)
    put_off = Deferral(row="check_in", action="skip", day=DAY, until=DAY)
    pinned = Starter(text="How is the boat?", state="pinned")
    left = replace(MAYA, milestones=(birthday,), starters=(pinned,), deferrals=(put_off,), vcard=("X:1",))
    right = replace(
        OTHER,
        milestones=(replace(birthday, year=1990, label="Birthday"), replace(birthday, label="wedding")),
        starters=(pinned, Starter(text="Still chess?")),
        deferrals=(replace(put_off, day=DAY - dt.timedelta(days=3)), put_off),
        vcard=("X:1", "Y:2"),
        culture=Culture(greeting="waves", extra={"tone": 1}),
    )
    one = merged(Network((left, right)))
    assert [(it.label, it.year) for it in one.milestones] == [("birthday", 1990), ("wedding", None)]
    assert [it.text for it in one.starters] == ["How is the boat?", "Still chess?"]
    assert [it.day for it in one.deferrals] == [DAY - dt.timedelta(days=3), DAY]
    assert one.vcard == ("X:1", "Y:2")
    assert one.culture == Culture(greeting="waves", extra={"tone": 1})


def test_fields_that_kith_does_not_know_are_kept_even_if_they_differ() -> None:
    left, right = (replace(it, extra={"shoe": size, it.uid: 1}) for it, size in ((MAYA, 38), (OTHER, 39)))
    one = merged(Network((left, right)))
    assert one.extra == {"shoe": 38, "maya": 1, "other": 1, "merged": [{"shoe": 39}]}


def test_one_archived_or_paused() -> None:
    net = Network((replace(MAYA, archived=True, paused=True), OTHER))
    one = merged(net)
    assert (one.archived, one.paused) == (False, True)


@pytest.mark.parametrize(("keep", "other"), [("maya", "maya"), ("maya", "gone"), ("gone", "maya")])
def test_what_cannot_be_merged_is_refused_with_a_sentence(keep: str, other: str) -> None:
    with pytest.raises(Refused, match=r"\.$|two\."):
        merge(network(), keep, other, NOW)


def test_two_people_are_remembered_as_two() -> None:
    net = Network((MAYA, replace(MAYA, uid="twin")))
    assert len(duplicates(net)) == 1
    change = keep_apart(net, "maya", "twin")
    net.apply(change)
    assert not duplicates(net)
    assert not keep_apart(net, "maya", "twin")
    net.apply(change.inverse())
    assert len(duplicates(net)) == 1


def test_the_note_on_what_was_not_taken_over_is_nothing_to_say() -> None:
    net = network()
    one = merged(net)
    said = " ".join(
        f"{it.text} {it.because}" for page in range(5) for it in starters(net, one, NOW, page=page)
    )
    assert "taken over" not in said
    assert "Merged" not in said


def test_the_record_with_the_history_goes_on() -> None:
    call = Interaction(uid="call", day=DAY, contacts=("other",))
    assert richer_first(network(call), MAYA, OTHER) == (OTHER, MAYA)
    assert richer_first(network(), OTHER, MAYA) == (MAYA, OTHER)


# Whatever the records hold.

words = st.text("abcäé X.,;\n", max_size=8)
lists = st.lists(words.filter(lambda it: bool(it.strip())), max_size=3).map(tuple)
days = st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1))
people = st.builds(
    Contact,
    uid=st.just("x"),
    name=words.filter(lambda it: bool(it.strip())),
    given=words,
    nickname=words,
    organization=words,
    title=words,
    place=words,
    emails=lists,
    phones=lists,
    interests=lists,
    needs=lists,
    groups=lists,
    met_day=st.none() | days,
    met_note=words,
    notes=words,
    private_notes=words,
    culture=st.builds(Culture, greeting=words, pronouns=words),
    milestones=st.lists(
        st.builds(
            Milestone,
            label=st.sampled_from(["birthday", "Birthday", "jubilee"]),
            month=st.just(3),
            day=st.integers(1, 3),
            year=st.none() | st.integers(1990, 1992),
        ),
        max_size=3,
    ).map(tuple),
    vcard=lists,
    starters=st.lists(st.builds(Starter, text=words), max_size=2).map(tuple),
    added=st.none() | days,
    extra=st.none() | st.dictionaries(st.sampled_from("abc"), st.integers(0, 2), max_size=2),
)
sides: st.SearchStrategy[Side] = st.sampled_from(["left", "right", "both"])
choices = st.dictionaries(
    st.sampled_from(["name", "organization", "title", "emails", "interests", "needs", "met_note", "notes"]),
    sides,
)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield from value.split()


def test_a_year_known_to_one_of_two_doubled_birthdays_is_kept() -> None:
    day, other = Milestone(label="birthday", month=3, day=1), Milestone(label="birthday", month=3, day=2)
    left = replace(MAYA, milestones=(other, day))
    right = replace(OTHER, milestones=(replace(day, year=1991), day))
    assert {it.year for it in merged(Network((left, right))).milestones} == {1991, None}


def test_what_is_not_taken_is_told_whole_where_what_is_kept_holds_an_entry_twice() -> None:
    left = replace(MAYA, interests=("tides", "Tides"))
    right = replace(OTHER, interests=("kelp", "reefs"))
    net = Network((left, right))
    net.apply(merge(net, left.uid, right.uid, NOW, {"interests": "left"}))
    assert "interests “kelp, reefs”" in net.contacts[left.uid].notes


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(people, people, choices)
def test_every_word_of_both_is_in_the_one(one: Contact, other: Contact, chosen: dict[str, Side]) -> None:
    left, right = replace(one, uid="left"), replace(other, uid="right")
    net = Network((left, right))
    net.apply(merge(net, "left", "right", NOW, chosen))
    result = net.contacts["left"]
    held = " ".join(texts(msgspec.to_builtins(result))).casefold()
    for person in (left, right):
        known = msgspec.to_builtins(replace(person, uid="left", milestones=(), added=None))
        for word in texts(known):
            assert word.casefold() in held or _folded_away(word, held), (word, held)
        for day in person.milestones:
            assert any((it.month, it.day) == (day.month, day.day) for it in result.milestones)
            assert day.year is None or day.year in {it.year for it in result.milestones}
    assert codec.decode("contacts", codec.encode(result)) == result


def _folded_away(word: str, held: str) -> bool:
    """Entries of lists that differ only in case or accents are one."""
    from tui.model.text import fold

    return fold(word) in fold(held)


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(people, people, choices)
def test_it_is_taken_back_exactly_and_done_again(
    one: Contact, other: Contact, chosen: dict[str, Side]
) -> None:
    records = (replace(one, uid="left"), replace(other, uid="right"))
    net = Network(records)
    change = merge(net, "left", "right", NOW, chosen)
    net.apply(change)
    after = list(net.records())
    net.apply(change.inverse())
    assert sorted(net.records(), key=lambda it: it.uid) == list(records)
    net.apply(change)
    assert list(net.records()) == after


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(people)
def test_somebody_and_their_double_are_they_themselves(one: Contact) -> None:
    left = replace(one, uid="left", milestones=(), starters=())
    net = Network((left, replace(left, uid="right")))
    assert not any(field.is_open for field in compare(net, left, net.contacts["right"]))
    net.apply(merge(net, "left", "right", NOW))
    assert net.contacts["left"] == replace(
        left, **{name: getattr(net.contacts["left"], name) for name in LISTED}
    )


LISTED = ("emails", "phones", "interests", "needs", "groups", "vcard", "extra")
"""Fields in which equal entries are made one, or an empty table is none."""


def test_in_the_sample_network_any_two_can_be_one_and_no_reference_is_broken() -> None:
    net = sample_network(NOW)
    uids = list(net.contacts)
    before = sorted(map(repr, net.records()))
    for number in range(0, len(uids) - 1, 3):
        keep, other = uids[number], uids[number + 1]
        words = set(texts(msgspec.to_builtins(list(net.records())))) - {other}
        change = merge(net, keep, other, NOW)
        net.apply(change)
        held = " ".join(texts(msgspec.to_builtins(list(net.records()))))
        assert other not in held
        assert not [word for word in words if word not in held and not word.isdigit() and "-" not in word]
        net.apply(change.inverse())
    assert sorted(map(repr, net.records())) == before
