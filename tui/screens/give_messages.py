"""Which message goes with a row of the Give screen, and what is remembered once it is sent."""

from __future__ import annotations

from tui.actions.giving import asked, given
from tui.actions.interactions import log
from tui.actions.introductions import row_of
from tui.actions.shares import passed_on
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Channel, Share
from tui.rules.drafts.writing import draft
from tui.rules.giving.asks import favour_key
from tui.rules.giving.shares import share_key
from tui.screens.draft import DraftDialog
from tui.screens.gift_draft import GiftDraft
from tui.store.book import Book
from tui.view.giving import GiveRow, gift_of
from tui.view.giving_words import asking_words, thanking_words, words_for


def message_for(book: Book, clock: Clock, row: GiveRow) -> DraftDialog | None:
    """Return the dialog with the message for a row; None where none goes with it."""
    gift = gift_of(row.pairing) if row.pairing is not None else row.gift
    if gift is not None and gift.row is not None:
        return DraftDialog(book, clock, gift.contact, gift.row)
    if gift is not None:
        return GiftDraft(
            book,
            clock,
            gift.contact,
            about=gift.aside,
            write=lambda tone: words_for(book.network, gift, clock.now(), tone),
            sent=lambda channel, summary: given(
                book.network, gift, clock.now(), channel=channel, summary=summary
            ),
        )
    if row.introduction is not None:
        entry = row_of(row.introduction)
        return DraftDialog(book, clock, entry.contact, entry)
    if row.helper is not None:
        return _asking(book, clock, row)
    if row.account is None:
        return None
    if row.account.mark == "ask":
        # You wait for something of theirs, and gave nothing yet: a word for its own sake comes first.
        return DraftDialog(book, clock, row.contact)
    return _thanking(book, clock, row.contact)


def share_message(book: Book, clock: Clock, share: Share, contact: str, *, place: str = "") -> GiftDraft:
    """Return the dialog that passes something on to a contact (uid); `place` says which of several it is."""
    who = book.network.contacts[contact]
    return GiftDraft(
        book,
        clock,
        contact,
        about=share_key(share.uid),
        write=lambda tone: draft(book.network, who, "share", clock.now(), tone=tone, share=share),
        sent=lambda channel, summary: passed_on(
            book.network, share.uid, contact, clock.now(), channel=channel, summary=summary
        ),
        place=place,
    )


def _asking(book: Book, clock: Clock, row: GiveRow) -> GiftDraft:
    who = book.network.contacts[row.contact]
    return GiftDraft(
        book,
        clock,
        row.contact,
        about=favour_key(row.need),
        write=lambda tone: asking_words(book.network, who, row.need, clock.now(), tone),
        sent=lambda channel, summary: asked(
            book.network, row.contact, row.need, clock.now(), channel=channel, summary=summary
        ),
    )


def _thanking(book: Book, clock: Clock, contact: str) -> GiftDraft:
    """Thank somebody; the log says so, and the ledger counts from there."""
    who = book.network.contacts[contact]

    def thanked(channel: Channel, summary: str) -> Change:
        now = clock.now()
        words = summary if "thank" in summary.casefold() else f"{summary} (thanks)"
        return log(
            book.network, now, contacts=(contact,), day=now.date(), at=now, channel=channel, summary=words
        )

    return GiftDraft(
        book,
        clock,
        contact,
        about="give:thanks",
        write=lambda tone: thanking_words(book.network, who, clock.now(), tone),
        sent=thanked,
    )
