"""The machine's own zone, where it says it plainly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui import clock


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine in Lisbon."""
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "etc").mkdir()
    zone = tmp_path / "usr/share/zoneinfo/Europe/Lisbon"
    zone.parent.mkdir(parents=True)
    zone.touch()
    (tmp_path / "etc/localtime").symlink_to(zone)
    return tmp_path


@pytest.mark.parametrize("told", [None, "Europe/Lisbon\n"])
def test_the_zone_is_what_the_machine_is_linked_to(root: Path, told: str | None) -> None:
    if told is not None:
        (root / "etc/timezone").write_text(told)
    assert str(clock._linked_zone(root)) == "Europe/Lisbon"


@pytest.mark.parametrize("told", ["Asia/Tokyo", "", "# none\nEurope/Lisbon", "Äther"])
def test_where_two_files_disagree_nothing_is_taken_for_granted(root: Path, told: str) -> None:
    (root / "etc/timezone").write_text(told, encoding="utf-8")
    assert clock._linked_zone(root) is None


def test_another_place_that_says_it_is_asked(root: Path) -> None:
    (root / "etc/sysconfig").mkdir()
    (root / "etc/sysconfig/clock").write_text('ZONE="Asia/Tokyo"')
    assert clock._linked_zone(root) is None


def test_the_environment_goes_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert clock._linked_zone(root) is None


def test_a_file_in_place_of_the_link_or_none_or_no_zone_says_nothing(root: Path) -> None:
    link = root / "etc/localtime"
    link.unlink()
    assert clock._linked_zone(root) is None
    link.write_bytes(b"TZif")
    assert clock._linked_zone(root) is None
    link.unlink()
    link.symlink_to(root / "usr/share/zoneinfo/Not/There")
    assert clock._linked_zone(root) is None
