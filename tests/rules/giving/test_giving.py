"""What to pass on and to whom, asks both ways, what was given, and today's five."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.giving.crowd import NOW, crowd
from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import (
    Contact,
    Deferral,
    FollowUp,
    Interaction,
    Introduction,
    Milestone,
    Profile,
    Sent,
    Share,
    Step,
)
from tui.rules.giving.asks import answerable, ask_key, favour_key, helpers
from tui.rules.giving.ledger import Account, account_of, ledger
from tui.rules.giving.shares import Library, Sharing, share_key
from tui.rules.giving.suggestions import A_DAY, Giving, giving
from tui.rules.giving.wanting import fits_offer

TODAY = NOW.date()
MAPS = Share(
    uid="maps", url="https://maps.example/slow", title="Slow maps", topics=("maps", "paper"), read=True
)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def maya(**fields: Any) -> Contact:
    return Contact(**{"uid": "maya", "name": "Maya Lin", "interests": ("maps",), **fields})


def enjoy(*records: Any, share: Share = MAPS) -> list[Sharing]:
    return list(Library(Network((share, *records)), NOW).audience(share))


# Sharing


def test_who_cares_about_it_would_enjoy_it() -> None:
    (sharing,) = enjoy(maya())
    assert (sharing.contact, sharing.why) == ("maya", "cares about maps")


@pytest.mark.parametrize(
    ("fields", "share"),
    [
        ({"archived": True}, {}),
        ({"paused": True}, {}),
        ({"tier": "ambient"}, {}),
        ({"interests": ("tides",)}, {}),
        ({}, {"sent": (Sent("maya", date(2020, 1, 1)),)}),
        ({}, {"title": "Maps after a divorce"}),
        ({"organization": "Slow Maps"}, {"why": "by Slow Maps in Bergen"}),
        ({}, {"title": "Maya Lin on maps"}),
        ({"deferrals": (Deferral(share_key("maps"), "skip", ago(1), TODAY + timedelta(days=1)),)}, {}),
        ({"interests": ("paper",)}, {"title": "Something else", "topics": ("maps", "paper")}),
        ({}, {"title": "Opening: a job with maps"}),
    ],
)
def test_not_sent_to(fields: dict[str, Any], share: dict[str, Any]) -> None:
    kept = Share(**{**{f: getattr(MAPS, f) for f in MAPS.__struct_fields__}, **share})
    assert enjoy(maya(**fields), share=kept) == []


@pytest.mark.parametrize(("days", "expected"), [(20, 0), (21, 1)])
def test_nobody_gets_something_every_week(days: int, expected: int) -> None:
    other = Share(uid="other", url="https://o.example", sent=(Sent("maya", ago(days)),))
    assert len(enjoy(maya(), other)) == expected


def test_a_need_comes_before_an_interest_and_a_talk_between_them() -> None:
    share = Share(uid="s", title="Permitting for wind farms", topics=("wind", "permitting"), read=True)
    need = Contact(uid="need", name="Ada Obi", needs=("help with permitting for wind farms",))
    talk = Contact(uid="talk", name="Bo Lund")
    talked = Interaction(
        uid="t", day=ago(20), contacts=("talk",), summary="Permitting of her wind farm takes years"
    )
    cares = Contact(uid="cares", name="Cy Roth", interests=("wind",), tier="inner")
    found = enjoy(need, talk, talked, cares, share=share)
    assert [it.ground for it in found] == ["need", "talk", "interest"]
    assert found[1].why == "you talked about it two weeks ago"


def test_a_need_for_a_person_is_not_answered_by_an_article() -> None:
    share = Share(uid="s", title="Wind engineers of Norway", topics=("wind",), read=True)
    assert enjoy(Contact(uid="c", name="Bo Lund", needs=("a wind engineer",)), share=share) == []


# Asks


def me(**fields: Any) -> Profile:
    return Profile(**{"uid": "me", "name": "Kim", "offers": ("practice interviews for engineers",), **fields})


def hina(**fields: Any) -> Contact:
    return Contact(
        **{"uid": "hina", "name": "Hina Qureshi", "needs": ("practice interviews for engineers",), **fields}
    )


def test_an_ask_you_can_answer() -> None:
    (ask,) = answerable(Network((me(), hina())), NOW)
    assert ask.reason == "looks for practice interviews for engineers; you offer just that"


@pytest.mark.parametrize(
    "besides",
    [
        (hina(archived=True),),
        (hina(paused=True),),
        (
            hina(
                deferrals=(
                    Deferral(
                        ask_key("practice interviews for engineers"), "skip", ago(1), TODAY + timedelta(9)
                    ),
                )
            ),
        ),
        (hina(), Interaction(uid="t", day=ago(60), contacts=("hina",), gave="two practice interviews")),
        (hina(), FollowUp(uid="f", kind="promise", contact="hina", text="practise interviews with her")),
        (hina(needs=("a divorce lawyer",)),),
    ],
)
def test_not_offered(besides: tuple[Any, ...]) -> None:
    kept = [it for it in besides if not isinstance(it, FollowUp)]
    if len(kept) < len(besides):
        kept.append(
            FollowUp(uid="f", kind="promise", contact="hina", text="two practice interviews for engineers")
        )
    assert answerable(Network((me(), *kept)), NOW) == ()


def test_what_was_given_long_ago_may_be_offered_again() -> None:
    touch = Interaction(uid="t", day=ago(366), contacts=("hina",), gave="two practice interviews")
    assert len(answerable(Network((me(), hina(), touch)), NOW)) == 1


def test_a_choir_is_found_in_your_own_where_both_live() -> None:
    tasnim = Contact(uid="t", name="Tasnim Chowdhury", place="Lisbon", needs=("a choir for beginners",))
    kim = me(groups=("Ferry Dock Choir",), interests=("choir",), place="lisbon")
    (ask,) = answerable(Network((kim, tasnim)), NOW)
    assert ask.reason == "looks for a choir for beginners; you are in Ferry Dock Choir"
    assert answerable(Network((me(groups=kim.groups, interests=kim.interests), tasnim)), NOW) == ()


def test_who_could_answer_a_need_of_yours() -> None:
    kim = me(needs=("advice on pricing retainers", "a unicorn"))
    meera = Contact(uid="meera", name="Meera Rao", offers=("advice on pricing retainers",))
    got = Interaction(uid="t", day=ago(10), contacts=("meera",), received="her sheet for pricing retainers")
    found = helpers(Network((kim, meera, got)), NOW)
    assert found["a unicorn"] == ()
    (helper,) = found["advice on pricing retainers"]
    assert (helper.contact, helper.helped, helper.asked) == ("meera", ago(10), None)
    until = TODAY + timedelta(days=9)
    rests = Deferral(favour_key("advice on pricing retainers"), "attempted", ago(1), until)
    asked = Contact(uid="meera", name="Meera Rao", offers=meera.offers, deferrals=(rests,))
    assert helpers(Network((kim, asked)), NOW)["advice on pricing retainers"][0].asked == until


# The ledger


def account(*records: Any) -> Account:
    return account_of(ledger(Network((maya(), *records)), NOW), "maya")


def test_what_went_both_ways_counted_once() -> None:
    records = (
        Interaction(uid="a", day=ago(10), contacts=("maya",), gave="the slides", received="a good lunch"),
        FollowUp(
            uid="p", kind="promise", contact="maya", text="send the slides", status="done", closed=ago(10)
        ),
        FollowUp(uid="q", kind="promise", contact="maya", text="lend a tent", status="done", closed=ago(5)),
        FollowUp(uid="w", kind="waiting", contact="maya", text="the figures", status="done", closed=ago(3)),
        FollowUp(uid="o", kind="promise", contact="maya", text="not yet", status="open"),
        Share(uid="s", title="Slow maps", sent=(Sent("maya", ago(2)),)),
        Contact(uid="tom", name="Tom Roe", introduced_by="maya", met_day=ago(40)),
        Contact(uid="ada", name="Ada Obi"),
        Introduction(
            uid="i", first="ada", second="maya", status="introduced", steps=(Step("introduced", ago(1)),)
        ),
        Interaction(uid="x", day=ago(1), contacts=("maya",), gave="nothing, tried", attempt=True),
    )
    found = account(*records)
    assert [(it.way, it.words) for it in found.entries] == [
        ("gave", "the introduction to Ada"),
        ("gave", "“Slow maps”"),
        ("received", "the figures"),
        ("gave", "lend a tent"),
        ("received", "a good lunch"),
        ("gave", "the slides"),
        ("received", "the introduction to Tom"),
    ]
    assert found.mark == ""


def test_the_sensitive_is_counted_without_its_words() -> None:
    touch = Interaction(
        uid="t", day=ago(4), contacts=("maya",), gave="an evening", summary="her father's funeral"
    )
    (entry,) = account(touch).entries
    assert entry.words == "something that stays between you"


def received(*days: int) -> tuple[Interaction, ...]:
    return tuple(Interaction(uid=f"r{d}", day=ago(d), contacts=("maya",), received="help") for d in days)


@pytest.mark.parametrize(
    ("records", "mark", "unthanked"),
    [
        (received(10), "", 1),
        (received(10, 20), "thank", 2),
        ((*received(10, 20), Interaction(uid="g", day=ago(5), contacts=("maya",), gave="a book")), "", 0),
        (
            (*received(10, 20), Interaction(uid="g", day=ago(15), contacts=("maya",), summary="Thanked her")),
            "",
            1,
        ),
        ((FollowUp(uid="w", kind="waiting", contact="maya", text="the figures"),), "ask", 0),
        (
            (
                FollowUp(uid="w", kind="waiting", contact="maya", text="the figures"),
                Interaction(uid="g", day=ago(500), contacts=("maya",), gave="a book"),
            ),
            "",
            0,
        ),
    ],
)
def test_marked_quietly(records: tuple[Any, ...], mark: str, unthanked: int) -> None:
    found = account(*records)
    assert (found.mark, found.unthanked) == (mark, unthanked)


# Today's five


def keys(found: Giving) -> list[str]:
    return [it.key for it in found.today]


def test_the_sample_network_has_five_of_every_kind_for_five_people() -> None:
    found = giving(sample_network(NOW), NOW)
    assert len(found.today) == A_DAY
    assert {it.kind for it in found.today} == {"milestone", "ask", "introduction", "share"}
    people = [uid for it in found.today for uid in (it.contact, it.other) if uid]
    assert len(people) == len(set(people))
    everything = [it.key for it in (*found.today, *found.later)]
    assert len(everything) == len(set(everything))


def test_the_same_all_day_and_others_on_other_days() -> None:
    network = sample_network(NOW)
    assert keys(giving(network, NOW)) == keys(giving(network, NOW + timedelta(hours=9)))
    days = {tuple(keys(giving(network, NOW + timedelta(days=d)))) for d in range(4)}
    assert len(days) > 1


def test_what_was_given_today_counts_among_the_five() -> None:
    network = sample_network(NOW)
    some = next(iter(network.contacts))
    touches = [Interaction(uid=f"g{n}", day=TODAY, contacts=(some,), gave="a word") for n in range(A_DAY)]
    assert len(giving(Network((*network.records(), *touches[:2])), NOW).today) == 3
    done = giving(Network((*network.records(), *touches)), NOW)
    assert (done.today, done.given) == ((), A_DAY)
    assert done.later


def test_a_milestone_is_celebrated_unless_sensitive_muted_or_put_off() -> None:
    def found(**fields: Any) -> tuple[str, ...]:
        day = Milestone(label=fields.pop("label", "birthday"), month=TODAY.month, day=TODAY.day)
        return tuple(it.reason for it in giving(Network((maya(milestones=(day,), **fields),)), NOW).today)

    assert found() == ("birthday today",)
    assert found(label="a year since the divorce") == ()
    assert found(muted_milestones=True) == ()
    assert found(paused=True) == ()
    put_off = Deferral(f"milestone:birthday:{TODAY.year}", "skip", ago(1), TODAY + timedelta(days=2))
    assert found(deferrals=(put_off,)) == ()


def test_nothing_at_all_from_nothing() -> None:
    assert giving(Network(), NOW) == Giving()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 40))
def test_today_never_holds_anybody_twice_archived_or_paused(seed: int, later: int) -> None:
    network = crowd(60, seed)[0]
    found = giving(network, NOW + timedelta(days=later))
    assert len(found.today) <= A_DAY
    people = [uid for it in found.today for uid in (it.contact, it.other) if uid]
    assert len(people) == len(set(people))
    for it in (*found.today, *found.later):
        for uid in (it.contact, it.other):
            assert not uid or not (network.contacts[uid].archived or network.contacts[uid].paused)


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("a flat near the river", "a long table near the river"),
        ("old network plans to practise on", "thirty years of network planning"),
        ("spare relays of the 1980s", "a spare desk in Lisbon"),
        ("a patient translator", "a patient code review"),
        ("a first client in East Africa", "a reference as a client"),
        ("two machine learning engineers", "learning for energy"),
        ("a photographer", "a good kitchen"),
        ("", "maps"),
    ],
)
def test_an_offer_that_only_resembles_a_need_is_no_answer(need: str, offer: str) -> None:
    assert fits_offer(need, offer) == 0
