"""Zip archives as other programs hand them out: the files inside that Kith reads.

Nothing is unpacked to the disk. A file inside that says it is small and is not, one far too large, and a zip
with a password are refused in a sentence; what is damaged is reported, and the rest read.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from pathlib import PurePosixPath

import msgspec

from tui.exchange.formats import Source, known_kind
from tui.exchange.report import ImportProblem, Skipped
from tui.exchange.table import LARGEST

MOST_FILES = 5_000
"""Files in one archive; LinkedIn's has about 50, and one for each article."""
LARGEST_TOGETHER = 2 * LARGEST
"""Bytes of all files read from one archive."""
SQUEEZED = 300
"""Times a file may be smaller inside than outside; text is 3 to 30, a bomb 1,000."""
_SMALL = 1_000_000
_READ = (".csv", ".vcf", ".vcard", ".ics", ".json", ".txt", ".tsv")
_ORDER = ("own", "connections", "sheet", "vcard", "messages", "invitations", "calendar")
"""People come before what happened with them."""


class Contents(msgspec.Struct, frozen=True):
    """What was found in an archive."""

    sources: tuple[Source, ...]
    """Files that are read, people first."""
    skipped: tuple[Skipped, ...]
    """Files that should be and can't, with the reason."""
    others: int
    """Files of other kinds."""


def open_archive(data: bytes, name: str) -> Contents:
    """Return what can be read from a zip archive.

    Raises:
        ImportProblem: if it is no sound zip, is locked, is a bomb, or holds nothing that Kith reads.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _contents(archive, name)
    except (zipfile.BadZipFile, NotImplementedError, OSError, UnicodeError):
        raise ImportProblem(
            f"{name} is a zip archive that is cut off or damaged: download it again, or unpack it and import"
            " the files inside."
        ) from None


def _contents(archive: zipfile.ZipFile, name: str) -> Contents:
    members = [it for it in archive.infolist() if not it.is_dir() and not _is_hidden(it.filename)]
    if len(members) > MOST_FILES:
        raise ImportProblem(f"{name} holds {len(members):,} files, far more than a list of people has.")
    wanted = [it for it in members if PurePosixPath(it.filename).suffix.lower() in _READ]
    if any(it.flag_bits & 1 for it in wanted):
        raise ImportProblem(f"{name} is locked with a password: unpack it, and import the files inside.")
    total = 0
    sources: list[Source] = []
    skipped: list[Skipped] = []
    for member in wanted:
        _refuse_bomb(member, name)
        try:
            with archive.open(member) as opened:
                content = opened.read(LARGEST + 1)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as fault:
            skipped.append(Skipped(member.filename, f"is damaged ({fault}); its records were not read"))
            continue
        except (NotImplementedError, RuntimeError):
            skipped.append(Skipped(member.filename, "is packed in a way that can't be read here; unpack it"))
            continue
        total += len(content)
        if len(content) > LARGEST or total > LARGEST_TOGETHER:
            raise ImportProblem(_too_large(name, member.filename))
        found = known_kind(content, member.filename, any_table=False) if content.strip() else None
        if found is not None and found.kind in _ORDER:
            sources.append(found)
    if not sources and not skipped:
        there = ", ".join(PurePosixPath(it.filename).name for it in members[:5]) or "nothing"
        raise ImportProblem(
            f"{name} holds no file that Kith reads (there is {there}{' …' if len(members) > 5 else ''}). In an"
            " archive of LinkedIn, Connections.csv is one."
        )
    sources.sort(key=lambda it: _ORDER.index(it.kind))
    return Contents(tuple(sources), tuple(skipped), len(members) - len(sources) - len(skipped))


def _refuse_bomb(member: zipfile.ZipInfo, name: str) -> None:
    squeezed = member.file_size / max(member.compress_size, 1)
    if member.file_size > LARGEST or (squeezed > SQUEEZED and member.file_size > _SMALL):
        raise ImportProblem(_too_large(name, member.filename))


def _too_large(name: str, inside: str) -> str:
    return (
        f"{name} is not opened: {inside} in it would grow far larger than a list of people is. If you know the"
        " file to be right, unpack it and import the file inside."
    )


def _is_hidden(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return any(part.startswith((".", "__MACOSX")) for part in parts)
