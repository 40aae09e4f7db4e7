"""`kith give` and `kith share`: what they print, as text and as data, and what is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.program import HOSTILE, MAYA, fill, kith, network
from tui.cli import main
from tui.model.records import Contact, Profile

ME = Profile(uid="me", name="Sam Okoro", offers=("practice interviews",), needs=("a unicorn",))
HINA = Contact(uid="hina", name=f"Hina {HOSTILE}", needs=("practice interviews",), interests=("maps",))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    fill(path, MAYA, HINA, ME)
    return path


def test_today_in_words_and_nothing_in_them_acts(file: Path) -> None:
    said = kith(file, "give")
    assert said.exit_code == 0
    assert "Worth doing for somebody today" in said.stdout
    assert "looks for practice interviews; you offer just that" in said.stdout
    assert "0 introductions to make, 0 under way, 0 things to pass on, 1 ask you could answer" in said.stdout
    assert not set("\x1b\x07\x9b\u202e") & set(said.stdout)


def test_today_as_data_with_the_words_to_send(file: Path) -> None:
    found = json.loads(kith(file, "give", "--json").stdout)
    (gift,) = found["today"]
    assert (gift["kind"], gift["contact_uid"]) == ("ask", "hina")
    assert "You were looking for practice interviews" in gift["text"]
    assert gift["subject"] == "About practice interviews"
    assert (found["asks"], found["needs"], found["given_today"]) == (1, {"a unicorn": 0}, 0)
    assert found["introductions"] == {"suggested": 0, "under_way": 0}


def test_nothing_to_give_says_what_leads_on(tmp_path: Path) -> None:
    said = kith(tmp_path / "new.json", "give")
    assert "write down what people look for" in said.stdout
    assert json.loads(kith(tmp_path / "new.json", "give", "--json").stdout)["today"] == []


def test_what_is_kept_is_suggested_to_who_cares(file: Path) -> None:
    kith(file, "share", "https://x.example/a", "calm #maps", "--title", "Slow maps", "--own")
    (share,) = network(file).shares.values()
    assert (share.title, share.why, share.topics, share.own, share.read) == (
        "Slow maps",
        "calm",
        ("maps",),
        True,
        True,
    )
    found = json.loads(kith(file, "give", "--json").stdout)
    assert found["shares"] == {"kept": 1, "with_readers": 1}


def test_what_is_not_read_yet_waits(file: Path) -> None:
    kith(file, "share", "https://x.example/a", "calm #maps", "--unread")
    assert json.loads(kith(file, "give", "--json").stdout)["shares"] == {"kept": 1, "with_readers": 0}
    kith(file, "share", "https://x.example/a")
    assert json.loads(kith(file, "give", "--json").stdout)["shares"] == {"kept": 1, "with_readers": 1}


def test_the_sample_network_has_five() -> None:
    said = CliRunner().invoke(main, ["--demo", "--on", "2026-11-24 08:30", "give", "--json"])
    assert len(json.loads(said.stdout)["today"]) == 5


def test_something_worth_passing_on_is_kept(file: Path) -> None:
    said = kith(file, "share", "https://example.org/heat", "clear figures #heat", "#grids")
    assert (said.exit_code, "example.org/heat" in said.stdout) == (0, True)
    assert "already" in kith(file, "share", "https://example.org/heat", "#heat").stdout
    (kept,) = json.loads(file.read_text())["shares"].values()
    assert (kept["why"], kept["topics"]) == ("clear figures", ["heat", "grids"])
    assert kith(file, "share", "not-an-address").exit_code == 1
