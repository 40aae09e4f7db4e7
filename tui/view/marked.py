"""What was searched for, marked where it stands in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.model.text import fold
from tui.view.lines import Line, Span

_LOOKED_AT = 300
"""Characters of a span in which words are marked; a list shows fewer."""


def marked(spans: Line, words: Iterable[str]) -> Line:
    """Return a line with the places marked where folded words stand in it, accents and case aside."""
    wanted = tuple(word for word in words if word)
    return tuple(part for span in spans for part in _marked(span, wanted)) if wanted else spans


def _marked(span: Span, words: tuple[str, ...]) -> Iterator[Span]:
    text, role = span
    folded, origins = _folded(text[:_LOOKED_AT])
    hits: set[int] = set()
    for word in words:
        at = folded.find(word)
        while at >= 0:
            hits.update(origins[at : at + len(word)])
            at = folded.find(word, at + 1)
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (place in hits) is not (start in hits):
            yield text[start:place], "match" if start in hits else role
            start = place


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text folded letter by letter, and for each letter of that the place it came from."""
    pieces = [fold(char) for char in text]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]
