"""What is written besides the network: whole or not at all, for its owner alone, wherever the disk refuses."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tui.cli import main
from tui.config import read_settings, write_setting
from tui.exchange.export import ExportProblem, Order, export_to
from tui.model.network import Network
from tui.model.records import Contact
from tui.model.settings import Settings
from tui.writing import put, put_new

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MAYA = Contact(uid="a", name="Maya Lin")

STEPS = {
    "the new file": (os, "open"),
    "a write": (os, "write"),
    "the sync": (os, "fsync"),
    "the name in place of another": (Path, "replace"),
    "the name": (Path, "hardlink_to"),
}
"""Each call that writing a file makes."""


def private(path: Path) -> bool:
    return path.stat().st_mode & 0o777 == 0o600


def test_a_file_is_for_its_owner_alone_also_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    sync = os.fsync

    def look(handle: int) -> None:
        seen.extend(tmp_path.glob(".*.new"))
        assert all(private(file) for file in seen)
        sync(handle)

    monkeypatch.setattr(os, "fsync", look)
    put(tmp_path / "page.md", b"Maya Lin", replacing=False)
    assert len(seen) == 1, "it gets its name once it is whole"
    seen.clear()
    assert [file.name for file in tmp_path.iterdir()] == ["page.md"]
    (tmp_path / "page.md").chmod(0o644)
    put(tmp_path / "page.md", b"Maya Berg", replacing=True)
    assert (tmp_path / "page.md").read_bytes() == b"Maya Berg"
    assert private(tmp_path / "page.md")


def test_a_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    first = put_new(tmp_path / "Kith", "Brief.md", "one")
    assert put_new(tmp_path / "Kith", "Brief.md", "one") == first
    second = put_new(tmp_path / "Kith", "Brief.md", "two")
    assert (first.read_text(), second.read_text()) == ("one", "two")
    assert second.name == "Brief 2.md"
    assert private(first)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("step", STEPS)
def test_one_refused_step_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    settings, page, out = tmp_path / "config.toml", tmp_path / "page.md", tmp_path / "out.vcf"
    settings.write_text('tone = "plain"\n')
    out.write_text("of before")
    network, order = Network([MAYA]), Order((MAYA,), NOW)
    where, name = STEPS[step]

    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    new: tuple[Callable[[], object], ...] = (
        lambda: put_new(tmp_path, "page.md", "one"),
        lambda: export_to(network, order, tmp_path / "new.csv"),
    )
    again: tuple[Callable[[], object], ...] = (
        lambda: write_setting(settings, "tone", "formal"),
        lambda: export_to(network, order, out, replacing=True),
    )
    taken = {"the name in place of another": again, "the name": new}.get(step, (*new, *again))
    monkeypatch.setattr(where, name, refuse)
    for write in taken:
        with pytest.raises((OSError, ExportProblem)):
            write()
    monkeypatch.undo()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["config.toml", "out.vcf"]
    assert read_settings(settings)[0] == Settings(tone="plain")
    assert out.read_text() == "of before"
    assert not page.exists()


def test_the_report_of_a_year_is_for_its_owner_alone(tmp_path: Path) -> None:
    words = ["--demo", "--on", "2026-11-24", "insights", "--report", str(tmp_path / "year.md")]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert private(tmp_path / "year.md")
    again = CliRunner().invoke(main, words)
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
