"""A goal for an event: what, how many, and what to do if."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.actions.events import put_goal
from tui.clock import Clock
from tui.model.records import Event, Goal
from tui.rules.content import plans, sound
from tui.rules.entry.goal import leading_number, read_goal, read_number
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets import keys
from tui.widgets.fields import Field, Paragraph, paragraph_field, text_field


class GoalForm(Dialog[bool]):
    """Write a goal down, or change one; `goal` without a position is a suggestion to start from."""

    BINDINGS = [keys.SAVE, keys.OFFER, keys.CANCEL]

    def __init__(
        self, book: Book, clock: Clock, event: Event, *, goal: Goal | None = None, position: int | None = None
    ) -> None:
        super().__init__(book, clock, "Change the goal" if position is not None else "A goal")
        self._event, self._goal, self._position = event, goal, position
        self._offered = -1

    def body(self) -> ComposeResult:
        """Words, number, plan."""
        goal = self._goal or Goal(text="")
        number = str(goal.target) if goal.target is not None else ""
        yield text_field("Goal", goal.text, placeholder="2 real conversations", preview=_counted, id="text")
        yield text_field(
            "How many", number, placeholder="if it can be counted", problem=_number_problem, id="number"
        )
        yield paragraph_field("Plan", goal.plan, placeholder="If I …, then I … (f5 suggests one)", id="plan")

    def on_mount(self) -> None:
        """Start with the words."""
        super().on_mount()
        self.query_one("#text", Field).control.focus()

    def action_offer(self) -> None:
        """Put a plan into its field: the next one of the collection, where nothing of your own stands."""
        box = self.query_one("#plan Paragraph", Paragraph)
        offers = [plan.text for plan in plans(sound(self.network.own_words))]
        if box.text.strip() and box.text not in offers:
            self.query_one("#plan", Field).say("Your own plan stays. Clear the field to see others.")
            return
        self._offered = (self._offered + 1) % len(offers)
        box.text = offers[self._offered]
        box.focus()

    def action_save(self) -> None:
        """Save the goal."""
        if not self.valid():
            return
        text, number, plan = (self.query_one(f"#{name}", Field).value for name in ("text", "number", "plan"))
        try:
            goal = read_goal(text, number, plan, self._goal if self._position is not None else None)
        except ValueError as reason:
            self.query_one("#text", Field).say(str(reason), wrong=True)
            self.query_one("#text", Field).control.focus()
            return
        if self.commit(put_goal(self.network, self._event, goal, self._position)):
            self.dismiss(True)


def _counted(text: str) -> str:
    number, words = leading_number(" ".join(text.split()))
    return f"→ {words}, counted to {number}" if number else ""


def _number_problem(text: str) -> str:
    try:
        read_number(text)
    except ValueError as reason:
        return str(reason)
    return ""
