"""A message to send: drafted from facts, edited here, sent by you, and then written down as sent."""

from __future__ import annotations

import os
import webbrowser
from functools import partial
from typing import cast, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.actions.follow_ups import done
from tui.actions.interactions import log
from tui.clock import Clock
from tui.model.records import Channel, Contact
from tui.paths import documents
from tui.rules.content import Tone
from tui.rules.drafts.rows import written
from tui.rules.drafts.writing import Draft, mailto
from tui.rules.queue.ranking import Row
from tui.rules.touches import usual_channel
from tui.screens.ask import Ask
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.filenames import file_name
from tui.widgets import keys
from tui.widgets.fields import Choice, Field, Paragraph, choice_field, text_field

TONES: tuple[Tone, ...] = get_args(Tone)
CHANNELS: tuple[Channel, ...] = ("email", "message", "social")


_UNSIGNED = "Not signed yet: y, outside this page, says who you are. Messages are then signed with it."


class DraftDialog(Dialog[bool]):
    """The message for a row of the queue, or for somebody without one."""

    BINDINGS = [keys.SENT, keys.COPY, keys.MAIL, keys.TO_FILE, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, contact: str, row: Row | None = None) -> None:
        self._contact: Contact = book.network.contacts[contact]
        super().__init__(book, clock, f"Message to {self._contact.name}")
        self._row = row
        self._draft = self._write("warm")

    def body(self) -> ComposeResult:
        """Tone, channel, subject, text."""
        yield choice_field("Tone", TONES, "warm", id="tone")
        yield choice_field("Sent by", CHANNELS, self._channel(), id="channel")
        yield text_field("Subject", self._draft.subject, id="subject")
        yield Paragraph(self._draft.body, lines=12, id="text")
        yield Static("", markup=False, classes="hint", id="count")
        if not self.network.profile.name.strip():
            yield Static(_UNSIGNED, markup=False, classes="hint", id="unsigned")

    def on_mount(self) -> None:
        """Start in the text."""
        super().on_mount()
        self.query_one(Paragraph).focus()
        self._count()

    def dirty(self) -> bool:
        """Only words of your own would be lost; a draft is written again in a moment."""
        return (self._subject, self._text) != (self._draft.subject, self._draft.body)

    @on(Choice.Changed)
    @work
    async def _other_tone(self, event: Choice.Changed) -> None:
        if event.value not in TONES or event.value == self._draft.tone:
            return
        if self.dirty():
            answer = await self.app.push_screen_wait(
                Ask(
                    "Write it anew in another tone?",
                    "You changed the words. The new draft takes their place.",
                    (("n", "New draft"), ("k", "Keep mine")),
                )
            )
            if answer != "n":
                event.choice.value = self._draft.tone
                return
        self._draft = self._write(event.value)
        self.query_one("#subject", Field).query_one(Input).value = self._draft.subject
        self.query_one(Paragraph).text = self._draft.body

    @on(Paragraph.Changed)
    def _count(self) -> None:
        limit = self._draft.limit
        length = len(self._text)
        words = f"{length} of {limit} characters" if limit else f"{length} characters"
        over = f", {length - limit} too many" if limit and length > limit else ""
        address = self._contact.emails[0] if self._contact.emails else "no email address known"
        self.query_one("#count", Static).update(f"{words}{over}   to: {clean(address)}")

    def action_save(self) -> None:
        """Log it as sent, and close the follow-up."""
        channel = cast("Channel", self.query_one("#channel", Field).value)
        first = next((line for line in self._text.splitlines() if line.strip()), "")
        summary = self._subject or first
        if self._row is not None:
            change = partial(
                done, self.network, self._row, self.now, channel=channel, summary=f"Wrote: {summary}"[:200]
            )
        else:
            change = partial(
                log,
                self.network,
                self.now,
                contacts=(self._contact.uid,),
                day=self.now.date(),
                at=self.now,
                channel=channel,
                summary=f"Wrote: {summary}"[:200],
            )
        if self.commit(change):
            self.dismiss(True)

    def action_copy(self) -> None:
        """Hand the text to the terminal's clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.notify(
            "Sent to the clipboard. Some terminals refuse that; f4 saves it to a file instead.", markup=False
        )

    def action_mail(self) -> None:
        """Open it in the mail program."""
        edited = Draft(self._draft.kind, self._draft.tone, self._subject, self._text, self._draft.limit)
        if not self._contact.emails:
            self.notify("No email address is known. Add one with e on the contact.", markup=False)
        elif not _opened(mailto(self._contact, edited)):
            self.notify("No mail program answered here. f2 copies the text, f4 saves it.", markup=False)

    def action_to_file(self) -> None:
        """Save it as a text file."""
        path = documents() / file_name(f"Message to {self._contact.name}", self.now.date(), ".txt")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{self._subject}\n\n{self._text}\n", encoding="utf-8")
        except OSError as problem:
            self.notify(f"{path}: {problem.strerror}. f2 copies the text.", severity="error", markup=False)
            return
        self.notify(f"Saved as {path}", markup=False)

    def _channel(self) -> Channel:
        """Return the channel that is used with them, as far as one can write over it."""
        usual = usual_channel(self.network, self._contact.uid)
        if usual in CHANNELS:
            return usual
        return "email" if self._contact.emails else "message"

    @property
    def _subject(self) -> str:
        return self.query_one("#subject", Field).value

    @property
    def _text(self) -> str:
        return self.query_one(Paragraph).text

    def _write(self, tone: Tone) -> Draft:
        return written(self.network, self._contact, self._row, self.now, tone)


def _opened(address: str) -> bool:
    """Open a mail address; only where a browser or mail program can be reached."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt" or _is_mac()):
        return False
    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False


def _is_mac() -> bool:
    return os.uname().sysname == "Darwin" if hasattr(os, "uname") else False
