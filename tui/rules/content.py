"""The collection of words in `tui/content`: openers, checklists, goals, questions and draft templates.

Each loader takes `own`, the directory of the user's own files (same names, same form) or none: entries of
lists are added to ours, draft templates replace ours of the same kind and tone. A file that cannot be used
raises `ContentError`, whose text is a sentence for the screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final, Literal, TypeVar, get_args

import msgspec

from tui.model.records import EventKind
from tui.model.settings import Tone
from tui.rules.content_files import ContentError, convert, listed, our_text, own_text, tables
from tui.rules.template import Template, TemplateSyntaxError, fill, parse

Situation = Literal[
    "first contact",
    "first talk",
    "someone senior",
    "someone shy",
    "a group already talking",
    "leaving politely",
    "video call",
]
QuestionSet = Literal["path", "field", "advice", "who else", "follow-up"]
DraftKind = Literal[
    "before_event",
    "after_event",
    "promise_kept",
    "check_in",
    "thanks",
    "congratulation",
    "birthday",
    "share",
    "ask_first",
    "ask_second",
    "introduction",
    "reconnect",
    "informational_interview",
    "waiting",
    "linkedin_note",
    "answer_need",
    "ask_favour",
]

KINDS: Final[tuple[EventKind, ...]] = get_args(EventKind)
SITUATIONS: Final[tuple[Situation, ...]] = get_args(Situation)
QUESTION_SETS: Final[tuple[QuestionSet, ...]] = get_args(QuestionSet)
DRAFT_KINDS: Final[tuple[DraftKind, ...]] = get_args(DraftKind)
TONES: Final[tuple[Tone, ...]] = get_args(Tone)
LINKEDIN_LIMIT: Final = 300
"""Characters that a LinkedIn invitation takes."""


class TemplateError(ContentError):
    """A draft template that cannot be used; the message names file, kind, tone and line."""


Words = Annotated[str, msgspec.Meta(min_length=1)]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a list, known by its words."""

    text: Words
    """The words."""


class Opener(_Entry, frozen=True):
    """Something to say aloud that needs no fact."""

    depth: Annotated[int, msgspec.Meta(ge=1, le=3)] = 1
    """1 light, 2 warmer, 3 deep."""
    when: Literal["", "start", "end"] = ""
    """Part of the event that it belongs to; empty for any."""


class ChecklistTemplate(_Entry, frozen=True):
    """One thing to have done before an event."""

    days_before: Annotated[int, msgspec.Meta(ge=0)] = 1
    """Whole days before the first day of the event."""


class SuggestedGoal(_Entry, frozen=True):
    """A goal to choose: with a `target`, the words follow the number ('2 people I had not met before')."""

    target: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """How many, where it can be counted."""
    plan: str = ""
    """An if-then plan (Gollwitzer & Sheeran 2006)."""
    new: bool = False
    """True if it counts new people (Ingram & Morris 2007)."""


class Plan(_Entry, frozen=True):
    """An if-then plan to choose, whatever the goal."""


class Question(_Entry, frozen=True):
    """A question to bring along, or to ask back."""


class Draft(msgspec.Struct, frozen=True):
    """A message with its slots filled."""

    subject: str
    """One line; empty where the channel has none."""
    body: str
    """The message."""


class DraftTemplate(msgspec.Struct, frozen=True):
    """A message for one kind of follow-up in one tone."""

    kind: DraftKind
    """What it is for."""
    tone: Tone
    """How it sounds."""
    subject: Template
    """Subject line; empty where the channel has none."""
    body: Template
    """The message."""
    own: bool = False
    """True if it comes from the user's own file."""

    def fill(self, values: Mapping[str, str], limit: int | None = None) -> Draft:
        """Fill both parts (slots: `tui.rules.template.SLOTS`); a LinkedIn note keeps its limit by itself."""
        if limit is None and self.kind == "linkedin_note":
            limit = LINKEDIN_LIMIT
        return Draft(" ".join(fill(self.subject, values).split()), fill(self.body, values, limit))


