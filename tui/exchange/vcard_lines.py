"""Taking a file of vCards apart: its cards, their lines unfolded, each as text, each with its place.

What comes in real files and is coped with: several cards, one inside another (AGENT), cards that are never
closed, text between cards; lines folded with a blank (RFC 2426, RFC 6350) and quoted-printable ones continued
after an equals sign (vCard 2.1); any line break; folds in the middle of a UTF-8 character. So lines are put
together as bytes first and decoded after: by byte order mark, as UTF-8, by the CHARSET that line or card
names, else as Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import NamedTuple

import msgspec

from tui.exchange.table import decode

_BREAK = re.compile("\r\n|\n|\r")
_BEGIN = re.compile(r"BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END = re.compile(r"END[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END_AND_BEGIN = re.compile(r"END:VCARD[ \t]*BEGIN:VCARD[ \t]*", re.IGNORECASE)
_AGENT = re.compile(r"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:[ \t]*(.*)", re.IGNORECASE | re.DOTALL)
_BINARY = re.compile(
    r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]|[^:]*;(?:ENCODING=)?(?:B|BASE64)[;:]", re.IGNORECASE
)
_CHARSET = re.compile(r"[^:]*;CHARSET=\"?([A-Za-z0-9_.:-]{1,40}?)\"?[;:]", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_MARK = "\xef\xbb\xbf"
"""A UTF-8 byte order mark, each byte as one character."""
_TELLING = frozenset(("", *"bBeE \t\xef"))
"""Characters with which a line begins that may begin or end a card, or belong to the line before."""


class Line(NamedTuple):
    """A content line, unfolded."""

    number: int
    """Line of the file on which it starts, from 1."""
    text: str
    """The line."""


class Card(msgspec.Struct):
    """The lines between a BEGIN:VCARD and its END:VCARD."""

    number: int
    """Line of its BEGIN:VCARD."""
    owner: Card | None = None
    """The card that it stands inside, as its AGENT."""
    closed: bool = False
    """False if its END:VCARD is missing."""
    lines: list[Line] = []
    """Its lines, without BEGIN and END and without those of a card inside it."""


class Cards(msgspec.Struct):
    """What a file of vCards holds."""

    cards: list[Card]
    """Every card, in the order in which they begin."""
    stray: list[int]
    """Lines on which text that belongs to no card begins."""


def is_vcards(data: bytes) -> bool:
    """Tell whether a file is one of vCards, by its content."""
    start = data[:100_000]
    if b"\0" in start[:400]:
        start = decode(start).encode("utf-8", "replace")
    return re.search(rb"(?im)^[ \t]*(?:\xef\xbb\xbf)?BEGIN[ \t]*:[ \t]*VCARD\b", start) is not None


def read_cards(data: bytes) -> Cards:
    """Return the cards of a file. Never fails; a file without any has none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:400]:
        data = decode(data).encode("utf-8", "replace")
    found = _split(data.decode("latin-1"))
    inner: list[Card] = []
    for card in found.cards:
        card.lines = _decoded(card.lines)
        inner += _escaped_inside(card)
    # A stable sort: a card that stands in one line of another comes after it.
    found.cards = sorted(found.cards + inner, key=lambda it: it.number)
    return found


class _Open:
    """A card whose end is still to come."""

    def __init__(self, card: Card, *, indented: bool | None) -> None:
        self.card = card
        self.indented = indented
        """Whether its lines have a blank in front, as a card inside another may; None until seen."""
        self.pieces: list[str] = []
        self.number = 0
        self.goes_on = False
        """Whether the line so far is quoted-printable and ends with an equals sign."""
        self.binary = False
        self.after_gap = False

    def start(self, number: int, text: str) -> None:
        """Begin a new content line."""
        self.finish()
        self.number, self.pieces = number, [text]
        self.binary = _BINARY.match(text) is not None
        self._look(text)

    def add(self, text: str) -> None:
        """Go on with the content line. Of pictures, which are not taken, hardly anything is kept."""
        if self.goes_on:
            self.pieces[-1] = self.pieces[-1].rstrip(" \t").removesuffix("=")
        if not self.binary or len(self.pieces) < 3:
            self.pieces.append(text)
        self._look(text)

    def finish(self) -> None:
        """Put the content line away."""
        if self.pieces:
            self.card.lines.append(Line(self.number, "".join(self.pieces)))
        self.pieces, self.goes_on, self.binary, self.after_gap = [], False, False, False

    def agent(self) -> bool:
        """Tell whether the line so far says that a card follows inside."""
        found = _AGENT.fullmatch(self.pieces[0]) if len(self.pieces) == 1 else None
        return found is not None and not found[1].strip()

    def _look(self, text: str) -> None:
        self.after_gap = False
        self.goes_on = (
            text.rstrip(" \t").endswith("=")
            and "QUOTED-PRINTABLE" in self.pieces[0].partition(":")[0].upper()
        )


