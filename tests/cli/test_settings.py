"""Settings on the command line: what is set is gone by, what can't be used is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli import main


def kith(settings: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["--demo", *arguments], env={"KITH_CONFIG": str(settings)})
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_a_day_is_read_in_the_users_order(settings: Path) -> None:
    assert kith(settings, "--on", "5/12/2026", "due")[0] == 2
    settings.write_text('date_order = "day first"\n', encoding="utf-8")
    code, shown, _ = kith(settings, "--on", "5/12/2026", "insights", "--json")
    assert code == 0
    assert json.loads(shown)["last"] == "2026-12-05"


def test_the_days_of_a_tier_are_the_users(settings: Path) -> None:
    asked = ("--on", "2026-11-21", "due", "--all", "--json")
    usual = json.loads(kith(settings, *asked)[1])
    settings.write_text("[tiers]\nactive = 3000\nclose = 3000\ninner = 3000\nwide = 3000\n", encoding="utf-8")
    slower = json.loads(kith(settings, *asked)[1])
    # Whoever has an interval of their own goes on by that.
    assert len(_check_ins(slower)) < len(_check_ins(usual))


def _check_ins(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [row for row in rows if row["kind"] == "check_in"]
