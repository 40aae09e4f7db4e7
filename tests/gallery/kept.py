"""The pictures as they are kept: a folder a place, a text file a size."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from tests.gallery.picture import Picture

FOLDER = Path(__file__).parent / "pictures"
Size = tuple[int, int]


def path_of(place: str, size: Size) -> Path:
    """Return the file of a picture."""
    return FOLDER / place / f"{size[0]}x{size[1]}.txt"


def kept(place: str, size: Size) -> str:
    """Return a picture as it is kept; empty if there is none."""
    path = path_of(place, size)
    return path.read_text("utf-8") if path.exists() else ""


def changed(place: str, pictures: Mapping[Size, Picture]) -> list[str]:
    """Return the sizes at which a place does not look as it is kept."""
    return [f"{size[0]}x{size[1]}" for size, it in pictures.items() if it.text() != kept(place, size)]


def keep(place: str, pictures: Mapping[Size, Picture]) -> None:
    """Keep the pictures of a place."""
    for size, it in pictures.items():
        path = path_of(place, size)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(it.text(), encoding="utf-8")


def tidy(places: Collection[str]) -> None:
    """Take away the pictures of places that are no more."""
    for folder in FOLDER.iterdir():
        if folder.name not in places:
            shutil.rmtree(folder)
