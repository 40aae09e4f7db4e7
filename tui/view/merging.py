"""How two records of one person read: a pair in a list, and field beside field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import one_line
from tui.rules.matching.combining import Field, Side
from tui.rules.matching.duplicates import Pair
from tui.rules.names import works_as
from tui.rules.phrases import ago, count, listed, short_day
from tui.view.lines import Line, Role, Span, columns, ends, line, paragraphs, wrapped
from tui.view.person import glance, heading
from tui.view.triage import SOURCES

_LABEL = 15
_HIDDEN = "hidden here"
"""What stands for private notes: whoever merges may not be alone."""
_RESULT_FROM = 150
"""Cells from which what comes of it stands beside the two."""
_SURE: tuple[tuple[float, str, Role], ...] = (
    (0.9, "very likely", "good"),
    (0.75, "likely", "accent"),
    (0.0, "perhaps", "dim"),
)


def pair_lines(network: Network, pair: Pair, wide: int) -> tuple[Line, Line]:
    """Return a pair on two lines: who, and how sure it is; why."""
    word, role = next((word, role) for least, word, role in _SURE if pair.sure >= least)
    one, other = network.contacts.get(pair.first), network.contacts.get(pair.second)
    first = one_line(one.name) if one else ""
    second = one_line(other.name) if other else ""
    names: list[Span] = [(first, "strong")]
    names += [(" and ", "dim"), (second, "strong")] if second != first else [("  twice", "dim")]
    return ends(line(*names), line((word, role)), wide), line((f"  {pair.why}", "dim"))


def beside_pair(network: Network, pair: Pair, now: datetime, wide: int) -> list[Line]:
    """Return both people of a pair at a glance, one below the other."""
    blocks: list[list[Line]] = [wrapped(sentence(pair.why), wide, "accent")]
    for uid in (pair.first, pair.second):
        contact = network.contacts.get(uid)
        if contact is not None:
            blocks += [glance(network, contact, now, wide), [line((_history(network, contact, now), "dim"))]]
    return paragraphs(*blocks)


def sentence(why: str) -> str:
    """Return a reason as a sentence of its own."""
    return f"{why[:1].upper()}{why[1:]}."


def heads(network: Network, left: Contact, right: Contact, now: datetime, wide: int) -> list[Line]:
    """Return who stands on which side: name, work, and how much happened with each."""
    cells = _cells(wide)
    rows: list[list[Span]] = [
        [(it.name, "strong") for it in (left, right)],
        [(works_as(it) or "no work known", "") for it in (left, right)],
        [(_history(network, it, now), "dim") for it in (left, right)],
    ]
    lines: list[Line] = []
    for number, row in enumerate(rows):
        spans: list[tuple[Line, int]] = [(line(), _LABEL)]
        spans += [(line("  ", (one_line(text), role)), cells) for text, role in row]
        if wide >= _RESULT_FROM:
            spans.append((line(("  ", ""), ("becomes", "heading") if number == 0 else ""), cells))
        lines.append(columns(spans, gap=1))
    return lines


def field_line(field: Field, side: Side, wide: int) -> Line:
    """Return one field on one line: what each side says, what is taken marked."""
    cells = _cells(wide)
    taken = {"left": ("left",), "right": ("right",), "both": ("left", "right")}[side]
    spans: list[tuple[Line, int]] = [(line((field.label, "" if field.is_open else "dim")), _LABEL)]
    for name, text in (("left", field.left), ("right", field.right)):
        said = _said(field, text)
        mark = "● " if name in taken else "○ "
        if not field.is_open:
            # Nothing to choose: no circle, only what is known.
            mark = "  "
        role: Role = "dim" if field.is_open and name not in taken else "strong" if field.is_open else ""
        spans.append((line((mark if said or field.is_open else "", "accent"), (said, role)), cells))
    if wide >= _RESULT_FROM:
        spans.append((line(("  ", ""), (result(field, side), "good" if field.is_open else "dim")), cells))
    return columns(spans, gap=1)


def _said(field: Field, text: str) -> str:
    """Return what a side says on one line, a day as it is said."""
    if field.name == "private_notes":
        return _HIDDEN if text else ""
    if field.name == "met_day" and text:
        return short_day(date.fromisoformat(text), date.min)
    return one_line(text.replace("\n", "; "))


def result(field: Field, side: Side) -> str:
    """Return what a field will say, in short."""
    left, right = _said(field, field.left), _said(field, field.right)
    if side == "both" and field.name == "circle":
        return "both"
    if side == "both":
        return "; ".join(dict.fromkeys(filter(None, (left, right))))
    return (left if side == "left" else right) or "nothing"


def field_lines(field: Field, side: Side, wide: int) -> list[Line]:
    """Return one field whole, for below the list: what each side says and what becomes of it."""
    blocks: list[list[Line]] = []
    if field.name == "private_notes":
        blocks.append(wrapped("They are not shown here: v on the contacts screen shows them.", wide))
    elif field.left == field.right or not field.left or not field.right:
        blocks.append([heading(field.label), *wrapped(field.left or field.right, wide)])
    else:
        blocks += [
            [heading(words), *wrapped(text, wide)]
            for words, text in (("Left", field.left), ("Right", field.right))
        ]
    return paragraphs(wrapped(hint(field, side), wide, "accent"), *blocks)


def hint(field: Field, side: Side) -> str:
    """Return in a sentence what is taken of a field, and what becomes of the rest."""
    what = field.label
    if field.name in {"notes", "private_notes"} and field.sides == ("both",):
        return f"{what}: both are kept, one below the other."
    if not field.is_open:
        return f"{what}: " + (
            "the two say the same." if field.left and field.right else "only one of them knows it."
        )
    if side == "both":
        return f"{what}: both are kept, what is equal once."
    settings = {"tier", "circle", "interval", "muted_milestones", "culture.name_order"}
    rest = "" if field.name in settings else " What the other says goes into the notes."
    return f"{what}: the {side} one is taken.{rest}"


def progress(fields: tuple[Field, ...], chosen: Mapping[str, Side]) -> str:
    """Return in a sentence what there is to choose."""
    left = [field for field in fields if field.is_open]
    if not left:
        return "Nothing contradicts: everything that the two know fits into one."
    changed = sum(chosen.get(field.name, field.suggested) != field.suggested for field in left)
    words = f"They differ in {count(len(left), 'field')}; what seems best is marked."
    return f"{words} You changed {changed}." if changed else words


def alike_words(number: int) -> str:
    """Return how many pairs look alike, and how to see them; '' if none: for the report of an import."""
    if not number:
        return ""
    looks = "looks" if number == 1 else "look"
    return f"{count(number, 'pair')} of contacts {looks} like one person: M shows them, side by side."


def told_of(contact: Contact, other: Contact, pair: Pair) -> str:
    """Return the words that tell whoever entered somebody that they look like somebody known."""
    name, whom, work = one_line(contact.name), one_line(other.name), one_line(works_as(other))
    shown = ", ".join(filter(None, (f"another {whom}" if whom == name else whom, work)))
    return f"{name} looks like {shown}: {pair.why}. M compares them."


def _cells(wide: int) -> int:
    """Return how many cells each side takes."""
    sides = 3 if wide >= _RESULT_FROM else 2
    return max((wide - _LABEL - sides) // sides, 8)


def _history(network: Network, contact: Contact, now: datetime) -> str:
    """Return how much happened with somebody, and whence the record came."""
    touches, steps = network.touches_of(contact.uid), network.follow_ups_of(contact.uid)
    parts = (
        [f"{count(len(touches), 'touch', 'touches')}, last {ago(touches[0].day, now.date())}"]
        if touches
        else []
    )
    parts += [count(len(steps), "promise or step", "promises and steps")] if steps else []
    parts += [f"added {short_day(contact.added, now.date())}"] if contact.added else []
    parts += (
        [f"from {SOURCES.get(contact.source, contact.source)}"]
        if contact.source not in {"", "form", "capture"}
        else []
    )
    return listed(parts[:1]) if not parts else "; ".join(parts)
