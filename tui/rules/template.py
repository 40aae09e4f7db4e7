"""The small language of draft templates: slots, and segments that vanish when a slot in them is empty.

- `{event}` is a slot. What fills it is text and never read as template.
- `[[ at {event}]]` is a segment: it goes whole when one of its slots is empty.
- `[[I will do it {promise_due}|It is on my list]]` has alternatives: the first whose slots are all filled
  stands. Segments may hold segments; an inner one decides for itself.

Only the names (`REQUIRED`) may stand outside a segment, so that no template can leave a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

import msgspec

from tui.rules.template_notes import tidy

SLOTS: Final[Mapping[str, str]] = {
    "greeting_name": "what you call them in a greeting ('Maya', 'Dr Lin'); empty until the name is known",
    "my_name": "how you sign; always filled",
    "event": "the event's name, as it reads after 'at' ('PyCon'); empty for a one-to-one",
    "event_when": "when it was or will be ('last night', 'on Tuesday', 'in March')",
    "talked_about": "what you talked about, as a note ('hiring two ML people, moving to Lisbon')",
    "told": "the same as a sentence without its stop ('You told me that you were moving to Lisbon')",
    "since": "the question that follows on from it ('How is that going?')",
    "promise": "what you said you would do ('send the deck')",
    "promise_due": "by when ('by Friday'); empty once that is past",
    "their_promise": "what they offered, as it reads after 'you offered' ('to send me the paper', 'me a desk')",
    "their_promise_when": "when they said it ('last week')",
    "need": "what they are looking for ('intro to a hardware founder')",
    "offer": "what you could do for them ('user research')",
    "shared": "what you share, as a noun ('sailing', 'Delft')",
    "thread": "what to ask next time, as a note ('how the move went')",
    "ask": "the same as a sentence that asks it ('How did the move go?')",
    "milestone": "what there is to celebrate, as it reads after 'your' ('work anniversary')",
    "title": "title of what you pass on",
    "url": "its address",
    "why": "why it is worth their time; in a thank-you, what they did for you",
    "other_name": "the other person: in an introduction, or who put you in touch",
    "other_greeting": "what you call the other person in a greeting ('Rosa'); `other_name` if not given",
    "other_who": "who that is ('who runs grid planning at Northwind')",
    "full_name": "full name of the one you write to; `greeting_name` if not given",
    "who": "who that is, said to the other person ('who builds robots at Acme')",
    "reason": "why these two, or why you write to this person, in words meant for them",
    "last_when": "when you last spoke ('in March')",
    "last_spoke": "the same as a sentence without its stop ('We last talked in March')",
    "organization": "where they work",
    "my_need": "what you are looking for yourself ('a speaker for the spring evening')",
}
"""Every slot, and what it is for."""

REQUIRED: Final = frozenset({"greeting_name", "my_name"})
"""Slots that may stand outside a segment: a greeting reads well without a name, too."""

STANDS_FOR: Final[Mapping[str, str]] = {"other_greeting": "other_name", "full_name": "greeting_name"}
"""Slots that, when empty, take the value of another."""

NAME_LIMIT: Final = 50
"""Characters to which a name is cut where a limit holds; longer ones are a paste gone wrong."""


class TemplateSyntaxError(ValueError):
    """A template that cannot be read: `why` in words, `line` counted from 1 within the text."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(f"line {line}: {why}")
        self.why = why
        self.line = line


class Slot(msgspec.Struct, frozen=True):
    """A place for a value."""

    name: str


class Segment(msgspec.Struct, frozen=True):
    """Alternatives, of which the first whose own slots are all filled stands."""

    alternatives: tuple[tuple[Node, ...], ...]


Node: TypeAlias = "str | Slot | Segment"


class Template(msgspec.Struct, frozen=True):
    """A template that was read and found sound."""

    nodes: tuple[Node, ...]


_TOKEN = re.compile(r"\[\[|\]\]|\{[^{}\n]*\}|[\[\]{}|]")


