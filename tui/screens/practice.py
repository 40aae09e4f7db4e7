"""Practice: cards with the people and words of an event, and the pitch against half a minute."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.timer import Timer

from tui.actions.events import practised
from tui.clock import Clock
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Event
from tui.rules.events.practice import PEOPLE, PITCH_SECONDS, Card, Round, deck
from tui.screens.ask import title
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall, commit
from tui.screens.profile_form import ProfileForm
from tui.store.book import Book
from tui.view.lines import line
from tui.view.practice import card_lines, done_lines
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.look import style_sheet
from tui.widgets.over import Over
from tui.widgets.pane import Pane


class _Card(Pane, inherit_bindings=False):
    """The card; the arrows say how it came, where they would else scroll sideways."""

    # In the order of the footer, before those that only move: an inherited arrow would come first.
    BINDINGS = [keys.NOT_YET, keys.NEARLY, keys.EASILY, *Pane.BINDINGS, *ScrollableContainer.BINDINGS]


class PracticeScreen(Over[None]):
    """One card at a time: look, try, see; then say how it came. A second of the clock is a tick of a timer."""

    CSS_PATH = style_sheet("prep")
    BINDINGS = [keys.WRITE_PITCH, keys.SHOW_CARD, keys.ONCE_MORE, keys.OTHERS, keys.CLOSE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, book: Book, clock: Clock, event: str) -> None:
        super().__init__()
        self.book, self.clock, self._event_uid = book, clock, event
        self._cards: dict[str, Card] | None = None
        self._round = Round(())
        self._part = self._practised = 0
        self._shown = False
        self._seconds: int | None = None
        self._ticking: Timer | None = None

    @property
    def event(self) -> Event | None:
        """What is prepared; None if it was removed."""
        return self.book.network.events.get(self._event_uid)

    @property
    def card(self) -> Card | None:
        """The card shown; None at the end of a round."""
        return (self._cards or {}).get(self._round.card or "")

    def compose(self) -> ComposeResult:
        """One pane."""
        yield _Card(id="practice")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Look for the cards."""
        self.query_one(Pane).focus()
        self._write()
        self._begin(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something for the card as it is shown."""
        card = self.card
        if action == "rate":
            return card is not None and self._shown
        if action == "write_pitch":
            return card is not None and card.kind == "pitch" and not self.book.network.profile.pitch.strip()
        if action == "reveal":
            return card is not None and not self._shown and not self.check_action("write_pitch", ())
        if action == "once_more":
            return self._cards is not None and card is None
        if action == "others":
            return self._cards is not None and card is None and self._has_more()
        return True

    def action_reveal(self) -> None:
        """Show what one could say; of the pitch start the clock first."""
        card = self.card
        if card is None:
            return
        if card.kind == "pitch" and self._seconds is None:
            self._seconds = PITCH_SECONDS
            self._ticking = self.set_interval(1.0, self.tick)
            self._write()
        else:
            self._stop()
            self._shown = True
            self._write()

    def action_rate(self, rating: int) -> None:
        """Say how it came, and go on."""
        card, event = self.card, self.event
        if card is None:
            return
        if card.person is not None and event is not None:
            network, uid = self.book.network, card.person.contact.uid

            def change() -> Change:
                return practised(network, event, uid, rating)

            commit(self, self.book, change, quiet=True)
        self._practised += 1
        self._round = self._round.rated(rating)
        self._turn()

    def action_once_more(self) -> None:
        """After the end, begin once more."""
        self._begin(0)

    def action_others(self) -> None:
        """Go on with the next people."""
        self._begin(self._part + 1)

    @work
    async def action_write_pitch(self) -> None:
        """Write the pitch, and practise it."""
        await self.app.push_screen_wait(ProfileForm(self.book, self.clock))
        self._write()

    def action_back(self) -> None:
        """Leave; what was said of people is kept."""
        self._stop()
        self.dismiss(None)

    def tick(self) -> None:
        """Let a second pass."""
        if self._seconds is not None and self._seconds > 0:
            self._seconds -= 1
            self._write()
        else:
            self._stop()

    def _begin(self, part: int) -> None:
        event = self.event
        if event is None:
            self.dismiss(None)
            return
        self._find(self.book.network.copy(), event, part)

    @work(thread=True, exclusive=True)
    def _find(self, network: Network, event: Event, part: int) -> None:
        """Look for the cards beside the screen: for hundreds of people that takes a moment."""
        cards = deck(network, event, self.clock.now(), part)
        self.app.call_from_thread(self._take, part, cards)

    def _take(self, part: int, cards: tuple[Card, ...]) -> None:
        self._part, self._practised = part, 0
        self._cards = {it.key: it for it in cards}
        self._round = Round(tuple(self._cards))
        self._turn()

    def _turn(self) -> None:
        """Show the card that is next."""
        self._stop()
        self._shown, self._seconds = False, None
        self._write()
        self.query_one(Pane).scroll_home(animate=False)

    def _has_more(self) -> bool:
        event = self.event
        return event is not None and len(event.people) > (self._part + 1) * PEOPLE

    def _stop(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _write(self) -> None:
        pane, event, card = self.query_one(Pane), self.event, self.card
        name = event.name if event is not None else ""
        left = len(self._round.left)
        pane.border_title = title(f"Practice for {name}")
        pane.border_subtitle = f"{left} to go" if left else ""
        self.refresh_bindings()
        if self._cards is None:
            pane.show(lambda _wide: [line(("One moment …", "dim"))])
        elif card is None:
            count, more = self._practised, self._has_more()
            pane.show(lambda wide: done_lines(count, wide, more=more))
        else:
            network, now, shown, seconds = self.book.network, self.clock.now(), self._shown, self._seconds
            pane.show(lambda wide: card_lines(card, network, now, wide, shown=shown, seconds=seconds))
