"""What is reckoned from a network once and then kept by Change, where it takes long to reckon at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.model.base import Record

if TYPE_CHECKING:
    from tui.model.network import Network


class Kept:
    """Something that a rule keeps of a network, made when first asked for (`Network.kept`).

    It hears of every record that comes or goes, before what was there is gone and after what comes is there; one
    that is altered goes and comes. It only remembers then what to look at anew, and looks when it is asked.
    """

    TABLES: ClassVar[tuple[str, ...]] = ()
    """The tables it is told of."""
    built: ClassVar[bool] = True
    """As an index says it: there is something to be kept."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def add(self, record: Record) -> None:
        """Hear of a record that comes."""
        raise NotImplementedError

    def drop(self, record: Record) -> None:
        """Hear of a record that goes."""
        raise NotImplementedError
