"""LinkedIn's messages.csv: touches with people, by the address of their profile.

Known shapes of messages.csv: 9 columns without the recipients' addresses (until 2023), with 'RECIPIENT PROFILE
URLS' since, with 'ATTACHMENTS' and the two draft columns since 2024, every cell quoted since 2026. Several
recipients stand in one cell with commas between them, and names have commas of their own ('Jane Doe, Ph.D.').
Times are '2026-06-01 14:03:22 UTC'. Advertising comes from 'LinkedIn Member' without an address, or carries the
marks of the program that sends it.

The texts of messages are not taken: what is of use in them is for you to write down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from tui.exchange.report import Skipped, line
from tui.exchange.table import Table
from tui.model.text import fold, one_line
from tui.rules.matching.people import is_member, profile_address, profile_key

MESSAGES: dict[str, tuple[str, ...]] = {
    "conversation": ("conversation id",),
    "group": ("conversation title",),
    "sender": ("from",),
    "sender_profile": ("sender profile url",),
    "recipients": ("to",),
    "recipient_profiles": ("recipient profile urls",),
    "moment": ("date",),
    "subject": ("subject",),
    "content": ("content",),
    "folder": ("folder",),
    "draft": ("is message draft",),
    "conversation_draft": ("is conversation draft",),
}
"""Columns of messages.csv, by what they hold."""
NOBODY = frozenset(("linkedin member", "linkedin", "", "linkedin offers", "linkedin premium"))
_SPONSORED = re.compile(r"spinmail|%(?:first|last)name%|li\.spinmail|data-test-sponsored", re.IGNORECASE)
_SPONSORED_TITLE = re.compile(r"^\s*(?:sponsored|linkedin (?:offer|ad))", re.IGNORECASE)
_DRAFT = "a draft"
_ADVERTISED = ("advertising", "from nobody who can be named: advertising, or a member who has left LinkedIn")
_AFTER_NAME = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.){1,4}[A-Z]?|[A-Z]{2,6}|[JS]r|Ph\s?D|Esq|M\.? ?Sc|B\.? ?Sc|M\.? ?Ed|Dr(?: \w+)*"
)
"""What follows a name after a comma: 'Ph.D.', 'MBA', 'Jr.'."""


class Who(msgspec.Struct, frozen=True):
    """Somebody as a message names them."""

    key: str
    """Key of their profile; empty if the file has no address."""
    profile: str
    """Its address."""
    name: str
    """Their name; empty where it can't be told apart from others'."""


class Message(msgspec.Struct, frozen=True):
    """One message between you and others."""

    line: int
    """Line of the file."""
    conversation: str
    """Name of the conversation, the same in every export."""
    moment: datetime
    """When it was sent, in UTC."""
    sender: Who
    """Who wrote it."""
    recipients: tuple[Who, ...]
    """To whom."""
    subject: str
    """What it was about, where it says so."""


class Messages(msgspec.Struct, frozen=True):
    """What a messages.csv holds."""

    messages: tuple[Message, ...]
    """Those between people, in the order of the file."""
    skipped: tuple[Skipped, ...]
    """Rows that are no message between people, each with its reason."""
    yours: frozenset[str] = frozenset()
    """Keys of profiles that have drafts, or to which advertising was sent alone: you."""


def is_messages(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of a messages.csv."""
    columns = columns_named(cells, MESSAGES)
    return {"conversation", "sender", "moment"} <= columns.keys() and bool(
        {"content", "sender_profile"} & columns.keys()
    )


def read_messages(table: Table) -> Messages:
    """Return the messages of a messages.csv; drafts and advertising are left out, with the reason."""
    columns = columns_named(table.header, MESSAGES)
    skipped = list(table.skipped)
    yours: set[str] = set()
    kept: list[tuple[int, dict[str, str], datetime]] = []
    for number, cells in table.rows:
        row = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        if not any(cell.strip() for cell in cells):
            skipped.append(Skipped(line(number), "an empty row"))
            continue
        why = _left_out(row)
        if why == _DRAFT:
            yours.add(profile_key(row.get("sender_profile", "")))
        elif why in _ADVERTISED and len(_addresses(row)) == 1:
            yours.add(profile_key(_addresses(row)[0]))
        moment = None if why else _moment(row["moment"])
        if why or moment is None:
            shown = one_line(row["moment"])[:60]
            skipped.append(Skipped(line(number), why or f"“{shown}” can't be read as a time"))
            continue
        kept.append((number, row, moment))
    names = _names(row for _, row, _ in kept)
    by_name = _keys_by_name(names)
    messages = [
        Message(
            number,
            one_line(row["conversation"]),
            moment,
            named(row.get("sender_profile", ""), one_line(row["sender"])),
            _recipients(row, names, by_name),
            one_line(row.get("subject", "")),
        )
        for number, row, moment in kept
    ]
    return Messages(tuple(messages), tuple(skipped), frozenset(yours - {""}))


