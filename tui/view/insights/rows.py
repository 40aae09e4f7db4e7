"""The figures for a terminal's plain text, and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.model.network import Network
from tui.rules.insights.period import Period
from tui.view.cells import clean
from tui.view.insights.picture import AS_IT_IS, Picture
from tui.view.lines import text_of, wrapped

_WIDEST = 80
"""Cells of a picture, however wide the terminal is."""


def insight_text(shown: Sequence[Picture], period: Period, wide: int) -> list[str]:
    """Return the pictures as text."""
    cells = min(wide, _WIDEST)
    lines = [period.words.capitalize()]
    for number, picture in enumerate(shown):
        if picture.always and not (number and shown[number - 1].always):
            lines += ["", AS_IT_IS]
        lines += ["", f"{picture.title}: {picture.figure}"]
        lines += [text_of(spans) for spans in wrapped(picture.sentence, cells)]
        lines += [text_of(spans) for spans in picture.draw(cells)]
    return [clean(text).rstrip() for text in lines]


def insight_rows(network: Network, shown: Sequence[Picture], period: Period) -> dict[str, Any]:
    """Return the figures as data, with the people behind each."""
    return {
        "first": period.first,
        "last": period.last,
        "figures": [
            {
                "key": picture.key,
                "title": picture.title,
                "figure": picture.figure,
                "text": picture.sentence,
                "people": [
                    {
                        "words": group.words,
                        "contacts": [
                            {"uid": uid, "name": network.contacts[uid].name} for uid in group.people
                        ],
                    }
                    for group in picture.behind
                ],
            }
            for picture in shown
        ],
    }
