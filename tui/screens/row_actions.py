"""What is done with rows of the queue, wherever they are shown: one highlighted, several marked, one in focus."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from textual import work

from tui.actions.follow_ups import STEP_SKIP_DAYS, as_it_is, attempted, skip, snooze
from tui.actions.pace import keep_quiet, pause, resume, set_tier, slower
from tui.actions.several import attempted_all, skip_all, snooze_all
from tui.model.change import Change
from tui.model.records import Contact, Tier
from tui.rules.cadence import base_days
from tui.rules.phrases import short_day, span
from tui.rules.queue.ranking import Queue, Row, queue
from tui.rules.queue.session import How
from tui.rules.touches import usual_channel
from tui.screens import doors
from tui.screens.ask import Ask
from tui.screens.base import KithScreen
from tui.view.lines import Line
from tui.view.reasons import last_day

_ASK_AFTER = 3
"""Times in a row that a row is put off before it is asked whether the rhythm is right (rule 6)."""

ON_ONE = frozenset({"message", "pause", "history", "others", "explain", "introduce"})
"""Actions that mean one row."""
ON_SOME = frozenset({"done", "snooze", "skip", "tried"})
"""Actions that mean all rows that are marked, else the one in front of you."""


class RowActions(KithScreen):
    """A screen with rows of the queue on it."""

    def row(self) -> Row | None:
        """Return the row in front of you."""
        raise NotImplementedError

    def meant(self) -> tuple[Row, ...]:
        """Return the rows that are to be dealt with: those marked, else the one in front of you."""
        row = self.row()
        return () if row is None else (row,)

    def at_hand(self) -> Queue | None:
        """Return the queue as it is shown, where it is: it takes a moment to reckon it again."""
        return None

    def dealt(self, rows: tuple[Row, ...], how: How) -> None:
        """Hear what was done with rows."""

    def offers(self, action: str) -> bool | None:
        """Return whether an action means something now; None for one that is not about rows."""
        if action == "edit":
            row = self.row()
            return row is not None and row.follow_up is not None
        if action == "quiet":
            row = self.row()
            return row is not None and row.kind == "milestone"
        if action in ON_SOME:
            return bool(self.meant())
        if action in ON_ONE:
            return self.row() is not None
        return None

    @work
    async def action_done(self) -> None:
        """Log the touch and close what it was about."""
        rows = self.meant()
        if not rows:
            return
        done = await self.app.push_screen_wait(doors.done(self.book, self.clock, rows))
        if done:
            self.dealt(rows, "done")

    @work
    async def action_snooze(self) -> None:
        """Hide rows until a date."""
        rows = self.meant()
        if not rows:
            return
        until = await self.app.push_screen_wait(doors.snooze(self.book, self.clock, rows))
        if until is None:
            return
        if len(rows) == 1:
            await self._put_off(rows, "snoozed", lambda: snooze(self.network, rows[0], self.now, until))
        else:
            await self._put_off(rows, "snoozed", lambda: snooze_all(self.network, rows, self.now, until))

    @work
    async def action_skip(self) -> None:
        """Hide a check-in for one interval, anything else for a week; say so where it will not come back."""
        rows = self.meant()
        if len(rows) > 1:
            await self._put_off(rows, "skipped", lambda: skip_all(self.network, rows, self.now))
        elif rows:
            row = rows[0]
            last, today = last_day(row, self.network, self.now), self.now.date()
            lapses = last is not None and (last - today).days < STEP_SKIP_DAYS
            words = ""
            if last is not None and lapses:
                name = self.network.contacts[row.contact].name
                words = f"Skipped {name} for good: it lapses after {short_day(last, today)}  (u undoes)"
            await self._put_off(rows, "skipped", lambda: skip(self.network, row, self.now), words)

    def action_tried(self) -> None:
        """Write down that nobody answered."""
        rows = self.meant()
        if len(rows) > 1:
            change: Callable[[], Change] = lambda: attempted_all(self.network, rows, self.now)  # noqa: E731
        elif rows:
            channel = usual_channel(self.network, rows[0].contact)
            change = lambda: attempted(self.network, rows[0], self.now, channel=channel)  # noqa: E731
        else:
            return
        self._deal(rows, "tried", change)

    @work
    async def action_message(self) -> None:
        """Draft a message for the row."""
        row = self.row()
        if row is None:
            return
        await self.ask_who_you_are()
        if await self.app.push_screen_wait(doors.draft(self.book, self.clock, row.contact, row)):
            self.dealt((row,), "sent")

    @work
    async def action_introduce(self) -> None:
        """Bring the person together with somebody they should know."""
        row = self.row()
        if row is not None:
            await self.app.push_screen_wait(doors.introduce(self.book, self.clock, row.contact))

    def action_pause(self) -> None:
        """Pause check-ins with the person, or take them up again."""
        row = self.row()
        contact = self.network.contacts.get(row.contact) if row else None
        if contact is not None:
            change = resume if contact.paused else pause
            self.commit(change(self.network, contact))

    def action_quiet(self) -> None:
        """Keep quiet about the days of somebody who does not want them noticed."""
        row = self.row()
        contact = self.network.contacts.get(row.contact) if row else None
        if contact is not None:
            self.commit(lambda: keep_quiet(self.network, contact))

    @work
    async def action_edit(self) -> None:
        """Word the promise or step anew, move it, or let it go."""
        row = self.row()
        step = self.network.follow_ups.get(row.follow_up or "") if row else None
        if step is not None:
            contact = self.network.contacts[step.contact]
            await self.app.push_screen_wait(doors.step(self.book, self.clock, contact, step))

    @work
    async def action_history(self) -> None:
        """Look through what happened with the person."""
        row = self.row()
        if row is not None:
            contact = self.network.contacts[row.contact]
            await self.app.push_screen_wait(doors.history(self.book, self.clock, contact))

    def action_explain(self) -> None:
        """Show why the person is here: the whole reckoning."""
        row = self.row()
        if row is not None:
            self.app.push_screen(doors.reckoning(self.book, self.clock, row.contact, self.at_hand()))

    def about_here(self, wide: int) -> list[Line]:
        """Return the reckoning of the person in front of you, for the top of the help."""
        row = self.row()
        contact = self.network.contacts.get(row.contact) if row else None
        if contact is None:
            return []
        from tui.rules.queue.explain import explain_in
        from tui.view.explain import reckoning_lines

        now = self.now
        found = explain_in(self.at_hand() or queue(self.network, now), self.network, contact, now)
        return reckoning_lines(self.network, contact, found, now, wide)

    def _deal(self, rows: tuple[Row, ...], how: How, change: Callable[[], Change], words: str = "") -> bool:
        """Put a change into the book, tell it, in other words if given, and let the screen hear of it."""
        done = self.commit(change, quiet=bool(words))
        if done:
            if words:
                self.notify(words)
            self.dealt(rows, how)
        return done

    async def _put_off(
        self, rows: tuple[Row, ...], how: How, change: Callable[[], Change], words: str = ""
    ) -> None:
        if self._deal(rows, how, change, words):
            for row in rows:
                await self._ask_rhythm(row)

    async def _ask_rhythm(self, row: Row) -> None:
        """After three times in a row, ask whether the rhythm is right."""
        contact = self.network.contacts.get(row.contact)
        if contact is None or row.kind != "check_in" or row.puts_off + 1 < _ASK_AFTER:
            return
        answer = await self.app.push_screen_wait(
            Ask(
                f"Is the rhythm with {contact.name} right?",
                "You put this off a few times in a row. It may simply come too often.",
                (("s", self._slower(contact)), ("p", "Pause until I end it"), ("a", "As it is")),
            )
        )
        if answer == "p":
            self.commit(pause(self.network, contact))
        elif answer == "s":
            self.commit(set_tier(self.network, contact, self._slower_tier(contact)))
        elif answer == "a":
            self.commit(lambda: as_it_is(self.network, row), quiet=True)

    def _slower_tier(self, contact: Contact) -> Tier:
        """Return the next tier slower than somebody is kept now; an own interval may be slower than its tier."""
        tiers = self.network.settings.tiers
        before, tier = base_days(contact, tiers) or 0, slower(contact)
        while (days := tiers.of(tier)) is not None and days <= before:
            tier = slower(replace(contact, tier=tier))
        return tier

    def _slower(self, contact: Contact) -> str:
        tier = self._slower_tier(contact)
        days = self.network.settings.tiers.of(tier)
        how_often = f"every {span(days).removeprefix('1 ')}" if days else "never due"
        before = base_days(contact, self.network.settings.tiers)
        was = f" (now every {span(before).removeprefix('1 ')})" if before else ""
        return f"Slower: {tier}, {how_often}{was}"
