"""Quick capture: one line, typed at the event, and what it says about somebody.

The line is cut into a name, which is the words before the first marker, and sections, each from its marker to
the next (`capture_words`, on what counts as a marker). Contact details are lifted out wherever they stand
(`capture_details`). Commas and semicolons at the end of a section only divide it from the next.

Nothing typed is thrown away: what can't be read goes to the notes, and a sentence says so.
"""

from __future__ import annotations

import datetime as dt

from tui.model.settings import DateOrder
from tui.rules.capture.details import Detail, find_detail
from tui.rules.capture.fields import Capture, Field, Part, Promise
from tui.rules.capture.sections import Section, Sections
from tui.rules.capture.words import Word, clean, read_word

__all__ = ["Capture", "Field", "Part", "Promise", "read_capture", "split_lines"]

# Web addresses belong to what is said here, unless they are somebody's profile.
_TALKING = frozenset(":!<?+")


def read_capture(line: str, now: dt.datetime, order: DateOrder = "ask") -> Capture:
    r"""Read a capture line; `now` is the present moment, aware, in the user's zone. Reads any text.

    - A line break is a space. Values lose control characters, and nothing else.
    - `@Acme, Inc., design lead`: the title stands behind the first comma that is not followed by a legal
      form ('Inc.', 'Ltd', 'GmbH', 'S.A.') and not inside a number.
    - `!` and `<`: a date behind the last 'by' is the due date; `\by` is only a word. A due date has no hour:
      one that was typed is kept in the text.
    - `#`, `=` and the stars take one word. What follows without a marker goes to the notes.
    - `>`: if only its first words are a date, that date counts and the whole goes to the notes.
    - Said twice, `:` adds up and `! < ? + #` make a list. Of the others the first counts, and the second goes
      to the notes.
    """
    text, places = clean(line)
    sections, details = _cut(text)
    reader = Sections(now, details, order)
    for section in sections:
        reader.take(section)
    return reader.capture(places)


def split_lines(text: str) -> list[str]:
    """Return the capture lines of a longer text: one a line, apart from empty ones.

    A line without a name, as it begins with a marker or a contact detail, goes on with the one before.
    """
    lines: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        named = bool(_cut(clean(line)[0])[0][0].words)
        if named or not lines:
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line}"
    return lines


def _cut(text: str) -> tuple[list[Section], list[Detail]]:
    """Cut a cleaned line into its sections, the name first, and the contact details that stand among them."""
    section = Section("", [])
    sections, details = [section], []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        detail = find_detail(text, at, any_site=section.marker not in _TALKING)
        if detail is not None:
            details.append(detail)
            at = detail.end
            continue
        word = _word(text, at, section)
        at = word.end
        if not word.marker:
            section.words.append(word)
            continue
        section = Section(word.marker, [word])
        sections.append(section)
        if word.marker in "#*":
            section = Section("", [], after=word.typed)
            sections.append(section)
    return [sections[0], *(section for section in sections[1:] if section.words)], details


def _word(text: str, at: int, section: Section) -> Word:
    """Read a word; a backslash also makes contact details and the 'by' of a promise plain words."""
    word = read_word(text, at)
    if not word.text.startswith("\\") or word.plain:
        return word
    by = section.marker in ("!", "<") and word.text.lower() == "\\by"
    if by or find_detail(text, at + 1, any_site=section.marker not in _TALKING) is not None:
        return Word(word.text[1:], word.start, word.end, plain=True)
    return word
