"""A card of the practice as it reads: what is asked, and what one could say."""

from __future__ import annotations

from datetime import datetime

from tui.model.network import Network
from tui.rules.events.practice import PITCH_SECONDS, Card
from tui.rules.names import works_as
from tui.rules.phrases import count
from tui.view.lines import Line, line, paragraphs, wrapped
from tui.view.person import heading
from tui.view.prep_details import said_lines

_ASKED = {
    "person": "You see them, and walk over. What do you say first? Say it aloud.",
    "room": "Somebody you don't know stands beside you. What do you say? Say it aloud.",
    "pitch": "“And what do you do?” Say it aloud, in thirty seconds.",
}


def card_lines(
    card: Card, network: Network, now: datetime, wide: int, *, shown: bool, seconds: int | None
) -> list[Line]:
    """Return a card as lines of at most `wide` cells.

    Args:
        card: The card.
        network: Everybody.
        now: The moment, in the user's zone.
        wide: Cells of a line.
        shown: Whether what one could say is shown.
        seconds: What is left of the half minute; None while the clock stands.
    """
    if card.kind == "pitch":
        return _pitch(network, wide, shown=shown, seconds=seconds)
    asked = wrapped(_ASKED[card.kind], wide, "" if not shown else "dim")
    say = [heading("You could say"), *(part for one in card.say for part in said_lines(one, wide))]
    if card.person is None:
        front = wrapped("Anybody there", wide, "strong")
        return paragraphs(
            front, asked, say if shown else wrapped("space shows one way to begin.", wide, "dim")
        )
    contact = card.person.contact
    # What you promised has a heading of its own.
    said = {f"you promised: {it}" for it in card.promises}
    why = [it for it in (card.person.seat.why, *card.person.reasons) if it and it not in said][:3]
    front = [line((contact.name, "strong")), *wrapped(works_as(contact), wide, "dim")]
    if not shown:
        return paragraphs(
            front, asked, wrapped("space shows what you could say, and what you know.", wide, "dim")
        )
    return paragraphs(
        front,
        wrapped(card.manners, wide, "accent") if card.manners else [],
        say if card.say else [],
        _block("You promised", card.promises, wide),
        _block("Ask", card.person.seat.questions, wide),
        _block("You know", tuple(why), wide),
    )


def done_lines(practised: int, wide: int, *, more: bool) -> list[Line]:
    """Return the words at the end of a round."""
    went = f"You went through {count(practised, 'card')}." if practised else "Nothing is waiting here."
    on = "o goes on with others, " if more else ""
    return paragraphs(
        wrapped("That is enough.", wide, "strong"),
        wrapped(f"{went} Two minutes is all it takes; the rest comes by itself once you are there.", wide),
        wrapped(f"{on}space begins once more, escape leaves.", wide, "dim"),
    )


def _pitch(network: Network, wide: int, *, shown: bool, seconds: int | None) -> list[Line]:
    pitch = network.profile.pitch.strip()
    front = wrapped("Who you are", wide, "strong")
    asked = wrapped(_ASKED["pitch"], wide, "dim" if shown else "")
    if not pitch:
        words = (
            "You have none yet. Two sentences are enough: what you do and for whom, and what you are curious "
            "about just now. enter writes them."
        )
        return paragraphs(front, asked, wrapped(words, wide))
    if shown:
        return paragraphs(front, [heading("You wrote"), *wrapped(pitch, wide)])
    if seconds is None:
        return paragraphs(front, asked, wrapped("space starts the clock.", wide, "dim"))
    left = max(seconds, 0)
    bar = "━" * max(0, min(wide, PITCH_SECONDS) * left // PITCH_SECONDS)
    words = f"{left} seconds" if left != 1 else "1 second"
    clock = [line((words if left else "Time. Finish your sentence.", "accent")), line((bar, "accent"))]
    return paragraphs(front, asked, clock, wrapped("space shows what you wrote.", wide, "dim"))


def _block(title: str, texts: tuple[str, ...], wide: int) -> list[Line]:
    lines = [part for text in texts if text for part in wrapped(f"· {text}", wide, indent="  ")]
    return [heading(title), *lines] if lines else []
