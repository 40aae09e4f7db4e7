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
from tui.model.letter import Letter
from tui.model.records import Channel, Contact
from tui.model.settings import Tone
from tui.paths import documents
from tui.rules.content_drafts import DraftKind
from tui.rules.drafts.rows import kinds, others_addressed, written
from tui.rules.drafts.writing import Draft, mailto
from tui.rules.queue.ranking import Row
from tui.rules.touches import usual_channel
from tui.screens.ask import Ask
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.drafting import kind_words, length_words
from tui.view.filenames import file_name
from tui.widgets import keys
from tui.widgets.choice import Choice
from tui.widgets.fields import Field, Paragraph, choice_field, text_field
from tui.writing import put_new

TONES: tuple[Tone, ...] = get_args(Tone)
CHANNELS: tuple[Channel, ...] = ("email", "message", "social")


_UNSIGNED = "Not signed yet. Once this is closed, y asks for your name; then messages end with it."
_LEFT = "As you left it. Another tone or kind writes it again."
_LETTERS = "abcdefghijklmnopqrstuvw"


class DraftDialog(Dialog[bool]):
    """The message for a row of the queue, or for somebody without one; words of your own are kept if it is left."""

    CHANGES = False
    BINDINGS = [keys.SENT, keys.COPY, keys.MAIL, keys.TO_FILE, keys.KIND, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, contact: str, row: Row | None = None) -> None:
        self._contact: Contact = book.network.contacts[contact]
        super().__init__(book, clock, f"Message to {self._contact.name}")
        self._row = row
        self._kind: DraftKind | None = None
        self._draft = self._write(self.network.settings.tone)
        name = self.kept_as()
        self._left: Letter | None = book.letters.get(name) if name else None
        if self._left is not None:
            self._kind = cast("DraftKind", self._left.kind)
            self._draft = self._write(cast("Tone", self._left.tone))
        self._as_left = self._left

    def body(self) -> ComposeResult:
        """Tone, channel, subject, text."""
        left = self._left
        yield choice_field("Tone", TONES, self._draft.tone, id="tone")
        yield choice_field("Sent by", CHANNELS, self._channel(), id="channel")
        yield text_field("Subject", left.subject if left else self._draft.subject, id="subject")
        yield Paragraph(left.body if left else self._draft.body, lines=12, id="text")
        yield Static("", markup=False, classes="hint", id="count")
        yield Static(_LEFT if left else "", markup=False, classes="hint", id="left")
        if not self.network.profile.name.strip():
            yield Static(_UNSIGNED, markup=False, classes="hint", id="unsigned")

    def on_mount(self) -> None:
        """Start in the text."""
        super().on_mount()
        self.query_one("#left").display = self._left is not None
        self.query_one(Paragraph).focus()
        self._count()

    def kinds(self) -> tuple[DraftKind, ...]:
        """Return the kinds of message that can be written here."""
        return kinds(self.network, self._contact, self._row, self.now)

    def kept_as(self) -> tuple[str, str] | None:
        """Return the name under which words of your own are kept while Kith is open; None to keep none."""
        return self._contact.uid, self._row.key if self._row else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another kind where there is one."""
        return len(self.kinds()) > 1 if action == "kind" else True

    def dirty(self) -> bool:
        """Only words of your own would be lost; a draft is written again in a moment."""
        return (self._subject, self._text) != (self._draft.subject, self._draft.body)

    @on(Choice.Changed)
    @work
    async def _other_tone(self, event: Choice.Changed) -> None:
        if event.value not in TONES or event.value == self._draft.tone:
            return
        if await self._may_write_again("Write it again in another tone?"):
            self._take(self._write(event.value))
        else:
            event.choice.value = self._draft.tone

    @work
    async def action_kind(self) -> None:
        """Write another kind of message."""
        found = self.kinds()
        answers = tuple((_LETTERS[place], kind_words(kind)) for place, kind in enumerate(found))
        current = kind_words(self._draft.kind)
        answer = await self.app.push_screen_wait(
            Ask("What is it for?", f"Now: {current}.", answers, safe=True)
        )
        if answer is None:
            return
        kind = found[_LETTERS.index(answer)]
        if kind != self._draft.kind and await self._may_write_again("Write it again as something else?"):
            self._kind = kind
            self._take(self._write(self._draft.tone))
            if kind == "linkedin_note":
                self.query_one("#channel", Field).query_one(Choice).value = "social"

    async def _may_write_again(self, question: str) -> bool:
        if not self.dirty():
            return True
        answer = await self.app.push_screen_wait(
            Ask(
                question,
                "You changed the words. The new draft takes their place.",
                (("n", "New draft"), ("k", "Keep mine")),
            )
        )
        return answer == "n"

    def _take(self, message: Draft) -> None:
        self._draft = message
        self.query_one("#subject", Field).query_one(Input).value = message.subject
        self.query_one(Paragraph).text = message.body
        self.query_one("#left").display = False
        self._count()

    @on(Paragraph.Changed)
    def _count(self) -> None:
        limit, length = self._draft.limit, len(self._text)
        people = (self._contact, *others_addressed(self.network, self._row, self._draft))
        emails = ", ".join(it.emails[0] for it in people if it.emails)
        shown = self.query_one("#count", Static)
        shown.set_class(limit is not None and length > limit, "-wrong")
        shown.update(f"{length_words(length, limit)}   to: {clean(emails) or 'no email address known'}")

    def action_back(self) -> None:  # type: ignore[override]  # nothing has to be asked: it is kept
        """Leave; words of your own are kept for as long as Kith is open."""
        name = self.kept_as()
        if name is None:
            super().action_back()
            return
        if self.dirty():
            left = Letter(self._draft.kind, self._draft.tone, self._subject, self._text)
            if left != self._as_left:
                self.notify("Your words are kept: m opens them again.", markup=False)
            self.book.letters[name] = left
        else:
            self.book.letters.pop(name, None)
        self.dismiss(None)

    def dismiss_sent(self) -> None:
        """Close once it is sent: nothing of it has to be kept."""
        name = self.kept_as()
        if name is not None:
            self.book.letters.pop(name, None)
        self.dismiss(True)

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
            self.dismiss_sent()

    def action_copy(self) -> None:
        """Hand the text to the terminal's clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.notify(
            "Copied, if your terminal allows it; f4 saves it to a file.",
            markup=False,
        )

    def action_mail(self) -> None:
        """Open it in the mail program."""
        edited = Draft(self._draft.kind, self._draft.tone, self._subject, self._text, self._draft.limit)
        others = others_addressed(self.network, self._row, edited)
        if not self._contact.emails:
            self.notify("No email address is known. Add one with e on the contact.", markup=False)
        elif not _opened(mailto(self._contact, edited, others=others)):
            self.notify("No mail program could be opened. f2 copies the text, f4 saves it.", markup=False)

    def action_to_file(self) -> None:
        """Save it as a text file; one of the same name stays."""
        folder = documents()
        name = file_name(f"Message to {self._contact.name}", self.now.date(), ".txt")
        try:
            path = put_new(folder, name, f"{self._subject}\n\n{self._text}\n".lstrip("\n"))
        except OSError as problem:
            self.notify(
                f"{folder / name}: {problem.strerror}. f2 copies the text.", severity="error", markup=False
            )
            return
        self.notify(f"Saved as {path}", markup=False)

    def _channel(self) -> Channel:
        """Return the channel that is used with them, as far as one can write over it."""
        if self._draft.kind == "linkedin_note":
            return "social"
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
        return written(self.network, self._contact, self._row, self.now, tone, kind=self._kind)


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
