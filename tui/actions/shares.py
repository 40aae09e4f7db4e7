"""Things worth passing on: kept with why and for what, and once only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from tui.actions.interactions import Refused
from tui.model.base import new_uid
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Share
from tui.model.text import fold, one_line
from tui.rules.matching.people import profile_address


def keep(network: Network, url: str, why: str, topics: Iterable[str], today: date) -> Change:
    """Return the Change that keeps something worth passing on; the same address again adds to what is kept.

    Raises:
        Refused: if it is no web address.
    """
    address = profile_address(url)
    if not address:
        raise Refused(f"“{one_line(url)}” is no web address. Write it like https://example.org/article.")
    before = next((share for share in network.shares.values() if share.url == address), None)
    share = before or Share(uid=new_uid(), url=address, added=today)
    names: dict[str, str] = {}
    for topic in (*share.topics, *topics):
        if topic.strip():
            names.setdefault(fold(topic), one_line(topic))
    edits = Edits(network)
    edits.put(replace(share, why=one_line(why) or share.why, topics=tuple(names.values())))
    return edits.change(f"Kept {address} to pass on")
