"""Two copies at once: whoever comes second, on screen or as a command, reads and says why it can't write.

Two full screens, and a command beside a full screen that captures, are in `test_rough_ends`.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.journeys.place import KITH, Place

ON = "2026-03-10 08:00"
CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Rosa Mbeki\nEND:VCARD\n"
WRITING = ("add -", "share https://example.org/grid", "import card.vcf")
"""Commands that write."""
READING = ("list", "due --all", "doctor", "doctor --repair")
"""Commands that read; there is nothing to repair."""


@pytest.fixture
def filled(place: Place) -> Place:
    place.says(ON, "add", "Maya Lin @Acme #climate")
    (place.home / "card.vcf").write_text(CARD)
    return place


def names(place: Place) -> list[str]:
    return [row["name"] for row in place.data(ON, "list")]


def refused_in_one_line(place: Place, *words: str) -> None:
    done = place.run(ON, *words, input="Kim Lee\n")
    assert (done.returncode, done.stdout) == (1, ""), words
    assert done.stderr.startswith("kith: Another Kith has "), words
    assert done.stderr.count("\n") == 1


def test_commands_beside_a_full_screen(filled: Place) -> None:
    with filled.open(ON) as screen:
        for words in WRITING:
            refused_in_one_line(filled, *words.split())
        for words in READING:
            assert filled.run(ON, *words.split()).returncode == 0, words
        screen.send("a")
        screen.wait_for("Quick capture")
        screen.send("Zoe Ade", "enter")
        screen.wait_for("✓ Zoe Ade")
        assert names(filled) == ["Maya Lin", "Zoe Ade"]
        screen.kill()
    assert names(filled) == ["Maya Lin", "Zoe Ade"]


def test_everything_beside_a_command_that_writes(filled: Place) -> None:
    command = [*KITH, "--file", str(filled.file), "--on", ON, "add", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=filled.home, env=filled.env
    ) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write("Bo Ek\n")
        first.stdin.flush()
        assert "Bo Ek" in first.stdout.readline()
        with filled.open(ON) as screen:
            screen.wait_for("Read-only: Another Kith")
            screen.send("2")
            screen.wait_for("Maya Lin", "Bo Ek")
            screen.send("u")
            screen.wait_for("Nothing to undo")
            refused_in_one_line(filled, "add", "Kim Lee")
            assert filled.run(ON, "list").returncode == 0
            first.stdin.write("Zoe Ade\n")
            first.stdin.close()
            assert "Zoe Ade" in first.stdout.readline()
            assert first.wait() == 0
            # The lock is free: a command writes, and the screen goes on saying that it can't.
            filled.says(ON, "add", "Kim Lee")
            screen.send("a")
            screen.wait_for("Read-only: Another Kith")
            assert "Quick capture" not in screen.text
    assert sorted(names(filled)) == ["Bo Ek", "Kim Lee", "Maya Lin", "Zoe Ade"]


def test_commands_that_write_at_the_same_moment_wait_for_one_another(filled: Place) -> None:
    people = ["Ada Obi", "Bo Ek", "Chidi Eze"]
    running = [
        subprocess.Popen(
            [*KITH, "--file", str(filled.file), "--on", ON, "add", name],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=filled.home,
            env=filled.env,
        )
        for name in people
    ]
    said = [process.communicate() for process in running]
    done = [name for name, process in zip(people, running, strict=True) if process.returncode == 0]
    assert done
    assert sorted(names(filled)) == sorted(["Maya Lin", *done])
    for process, (_, complaint) in zip(running, said, strict=True):
        assert process.returncode == 0 or "Another Kith" in complaint


def test_a_damaged_file_is_not_repaired_beside_one_who_has_it_open(filled: Place, tmp_path: Path) -> None:
    """The first copy was there before the damage: it stops writing, and keeps the lock until it ends."""
    with filled.open(ON) as screen:
        screen.send("f1")  # once it is answered the visit is noted, which would else be found to be too late
        screen.wait_for("─ Help")
        screen.send("escape")
        screen.wait_gone("─ Help")
        whole = filled.file.read_bytes()
        filled.file.write_bytes(whole[:-40])
        done = filled.run(ON, "doctor", "--repair")
        assert done.returncode == 1
        assert "Another Kith has" in done.stderr
        screen.send("a")
        screen.wait_for("Quick capture")
        screen.send("Kim Lee", "enter")
        screen.wait_for("changed by another")
        assert filled.file.read_bytes() == whole[:-40]
        screen.send("escape")
        screen.kill()
    assert filled.run(ON, "doctor", "--repair").returncode == 0
    assert names(filled) == ["Maya Lin"]