class _DraftText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: Words
    subject: str = ""


E = TypeVar("E", bound=_Entry)


def openers(kind: EventKind, own: Path | None = None) -> tuple[Opener, ...]:
    """Return the openers for a kind of event, in the order of the file."""
    return _entries("openers.toml", "openers", kind, Opener, own)


def situations(own: Path | None = None) -> Mapping[Situation, tuple[Opener, ...]]:
    """Return what to say in a given situation, by situation."""
    found = {name: _entries("openers.toml", "situations", name, Opener, own) for name in SITUATIONS}
    return MappingProxyType(found)


def checklist(kind: EventKind, own: Path | None = None) -> tuple[ChecklistTemplate, ...]:
    """Return what to have done before a kind of event, the earliest first."""
    items = _entries("checklists.toml", "checklists", kind, ChecklistTemplate, own)
    return tuple(sorted(items, key=lambda item: -item.days_before))


def goals(kind: EventKind, own: Path | None = None) -> tuple[SuggestedGoal, ...]:
    """Return goals to suggest for a kind of event."""
    return _entries("goals.toml", "goals", kind, SuggestedGoal, own)


def plans(own: Path | None = None) -> tuple[Plan, ...]:
    """Return if-then plans that go with any goal."""
    return _entries("goals.toml", "plans", "", Plan, own)


def questions(name: QuestionSet, own: Path | None = None) -> tuple[Question, ...]:
    """Return a set of questions: four for informational interviews, and 'follow-up' for any talk."""
    return _entries("questions.toml", "questions", name, Question, own)


def draft_template(kind: DraftKind, tone: Tone, own: Path | None = None) -> DraftTemplate:
    """Return the template for a message: the user's own if there is one, else ours."""
    text = None if own is None else own_text(own / "drafts.toml")
    if own is not None and text is not None:
        found = _read_drafts(text, str(own / "drafts.toml"), own=True).get((kind, tone))
        if found is not None:
            return found
    return _read_drafts(our_text("drafts.toml"), "drafts.toml", own=False)[kind, tone]


def problems(own: Path) -> tuple[str, ...]:
    """Return what is wrong with the user's files, a sentence for each; nothing if they can be used."""
    found: list[str] = []
    for file, known in _TABLES.items():
        kinds: dict[str, type[_Entry]] = {
            "checklists": ChecklistTemplate,
            "goals": SuggestedGoal,
            "plans": Plan,
        }
        for table in known:
            entry = kinds.get(table, Question if file == "questions.toml" else Opener)
            try:
                text = own_text(own / file)
                if text is not None:
                    _read_entries(text, str(own / file), table, entry)
            except ContentError as error:
                found.append(str(error))
    try:
        text = own_text(own / "drafts.toml")
        if text is not None:
            _read_drafts(text, str(own / "drafts.toml"), own=True)
    except ContentError as error:
        found.append(str(error))
    return tuple(dict.fromkeys(found))


def sound(own: Path | None) -> Path | None:
    """Return the user's folder if every file in it can be used, else none: then our words are used alone.

    Asked anew each time, since a file may be edited while Kith is open; unchanged files are not read again.
    """
    return None if own is None or problems(own) else own


def _entries(file: str, table: str, section: str, entry: type[E], own: Path | None) -> tuple[E, ...]:
    """Our entries of a section and then the user's; the same words twice are one entry, the later."""
    found = {item.text: item for item in _read_entries(our_text(file), file, table, entry).get(section, ())}
    path = None if own is None else own / file
    text = None if path is None else own_text(path)
    if text is not None:
        for item in _read_entries(text, str(path), table, entry).get(section, ()):
            found.pop(item.text, None)
            found[item.text] = item
    return tuple(found.values())


