"""Things worth passing on."""

from __future__ import annotations

from datetime import date

import pytest

from tui.actions.interactions import Refused
from tui.actions.shares import keep
from tui.model.network import Network

TODAY = date(2026, 11, 21)


def test_an_address_is_kept_once_and_added_to() -> None:
    network = Network()
    network.apply(keep(network, "https://example.org/heat", "clear figures", ["heat", "grids"], TODAY))
    network.apply(keep(network, "example.org/heat", "", ["Heat", "cities"], TODAY))
    (share,) = network.shares.values()
    assert (share.url, share.why, share.topics) == (
        "https://example.org/heat",
        "clear figures",
        ("heat", "grids", "cities"),
    )
    assert share.added == TODAY


@pytest.mark.parametrize(
    "address", ["", "heat", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org"]
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(Refused, match="web address"):
        keep(Network(), address, "why", [], TODAY)
