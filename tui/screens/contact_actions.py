"""What can be done with whoever is highlighted, or with everybody marked, on the contacts screen."""

from __future__ import annotations

from textual import work

from tui.actions.bulk import Wish, alter
from tui.actions.contacts import archive, unarchive
from tui.actions.pace import pause, resume
from tui.model.records import Contact
from tui.rules.namesakes import told_apart
from tui.rules.phrases import count, listed
from tui.rules.ties import introduced, introducer
from tui.screens import doors
from tui.screens.ask import Ask
from tui.screens.base import KithScreen
from tui.screens.bulk import BulkDialog
from tui.screens.contact_form import ContactForm
from tui.screens.draft import DraftDialog
from tui.screens.history import HistoryDialog
from tui.screens.importing import ImportDialog
from tui.screens.log import LogDialog
from tui.screens.people import PeopleDialog
from tui.view.person import open_steps

_NAMED = 3
"""People or steps named in a question."""


class ContactActions(KithScreen):
    """A screen on which somebody is highlighted and several may be marked."""

    @property
    def contact(self) -> Contact | None:
        """Whoever is highlighted."""
        return None

    @property
    def meant(self) -> tuple[str, ...]:
        """Those marked (uid); without marks whoever is highlighted."""
        return (self.contact.uid,) if self.contact is not None else ()

    @property
    def several(self) -> bool:
        """Whether keys mean those marked."""
        return False

    @property
    def searched(self) -> tuple[str, ...]:
        """Those found (uid); none where nothing is searched for."""
        return ()

    def show_contact(self, contact: str) -> None:
        """Highlight somebody, whatever was searched for."""

    def unmark(self) -> None:
        """Let all marks go: what they were for is done."""

    @work
    async def action_new(self) -> None:
        """Enter somebody in the form; what was searched for in vain is their name."""
        made = await self.app.push_screen_wait(ContactForm(self.book, self.clock, name=self.name_typed()))
        if made:
            self.show_contact(made)

    def name_typed(self) -> str:
        """Return the name that was looked for and is nobody's."""
        return ""

    @work
    async def action_edit(self) -> None:
        """Edit whoever is highlighted; change one thing for all who are marked."""
        if self.several:
            if await self.app.push_screen_wait(BulkDialog(self.book, self.clock, self.meant)):
                self.unmark()
        elif self.contact is not None:
            await self.app.push_screen_wait(ContactForm(self.book, self.clock, self.contact))

    @work
    async def action_log(self) -> None:
        """Log an interaction: one with everybody who is marked."""
        if not self.meant:
            return
        if await self.app.push_screen_wait(LogDialog(self.book, self.clock, self.meant)):
            self.unmark()

    @work
    async def action_message(self) -> None:
        """Draft a message."""
        if self.contact is not None:
            await self.ask_who_you_are()
            await self.app.push_screen_wait(DraftDialog(self.book, self.clock, self.contact.uid))

    @work
    async def action_history(self) -> None:
        """Look through what happened with them, and put it right."""
        if self.contact is not None:
            await self.app.push_screen_wait(HistoryDialog(self.book, self.clock, self.contact))

    def action_pause(self) -> None:
        """Pause check-ins with them, or take them up again."""
        contact = self.contact
        if contact is not None:
            change = resume if contact.paused else pause
            self.commit(lambda: change(self.network, contact))

    @work
    async def action_archive(self) -> None:
        """Archive them, or bring them back; asks first where a promise is open."""
        people = [self.network.contacts[uid] for uid in self.meant]
        if not people or not self.may_change():
            return
        away = not all(it.archived for it in people)
        asked = [it for it in people if away and not it.archived and open_steps(self.network, it)]
        if asked and not await self._may_archive(people, asked):
            return
        if self.several:
            if self.commit(lambda: alter(self.network, self.meant, Wish(archived=away))):
                self.unmark()
        else:
            change = archive if away else unarchive
            self.commit(lambda: change(self.network, people[0]))

    async def _may_archive(self, people: list[Contact], asked: list[Contact]) -> bool:
        """Ask whether people go with what is open between you."""
        first = asked[0]
        if len(people) == 1:
            title = f"Archive {first.name}?"
            steps = open_steps(self.network, first)[:_NAMED]
            what = f"Still open between you: {'; '.join(step.text or 'write' for step in steps)}."
        else:
            title = f"Archive {count(len(people), 'person', 'people')}?"
            names = told_apart(asked[:_NAMED])
            more = len(asked) - len(names)
            what = f"Something is open with {listed([*names, *([f'{more} more'] if more else [])])}."
        answers = [("y", "Archive them"), ("k", "Keep them here")]
        if len(people) == 1:
            answers.insert(1, ("h", "Look at what is open"))
        answer = await self.app.push_screen_wait(
            Ask(
                title, f"{what}\n\nIt leaves the queue with them, and stays in their history.", tuple(answers)
            )
        )
        if answer == "h":
            await self.app.push_screen_wait(HistoryDialog(self.book, self.clock, first))
        return answer == "y"

    def action_merge(self) -> None:
        """Compare the two marked; else whoever looks like the one highlighted, as from anywhere."""
        if len(self.meant) == 2:
            self.app.push_screen(doors.merge(self.book, self.clock, *self.meant))
            self.unmark()
        else:
            self.app.call_later(self.app.run_action, "merge", self.app)

    @work
    async def action_export(self) -> None:
        """Write those marked to a file; without marks those found, or everybody."""
        chosen = self.meant if self.several else self.searched
        if await self.app.push_screen_wait(doors.export(self.book, self.clock, chosen)):
            self.unmark()

    @work
    async def action_introduce(self) -> None:
        """Bring whoever is highlighted together with somebody."""
        if self.contact is not None:
            await self.app.push_screen_wait(doors.introduce(self.book, self.clock, self.contact.uid))

    def action_walk_back(self) -> None:
        """Go to who introduced them."""
        who = introducer(self.network, self.contact) if self.contact is not None else None
        if who is not None:
            self.show_contact(who.uid)
        elif self.contact is not None:
            self.notify(f"Nobody is known to have introduced {self.contact.name}.", timeout=3)

    @work
    async def action_walk_on(self) -> None:
        """Go to whom they introduced; where there are several, to the one chosen."""
        contact = self.contact
        if contact is None:
            return
        found = introduced(self.network, contact)
        if len(found) > 1:
            chosen = await self.app.push_screen_wait(
                PeopleDialog(
                    self.book, self.clock, f"Introduced by {contact.name}", among=[it.uid for it in found]
                )
            )
            found = [self.network.contacts[uid] for uid in chosen or ()]
        elif not found:
            self.notify(f"{contact.name} is not known to have introduced anybody.", timeout=3)
        if found:
            self.show_contact(found[0].uid)

    def action_import_file(self) -> None:
        """Import connections."""
        self.app.push_screen(ImportDialog(self.book, self.clock))
