"""Lines made of spans with a role each: what lists and panes paint, known before any screen exists.

A role says what a piece of text is, not which colour it has; the widgets give each role its look, and no
state is told by the role alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rich.cells import cell_len, chop_cells, set_cell_size

from tui.view.cells import clean

Role = Literal["", "strong", "dim", "accent", "good", "warn", "alarm", "match", "heading"]
Span = tuple[str, Role]
Line = tuple[Span, ...]

BLANK: Line = ()


def line(*spans: Span | str) -> Line:
    """Return a line of spans; plain text has no role."""
    return tuple((span, "") if isinstance(span, str) else span for span in spans)


def text_of(spans: Line) -> str:
    """Return the text of a line."""
    return "".join(text for text, _ in spans)


def line_width(spans: Line) -> int:
    """Return how many cells a line takes."""
    return sum(cell_len(text) for text, _ in spans)


def fit_line(spans: Line, cells: int) -> Line:
    """Return a clean line in exactly `cells` cells: padded, or cut with an ellipsis."""
    kept: list[Span] = []
    left = cells
    for raw, role in spans:
        text = clean(raw[: cells * 4 + 8])
        wide = cell_len(text)
        if wide > left > 0:
            cut = set_cell_size(text, left - 1).rstrip() + "…" if left > 1 else "…"
            return (*kept, (set_cell_size(cut, left), role))
        if wide > left:
            if not kept or not text.strip():
                continue
            # What is kept ends at the very edge: its own end makes room for the ellipsis.
            *before, (last, its_role) = kept
            return fit_line((*before, (f"{last}…", its_role)), cells)
        kept.append((text, role))
        left -= wide
    if left > 0:
        kept.append((" " * left, ""))
    return tuple(kept)


def columns(cells: Iterable[tuple[Line, int]], gap: int = 2) -> Line:
    """Return lines side by side, each in its width (cells), with a gap between."""
    spans: list[Span] = []
    for number, (content, wide) in enumerate(cells):
        if number:
            spans.append((" " * gap, ""))
        spans.extend(fit_line(content, wide))
    return tuple(spans)


def ends(left: Line, right: Line, cells: int) -> Line:
    """Return a line of `cells` cells with one part at each end; the left one gives way."""
    wide = line_width(right)
    if wide + 2 > cells:
        return fit_line(left, cells)
    return (*fit_line(left, cells - wide - 1), (" ", ""), *right)


def wrapped(text: str, cells: int, role: Role = "", indent: str = "") -> list[Line]:
    """Return a text as lines of at most `cells` cells, broken at words, later lines indented.

    Reckoned in cells, since `textwrap` counts characters and half of the world's take two.
    """
    room = max(cells, 8)
    lines: list[Line] = []
    for paragraph in text.splitlines() or [""]:
        before = ""
        for word in _pieces(clean(paragraph), room - cell_len(indent)):
            joined = f"{before} {word}" if before.strip() else before + word
            if cell_len(joined) > room:
                lines.append(((before, role),))
                joined = indent + word
            before = joined
        lines.append(((before, role),))
    return lines


def _pieces(text: str, room: int) -> Iterator[str]:
    """Yield the words of a text, those too wide for a line in pieces that fit."""
    for word in text.split():
        yield from chop_cells(word, room) if cell_len(word) > room else (word,)


def paragraphs(*blocks: Sequence[Line]) -> list[Line]:
    """Return blocks of lines one below the other, a blank line between those that hold something."""
    result: list[Line] = []
    for block in blocks:
        if block and result:
            result.append(BLANK)
        result.extend(block)
    return result