def _split(text: str) -> Cards:
    found = Cards([], [])
    stack: list[_Open] = []
    straying = False
    for number, physical in enumerate(_BREAK.split(text), 1):
        raw = physical.removeprefix(_MARK) if physical.startswith(_MARK) else physical
        if not stack:
            begin = _BEGIN.fullmatch(raw.strip())
            if begin:
                _open(found, stack, number, indented=raw[:1] in " \t" and raw != raw.lstrip())
            elif raw.strip() and not straying:
                found.stray.append(number)
            straying = not begin and bool(raw.strip())
            continue
        _within(found, stack, number, raw)
        straying = False
    _close_all(stack)
    return found


def _within(found: Cards, stack: list[_Open], number: int, raw: str) -> None:
    """Take a line that stands inside a card."""
    top = stack[-1]
    if top.indented is False and raw[:1] not in _TELLING and "agent" not in raw[:80].lower():
        _line(top, number, raw)  # nearly every line; what follows costs more than taking it does
        return
    if top.indented is None and raw.strip():
        top.indented = raw[0] in " \t"
    bare = raw[1:] if top.indented and raw[:1] in (" ", "\t") else raw
    if _END.fullmatch(bare):
        _close(stack)
    elif _END_AND_BEGIN.fullmatch(bare):
        _close(stack)
        _close_all(stack)
        _open(found, stack, number, indented=False)
    elif _BEGIN.fullmatch(bare.strip()) and (bare[:1] not in (" ", "\t") or top.agent()):
        if top.agent():
            top.finish()
            top.card.lines.pop()
            _open(found, stack, number, indented=bare[:1] in (" ", "\t"), owner=top.card)
        else:
            _close_all(stack)
            _open(found, stack, number, indented=False)
    elif (agent := _AGENT.fullmatch(bare)) and _BEGIN.fullmatch(agent[1].strip()):
        top.finish()
        _open(found, stack, number, indented=None, owner=top.card)
    else:
        _line(top, number, bare)


def _line(top: _Open, number: int, bare: str) -> None:
    if top.goes_on:
        top.add(bare)
    elif not bare.strip():
        top.after_gap = True
    elif top.pieces and (bare[0] in " \t" or (top.binary and not top.after_gap and ":" not in bare)):
        top.add(bare[1:] if bare[0] in " \t" else bare)
    else:
        top.start(number, bare.lstrip(" \t"))


def _open(
    found: Cards, stack: list[_Open], number: int, *, indented: bool | None, owner: Card | None = None
) -> None:
    card = Card(number, owner)
    found.cards.append(card)
    stack.append(_Open(card, indented=indented))


def _close(stack: list[_Open]) -> None:
    done = stack.pop()
    done.finish()
    done.card.closed = True


def _close_all(stack: list[_Open]) -> None:
    """Let go of cards whose end never came."""
    while stack:
        stack.pop().finish()


def _decoded(lines: list[Line]) -> list[Line]:
    """Return lines of which each character was a byte as text."""
    charsets = Counter(named[1] for line in lines if (named := _CHARSET.match(line.text)))
    usual = charsets.most_common(1)[0][0] if charsets else ""
    return [Line(line.number, _text(line.text, usual)) for line in lines]


def _text(line: str, usual: str) -> str:
    if not line.isascii():
        data = line.encode("latin-1")
        named = _CHARSET.match(line)
        line = decoded(data, named[1] if named else usual)
    return _CONTROL.sub("", line)


def decoded(data: bytes, charset: str) -> str:
    """Return bytes as text: UTF-8 if they are, else by a character set's name, else Windows-1252. Never fails."""
    for encoding in ("utf-8", charset, "cp1252"):
        try:
            text = data.decode(encoding)
        except (LookupError, ValueError, TypeError, AttributeError):
            continue
        if isinstance(text, str):
            return text
    return data.decode("latin-1")


def _escaped_inside(card: Card) -> list[Card]:
    """Take the cards out that stand inside one line of a card, their line breaks escaped (RFC 2426, AGENT)."""
    inner: list[Card] = []
    for line in list(card.lines):
        agent = _AGENT.fullmatch(line.text)
        if agent and _BEGIN.match(agent[1]):
            plain = re.sub(r"\\([nN;:,\\])", lambda it: "\n" if it[1] in "nN" else it[1], agent[1])
            for found in _split(plain).cards:
                lines = [Line(line.number, it.text) for it in found.lines]
                inner.append(Card(line.number, card, found.closed, lines))
            if inner:
                card.lines.remove(line)
    return inner
