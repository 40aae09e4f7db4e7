"""What stands beside a row of the Give screen: why, who they are, and words to send."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from tui.model.network import Network
from tui.model.records import Contact, Introduction, Share
from tui.rules.giving.ledger import Account, Way, account_of
from tui.rules.giving.shares import seen_by, title_of
from tui.rules.giving.suggestions import Gift, Giving
from tui.rules.names import first_name
from tui.rules.phrases import ago, count, short_day
from tui.rules.queue.sources import introduction_due, to_write_to
from tui.view.giving import GiveRow, gift_of
from tui.view.giving_words import asking_words, step_words, words_for
from tui.view.lines import Line, line, paragraphs, wrapped
from tui.view.person import fact, head, heading

_ENTRIES: Final = 12
"""Things that went one way, shown at once."""
_STEPS: Final = {
    "idea": "thought of it",
    "asked first": "asked {first}",
    "asked second": "asked {second}",
    "introduced": "introduced them",
    "came of it": "asked what came of it",
    "declined": "let it rest",
}


def beside(network: Network, row: GiveRow, found: Giving, now: datetime, wide: int) -> list[Line]:
    """Return what stands beside a row."""
    gift = gift_of(row.pairing) if row.pairing is not None else row.gift
    if gift is not None:
        return _gift(network, gift, found, now, wide)
    if row.introduction is not None:
        return _introduction(network, row.introduction, now, wide)
    if row.share is not None:
        return _share(network, row, now, wide)
    if row.account is not None:
        return _account(network, row.account, now, wide)
    if row.helper is not None:
        return _helper(network, row, found, now, wide)
    words = "Nobody among your contacts offers this in so many words. It may be one introduction away."
    return paragraphs([heading(row.need)], wrapped(words, wide))


def _gift(network: Network, gift: Gift, found: Giving, now: datetime, wide: int) -> list[Line]:
    contact = network.contacts[gift.contact]
    name = first_name(contact)
    share = network.shares.get(gift.share)
    why = gift.reason if gift.kind == "introduction" else f"{name}: {gift.reason}"
    if gift.kind == "share" and gift.reason.startswith("you talked"):
        why = f"{gift.reason[:1].upper()}{gift.reason[1:]}"
    elif gift.kind in ("share", "ask"):
        why = f"{name} {gift.reason}"
    others: list[Line] = []
    if share is not None:
        rest = [it for it in found.audience.get(share.uid, ()) if it.contact != gift.contact]
        names = ", ".join(network.contacts[it.contact].name for it in rest[:6])
        others = [*fact("share", title_of(share), wide), *fact("address", share.url, wide)]
        others += fact("also for", names, wide)
    second = network.contacts.get(gift.other)
    return paragraphs(
        wrapped(why, wide, "accent"),
        others,
        _who(contact, now, wide),
        _who(second, now, wide) if second is not None else [],
        _message(words_for(network, gift, now).body, wide),
    )


def _who(contact: Contact, now: datetime, wide: int) -> list[Line]:
    return [
        *head(contact, now, wide),
        *fact("needs", "; ".join(contact.needs), wide),
        *fact("offers", "; ".join(contact.offers), wide),
        *fact("interests", ", ".join(contact.interests), wide),
    ]


def _message(body: str, wide: int) -> list[Line]:
    return [heading("You could write", "m opens it", wide), *wrapped(body, wide)]


def _introduction(network: Network, introduction: Introduction, now: datetime, wide: int) -> list[Line]:
    first, second = (network.contacts[uid] for uid in (introduction.first, introduction.second))
    names = {"first": first_name(first), "second": first_name(second)}
    today = now.date()
    days = [short_day(step.day, today) for step in introduction.steps]
    longest = max(map(len, days), default=0) + 2
    steps = [
        part
        for step, day in zip(introduction.steps, days, strict=True)
        for part in _step(f"{day:<{longest}}", _STEPS[step.status].format(**names), wide)
    ]
    due = introduction_due(introduction)
    nobody = "Somebody would rather not. That is all right, and final: it is not suggested again."
    said = nobody if introduction.status == "declined" else ""
    # What came of it is nothing to ask in the hour in which they were introduced.
    early = due is not None and introduction.status == "introduced" and due > today
    next_step = _next(introduction, names, network, early=early)
    message = [] if due is None or early else _message(step_words(network, introduction, now).body, wide)
    return paragraphs(
        wrapped(introduction.reason, wide, "accent") if introduction.reason.strip() else [],
        wrapped(introduction.outcome, wide, "good") if introduction.outcome.strip() else [],
        wrapped(said, wide, "dim") if said else [],
        [heading("How it stands"), *steps] if steps else [],
        wrapped(next_step, wide) if next_step else [],
        message,
        _who(first, now, wide),
        _who(second, now, wide),
    )


def _step(day: str, words: str, wide: int) -> list[Line]:
    """Return one step with its day; its words stay beside it where they take several lines."""
    return [
        line((" " * len(day) if number else day, "dim"), *spans)
        for number, spans in enumerate(wrapped(words, wide - len(day)))
    ]


def _next(introduction: Introduction, names: dict[str, str], network: Network, *, early: bool) -> str:
    first, second = names["first"], names["second"]
    to = network.contacts.get(to_write_to(introduction))
    match introduction.status:
        case "idea":
            return (
                f"Next: ask {first_name(to) if to else first} first. {second} hears of it only after a yes."
            )
        case "asked first":
            return f"If {first} says yes: ask {second}. If not, c lets it rest, kindly and for good."
        case "asked second":
            return f"If {second} says yes too: introduce them in one message. If not, c lets it rest."
        case "introduced":
            return f"{'In a few weeks: ask' if early else 'Ask'} what came of it. e writes it down."
        case "came of it" if not introduction.outcome.strip():
            return "Asked. e writes down what came of it, once you hear."
        case _:
            return ""


def _share(network: Network, row: GiveRow, now: datetime, wide: int) -> list[Line]:
    share = row.share
    assert share is not None
    today = now.date()
    enjoy = [
        part
        for it in row.audience
        for part in wrapped(f"{network.contacts[it.contact].name}: {it.why}", wide, indent="  ")
    ]
    went = [
        line((contact.name, ""), (f"  {ago(day, today)}", "dim")) for contact, day in seen_by(network, share)
    ]
    if not share.read and not share.own:
        enjoy = wrapped("Read it first; space marks it as read. Then you see who would enjoy it.", wide)
    elif not enjoy:
        enjoy = wrapped(
            "Nobody just now: whoever would enjoy it has it, or was sent something lately.", wide, "dim"
        )
    return paragraphs(
        wrapped(title_of(share), wide, "strong"),
        wrapped(share.why, wide, "accent") if share.why.strip() else [],
        _facts(share, now.date(), wide),
        [
            heading("Would enjoy it", "m chooses and writes" if row.audience else "", wide),
            *enjoy,
        ],
        [heading("Who saw it" if share.own else "Went to"), *went] if went else [],
    )


def _facts(share: Share, today: date, wide: int) -> list[Line]:
    state = ", ".join(
        filter(None, ("your own" if share.own else "", "read" if share.read else "not read yet"))
    )
    return [
        *fact("address", share.url, wide),
        *fact("topics", " ".join(f"#{topic}" for topic in share.topics), wide),
        *fact("state", state, wide),
        *fact("kept", short_day(share.added, today) if share.added else "", wide),
    ]


def _account(network: Network, account: Account, now: datetime, wide: int) -> list[Line]:
    contact = network.contacts[account.contact]
    name = first_name(contact)
    marks = {
        "ask": f"You wait for something from {name}, and nothing you gave is written down. "
        "Something small first makes it easier for both of you.",
        "thank": f"{name} gave {count(account.unthanked, 'time')} since you last thanked or gave something. "
        "m drafts a word of thanks.",
        "": "",
    }
    words = marks[account.mark]
    return paragraphs(
        head(contact, now, wide),
        wrapped(words, wide, "accent") if words else [],
        _ways(account, "gave", "You gave", now, wide),
        _ways(account, "received", "You received", now, wide),
        wrapped("Nothing is owed here: it is a memory, for saying thank you at the right time.", wide, "dim"),
    )


def _ways(account: Account, way: Way, words: str, now: datetime, wide: int) -> list[Line]:
    entries = account.of(way)
    lines = [
        part
        for entry in entries[:_ENTRIES]
        for part in wrapped(f"{ago(entry.day, now.date())}: {entry.words}", wide, indent="  ")
    ]
    rest = len(entries) - _ENTRIES
    more = [line((f"and {rest} more", "dim"))] if rest > 0 else []
    return [heading(words), *(lines or [line(("nothing written down yet", "dim"))]), *more]


def _helper(network: Network, row: GiveRow, found: Giving, now: datetime, wide: int) -> list[Line]:
    helper = row.helper
    assert helper is not None
    contact = network.contacts[helper.contact]
    account = account_of(found.accounts, helper.contact)
    name = first_name(contact)
    first = (
        "" if account.of("gave") else f"Nothing you gave {name} is written down yet: begin with something."
    )
    return paragraphs(
        wrapped(f"You look for {row.need}. {name} {helper.why}.", wide, "accent"),
        wrapped(first, wide) if first else [],
        _who(contact, now, wide),
        _message(asking_words(network, contact, row.need, now).body, wide),
        _ways(account, "gave", "You gave", now, wide),
        _ways(account, "received", "You received", now, wide),
    )
