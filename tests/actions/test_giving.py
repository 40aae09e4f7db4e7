"""A suggestion followed, or put aside; something sent to several and remembered; an ask left in peace."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.rules.making import NOW, TODAY, person
from tui.actions import giving, shares
from tui.actions.interactions import Refused
from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Milestone, Profile, Share
from tui.rules.giving.asks import answerable, helpers
from tui.rules.giving.introductions import suggested_introductions
from tui.rules.giving.shares import Library
from tui.rules.giving.suggestions import Gift
from tui.rules.giving.suggestions import giving as reckoned

NEED, OFFER = "advice on pricing retainers", "pricing retainers"
MAPS = Share(uid="maps", url="https://maps.example/slow", title="Slow maps", topics=("maps",), read=True)


def network() -> Network:
    return Network(
        (
            Profile(uid="me", name="Kim", offers=(OFFER,), needs=("a portrait photographer",)),
            person("maya", needs=(NEED,), interests=("maps",)),
            person("tomas", title="portrait photographer", interests=("maps",)),
            person("rosa", needs=("a portrait photographer",), interests=("maps",)),
            MAPS,
        )
    )


def of(kind: str, known: Network) -> Gift:
    found = reckoned(known, NOW)
    return next(it for it in (*found.today, *found.later) if it.kind == kind)


@pytest.mark.parametrize("kind", ["ask", "introduction", "share"])
def test_what_was_sent_is_not_suggested_again_and_undo_brings_it_back(kind: str) -> None:
    known = network()
    gift = of(kind, known)
    change = giving.given(known, gift, NOW, channel="email", summary="Wrote: hello")
    known.apply(change)
    (touch,) = known.interactions.values()
    assert (touch.contacts, touch.summary) == ((gift.contact,), "Wrote: hello")
    found = reckoned(known, NOW)
    assert gift.key not in {it.key for it in (*found.today, *found.later)}
    known.apply(change.inverse())
    assert of(kind, known) == gift
    assert not known.interactions


@pytest.mark.parametrize("kind", ["ask", "introduction", "share"])
def test_what_is_put_aside_comes_back_after_a_quarter_of_a_year(kind: str) -> None:
    known = network()
    gift = of(kind, known)
    known.apply(giving.put_aside(known, gift, NOW))
    for days, there in ((0, False), (90, False), (91, True)):
        found = reckoned(known, NOW + timedelta(days=days))
        assert (gift.key in {it.key for it in (*found.today, *found.later)}) == there
    known.apply(giving.put_aside(known, gift, NOW))
    assert len(known.contacts[gift.contact].deferrals) == 1


def test_a_milestone_is_greeted_as_in_the_queue_and_put_aside_likewise() -> None:
    day = Milestone(label="birthday", month=TODAY.month, day=TODAY.day)
    known = Network((person("maya", milestones=(day,)),))
    gift = of("milestone", known)
    for change in (
        giving.given(known, gift, NOW, channel="message"),
        giving.put_aside(known, gift, NOW),
    ):
        known.apply(change)
        assert reckoned(known, NOW).today == ()
        known.apply(change.inverse())


def test_something_sent_to_several_is_remembered_for_each_and_never_sent_twice() -> None:
    known = network()
    assert {it.contact for it in Library(known, NOW).audience(MAPS)} == {"maya", "tomas", "rosa"}
    for uid in ("maya", "tomas", "rosa"):
        known.apply(shares.passed_on(known, "maps", uid, NOW, channel="email"))
    assert [(it.contact, it.day) for it in known.shares["maps"].sent] == [
        ("maya", TODAY),
        ("tomas", TODAY),
        ("rosa", TODAY),
    ]
    assert len(known.interactions) == 3
    assert Library(known, NOW).audience(known.shares["maps"]) == ()
    with pytest.raises(Refused, match="already"):
        shares.passed_on(known, "maps", "maya", NOW, channel="email")


def test_an_ask_is_answered_and_rests() -> None:
    known = network()
    known.apply(giving.given(known, of("ask", known), NOW, channel="email"))
    assert answerable(known, NOW + timedelta(days=100)) == ()
    assert len(answerable(known, NOW + timedelta(days=182))) == 1


def test_who_was_asked_is_left_in_peace() -> None:
    known = network()
    need = "a portrait photographer"
    known.apply(giving.asked(known, "tomas", need, NOW, channel="message", summary="Wrote: a question"))
    (helper,) = helpers(known, NOW)[need]
    assert helper.asked == TODAY + timedelta(days=60)
    (helper,) = helpers(known, NOW + timedelta(days=60))[need]
    assert helper.asked is None


def test_somebody_gone_is_refused() -> None:
    known = network()
    gift = of("ask", known)
    known.apply(giving.put_aside(known, gift, NOW))
    with pytest.raises(Refused):
        giving.put_aside(Network(), gift, NOW)
    with pytest.raises(Refused):
        giving.asked(Network(), "tomas", "x", NOW, channel="email")
    assert len(suggested_introductions(known, NOW)) == 1


def test_a_share_is_changed_marked_and_removed() -> None:
    known = network()
    known.apply(shares.mark_read(known, "maps"))
    assert not known.shares["maps"].read
    edited = replace(MAPS, title="  Slow   maps ", url="maps.example/fast", topics=("#maps", "Maps", "paper"))
    known.apply(shares.change_share(known, edited))
    kept = known.shares["maps"]
    assert (kept.title, kept.url, kept.topics) == (
        "Slow maps",
        "https://maps.example/fast",
        ("maps", "paper"),
    )
    known.apply(shares.keep(known, "https://o.example", "", [], TODAY, title="Other", own=True))
    with pytest.raises(Refused, match="kept already"):
        shares.change_share(known, replace(MAPS, url="https://o.example"))
    with pytest.raises(Refused, match="web address"):
        shares.change_share(known, replace(MAPS, url="javascript:alert(1)"))
    known.apply(shares.remove(known, "maps"))
    for action in (shares.remove, shares.mark_read):
        with pytest.raises(Refused, match="removed"):
            action(known, "maps")
    with pytest.raises(Refused, match="removed"):
        shares.change_share(known, MAPS)


def test_what_was_given_takes_its_turn_and_leaves_the_rest_of_the_day_as_it_was() -> None:
    for kind in ("ask", "introduction", "share"):
        held = sample_network(NOW)
        before = reckoned(held, NOW)
        gift = next(it for it in before.today if it.kind == kind)
        held.apply(giving.given(held, gift, NOW, channel="email"))
        after = reckoned(held, NOW)
        assert (len(before.today), before.given, len(after.today), after.given) == (5, 0, 4, 1), kind
        assert gift.contact not in {it.contact for it in after.today}, kind
        kept = {it.key for it in after.today} & {it.key for it in before.today}
        assert {it.key for it in before.today if it.kind == "milestone"} <= kept, kind
        assert len(kept) >= 3, kind
