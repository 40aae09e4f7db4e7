"""The window is closed, or the machine goes down: the file holds the day, and the program ends."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from tests.journeys.place import Place


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_leaves_the_whole_file(tmp_path: Path, name: str) -> None:
    place = Place(tmp_path)
    with place.open("2026-11-24T08:30") as kith:
        kith.wait_for("Welcome")
        kith.send("escape")
        kith.wait_gone("Welcome")
        kith.send("a")
        kith.wait_for("Quick capture")
        kith.send("Maya Lin @Acme", "enter")
        kith.wait_for("✓ Maya Lin")
        kith.process.kill(getattr(signal, name))
        kith.ended()
    held = json.loads(place.file.read_text())
    assert [contact["name"] for contact in held["contacts"].values()] == ["Maya Lin"]
