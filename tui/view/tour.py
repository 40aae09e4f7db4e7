"""The tour of the sample: on each of its pages a line that says what to try there, and where to go next."""

from __future__ import annotations

TOUR: dict[str, str] = {
    "FollowUpsScreen": "↓ to somebody, m drafts words, d is done, u undoes. Then 3.",
    "EventsScreen": "enter prepares the first event to come.",
    "PrepScreen": "→ to the next part, space ticks, p practises. Then 1 and w.",
    "DebriefScreen": "enter writes what was said, x: not met. Then escape and 2.",
    "ContactsScreen": "/ and #energy finds people, enter shows them. Then 4.",
    "GiveScreen": "→ to the next part, m writes the message. Then 5.",
    "InsightsScreen": "↓ looks further, enter shows who. That was the tour.",
}
"""By the name of the page's class."""


def tour_line(page: str) -> str:
    """Return the line for a page; empty if the tour does not go there."""
    words = TOUR.get(page, "")
    return f"Tour  {words}  (. hides)" if words else ""
