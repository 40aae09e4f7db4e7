"""Finding a file to import: a path as it is typed or dropped into a terminal, its completion, likely files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

ENDINGS = (".csv", ".tsv", ".txt", ".vcf", ".vcard", ".ics", ".zip", ".json")
"""How the names of files end that can be imported."""
_LIKELY = re.compile(
    r"connections|linkedin|contacts|kontakte|contactos|guests|attendees|teilnehmer|participants|rsvp|invit"
    r"|\.vcf$|\.vcard$|\.ics$",
    re.IGNORECASE,
)
_MOST = 5_000
"""Entries of one folder that are looked at."""
_ESCAPED = re.compile(r"\\(.)")


def typed_path(text: str) -> Path:
    """Return the path that a text means, as it is typed, pasted or dropped into a terminal.

    Quotation marks around it, backslashes before blanks, `file://` (RFC 8089) and `~` are understood.
    """
    path = text.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"":
        path = path[1:-1]
    elif path.startswith("file:"):
        path = unquote(urlsplit(path).path)
    elif "\\" in path and os.sep == "/" and not _is_there(path):
        path = _ESCAPED.sub(r"\1", path)
    try:
        return Path(path).expanduser()
    except RuntimeError:  # '~nobody', who has no home here
        return Path(path)


def _is_there(path: str) -> bool:
    try:
        return Path(path).expanduser().exists()
    except (OSError, RuntimeError, ValueError):
        return False


def completions(text: str) -> list[str]:
    """Return what a path could become: folders with a slash behind them, and files that can be imported."""
    if not text.strip() or text.startswith(("file:", "'", '"')) or "\x00" in text:
        return []
    folder, _, begun = text.rpartition("/")
    base = f"{folder}/" if folder or text.startswith("/") else ""
    found = []
    for entry in _entries(typed_path(base) if base else Path()):
        name = entry.name
        if not name.casefold().startswith(begun.casefold()) or (
            name.startswith(".") and not begun.startswith(".")
        ):
            continue
        if _is_folder(entry):
            found.append(f"{base}{name}/")
        elif name.lower().endswith(ENDINGS):
            found.append(f"{base}{name}")
    return sorted(found, key=lambda it: (it.endswith("/"), it.casefold()))


def likely_folders() -> tuple[Path, ...]:
    """Return the folders into which browsers and people put what they download, and the one one is in."""
    home = Path.home()
    return (home / "Downloads", home / "Desktop", home, Path.cwd())


def likely_files(folders: Iterable[Path], most: int = 8) -> list[tuple[Path, float]]:
    """Return files that look as if they were exported to be imported, the newest first.

    With each the moment it was last changed (seconds since 1970, UTC).
    """
    found: dict[Path, float] = {}
    for folder in folders:
        for entry in _entries(folder):
            if entry.name.startswith(".") or not entry.name.lower().endswith(ENDINGS):
                continue
            if not _LIKELY.search(entry.name) or entry.name.lower().endswith((".txt", ".json")):
                continue
            try:
                if entry.is_file():
                    found.setdefault(Path(entry.path), entry.stat().st_mtime)
            except OSError:
                continue
    return sorted(found.items(), key=lambda it: (-it[1], it[0]))[:most]


def shown_path(path: Path) -> str:
    """Return a path as one would type it: with '~' for one's own folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number >= _MOST:
                    return
                yield entry
    except (OSError, ValueError):
        return


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
