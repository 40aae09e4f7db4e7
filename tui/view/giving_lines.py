"""A row of the Give screen on two lines: who and how it stands; why."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tui.model.network import Network
from tui.model.records import Introduction, Share
from tui.rules.giving.asks import Helper
from tui.rules.giving.ledger import Account
from tui.rules.giving.shares import Sharing, title_of
from tui.rules.giving.suggestions import Gift, GiftKind, Giving
from tui.rules.names import first_name, works_as
from tui.rules.namesakes import told_apart
from tui.rules.phrases import ago, count, listed, short_day
from tui.rules.queue.sources import introduction_due
from tui.view.cells import width
from tui.view.giving import GiveRow
from tui.view.lines import Line, Role, ends, line, line_width

_MARKS: Final[dict[GiftKind, tuple[str, Role, str]]] = {
    "milestone": ("◇", "accent", "celebrate"),
    "ask": ("◆", "accent", "you can help"),
    "introduction": ("↔", "accent", "introduce"),
    "share": ("→", "accent", "pass on"),
}


def row_lines(network: Network, row: GiveRow, found: Giving, now: datetime, wide: int) -> tuple[Line, Line]:
    """Return a row on two lines: who and how it stands; why."""
    if row.gift is not None:
        return _gift_lines(network, row.gift, wide)
    if row.introduction is not None:
        return _introduction_lines(network, row.introduction, now, wide)
    if row.pairing is not None:
        names = both(network, row.pairing.first, row.pairing.second, wide - 2)
        return line(("↔ ", "accent"), (names, "strong")), line((f"  {row.pairing.reason}", "dim"))
    if row.share is not None:
        return _share_lines(row.share, row.audience, wide)
    if row.account is not None:
        return _account_lines(network, row.account, now, wide)
    if row.helper is not None:
        return _helper_lines(network, row.helper, found, now, wide)
    return line(("· ", "dim"), ("nobody you know offers it yet", "dim")), line(
        ("  tell people of it when you meet them", "dim")
    )


def both(network: Network, first: str, second: str, room: int = 1000) -> str:
    """Return the names of two contacts (uid): 'Thandiwe Mokoena and Chidinma Okafor-Eze'.

    Where they don't fit in `room` cells, by what you call them: 'Thandiwe and Chidi'.
    """
    people = [network.contacts[uid] for uid in (first, second) if uid in network.contacts]
    whole = " and ".join(told_apart(people))
    return whole if width(whole) <= room else " and ".join(told_apart(people, first_name))


def _gift_lines(network: Network, gift: Gift, wide: int) -> tuple[Line, Line]:
    mark, role, word = _MARKS[gift.kind]
    name = network.contacts[gift.contact].name
    why = gift.reason
    if gift.kind == "introduction":
        name = both(network, gift.contact, gift.other, wide - len(word) - 4)
    elif gift.kind == "share" and gift.share in network.shares:
        why = f"“{title_of(network.shares[gift.share])}”: {gift.reason}"
    first = line((f"{mark} ", role), (name, "strong"))
    return ends(first, line((word, "dim")), wide), line((f"  {why}", "dim"))


def _introduction_lines(
    network: Network, introduction: Introduction, now: datetime, wide: int
) -> tuple[Line, Line]:
    due = introduction_due(introduction)
    mark, role = "○", "dim"
    if introduction.status == "came of it":
        mark, role = ("✓", "good") if introduction.outcome.strip() else ("○", "dim")
    elif introduction.status == "declined":
        mark, role = "·", "dim"
    elif due is not None and due <= now.date():
        mark, role = "●", "accent"
    stands = standing(network, introduction)
    names = both(network, introduction.first, introduction.second, wide - width(stands) - 4)
    why = introduction.outcome or introduction.reason
    first = line((f"{mark} ", role), (names, "strong"))  # type: ignore[arg-type]
    return ends(first, line((stands, role)), wide), line(  # type: ignore[arg-type]
        (f"  {why or 'no reason is written down'}", "dim")
    )


def standing(network: Network, introduction: Introduction) -> str:
    """Return where an introduction stands, in a word or two: 'Yutong is asked'."""
    first, second = (
        first_name(network.contacts[uid]) if uid in network.contacts else "somebody"
        for uid in (introduction.first, introduction.second)
    )
    match introduction.status:
        case "asked first":
            return f"{first} is asked"
        case "asked second":
            return f"{second} is asked too"
        case "idea" | "introduced" | "declined":
            return introduction.status
        case _:
            return "came of it" if introduction.outcome.strip() else "asked after"


def _share_lines(share: Share, audience: tuple[Sharing, ...], wide: int) -> tuple[Line, Line]:
    right = f"{len(audience)} would enjoy it" if audience else ""
    if not share.read and not share.own:
        right = "not read yet"
    elif share.sent and not right:
        right = f"went to {count(len(share.sent), 'person', 'people')}"
    topics = " ".join(f"#{topic}" for topic in share.topics)
    below = "  ".join(filter(None, (share.why, topics)))
    role: Role = "accent" if audience and (share.read or share.own) else "dim"
    mark = "✎ " if share.own else "→ "
    first = line((mark, role), (title_of(share), "strong"))
    return ends(first, line((right, role)), wide), line((f"  {below}", "dim"))


def _account_lines(network: Network, account: Account, now: datetime, wide: int) -> tuple[Line, Line]:
    gave, received = len(account.of("gave")), len(account.of("received"))
    marks: dict[str, str] = {"ask": "you wait for something", "thank": "a thank-you?", "": ""}
    sums = [*([f"gave {gave}"] if gave else []), *([f"received {received}"] if received else [])]
    right = marks[account.mark] or listed(sums)
    last = account.entries[0] if account.entries else None
    below = f"{last.way} {ago(last.day, now.date())}: {last.words}" if last else "nothing given yet"
    mark: Line = line(("◦ ", "accent") if account.mark else ("  ", ""))
    name = line(*mark, (network.contacts[account.contact].name, "strong"))
    if line_width(name) + 1 + width(right) > wide:
        short = {"ask": "you wait", "thank": "thank them?", "": ", ".join(sums).replace("received", "got")}
        right = short[account.mark]
    return ends(name, line((right, "accent" if account.mark else "dim")), wide), line((f"  {below}", "dim"))


def _helper_lines(
    network: Network, helper: Helper, found: Giving, now: datetime, wide: int
) -> tuple[Line, Line]:
    today, why = now.date(), helper.why
    given = next((it for it in found.accounts if it.contact == helper.contact), None)
    if helper.asked is not None:
        right: tuple[str, Role] = ("asked", "dim")
        why = f"rests until {short_day(helper.asked, today)}; {why}"
    elif helper.helped is not None:
        right = (f"helped {ago(helper.helped, today)}", "good")
    elif given is None or not given.of("gave"):
        right = ("give something first", "accent")
    else:
        right = (f"you gave {len(given.of('gave'))}", "dim")
    contact = network.contacts[helper.contact]
    beside = f"; {works_as(contact)}" if works_as(contact) and not helper.why.startswith("works") else ""
    first = line(("  ", ""), (contact.name, "strong"))
    return ends(first, line(right), wide), line((f"  {why}{beside}", "dim"))
