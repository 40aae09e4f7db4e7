"""The templates of messages in `tui/content/drafts.toml`, and the user's own, which replace them.

A template of the same kind and tone takes the place of ours. One that cannot be used raises `TemplateError`, whose
text is a sentence for the screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, get_args

import msgspec

from tui.model.settings import Tone
from tui.rules.content_files import ContentError, Words, convert, listed, our_text, own_text, tables
from tui.rules.template import Template, TemplateSyntaxError, fill, parse

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

DRAFT_KINDS: Final[tuple[DraftKind, ...]] = get_args(DraftKind)
TONES: Final[tuple[Tone, ...]] = get_args(Tone)
LINKEDIN_LIMIT: Final = 300
"""Characters that a LinkedIn invitation takes."""


class TemplateError(ContentError):
    """A draft template that cannot be used; the message names file, kind, tone and line."""


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


def draft_template(kind: DraftKind, tone: Tone, own: Path | None = None) -> DraftTemplate:
    """Return the template for a message: the user's own if there is one, else ours."""
    text = None if own is None else own_text(own / "drafts.toml")
    if own is not None and text is not None:
        found = _read_drafts(text, str(own / "drafts.toml"), own=True).get((kind, tone))
        if found is not None:
            return found
    return _read_drafts(our_text("drafts.toml"), "drafts.toml", own=False)[kind, tone]


def draft_problems(own: Path) -> list[str]:
    """Return what is wrong with the user's own templates, as sentences; nothing if they can be used."""
    try:
        text = own_text(own / "drafts.toml")
        if text is not None:
            _read_drafts(text, str(own / "drafts.toml"), own=True)
    except ContentError as error:
        return [str(error)]
    return []


@lru_cache(maxsize=8)
def _read_drafts(text: str, where: str, *, own: bool) -> Mapping[tuple[str, str], DraftTemplate]:
    found: dict[tuple[str, str], DraftTemplate] = {}
    for kind, tones in tables(text, where).items():
        if kind not in DRAFT_KINDS:
            raise TemplateError(
                f"{where}: there is no kind of draft “{kind}”; there are {listed(DRAFT_KINDS)}."
            )
        if not isinstance(tones, dict):
            raise TemplateError(f"{where}, {kind}: expected a table for each tone: [{kind}.warm].")
        for tone, raw in tones.items():
            if tone not in TONES:
                raise TemplateError(f"{where}, {kind}: there is no tone “{tone}”; there are {listed(TONES)}.")
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
