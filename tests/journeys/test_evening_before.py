"""The evening before: ten minutes with an event that is half prepared."""

from __future__ import annotations

import re

from tests.journeys.place import Place, go_to, moment
from tests.terminal import Terminal

MORNING, EVENING, LATER = "2026-03-10 09:00", "2026-03-10 21:00", "2026-03-11 07:00"
EVENT = "Grid & Data Day"
OWN = "Which of today's talks would you hear twice?"


def prepared(text: str) -> int:
    """Return how much of the checklist is ticked, as the head says it."""
    found = re.search(r"(\d+) of \d+ prepared", text)
    return int(found[1]) if found else -1


def open_event(terminal: Terminal) -> int:
    """Go to the event from the queue; returns what is ticked."""
    terminal.wait_for(EVENT)
    go_to(terminal, EVENT)
    terminal.send("enter")
    return prepared(terminal.wait(lambda text: prepared(text) >= 0, "the preparation"))


def test_ten_minutes_with_an_event_half_prepared(place: Place) -> None:
    place.fill(moment(MORNING))
    with place.open(EVENING) as terminal:
        ticked = open_event(terminal)
        terminal.send("right")
        terminal.wait(lambda text: "▌☐" in text or "▌✓" in text, "the checklist under the cursor")
        go_to(terminal, "☐")
        terminal.send("space")
        terminal.wait(lambda text: prepared(text) == ticked + 1, "one more tick")

        # Somebody whom you know is seen with the reason, and with words that rest on facts.
        terminal.send("right")
        terminal.wait(lambda text: "▌○" in text or "▌●" in text, "the people under the cursor")
        terminal.send("enter")
        terminal.wait_for("What to say to")
        text = terminal.wait_for("“")
        words = re.findall(r"“([^”]+)”", text)
        assert words, text
        terminal.send("escape")
        terminal.wait_gone("What to say to")

        terminal.send("right", "n")
        terminal.wait_for("In your own words")
        terminal.send(OWN, "enter")
        terminal.wait_gone("In your own words")
        terminal.wait_for("Which of today's talks")

        terminal.send("b")
        terminal.wait_for("What I want")
        terminal.send("f4")
        terminal.wait_for("Save the brief as")
        terminal.send("m")
        terminal.wait_for("Saved as")
        terminal.send("escape")
        terminal.wait_gone("What I want")
        terminal.send("q")
        assert terminal.ended() == 0
    (page,) = (place.home / "Documents" / "Kith").glob("*.md")
    assert OWN in " ".join(page.read_text(encoding="utf-8").split())
    assert (page.stat().st_mode & 0o777) == 0o600

    with place.open(LATER) as terminal:
        assert open_event(terminal) == ticked + 1
        # What was done is taken back step by step, but not across the end of the program.
        terminal.send("u")
        terminal.wait_for("Nothing to undo")
        terminal.send("q")
        assert terminal.ended() == 0
    assert OWN in " ".join(place.says(LATER, "brief", EVENT).split())
