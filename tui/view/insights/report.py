"""The report: a period in one Markdown page, to keep or to read at the turn of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.exchange.markdown import escaped, plain
from tui.model.network import Network
from tui.rules.insights.period import Period
from tui.rules.phrases import said_day
from tui.view.insights.picture import AS_IT_IS, Picture
from tui.view.lines import text_of

_WIDE = 72
"""Cells of a picture in the report."""
_MOST_NAMES = 30
"""Names of one group; the rest is counted."""


def report(network: Network, shown: Sequence[Picture], period: Period, today: date) -> str:
    """Return the pictures as Markdown, each with its sentence and the people behind it."""
    lines = [
        f"# My network: {period.words}",
        "",
        f"{said_day(period.first)} to {said_day(period.last)}; written on {said_day(today)}.",
    ]
    for picture in shown:
        lines += ["", f"## {picture.title}: {picture.figure}", "", escaped(plain(picture.sentence)), ""]
        if picture.always:
            lines += [f"{AS_IT_IS}.", ""]
        drawn = [text_of(spans).rstrip() for spans in picture.draw(_WIDE)]
        if drawn:
            lines += ["```", *(row.replace("```", "'''") for row in drawn), "```"]
        for group in picture.behind:
            if group.depth:
                continue
            names = [escaped(plain(network.contacts[uid].name)) for uid in group.people[:_MOST_NAMES]]
            more = len(group.people) - len(names)
            rest = f" and {more:,} more" if more else ""
            lines += ["", f"- {escaped(plain(group.words))}: {', '.join(names)}{rest}"]
    return "\n".join(lines) + "\n"
