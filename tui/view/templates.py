"""The templates of messages in words: which there are, whose each is, and how one reads."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.model.settings import Tone
from tui.rules.content_drafts import TONES, DraftKind
from tui.rules.drafts.templates import Source
from tui.rules.drafts.writing import Draft
from tui.rules.phrases import listed
from tui.view.drafting import kind_words, length_words
from tui.view.lines import Line, ends, line, paragraphs, wrapped


def template_line(kind: DraftKind, own: Collection[tuple[DraftKind, Tone]], wide: int) -> Line:
    """Return one kind of message on a line, with the tones that are yours."""
    yours = [tone for tone in TONES if (kind, tone) in own]
    words = kind_words(kind)
    right = f"yours: {listed(yours)}" if yours else ""
    return ends(
        line((f"{words[:1].upper()}{words[1:]}", "strong" if yours else "")), line((right, "accent")), wide
    )


def tone_line(tone: Tone) -> Line:
    """Return the tones, the one shown in brackets."""
    return line(
        *((f"[{it}] ", "accent") if it == tone else (f" {it}  ", "dim") for it in TONES),
        ("  ← → change it", "dim"),
    )


def template_page(
    written: Source, wide: int, *, name: str, message: Draft | None, faults: Sequence[str], path: str
) -> list[Line]:
    """Return one template: what is wrong with yours, how it reads to somebody, and how it is written."""
    wrong = [part for fault in faults for part in wrapped(fault, wide, "alarm")]
    if wrong:
        wrong = [
            *wrong,
            *wrapped("Until that is put right, ours are used. Save the file, and it counts at once.", wide),
        ]
    read: list[Line] = []
    if message is not None:
        length = f"  {length_words(len(message.body), message.limit)}" if message.limit else ""
        read = [line((f"To {name}", "heading"), (f"  o shows somebody else{length}", "dim"))]
        if message.subject:
            read += wrapped(message.subject, wide, "strong")
        read += wrapped(message.body, wide)
    else:
        read = wrapped("There is nobody yet to whom this could be written.", wide, "dim")
    whose = "Yours" if written.own else "Ours"
    subject = wrapped(f"subject: {written.subject}", wide, "dim") if written.subject else []
    return paragraphs(
        wrong,
        [tone_line(written.tone)],
        read,
        [
            line((f"{whose}, as it is written", "heading")),
            *subject,
            *wrapped(written.body.strip(), wide, "dim"),
        ],
        wrapped(
            f"e opens yours to be changed: {path}" if written.own else f"e makes it your own, in {path}",
            wide,
            "dim",
        ),
    )
