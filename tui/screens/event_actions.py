"""What is done with an event wherever it is in front of you: practice, and capture mode."""

from __future__ import annotations

from tui.model.records import Event
from tui.screens import doors
from tui.screens.base import KithScreen


class EventActions(KithScreen):
    """A screen with an event in front of you."""

    @property
    def event(self) -> Event | None:
        """The event in front of you; None where there is none."""
        raise NotImplementedError

    def action_practice(self) -> None:
        """Practise with cards."""
        if self.event is not None:
            self.app.push_screen(doors.practice(self.book, self.clock, self.event.uid))

    def action_capture_mode(self) -> None:
        """Take lines at this event, over the whole screen."""
        self.app.push_screen(doors.capture_mode(self.book, self.clock, self.event))
