"""What is shown of a field while it is typed: an entry as it will be kept, dates as they are understood."""

from __future__ import annotations

from datetime import datetime

from tui.model.text import one_line
from tui.rules.dates import NotADate, read_when
from tui.rules.entry.milestones import read_milestone
from tui.rules.entry.phones import written
from tui.rules.entry.specs import FieldSpec
from tui.rules.matching.people import profile_address
from tui.rules.phrases import ago, ahead, short_day
from tui.rules.queue.sources import occurs


def tidied(field: FieldSpec, entry: str) -> str:
    """Return one entry of a list as it will be kept, as far as it can be read: a number, a profile's address."""
    text = one_line(entry)
    if field.name == "phones":
        return written(text)
    return (profile_address(text) or text) if field.name == "profiles" else text


def preview(field: FieldSpec, text: str, now: datetime) -> str:
    """Return what dates typed in a field are understood as, in words; '' where there is nothing to say."""
    today = now.date()
    if field.kind == "day" and text.strip():
        try:
            day = read_when(text, now, past=True).day
        except NotADate:
            return ""
        return f"→ {short_day(day, today)}, {ago(day, today)}"
    if field.kind != "days":
        return ""
    said = []
    for line in filter(str.strip, text.splitlines()):
        try:
            milestone = read_milestone(line, now)
        except ValueError:
            continue
        day_next = occurs(milestone, today)
        said.append(
            f"{milestone.label}: {short_day(day_next, today)}, {ahead(day_next, today)}"
            if day_next
            else f"{milestone.label}: is over"
        )
    return f"→ {'; '.join(said)}" if said else ""
