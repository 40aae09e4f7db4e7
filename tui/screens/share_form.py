"""Something worth passing on: its address, why, and what it is about."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from tui.actions.shares import change_share, keep
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Share
from tui.rules.matching.people import profile_address
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets.fields import choice_field, text_field

_YES, _NO = "yes", "no"


class ShareForm(Dialog[str]):
    """Gives back the address of what was kept."""

    def __init__(self, book: Book, clock: Clock, share: Share | None = None) -> None:
        super().__init__(book, clock, "Something worth passing on")
        self._share = share

    def body(self) -> ComposeResult:
        """Address, title, why, topics, and whether it is your own and read."""
        share = self._share or Share(uid="", read=True)
        yield text_field(
            "Address", share.url, placeholder="https://example.org/article", problem=self._problem, id="url"
        )
        yield text_field("Title", share.title, placeholder="as you would call it", id="title")
        yield text_field("Why", share.why, placeholder="why it is worth somebody's time", id="why")
        yield text_field("Topics", " ".join(share.topics), placeholder="maps heat-pumps", id="topics")
        yield choice_field("Your own", (_YES, _NO), _YES if share.own else _NO, id="own")
        yield choice_field("Read", (_YES, _NO), _YES if share.read else _NO, id="read")

    def on_mount(self) -> None:
        """Start with the address."""
        super().on_mount()
        self.field("url").control.focus()

    def action_save(self) -> None:
        """Keep it."""
        if self.valid() and self.commit(self._change):
            self.dismiss(profile_address(self.value("url")) or "")

    def _change(self) -> Change:
        topics = tuple(self.value("topics").replace(",", " ").split())
        own, read = self.value("own") == _YES, self.value("read") == _YES
        url, title, why = self.value("url"), self.value("title"), self.value("why")
        if self._share is None:
            return keep(self.network, url, why, topics, self.now.date(), title=title, own=own, read=read)
        share = replace(self._share, url=url, title=title, why=why, topics=topics, own=own, read=read)
        return change_share(self.network, share)

    def _problem(self, text: str) -> str:
        if not text.strip():
            return "An address is needed, such as https://example.org/article."
        return (
            ""
            if profile_address(text)
            else "This is not a web address. Write it like https://example.org/article."
        )