def who_you_are(messages: Messages, names: Iterable[str], known: frozenset[str]) -> Who | None:
    """Return which of the people in your messages is you: the one who is in every one.

    Of several such, one who has drafts or gets advertising, or has one of the names given, or alone is not among
    those known (keys of profiles). None if that leaves several.
    """
    seen: Counter[str] = Counter()
    people: dict[str, Who] = {}
    for message in messages.messages:
        for who in {_id(it): it for it in (message.sender, *message.recipients) if _id(it)}.values():
            seen[_id(who)] += 1
            if _id(who) not in people or not people[_id(who)].name:
                people[_id(who)] = who
    everywhere = [people[key] for key, times in seen.items() if times == len(messages.messages)]
    most = everywhere or [
        people[key] for key, times in seen.most_common(1) if times > 0.6 * len(messages.messages)
    ]
    called = {fold(one_line(name)) for name in names if name.strip()}
    if len(most) > 1:
        most = [who for who in most if who.key in messages.yours] or most
    if len(most) > 1:
        most = [who for who in most if fold(who.name) in called] or most
    if len(most) > 1:
        most = [who for who in most if who.key not in known] or most
    return most[0] if len(most) == 1 else None


def _id(who: Who) -> str:
    return who.key or f"name:{fold(who.name)}" if who.key or who.name else ""


def _left_out(row: Mapping[str, str]) -> str:
    """Return why a row is no message between people, or ''."""
    if any(
        fold(row.get(name, "")).strip() in ("yes", "true", "1") for name in ("draft", "conversation_draft")
    ):
        return _DRAFT
    sender = fold(one_line(row["sender"]))
    if _SPONSORED.search(row.get("content", "")) or _SPONSORED_TITLE.match(row.get("group", "")):
        return _ADVERTISED[0]
    if not row.get("sender_profile", "").strip() and sender in NOBODY:
        return _ADVERTISED[1]
    if fold(one_line(row.get("folder", ""))) == "spam":
        return "in the folder for spam"
    return ""


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(one_line(text).removesuffix(" UTC").replace("/", "-"))
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def named(address: str, name: str) -> Who:
    """Return somebody by the address of their profile and their name, as far as the file has them."""
    profile = profile_address(address) if address.strip() else ""
    key = profile_key(profile)
    return Who(key if is_member(key) else "", profile, "" if fold(name) in NOBODY else name)


def _names(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return every profile's name where a row tells it without doubt: as a sender, or as the only recipient."""
    names: dict[str, str] = {}
    for row in rows:
        key = profile_key(row.get("sender_profile", "").strip())
        if key and fold(one_line(row["sender"])) not in NOBODY:
            names.setdefault(key, one_line(row["sender"]))
        addresses = _addresses(row)
        if len(addresses) == 1 and fold(one_line(row.get("recipients", ""))) not in NOBODY:
            names.setdefault(profile_key(addresses[0]), one_line(row.get("recipients", "")))
    return names


def _keys_by_name(names: Mapping[str, str]) -> dict[str, str]:
    """Return the profile of each name that only one has."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for key, name in names.items():
        folded = fold(name)
        if folded in found:
            shared.add(folded)
        found[folded] = key
    return {name: key for name, key in found.items() if name not in shared}


def _addresses(row: Mapping[str, str]) -> list[str]:
    return [it for it in re.split(r"[,;\s]+", row.get("recipient_profiles", "")) if profile_key(it)]


def _recipients(
    row: Mapping[str, str], names: Mapping[str, str], by_name: Mapping[str, str]
) -> tuple[Who, ...]:
    text = one_line(row.get("recipients", ""))
    addresses = _addresses(row)
    if addresses:
        parts = told_apart(text, len(addresses))
        return tuple(
            named(address, names.get(profile_key(address)) or (parts[place] if parts else ""))
            for place, address in enumerate(addresses)
        )
    # Older files have names only; a name that wrote a message elsewhere has an address there.
    whole = [text] if fold(text) in by_name else text.split(", ")
    return tuple(
        named(f"https://www.{by_name[fold(name)]}" if fold(name) in by_name else "", name)
        for name in filter(None, map(one_line, whole))
    )


def told_apart(text: str, several: int) -> list[str]:
    """Return so many names from one cell, ', PhD' and the like left with the name before; [] if that fails."""
    if several == 1:
        return [text] if text else []
    parts = [part.strip() for part in text.split(",") if part.strip()]
    joined: list[str] = []
    for part in parts:
        if joined and len(parts) > several and _AFTER_NAME.fullmatch(part):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined if len(joined) == several else parts if len(parts) == several else []


def columns_named(cells: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return where each column that is known stands in a header row."""
    keys = [fold(one_line(cell)) for cell in cells]
    return {
        name: keys.index(header) for name, headers in known.items() for header in headers if header in keys
    }
