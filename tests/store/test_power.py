"""A loss of power: only what was synced is left, by the rules that a file system promises and no kinder ones."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

import pytest

from tests.store.helpers import FaultyDisk, Unplugged, add, healthy, let_go, open_book, reread, unplugged_at
from tui.store.book import Book


class ForgetfulDisk(FaultyDisk):
    """Remembers what is safe: a file's bytes at its last sync, a folder's names at its last sync."""

    def __init__(self, place: int = 1 << 30) -> None:
        super().__init__(unplugged_at(place))
        self.bytes: dict[int, bytes] = {}
        self.names: dict[Path, dict[str, int]] = {}
        self.last: tuple[Path, int] | None = None

    def remember(self, folder: Path) -> None:
        """Take what is in a folder for safe."""
        files = [file for file in folder.iterdir() if file.is_file()]
        self.names[folder] = {file.name: file.stat().st_ino for file in files}
        self.bytes.update({file.stat().st_ino: file.read_bytes() for file in files})

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        found = os.fstat(descriptor)
        self.bytes[found.st_ino] = os.pread(descriptor, found.st_size, 0)

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.names[folder] = {file.name: file.stat().st_ino for file in folder.iterdir() if file.is_file()}

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.last = target, target.stat().st_ino

    def lose_power(self, folder: Path, names_left: str) -> None:
        """Leave what is safe, and of the names given since their folder's last sync all, none, or the last alone."""
        names = dict(self.names.get(folder, {}))
        if names_left == "all":
            names = {file.name: file.stat().st_ino for file in folder.iterdir() if file.is_file()}
        if names_left == "last" and self.last and self.last[0].parent == folder:
            names[self.last[0].name] = self.last[1]
        shutil.rmtree(folder)
        folder.mkdir()
        for name, inode in names.items():
            (folder / name).write_bytes(self.bytes.get(inode, b""))


def work(book: Book, acknowledged: list[str]) -> None:
    for number in range(6):
        acknowledged.append(add(book, number).uid)
        if number in (2, 4):
            book.checkpoint()
    book.close()


def replaced(path: Path) -> None:
    """Leave a file that another program wrote, with the journal of the one before."""
    book = open_book(path)
    add(book, 90)
    book.close()
    path.write_text(path.read_text().replace("lvarez 90", "lvares 90"), encoding="ascii")


@pytest.mark.parametrize("names_left", ["none", "all", "last"])
def test_a_loss_of_power_after_another_program_wrote_the_file_loses_nothing(
    tmp_path: Path, names_left: str
) -> None:
    """What is acknowledged is in a new journal: its name has to be on the disk before."""
    for later in range(1, 4):
        path = tmp_path / f"{later}" / "network.json"
        replaced(path)
        disk = ForgetfulDisk()
        disk.remember(path.parent)
        book = open_book(path, disk)
        acknowledged = [add(book, number).uid for number in range(later)]
        let_go(book)
        disk.lose_power(path.parent, names_left)
        assert list(reread(path)["contacts"]) == ["c-90", *acknowledged]


@pytest.mark.parametrize("names_left", ["none", "all", "last"])
def test_a_loss_of_power_loses_nothing_at_any_step(tmp_path: Path, names_left: str) -> None:
    counted = FaultyDisk(healthy)
    work(open_book(tmp_path / "counted" / "network.json", counted), [])
    for place in range(1, len(counted.steps)):
        path = tmp_path / f"at-{place}" / "network.json"
        path.parent.mkdir()
        disk = ForgetfulDisk(place)
        acknowledged: list[str] = []
        book = open_book(path, disk)
        with contextlib.suppress(Unplugged):
            work(book, acknowledged)
        let_go(book)
        disk.lose_power(path.parent, names_left)
        if not acknowledged and not path.exists():
            continue
        found = list(reread(path)["contacts"])
        assert found[: len(acknowledged)] == acknowledged, f"at step {place}, {counted.steps[place]}"