_TABLES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "openers.toml": {"openers": KINDS, "situations": SITUATIONS},
    "checklists.toml": {"checklists": KINDS},
    "goals.toml": {"goals": KINDS, "plans": ()},
    "questions.toml": {"questions": QUESTION_SETS},
}
"""The tables of each file, and the sections each may have; none for a plain list."""


@lru_cache(maxsize=32)
def _read_entries(text: str, where: str, table: str, entry: type[E]) -> Mapping[str, tuple[E, ...]]:
    known = _TABLES[Path(where).name]
    given = tables(text, where)
    for name in given:
        if name not in known:
            raise ContentError(f"{where}: there is no table [{name}]; there are {listed(known)}.")
    sections = given.get(table, {}) if known[table] else {"": given.get(table, [])}
    if not isinstance(sections, dict):
        raise ContentError(f"{where}: [{table}] must have sections; there are {listed(known[table])}.")
    found: dict[str, tuple[E, ...]] = {}
    for section, rows in sections.items():
        if section and section not in known[table]:
            raise ContentError(
                f"{where}: [{table}] has no section '{section}'; there are {listed(known[table])}."
            )
        if not isinstance(rows, list):
            raise ContentError(f"{where}, {section or table}: expected a list of entries in [ ].")
        found[section] = tuple(
            _entry(row, f"{where}, {section or table}, entry {number}", entry)
            for number, row in enumerate(rows, 1)
        )
    return found


def _entry(row: object, where: str, entry: type[E]) -> E:
    # A bare string is the shortest way to write an entry that has only words.
    given: object = {"text": row} if isinstance(row, str) else row
    if isinstance(given, dict) and isinstance(given.get("text"), str):
        given = {**given, "text": " ".join(given["text"].split())}
    return convert(given, where, entry)


@lru_cache(maxsize=8)
def _read_drafts(text: str, where: str, *, own: bool) -> Mapping[tuple[str, str], DraftTemplate]:
    found: dict[tuple[str, str], DraftTemplate] = {}
    for kind, tones in tables(text, where).items():
        if kind not in DRAFT_KINDS:
            raise TemplateError(
                f"{where}: there is no kind of draft '{kind}'; there are {listed(DRAFT_KINDS)}."
            )
        if not isinstance(tones, dict):
            raise TemplateError(f"{where}, {kind}: expected a table for each tone: [{kind}.warm].")
        for tone, raw in tones.items():
            if tone not in TONES:
                raise TemplateError(f"{where}, {kind}: there is no tone '{tone}'; there are {listed(TONES)}.")
            try:
                words = convert(raw, f"{where}, {kind}, {tone}", _DraftText)
            except ContentError as error:
                raise TemplateError(str(error)) from error
            parts = {
                key: _template(getattr(words, key), text, (where, kind, tone, key))
                for key in ("subject", "body")
            }
            found[kind, tone] = DraftTemplate(kind=kind, tone=tone, own=own, **parts)
    return found


def _template(words: str, text: str, place: tuple[str, str, str, str]) -> Template:
    where, kind, tone, key = place
    try:
        return parse(words)
    except TemplateSyntaxError as error:
        line = _line(text, kind, tone, key, error.line)
        raise TemplateError(f"{where}, {kind}, {tone}, {line}: {error.why}.") from error


def _line(text: str, kind: str, tone: str, key: str, within: int) -> str:
    """Name a line of a template as a line of its file, where the table is written in the usual way."""
    header = re.search(rf"^[ \t]*\[\s*\"?{kind}\"?\s*\.\s*\"?{tone}\"?\s*\]", text, re.MULTILINE)
    pattern = re.compile(rf"^[ \t]*{key}\s*=\s*((?:\"\"\"|''')\r?\n)?", re.MULTILINE)
    start = header and pattern.search(text, header.end())
    if not start:
        return f"line {within} of its {key}"
    return f"line {text.count(chr(10), 0, start.end()) + within}"
