"""Rough ends: killed, too small, resized, piped, opened twice, without colours, without a terminal."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess

import pytest

from tests.journeys.kill import one_round
from tests.journeys.place import KITH, Place, moment
from tests.terminal import Terminal

ON = "2026-03-10 08:00"
SMALL = "Kith needs a terminal of at least 60×16"


class Tape:
    """Keeps what a program writes."""

    def __init__(self, into: bytearray) -> None:
        self.into = into

    def write(self, data: bytes) -> None:
        self.into.extend(data)

    def flush(self) -> None:
        """Nothing is held back."""


def test_killed_at_any_moment_every_line_with_its_tick_is_there(place: Place) -> None:
    choose = random.Random(7)
    last = 0
    for _ in range(3):
        found = one_round(place, choose).found
        assert found > last
        last = found


def test_a_hang_up_loses_nothing_and_leaves_the_file_free(place: Place) -> None:
    with place.open(ON) as terminal:
        terminal.wait_for("Welcome to Kith")
        terminal.send("escape")
        terminal.wait_gone("Welcome to Kith")
        terminal.send("a")
        terminal.wait_for("Quick capture")
        terminal.send("Maya Lin @Acme", "enter")
        terminal.wait_for("✓ Maya Lin")
        terminal.process.kill(signal.SIGHUP)
        terminal.ended()
    assert [row["name"] for row in place.data(ON, "list")] == ["Maya Lin"]
    assert place.says(ON, "add", "Zoe Ade").startswith("Captured Zoe Ade")


@pytest.mark.parametrize("size", [(40, 10), (59, 30), (80, 15)])
def test_too_small_a_window_says_so_and_grows_back(place: Place, size: tuple[int, int]) -> None:
    place.fill(moment(ON))
    with place.open(ON) as terminal:
        terminal.wait_for("Promises you made")
        terminal.resize(*size)
        terminal.wait_for("terminal of", "Make this one larger")
        terminal.resize(80, 24)
        terminal.wait_for("1 Follow-ups", "Promises you made", "? Help")
        terminal.send("q")
        assert terminal.ended() == 0


def test_opened_in_a_window_too_small(place: Place) -> None:
    with Terminal([*KITH, "--demo", "--on", ON], columns=40, rows=10, cwd=place.home, env=place.env) as it:
        it.wait_for("Kith needs a terminal of at least 60×16.")
        it.resize(80, 24)
        it.wait_for("1 Follow-ups", "Promises you made")


def test_resized_in_the_middle_of_a_line_nothing_typed_is_lost(place: Place) -> None:
    place.fill(moment(ON))
    with place.open(ON, columns=120, rows=36) as terminal:
        terminal.wait_for("Promises you made")
        terminal.send("a")
        terminal.wait_for("Quick capture")
        terminal.send("Quill Moreau @Lantern Labs")
        terminal.wait_for("Quill Moreau @Lantern Labs")
        terminal.resize(40, 10)
        terminal.wait_for("Make this one larger")
        terminal.resize(60, 16)
        terminal.wait_for("Quill Moreau @Lantern Labs")
        terminal.resize(200, 50)
        terminal.wait_for("Quill Moreau @Lantern Labs", "Promises you made")
        terminal.send(" !send the map by fri", "enter")
        terminal.wait_for("✓ Quill Moreau")
        terminal.kill()
    shown = place.data(ON, "show", "Quill Moreau")
    assert [it["text"] for it in shown["follow_ups"]] == ["send the map"]


def test_a_second_copy_reads_and_says_why_it_cannot_write(place: Place) -> None:
    place.says(ON, "add", "Maya Lin @Acme")
    with place.open(ON) as first, place.open(ON) as second:
        second.wait_for("Another Kith")
        second.send("2")
        second.wait_for("Maya Lin")
        # Said before a line is typed that could not be kept; the first copy still writes.
        second.send("a")
        second.wait_for("Read-only: Another Kith")
        assert "Quick capture" not in second.text
        first.send("a")
        first.wait_for("Quick capture")
        first.send("Zoe Ade", "enter")
        first.wait_for("✓ Zoe Ade")
        refused = place.run(ON, "add", "Kim Lee")
        assert refused.returncode == 1
        assert refused.stderr.count("\n") == 1
        assert "Another Kith" in refused.stderr
        assert {row["name"] for row in place.data(ON, "list")} == {"Maya Lin", "Zoe Ade"}
        first.send("escape")
        first.wait_gone("Quick capture")
        first.send("q")
        assert first.ended() == 0
    assert {row["name"] for row in place.data(ON, "list")} == {"Maya Lin", "Zoe Ade"}


def test_without_colours_every_state_has_its_word(place: Place) -> None:
    place.fill(moment(ON))
    painted = bytearray()
    with place.open(ON, NO_COLOR="1") as terminal:
        terminal.process.logfile_read = Tape(painted)
        terminal.wait_for("Promises you made", "overdue", "days on")
        terminal.send("3")
        terminal.wait_for("Coming up", "to debrief")
        terminal.send("q")
        assert terminal.ended() == 0
    # Shades of grey are left; no colour is.
    for red, green, blue in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", bytes(painted)):
        assert red == green == blue


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_cannot_move_its_cursor_is_told_what_works(place: Place, term: str) -> None:
    with Terminal([*KITH, "--demo"], cwd=place.home, env={**place.env, "TERM": term}) as terminal:
        terminal.wait_for("kith due")
        assert terminal.ended() == 1
        assert "full screen needs a terminal" in " ".join(terminal.text.split())


def test_without_a_terminal_one_line_says_what_works(place: Place) -> None:
    done = subprocess.run(
        [*KITH, "--demo"], capture_output=True, text=True, cwd=place.home, env=place.env, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kith: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [("due", "--all"), ("list",), ("due", "--json")])
def test_a_pipe_that_closes_early_is_no_trouble(place: Place, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*KITH, "--demo", "--on", ON, *words],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            cwd=place.home,
            env=place.env,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == ""
    assert done.returncode in {0, 1, -signal.SIGPIPE, 128 + signal.SIGPIPE}
