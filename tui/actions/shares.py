"""Things worth passing on: kept with why and for what, once only; and remembered by whom they were sent to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec.structs import replace

from tui.actions.interactions import Refused, names, put_touch
from tui.model.base import new_uid
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Channel, Sent, Share
from tui.model.text import fold, one_line
from tui.rules.giving.shares import title_of
from tui.rules.matching.people import profile_address
from tui.rules.phrases import clipped


def keep(
    network: Network,
    url: str,
    why: str,
    topics: Iterable[str],
    today: date,
    *,
    title: str = "",
    own: bool = False,
    read: bool = False,
) -> Change:
    """Return the Change that keeps something worth passing on; the same address again adds to what is kept.

    Raises:
        Refused: if it is not a web address.
    """
    address = _address(url)
    before = next((share for share in network.shares.values() if share.url == address), None)
    share = before or Share(uid=new_uid(), url=address, added=today)
    edits = Edits(network)
    edits.put(
        replace(
            share,
            why=one_line(why) or share.why,
            title=one_line(title) or share.title,
            topics=_topics((*share.topics, *topics)),
            own=own or share.own,
            read=read or share.read,
        )
    )
    return edits.change(f"Kept {address} to pass on")


def change_share(network: Network, share: Share) -> Change:
    """Return the Change that puts a share right: the record as it should be, under its uid.

    Raises:
        Refused: if it was removed meanwhile, its address is no web address, or is that of another one.
    """
    if share.uid not in network.shares:
        raise Refused("This was removed meanwhile: keep it anew.")
    address = _address(share.url) if share.url.strip() or not share.title.strip() else ""
    if address and any(it.url == address and it.uid != share.uid for it in network.shares.values()):
        raise Refused(f"{address} is kept already: change that one.")
    edits = Edits(network)
    edits.put(
        replace(
            share,
            url=address,
            title=one_line(share.title),
            why=one_line(share.why),
            topics=_topics(share.topics),
        )
    )
    return edits.change(f"Changed “{_said(share)}”")


def mark_read(network: Network, share: str) -> Change:
    """Return the Change that marks a share (uid) as read, or as not read after all.

    Raises:
        Refused: if it was removed meanwhile.
    """
    record = _known(network, share)
    edits = Edits(network)
    edits.put(replace(record, read=not record.read))
    return edits.change(f"Marked “{_said(record)}” as {'not read' if record.read else 'read'}")


def remove(network: Network, share: str) -> Change:
    """Return the Change that takes a share (uid) out of the library; the touches of sending it stay.

    Raises:
        Refused: if it was removed already.
    """
    record = _known(network, share)
    edits = Edits(network)
    edits.remove([record])
    return edits.change(f"Removed “{_said(record)}”")


def passed_on(
    network: Network, share: str, contact: str, now: datetime, *, channel: Channel, summary: str = ""
) -> Change:
    """Return the Change that a share (uid) was sent to a contact (uid): remembered, and logged as a touch.

    Raises:
        Refused: if either was removed meanwhile, or it went to them already.
    """
    record = _known(network, share)
    if any(sent.contact == contact for sent in record.sent):
        raise Refused(f"{names(network, (contact,))} got “{_said(record)}” already.")
    edits = Edits(network)
    today = now.date()
    edits.put(replace(record, sent=(*record.sent, Sent(contact=contact, day=today))))
    words = summary or f"Sent “{_said(record)}”"
    put_touch(edits, now, contacts=(contact,), day=today, at=now, channel=channel, summary=words)
    return edits.change(f"Sent “{_said(record)}” to {names(network, (contact,))}")


def _known(network: Network, uid: str) -> Share:
    record = network.shares.get(uid)
    if record is None:
        raise Refused("This was removed from the library meanwhile.")
    return record


def _address(url: str) -> str:
    address = profile_address(url)
    if not address:
        raise Refused(f"“{one_line(url)}” is not a web address. Write it like https://example.org/article.")
    return address


def _topics(topics: Iterable[str]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for topic in topics:
        word = one_line(topic).lstrip("#")
        if word:
            names.setdefault(fold(word), word)
    return tuple(names.values())


def _said(share: Share) -> str:
    return clipped(title_of(share), 50)
