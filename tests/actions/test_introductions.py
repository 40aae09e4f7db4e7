"""An introduction from the idea to what came of it, each step one Change; declined is final."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.rules.making import NOW, TODAY, introduction, person, rows
from tui.actions import introductions
from tui.actions.interactions import Refused
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Introduction


def two() -> Network:
    return Network((person("maya"), person("tomas")))


def made(network: Network, change: Change) -> Introduction:
    network.apply(change)
    (found,) = network.introductions.values()
    return found


def test_from_the_idea_to_what_came_of_it_and_back() -> None:
    network = two()
    changes = [introductions.start(network, "maya", "tomas", "both  draw maps", NOW)]
    record = made(network, changes[0])
    assert (record.status, record.reason, record.added) == ("idea", "both draw maps", TODAY)
    for status in ("asked first", "asked second", "introduced"):
        change = introductions.advance(network, record.uid, NOW, channel="email", summary="Wrote")
        changes.append(change)
        record = made(network, change)
        assert (record.status, record.steps[-1].day) == (status, TODAY)
    assert [touch.contacts for touch in network.interactions.values()] == [
        ("maya",),
        ("tomas",),
        ("maya", "tomas"),
    ]
    changes.append(introductions.outcome(network, record.uid, NOW, "they met twice"))
    record = made(network, changes[-1])
    assert (record.status, record.outcome) == ("came of it", "they met twice")
    again = introductions.outcome(network, record.uid, NOW, "they founded a firm")
    assert len(made(network, again).steps) == len(record.steps)
    network.apply(again.inverse())
    for change in reversed(changes):
        network.apply(change.inverse())
    assert not network.introductions
    assert not network.interactions


def test_asking_the_first_is_idea_step_and_touch_in_one() -> None:
    network = two()
    change = introductions.ask_first(
        network, "maya", "tomas", "maps", NOW, channel="message", summary="Wrote: maps"
    )
    assert change.words == "Asked Maya Lin about meeting Tomas Lin"
    record = made(network, change)
    assert [step.status for step in record.steps] == ["idea", "asked first"]
    assert [touch.contacts for touch in network.interactions.values()] == [("maya",)]


@pytest.mark.parametrize("status", ["idea", "asked first", "asked second"])
def test_declined_is_final(status: str) -> None:
    network = Network((person("maya"), person("tomas"), introduction(status=status)))
    record = made(network, introductions.decline(network, "intro", NOW, "no time  this year"))
    assert (record.status, record.outcome) == ("declined", "no time this year")
    refusals: tuple[Callable[[], Change], ...] = (
        lambda: introductions.advance(network, "intro", NOW, channel="email"),
        lambda: introductions.decline(network, "intro", NOW),
        lambda: introductions.outcome(network, "intro", NOW, "they met"),
        lambda: introductions.start(network, "tomas", "maya", "again", NOW),
        lambda: introductions.ask_first(network, "maya", "tomas", "again", NOW, channel="email"),
    )
    for refused in refusals:
        with pytest.raises(Refused):
            refused()


def test_refused() -> None:
    network = Network((person("maya"), person("tomas"), introduction()))
    for first, second in (("maya", "maya"), ("maya", "gone"), ("tomas", "maya")):
        with pytest.raises(Refused):
            introductions.start(network, first, second, "maps", NOW)
    with pytest.raises(Refused, match="not introduced yet"):
        introductions.outcome(network, "intro", NOW, "they met")
    with pytest.raises(Refused, match="few words"):
        introductions.outcome(
            Network((person("maya"), person("tomas"), introduction(status="introduced"))), "intro", NOW, " "
        )
    removed: tuple[Callable[[], Change], ...] = (
        lambda: introductions.remove(network, "gone"),
        lambda: introductions.reword(network, "gone", "why"),
        lambda: introductions.decline(network, "gone", NOW),
    )
    for action in removed:
        with pytest.raises(Refused, match="removed"):
            action()


def test_reworded_and_removed() -> None:
    network = Network((person("maya"), person("tomas"), introduction(reason="maps")))
    assert made(network, introductions.reword(network, "intro", "slow maps")).reason == "slow maps"
    network.apply(introductions.remove(network, "intro"))
    assert not network.introductions


def test_the_row_of_a_step_that_is_not_due_yet_can_be_done() -> None:
    fresh = introduction(added=TODAY)
    assert rows(person("maya"), person("tomas"), fresh, kind="introduction") == []
    row = introductions.row_of(fresh)
    assert (row.contact, row.due) == ("maya", TODAY + timedelta(days=7))
    assert introductions.row_of(introduction()).due is None
