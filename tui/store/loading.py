"""Data file and journal together: what they say, and whether they belong to each other. Writes nothing."""

from __future__ import annotations

import contextlib
import threading
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from tui.model.codec import BadRecord
from tui.model.records import FORMAT_VERSION, Meta
from tui.paths import backups_of, journal_of, previous_of
from tui.store import journal
from tui.store.datafile import Contents, Fault, decode, decode_early, empty
from tui.store.disk import Disk, Stamp
from tui.store.faults import changes
from tui.store.journal import Entry, Mark, Reading

if TYPE_CHECKING:
    from tui.store.migrations import Step

_MOMENT = 0.02
"""Seconds in which a living Kith ends the line that it is writing."""

_LARGE = 4 << 20
"""Bytes of a file from which on it pays to read a part of it later."""

State = Literal["new", "whole", "damaged", "later version"]
JournalState = Literal["none", "whole", "torn", "damaged", "of another writing"]


class Found(msgspec.Struct):
    """Everything that a file and its journal hold, and how far it can be trusted."""

    path: Path
    """The network file, links resolved."""
    state: State
    """'new' if there is nothing yet."""
    contents: Contents
    """What is whole; with the journal's changes where these belong to it."""
    journal_state: JournalState
    """How the journal is."""
    reading: Reading | None
    """What the journal holds; None if there is none."""
    waiting: tuple[Entry, ...]
    """Changes of the journal that the data file does not hold yet."""
    faults: list[Fault]
    """Why it is damaged."""
    notices: list[str]
    """What a person should hear though nothing is damaged; sentences."""
    stamp: Stamp | None
    """How to know the data file again."""
    mark: Mark | None
    """How to know the data file's content; None if there is no file."""
    migrated_from: int | None = None
    """Version of the format that it was brought up from."""


def load(path: Path, disk: Disk, steps: Mapping[int, Step] | None = None, *, early: bool = False) -> Found:
    """Read a network file and its journal.

    Args:
        path: the network file.
        disk: how it is read.
        steps: migrations, by version; those there are by default.
        early: leave the interactions of a large file for later, where all is as Kith left it.

    Raises:
        OSError: if one of them is there and can't be read.
    """
    data, lines, stamp = _both(path, disk)
    reading = None if lines is None else journal.read(lines)
    found = Found(path, "whole", empty(), "none", reading, (), [], [], stamp, None)
    if reading is not None:
        _judge_journal(found, reading)
    if data is None:
        _judge_absence(found, disk)
        return found
    mark = _take_data(found, data, steps, early=early)
    found.mark = mark
    if reading is None:
        if disk.stamp(previous_of(path)) is not None or disk.stamp(backups_of(path)) is not None:
            found.notices.append(
                f"{journal_of(path).name} is gone. Changes that were in it are missing; look at what you did last."
            )
    elif found.state == "whole" or found.faults:
        _match(found, reading, mark)
    if found.faults and found.state == "whole":
        found.state = "damaged"
    return found


def put_in(contents: Contents, entries: tuple[Entry, ...]) -> None:
    """Apply changes of a journal to what a data file holds.

    Raises:
        BadRecord: if a record in them is none; nothing after it was applied.
    """
    if not entries:
        return
    highest = contents.highest()
    for entry in entries:
        for table, record in entry.records():
            contents.rows[table][record.uid] = record
            if record.uid not in contents.numbers[table]:
                highest[table] += 1
                contents.numbers[table][record.uid] = highest[table]
        for table, uids in entry.drop.items():
            for uid in uids:
                contents.rows[table].pop(uid, None)
                contents.numbers[table].pop(uid, None)
    contents.meta = msgspec.structs.replace(contents.meta, numbers=highest)


def _both(path: Path, disk: Disk) -> tuple[bytes | None, bytes | None, Stamp | None]:
    """Read both files as they are at one moment, though another Kith may be writing them."""
    torn: bytes | None = None
    for _ in range(50):
        before = disk.stamp(path), _inode(disk, path)
        data, lines = disk.read(path), disk.read(journal_of(path))
        if (disk.stamp(path), _inode(disk, path)) != before:
            continue
        if not lines or journal.content(lines).endswith(b"\n") or lines == torn:
            break
        torn = lines  # a line without its end: either nobody is left to end it, or it is there in a moment
        threading.Event().wait(_MOMENT)
    return data, lines, before[0]


def _inode(disk: Disk, path: Path) -> int | None:
    stamp = disk.stamp(journal_of(path))
    return stamp.inode if stamp else None


def _judge_journal(found: Found, reading: Reading) -> None:
    name = journal_of(found.path).name
    if reading.head is None and not reading.bad:
        why = "it is empty" if not reading.torn else "it ends within its first line"
        found.faults.append(Fault(name, "", f"{why}; changes may be missing"))
    tail = reading.tail
    found.faults.extend(Fault(name, f"line {line.line}", line.why) for line in reading.bad if not tail)
    if found.faults:
        found.journal_state = "damaged"
    elif tail:
        found.journal_state = "torn"
        found.notices.append(
            f"The last change in {name} was cut short when Kith stopped. Look whether what you did last is there."
        )
    else:
        found.journal_state = "whole"


def _judge_absence(found: Found, disk: Disk) -> None:
    path = found.path
    left = [
        file
        for file in (journal_of(path), previous_of(path), backups_of(path))
        if disk.stamp(file) is not None
    ]
    if not left:
        found.state = "new"
        return
    found.state = "damaged"
    names = ", ".join(file.name for file in left)
    found.faults.insert(0, Fault(path.name, "", f"the file is gone, and beside it there is still {names}"))
    found.waiting = found.reading.entries if found.reading else ()


