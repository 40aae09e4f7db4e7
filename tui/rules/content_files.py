"""Reading the files of words: the package's and the user's, with faults said in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec

T = TypeVar("T")

Words = Annotated[str, msgspec.Meta(min_length=1)]
"""Words of an entry: there must be some."""


class ContentError(ValueError):
    """A file of words that cannot be used; the message is a sentence that names the file and the entry."""


@lru_cache(maxsize=8)
def our_text(file: str) -> str:
    """Return the text of one of the package's files."""
    # importlib.resources costs time that a start which shows no content need not pay.
    from importlib.resources import files

    return files("tui.content").joinpath(file).read_text("utf-8")


def own_text(path: Path) -> str | None:
    """Return the text of a user's file, or none if there is no such file; an edit counts at once."""
    try:
        stat = path.stat()
        return _read(path, stat.st_mtime_ns, stat.st_size)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError as error:
        raise ContentError(f"{path} is not UTF-8 text: save it as UTF-8 and try again.") from error
    except OSError as error:
        raise ContentError(f"{path} could not be read: {error.strerror}.") from error


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int, _size: int) -> str:
    return path.read_text("utf-8-sig")


@lru_cache(maxsize=16)
def tables(text: str, where: str) -> dict[str, Any]:
    """Parse TOML; the result is shared and must not be altered."""
    import tomllib  # lazy for the same reason

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{where} is not valid TOML: {error}.") from error


def convert(given: object, where: str, shape: type[T]) -> T:
    """Check one entry against its type; `where` begins the sentence if it does not fit."""
    try:
        return msgspec.convert(given, shape)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).replace("`", "").partition(" - at ")
        field = path.removeprefix("$").removeprefix(".")
        reason = reason.replace("Object contains unknown field", "there is no field")
        reason = reason.replace("Object missing required field", "it needs the field")
        raise ContentError(f"{where}{f', {field}' if field else ''}: {reason}.") from error


def listed(names: Iterable[str]) -> str:
    """Name all that there are."""
    return ", ".join(names)
