"""The message that goes with each thing to give: whole, true to the facts, and giving before asking."""

from __future__ import annotations

from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Contact, Introduction, Profile
from tui.model.settings import Tone
from tui.rules.giving.suggestions import giving
from tui.view.giving_words import asking_words, step_words, thanking_words, words_for

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
DEMO = sample_network(NOW)
TONES: tuple[Tone, ...] = get_args(Tone)
NEED = "somebody who does power market modelling"


@pytest.mark.parametrize("tone", TONES)
def test_every_suggestion_of_the_sample_network_has_whole_words(tone: Tone) -> None:
    found = giving(DEMO, NOW)
    for gift in (*found.today, *found.later):
        words = words_for(DEMO, gift, NOW, tone)
        assert words.subject
        assert not set("{}[]|") & set(words.body), words.body
        assert "Noa" in words.body
        if gift.kind == "introduction":
            assert DEMO.contacts[gift.other].name in words.body
        if gift.kind == "share":
            assert DEMO.shares[gift.share].url in words.body


def pair() -> tuple[Contact, Contact]:
    seeker = Contact(uid="s", name="Solveig Aas", needs=("somebody who understands permitting",))
    helper = Contact(uid="a", name="Anneli Koivu", offers=("permitting for wind farms",))
    return seeker, helper


def test_the_reason_is_said_to_each_of_the_two_as_their_own() -> None:
    network = Network((Profile(uid="me", name="Kim"), *pair()))
    (pairing,) = giving(network, NOW).introductions or (None,)
    assert pairing is not None
    idea = Introduction(uid="i", first=pairing.first, second=pairing.second, reason=pairing.reason)
    first = step_words(network, idea, NOW).body
    assert "Solveig looks for somebody who understands permitting; you offer permitting" in first
    asked = Introduction(uid="i", first="a", second="s", reason=pairing.reason, status="asked first")
    second = step_words(network, asked, NOW).body
    assert "you are looking for somebody who understands permitting; Anneli offers permitting" in second
    assert second.count("somebody who understands permitting") == 1
    both = Introduction(uid="i", first="a", second="s", reason=pairing.reason, status="asked second")
    assert "Solveig looks for somebody who understands permitting" in step_words(network, both, NOW).body


@pytest.mark.parametrize("tone", TONES)
def test_an_ask_gives_first_and_makes_a_no_easy(tone: Tone) -> None:
    rafael = next(it for it in DEMO.contacts.values() if it.name == "Rafael Monteverde")
    body = asking_words(DEMO, rafael, NEED, NOW, tone).body
    assert body.index("a spare desk in Lisbon") < body.index(NEED)
    assert any(words in body for words in ("unanswered", "no explanation needed"))


def test_a_sensitive_need_of_yours_is_not_told() -> None:
    rafael = next(it for it in DEMO.contacts.values() if it.name == "Rafael Monteverde")
    assert "divorce" not in asking_words(DEMO, rafael, "a good divorce lawyer", NOW).body


def test_thanks_name_what_was_received() -> None:
    meera = next(it for it in DEMO.contacts.values() if it.name.startswith("Meera"))
    assert "Thank" in thanking_words(DEMO, meera, NOW).body
