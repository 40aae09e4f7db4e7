"""Contacts out of Kith, in the form that the ending of the file names, and onto the disk without a risk.

Private notes never leave. A file that is there already is replaced only when that was asked for, and then as
a whole or not at all; what is written can be read by its owner only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from tui.exchange.vcard_write import Version
from tui.model.network import Network
from tui.model.records import Contact
from tui.paths import backups_of, journal_of, lock_of, old_journal_of, previous_of, real
from tui.rules.phrases import count, listed
from tui.writing import put

VERSIONS: tuple[Version, ...] = ("4.0", "3.0")
"""Versions of vCard that can be written, the usual one first."""


class ExportProblem(ValueError):
    """What could not be exported, and why: one sentence for the user, or two."""


class AlreadyThere(ExportProblem):
    """A file of that name exists, and nobody said that it may be replaced."""


class Order(msgspec.Struct, frozen=True):
    """Whom to export, and how."""

    contacts: tuple[Contact, ...]
    """The people, in the order in which they are to stand."""
    now: datetime
    """The moment, in the user's zone."""
    everybody: bool = True
    """Whether these are all there are, so that a calendar also has what concerns nobody in particular."""
    version: Version = "4.0"
    """Version of vCard."""


def _vcards(network: Network, order: Order) -> str:
    from tui.exchange.vcard_write import vcards

    return vcards(network, order.contacts, order.version)


def _table(network: Network, order: Order) -> str:
    from tui.exchange.export_csv import table

    return table(network, order.contacts, order.now.date())


def _records(network: Network, order: Order) -> str:
    from tui.exchange.export_json import records

    return records(network, order.contacts)


def _markdown(network: Network, order: Order) -> str:
    from tui.exchange.export_markdown import address_book

    return address_book(network, order.contacts, order.now.date())


def _calendar(network: Network, order: Order) -> str:
    from tui.exchange.export_json import only_with
    from tui.exchange.ical_write import write_calendar

    if order.everybody:
        return write_calendar(network, order.now)
    chosen = {contact.uid for contact in order.contacts}
    joined = (only_with(it, chosen) for it in network.events.values())
    events = [it for it in joined if it.people]
    steps = [
        it for it in network.follow_ups.values() if it.contact in chosen and it.status == "open" and it.due
    ]
    return write_calendar(network, order.now, events=events, follow_ups=steps)


ENDINGS: dict[str, tuple[str, Callable[[Network, Order], str]]] = {
    ".vcf": ("vCards, for phones and address books", _vcards),
    ".csv": ("a table, for spreadsheets", _table),
    ".md": ("an address book to read or print (Markdown)", _markdown),
    ".ics": ("events and follow-ups, for calendars", _calendar),
    ".json": ("everything but private notes, for programs and another Kith", _records),
}
"""Every ending: what the file is, in words, and what writes it. A new form is a row here."""


def ending_of(path: Path) -> str:
    """Return the ending of a file's name that says what to write.

    Raises:
        ExportProblem: if it is none of `ENDINGS`.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ExportProblem(
            f"{path.name or path} doesn't say what to write: end the name in {listed(list(ENDINGS), 'or')}."
        )
    return ending


def exported(network: Network, order: Order, ending: str) -> bytes:
    """Return what the file will hold."""
    return ENDINGS[ending][1](network, order).encode("utf-8", "replace")


def export_to(
    network: Network, order: Order, path: Path, *, replacing: bool = False, own_file: Path | None = None
) -> Path:
    """Write people to a file, its form by its ending; return where it is.

    Args:
        network: The network they are in.
        order: Whom to write, and how.
        path: The file.
        replacing: Whether a file that is there may be replaced.
        own_file: The network's own file, which an export never touches.

    Raises:
        AlreadyThere: if there is such a file, and it may not be replaced.
        ExportProblem: if it can't be written.
    """
    ending = ending_of(path)
    try:
        path = real(path)
        if own_file is not None and path in _kiths_own(real(own_file)):
            raise ExportProblem(f"{path} is a file that Kith keeps your network in: name another one.")
        if path.is_dir():
            raise ExportProblem(f"{path} is a folder: name a file in it.")
        if not replacing and path.exists():
            raise AlreadyThere(f"{path} is there already, and was left as it is.")
        put(path, exported(network, order, ending), replacing=replacing)
    except FileExistsError:
        raise AlreadyThere(f"{path} is there already, and was left as it is.") from None
    except FileNotFoundError:
        raise ExportProblem(
            f"There is no folder {path.parent}. Make it first, or name another file."
        ) from None
    except OSError as fault:
        raise ExportProblem(
            f"{path} could not be written ({fault.strerror or fault}). Nothing was changed."
        ) from None
    return path


def whom(order: Order, ending: str) -> str:
    """Return what a file holds, in words: '60 people', '1 person'."""
    people = count(len(order.contacts), "person", "people")
    if ending != ".ics":
        return people
    return "events and follow-ups" if order.everybody else f"events and follow-ups of {people}"


def _kiths_own(path: Path) -> Sequence[Path]:
    beside: Iterable[Callable[[Path], Path]] = (journal_of, old_journal_of, lock_of, previous_of, backups_of)
    return [path, *(it(path) for it in beside)]
