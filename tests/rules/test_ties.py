"""Who introduced whom, and what you share."""

from __future__ import annotations

import datetime as dt

from tui.model.network import Network
from tui.model.records import Contact, Profile
from tui.rules.ties import chain, introduced, shared

ADA = Contact(uid="ada", name="Ada")
BEN = Contact(uid="ben", name="Ben", introduced_by="ada", met_day=dt.date(2025, 1, 1))
CEM = Contact(uid="cem", name="Cem", introduced_by="ben")
DIA = Contact(uid="dia", name="Dia", introduced_by="ada", met_day=dt.date(2026, 1, 1))


def test_a_chain_goes_back_to_the_first_and_a_circle_ends() -> None:
    net = Network((ADA, BEN, CEM, DIA))
    assert [it.uid for it in chain(net, CEM)] == ["ben", "ada"]
    assert chain(net, ADA) == []
    one, two = Contact(uid="1", name="A", introduced_by="2"), Contact(uid="2", name="B", introduced_by="1")
    assert [it.uid for it in chain(Network((one, two)), one)] == ["2"]


def test_those_introduced_come_the_latest_first() -> None:
    assert [it.uid for it in introduced(Network((ADA, BEN, CEM, DIA)), ADA)] == ["dia", "ben"]


def test_what_is_shared_is_found_whatever_its_case() -> None:
    me = Profile(uid="me", interests=("Sailing", "climate"), groups=("Porto",))
    them = Contact(uid="x", name="X", interests=("sailing", "tea"), groups=("porto",))
    assert shared(Network((me, them)), them) == ("Porto", "Sailing")