def parse(text: str) -> Template:
    """Read a template; `TemplateSyntaxError` says what is wrong and in which line."""
    return Template(_Reader(text).sequence(0)[0])


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def error(self, why: str, position: int) -> TemplateSyntaxError:
        return TemplateSyntaxError(why, self.text.count("\n", 0, position) + 1)

    def sequence(self, depth: int) -> tuple[tuple[Node, ...], ...]:
        """Read to the end of the segment (or of the text, at depth 0) and return its alternatives."""
        opened = self.at
        alternatives: list[tuple[Node, ...]] = []
        nodes: list[Node] = []
        while match := _TOKEN.search(self.text, self.at):
            if match.start() > self.at:
                nodes.append(self.text[self.at : match.start()])
            token, self.at = match.group(), match.end()
            if token == "[[":
                nodes.append(Segment(self.sequence(depth + 1)))
            elif token == "]]" and depth:
                return (*alternatives, tuple(nodes))
            elif token == "|" and depth:
                alternatives.append(tuple(nodes))
                nodes = []
            elif token == "|":
                nodes.append(token)
            else:
                nodes.append(self.slot(token, match.start(), depth))
        if depth:
            raise self.error("this [[ is never closed with ]]", opened - 1)
        if self.at < len(self.text):
            nodes.append(self.text[self.at :])
        return (tuple(nodes),)

    def slot(self, token: str, position: int, depth: int) -> Slot:
        """Turn `{name}` into a slot; anything else that gets here is out of place."""
        if token == "]]":
            raise self.error("this ]] has no [[ before it", position)
        if token in {"[", "]"}:
            raise self.error(f"a single {token}; segments stand in [[ and ]]", position)
        if token in {"{", "}"}:
            raise self.error(f"a {token} alone; a slot is a name between {{ and }} on one line", position)
        name = token[1:-1].strip()
        if name not in SLOTS:
            raise self.error(f"there is no slot {token}; there are {', '.join(SLOTS)}", position)
        if not depth and name not in REQUIRED:
            raise self.error(f"{token} may be empty; put it and its sentence between [[ and ]]", position)
        return Slot(name)


def fill(template: Template, values: Mapping[str, str], limit: int | None = None) -> str:
    """Return the words with every slot filled or its segment gone.

    Values are taken in note form and tidied (`tidy`). With a `limit` in characters, names are cut to
    `NAME_LIMIT` and then the longest optional value is left out, with its segment, until the text fits.
    """
    known = {name: tidy(name, values.get(name, "")) for name in SLOTS}
    for name, other in STANDS_FOR.items():
        known[name] = known[name] or known[other]
    if known["greeting_name"]:
        named = rf"^(\w+) {re.escape(known['greeting_name'])}(?=\s|$)"
        known["promise"] = re.sub(named, r"\1 you", known["promise"])
    text = _render(template, known)
    if limit is None or len(text) <= limit:
        return text
    for name in REQUIRED:
        known[name] = _shorten(known[name])
    text = _render(template, known)
    while len(text) > limit:
        used = [name for name in _slots(template.nodes) if known[name] and name not in REQUIRED]
        if not used:
            break
        known[max(used, key=lambda name: len(known[name]))] = ""
        text = _render(template, known)
    return text


def slots_of(template: Template) -> frozenset[str]:
    """Return the names of all slots in a template."""
    return frozenset(_slots(template.nodes))


def _slots(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Slot):
            yield node.name
        elif isinstance(node, Segment):
            for alternative in node.alternatives:
                yield from _slots(alternative)


def _render(template: Template, values: Mapping[str, str]) -> str:
    out = ""
    after_value = False
    for piece, is_value in _pieces(template.nodes, values):
        text = piece
        if not is_value and text[:1] in tuple(",.;:?!"):
            # "How is it going: did it work??" and "He said so ." come from joining, so joining mends them.
            if after_value and out[-1:] in tuple("?!…") and text[0] in ".?!":
                text = text[1:]
            else:
                out = out.rstrip(" ")
        out += text
        after_value = is_value
    lines = [re.sub(r" {2,}", " ", line).strip() for line in out.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pieces(nodes: tuple[Node, ...], values: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield what stands, in order: text, and whether it is a value."""
    for node in nodes:
        if isinstance(node, str):
            yield node, False
        elif isinstance(node, Slot):
            yield values[node.name], True
        else:
            for alternative in node.alternatives:
                if all(values[part.name] for part in alternative if isinstance(part, Slot)):
                    yield from _pieces(alternative, values)
                    break


def _shorten(name: str) -> str:
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1].rstrip() + "…"
