"""Files of the gallery: what one could import, and a network that was cut in the middle."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from tests.gallery.people import TODAY, rich
from tui.model.change import Edits
from tui.store.book import Book
from tui.store.faults import Damaged

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Maya,Lin,https://www.linkedin.com/in/maya-lin-example,,Acme Robotics,head of design,12 Oct 2026\n"
    "Nadia,Benali,https://www.linkedin.com/in/nadia-benali-example,,Atlas Heat,engineer,10 Oct 2026\n"
    "Ioan,Popescu,,ioan@grid.example,Delta Grid,analyst,9 Oct 2026\n"
    ",,,,,,1 Oct 2026\n"
    "张,伟,,,海图数据,工程师,30 Sep 2026\n"
)
GUESTS = (
    "Person of note;Firm of today;Mail;What do you look for?\n"
    "Bo Li;Acme Robotics;bo@acme.example;grids\n"
    "Ana Reis;Douro Ferries;ana@ferries.example;a quieter engine\n"
    "Sione Vea;;nobody;\n"
)
_CHANGED = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)


def downloads(folder: Path) -> None:
    """Write what somebody has downloaded lately."""
    folder.mkdir()
    for number, (name, text) in enumerate(
        (
            ("Connections.csv", CONNECTIONS),
            ("guests.csv", GUESTS),
            ("contacts.vcf", ""),
            ("invitation.ics", ""),
        )
    ):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        moment = (_CHANGED - dt.timedelta(days=3 * number)).timestamp()
        os.utime(path, (moment, moment))


def broken(folder: Path) -> Damaged:
    """Return what opening a network says that was cut in the middle; it is in the folder one is in."""
    path = Path("network.json")
    records = list(rich().records())
    for day, some in ((TODAY - dt.timedelta(days=3), records[:20]), (TODAY, records)):
        book = Book.open(path, day)
        edits = Edits(book.network)
        edits.put(*some)
        book.commit(edits.change("Made"))
        book.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    moment = _CHANGED.timestamp()
    for it in folder.rglob("*"):
        os.utime(it, (moment, moment))
    try:
        Book.open(path, TODAY)
    except Damaged as fault:
        return fault
    raise AssertionError("A file that was cut was opened as if nothing were wrong.")
