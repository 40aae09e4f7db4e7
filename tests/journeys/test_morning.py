"""Each morning: two minutes with the queue, and then done."""

from __future__ import annotations

from tests.journeys.place import Place, go_to, highlighted, moment
from tests.terminal import Terminal

ON, LATER, NEXT_WEEK = "2026-03-10 08:00", "2026-03-10 08:05", "2026-03-18 08:00"


def gone(terminal: Terminal, name: str) -> None:
    """Wait until the highlighted row is somebody else's, and nothing lies over the queue."""
    terminal.wait(lambda text: "▌" in text and name not in highlighted(text), f"the row after {name}'s")


def test_two_minutes_with_the_queue(place: Place) -> None:
    place.fill(moment(ON))
    before = place.data(ON, "due")
    promises = [row["contact"] for row in before if row["kind"] == "promise"]
    words = [row["contact"] for row in before if row["kind"] == "follow_up"]
    kept, moved = promises[0], promises[1]
    written, tried = words[0], words[1]
    assert len({kept, moved, written, tried}) == 4
    with place.open(ON, rows=40) as terminal:
        terminal.wait_for("Promises you made", kept)
        go_to(terminal, kept)
        terminal.send("d")
        terminal.wait_for(f"Done: {kept}")
        terminal.send("sent the figures", "enter")
        terminal.wait_gone(f"Done: {kept}")
        gone(terminal, kept)

        go_to(terminal, moved)
        terminal.send("s")
        terminal.wait_for(f"Snooze {moved}")
        terminal.send(*["backspace"] * 20, "in 3 days", "enter")
        terminal.wait_gone(f"Snooze {moved}")
        gone(terminal, moved)

        go_to(terminal, written)
        terminal.send("m")
        terminal.wait_for(f"Message to {written}", "Subject")
        terminal.send("ctrl+s")
        terminal.wait_gone("Subject")
        gone(terminal, written)

        # Skipped by mistake: u brings the row back.
        go_to(terminal, tried)
        terminal.send("x")
        gone(terminal, tried)
        terminal.send("u")
        terminal.wait_for("Undone")
        go_to(terminal, tried)
        terminal.send("t")
        gone(terminal, tried)
        terminal.send("q")
        assert terminal.ended() == 0

    after = place.data(LATER, "due")
    left = {(row["kind"], row["contact"]) for row in after if row["status"] != "soon"}
    assert left.isdisjoint(
        {("promise", kept), ("promise", moved), ("follow_up", written), ("follow_up", tried)}
    )
    assert all(row["reason"] for row in after)

    told = place.data(LATER, "show", kept)["interactions"][0]
    assert (told["day"], told["summary"]) == ("2026-03-10", "sent the figures")
    sent = place.data(LATER, "show", written)["interactions"][0]
    assert sent["summary"].startswith("Wrote: ")
    attempt = place.data(LATER, "show", tried)["interactions"][0]
    assert attempt["attempt"]

    # What was put off comes back, and what was tried too; what is done stays done.
    back = {(row["kind"], row["contact"]) for row in place.data(NEXT_WEEK, "due")}
    assert {("promise", moved), ("follow_up", tried)} <= back
    assert ("promise", kept) not in back
