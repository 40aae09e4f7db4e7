"""The train home: five minutes on a small terminal, tired, left in the middle and taken up again."""

from __future__ import annotations

import re

from tests.journeys.place import Place, highlighted, moment
from tests.terminal import Terminal

EVENING, MORNING, LATER = "2026-03-09 22:10", "2026-03-10 08:00", "2026-03-10 21:00"
EVENT = "Norrhavn alumni evening"


def spoken_of(text: str) -> int:
    """Return of how many people the debrief knows what became of them."""
    found = re.search(r"(\d+) of \d+ people", text)
    return int(found[1]) if found else -1


def wrap_up(terminal: Terminal, offered: str) -> int:
    """Open the debrief from the queue, where it says how far it is; returns that as the debrief itself says it."""
    terminal.wait_for(offered)
    terminal.send("w")
    return spoken_of(terminal.wait(lambda text: spoken_of(text) >= 0, "the debrief"))


def under_cursor(terminal: Terminal) -> str:
    """Return the name of the person highlighted."""
    text = terminal.wait(lambda text: "to do" in highlighted(text), "somebody to speak of")
    return re.sub(r"▌○ (.*?)  .*", r"\1", highlighted(text))


def test_five_minutes_left_in_the_middle_and_taken_up_again(place: Place) -> None:
    place.fill(moment(MORNING))
    with place.open(EVENING, columns=70, rows=20) as terminal:
        assert wrap_up(terminal, f"Debrief {EVENT}?") == 0
        first = under_cursor(terminal)
        terminal.send("enter")
        terminal.wait_for(f"{first}, met at")
        terminal.send("trains that brake into the grid", "tab", "tab", "send the paper", "tab", "fri")
        terminal.wait_for("Fri 13 Mar")
        terminal.send("ctrl+s")
        terminal.wait(lambda text: spoken_of(text) == 1, "the first person's end")
        second = under_cursor(terminal)
        assert second != first
        terminal.send("x")
        terminal.wait(lambda text: spoken_of(text) == 2, "the second person's end")
        # A slip of the thumb, taken back.
        terminal.send("x")
        terminal.wait(lambda text: spoken_of(text) == 3, "the third person's end")
        terminal.send("u")
        terminal.wait(lambda text: spoken_of(text) == 2, "the third person again")
        third = under_cursor(terminal)
        # The station: out, without a word.
        terminal.send("escape")
        terminal.wait_gone("Who was there")
        terminal.send("q")
        assert terminal.ended() == 0

    with place.open(LATER, columns=70, rows=20) as terminal:
        assert wrap_up(terminal, "2 of 5 done") == 2
        assert under_cursor(terminal) == third
        terminal.send("enter")
        terminal.wait_for(f"{third}, met at")
        terminal.send("ctrl+s")
        terminal.wait(lambda text: spoken_of(text) == 3, "the third person's end")
        terminal.send("end", "enter")
        terminal.wait_for("still to do")
        terminal.send("x")
        terminal.wait_for("You promised", "send the paper")
        terminal.send("1")
        terminal.wait_for("A word after meeting")
        terminal.send("q")
        assert terminal.ended() == 0

    rows = place.data(LATER, "due", "--all")
    promised = [row for row in rows if row["kind"] == "promise" and row["contact"] == first]
    assert [(row["text"], row["due"]) for row in promised] == [("send the paper", "2026-03-13")]
    words = {row["contact"] for row in rows if row["kind"] == "follow_up" and EVENT in row["reason"]}
    assert words == {first, third}
    met = {row["name"] for row in place.data(LATER, "list", "met:norrhavn alumni")}
    assert second not in met