def _take_data(found: Found, data: bytes, steps: Mapping[int, Step] | None, *, early: bool) -> Mark:
    """Read the data file into `found`; return what it is known by."""
    crc, contents = (0, None) if not early else _taken_early(found, data)
    crc = crc or zlib.crc32(data)
    contents = contents or decode(data) or _taken_carefully(found, data, crc, steps)
    found.contents = contents
    found.faults.extend(contents.faults)
    found.notices.extend(f"{note}." for note in contents.notes)
    mtime = found.stamp.mtime if found.stamp else 0
    return Mark(contents.meta.generation, 0, len(data), crc, mtime)


def _taken_early(found: Found, data: bytes) -> tuple[int, Contents | None]:
    """Read a large file but for its interactions, if the journal knows its every byte and holds no change.

    Its checksum is reckoned beside, by the second processor. Returned are the checksum, and the contents where they
    can be trusted.
    """
    reading = found.reading
    if reading is None or reading.head is None or reading.entries or found.faults or len(data) < _LARGE:
        return 0, None
    known = {(mark.generation, mark.size, mark.crc) for mark in (reading.head, *reading.marks)}
    sums: list[int] = []
    summing = threading.Thread(target=lambda: sums.append(zlib.crc32(data)), name="kith-checksum")
    summing.start()
    contents = decode_early(data)
    summing.join()
    if contents is not None and (contents.meta.generation, len(data), sums[0]) not in known:
        contents = None
    return sums[0], contents


def _taken_carefully(found: Found, data: bytes, crc: int, steps: Mapping[int, Step] | None) -> Contents:
    """Read a data file that is damaged, of another version, or not as Kith writes it."""
    from tui.store import migrations  # hardly any start needs these
    from tui.store.careful import parse, typed

    steps = migrations.STEPS if steps is None else steps
    plain = parse(data, found.path.name)
    version = plain.version
    if version > FORMAT_VERSION:
        found.state = "later version"
        why = f"it has format version {version}, and this Kith knows {FORMAT_VERSION}"
        found.faults.append(Fault(found.path.name, "", why))
    elif not set(range(version, FORMAT_VERSION)) <= set(steps):
        found.faults.append(Fault(found.path.name, "", f"it has format version {version}, which is none"))
    elif version < FORMAT_VERSION and not plain.faults:
        mark = found.reading.find(plain.generation) if found.reading else None
        if found.reading and mark and (mark.size, mark.crc) == (len(data), crc):
            migrations.replay(plain, found.reading.after(mark.through))
        migrations.migrate(plain, FORMAT_VERSION, steps)
        found.migrated_from = version
    return typed(plain)


def _match(found: Found, reading: Reading, actual: Mark) -> None:
    """Replay the journal if it belongs to the data file as it is; otherwise say what is the matter."""
    name = found.path.name
    known = reading.find(actual.generation)
    if known and (known.size, known.crc) == (actual.size, actual.crc):
        if found.migrated_from is None:
            found.waiting = reading.after(known.through)
            _replay(found)
        found.mark = actual
        return
    if reading.head is None:
        return
    found.waiting = reading.after(known.through) if known else reading.entries
    if any((mark.size, mark.mtime) == (actual.size, actual.mtime) for mark in (reading.head, *reading.marks)):
        why = "its content is not what Kith wrote, though its date is: the disk has lost something"
        found.faults.append(Fault(name, "", why))
    if found.faults:
        _replay(found)
    elif not all(entry.bookkeeping for entry in found.waiting):
        found.journal_state = "of another writing"
        what = "another program has changed the file" if known else "the file is another one"
        many = f"{changes(len(found.waiting))} {'was' if len(found.waiting) == 1 else 'were'}"
        found.faults.append(
            Fault(journal_of(found.path).name, "", f"{what} since {many} written down for it here")
        )
    else:
        what = "was changed by another program" if known else "was put in place by another program"
        # Kith notes the day of every visit: that is no work to ask about, nor to mix with another writing.
        noted = ", ".join(dict.fromkeys(_without_ticks(found)))
        left = f" Only what Kith noted of the file itself is left out: {noted}." if noted else ""
        found.waiting = ()
        found.notices.append(
            f"{name} {what} since Kith last wrote it; it is read as it is now.{left} "
            f"What it was before may be in {backups_of(found.path).name}."
        )


def _without_ticks(found: Found) -> list[str]:
    """Keep what was ticked off in the weekly review, which speaks of no record; return the words of all else noted."""
    left: list[str] = []
    metas = found.contents.rows["meta"]
    for entry in found.waiting:
        noted = _noted(entry)
        now = metas.get(noted.uid) if noted else None
        if (
            noted is None
            or not isinstance(now, Meta)
            or (noted.review, noted.reviewed) in ((None, ()), (now.review, now.reviewed))
        ):
            left.append(entry.words)
        else:
            metas[now.uid] = msgspec.structs.replace(now, review=noted.review, reviewed=noted.reviewed)
    return left


def _noted(entry: Entry) -> Meta | None:
    """Return what a change says of the file itself; None where it can't be read."""
    with contextlib.suppress(BadRecord):
        return next((it for _, it in entry.records() if isinstance(it, Meta)), None)
    return None


def _replay(found: Found) -> None:
    try:
        put_in(found.contents, found.waiting)
    except BadRecord as fault:
        found.journal_state = "damaged"
        found.faults.append(Fault(journal_of(found.path).name, fault.uid, f"{fault.table}: {fault.why}"))
