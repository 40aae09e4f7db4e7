"""On an empty machine, without the README: to a saved contact and a follow-up, by what the screen says."""

from __future__ import annotations

from tests.journeys.place import Place, go_to

MORNING = "2026-11-24 09:00"
LINE = "Maya Lin @Acme Robotics : hiring two people !send the deck by fri"


def test_someone_new_gets_to_a_contact_and_a_follow_up(place: Place) -> None:
    with place.open(MORNING) as terminal:
        # The page says what to press, and the door shows what a line looks like.
        terminal.wait_for("Welcome to Kith", "press enter", "Add the first person", "Maya Lin @Acme")
        terminal.send("down", "enter")
        terminal.wait_for("Quick capture")
        terminal.send(LINE)
        terminal.wait_for("Maya Lin", "Acme Robotics", "send the deck", "Fri 27 Nov")
        terminal.send("enter")
        terminal.wait_for("✓ Maya Lin", "escape closes")
        terminal.send("escape")
        # What was promised is what comes up.
        terminal.wait_for("Coming up", "Maya Lin", "send the deck", "? Help")
        go_to(terminal, "Maya Lin")
        terminal.wait_for("m Message")

        # The first message asks who writes, once, and none of it is needed.
        terminal.send("m")
        terminal.wait_for("Four questions", "Your name", "All optional")
        terminal.send("Noor Haddad", "ctrl+s")
        terminal.wait_for("Message to Maya Lin", "Noor")
        terminal.send("escape")
        terminal.wait_gone("Message to Maya Lin")
        terminal.send("m")
        terminal.wait_for("Message to Maya Lin")
        terminal.send("escape")
        terminal.wait_gone("Message to Maya Lin")

        # Each of the other screens leads on while it is empty.
        terminal.send("3")
        terminal.wait_for("No events yet", "n enters one")
        terminal.send("4")
        terminal.wait_for("4 Give", "i ")
        terminal.send("q")
        assert terminal.ended() == 0
    shown = place.data(MORNING, "show", "Maya Lin")
    assert shown["organization"] == "Acme Robotics"
    assert [(it["text"], it["status"]) for it in shown["follow_ups"]] == [("send the deck", "open")]


def test_the_questions_may_be_left_and_are_not_asked_again(place: Place) -> None:
    place.says(MORNING, "add", LINE)
    with place.open(MORNING) as terminal:
        go_to(terminal, "Maya Lin")
        terminal.send("m")
        terminal.wait_for("Four questions")
        terminal.send("escape")
        terminal.wait_for("Message to Maya Lin")
        terminal.send("escape")
        terminal.wait_gone("Message to Maya Lin")
        terminal.send("q")
        assert terminal.ended() == 0
    with place.open(MORNING) as terminal:
        go_to(terminal, "Maya Lin")
        terminal.send("m")
        terminal.wait_for("Message to Maya Lin")
        terminal.send("escape")
        terminal.wait_gone("Message to Maya Lin")
        terminal.send("q")
        assert terminal.ended() == 0
