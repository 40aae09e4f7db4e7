"""What every command begins with: which file, at which moment; and how it ends when it can't."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from tui.clock import Clock
from tui.config import read_settings
from tui.model.network import Network
from tui.model.settings import DateOrder
from tui.paths import data_file, own_words, previous_of, settings_file
from tui.store.book import Book
from tui.store.faults import NotSaved, ReadOnly
from tui.view.cells import clean

F = TypeVar("F", bound=Callable[..., Any])

_MORNING = dt.time(9)
"""The hour that `--on` means where it names a day alone."""
_PATIENCE = 2.0
"""Seconds that a command waits for another Kith to let go of the file: mostly a command too, done in a moment."""
AT_ONCE = 0.2
"""Seconds that the full screen waits, no longer than it loads meanwhile: it can be read while another one writes."""
_LONGEST = 400
"""Characters of a message; what is quoted in it may be of any length."""


class Options:
    """The options that every command shares, before or after its name."""

    file: Path | None = None
    """The network's file, where one was named."""
    when: str | None = None
    """The date or moment to take for now, where one was named."""
    demo: bool = False
    """True for the sample network."""


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        if value is not None and value is not False:
            setattr(ctx.ensure_object(Options), name, value)

    return keep


def shared(command: F) -> F:
    """Give a command the options that all share."""
    for option in (
        click.option(
            "--demo",
            is_flag=True,
            expose_value=False,
            callback=_keep("demo"),
            help="Use a sample network instead of a file; nothing is kept.",
        ),
        click.option(
            "--on",
            metavar="WHEN",
            expose_value=False,
            callback=_keep("when"),
            help="As if it were that date or moment ('fri', '2026-12-05 18:30'); 09:00 where no time is said.",
        ),
        click.option(
            "--file",
            metavar="PATH",
            type=click.Path(path_type=Path),
            expose_value=False,
            callback=_keep("file"),
            help="The network's file; else the one that KITH_FILE names, else one in your user data folder.",
        ),
    ):
        command = option(command)
    return command


class Trouble(click.ClickException):
    """What could not be done: one line on standard error, and exit status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        complain(self.message)


def complain(message: str) -> None:
    """Print one line on standard error."""
    line = clean(message)
    click.echo(f"kith: {line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}", err=True)


def path_of(options: Options) -> Path:
    """Return the file that a command is about: `--file`, KITH_FILE, or the platform's place."""
    if options.file is not None:
        return options.file
    named = os.environ.get("KITH_FILE")
    return Path(named) if named else data_file()


def open_book(
    options: Options, *, writing: bool = True, early: bool = False, patience: float = _PATIENCE
) -> tuple[Book, Clock]:
    """Open the book that a command is about, and the clock that it goes by.

    For reading it is opened so that another Kith may write meanwhile; for writing, one that is about to be done
    is waited for, so many seconds. `early` is as for `Book.open`.

    Raises:
        CannotOpen: if the file can't be opened.
        click.BadParameter: if `--on` is no date.
    """
    settings, told = read_settings(settings_file())
    nobody = Network()
    nobody.settings = settings
    clock = clock_of(options, nobody)
    if options.demo:
        from tui.demo import sample_network

        book = Book(sample_network(clock.now()))
        book.network.settings, book.notices = settings, told
        return book, clock
    path = path_of(options)
    _tell_what_is_not_there(options, path, writing=writing)
    wait = patience if writing else 0
    book = Book.open(path, clock.today(), wait=wait, read_only=not writing, early=early)
    book.network.settings = settings
    book.notices = (*book.notices, *told)
    for notice in book.notices:
        complain(notice)
    words = own_words()
    book.network.own_words = words if words.is_dir() else None
    return book, clock_of(options, book.network)


def _tell_what_is_not_there(options: Options, path: Path, *, writing: bool) -> None:
    """Say that a file that was named is not there: more often a slip of the pen than a wish for an empty network."""
    if path == data_file() or path.exists():
        return
    if not path.parent.is_dir():
        raise Trouble(f"There is no folder {path.parent}. Make it first, or name another file.")
    if not writing and not previous_of(path).exists():
        complain(f"There is no file {path} yet; kith add, kith import and the full screen begin one.")


@contextmanager
def opened(options: Options, *, writing: bool = False) -> Iterator[tuple[Book, dt.datetime]]:
    """Open the book for one command, with the moment that it takes for now; closes it after.

    Raises:
        ReadOnly: if it is to be written and can't be.
    """
    book, clock = open_book(options, writing=writing)
    try:
        if writing and book.read_only:
            raise ReadOnly(book.read_only)
        yield book, clock.now()
    finally:
        try:
            book.close()
        except NotSaved:
            book.abandon()
            raise
        if writing and (failed := book.back_up(again=False)):
            complain(failed)


def clock_of(options: Options, network: Network) -> Clock:
    """Return the clock in the user's zone, standing still where `--on` says so.

    Raises:
        click.BadParameter: if `--on` is no date.
    """
    zone = network.profile.timezone
    clock = Clock().within(zone)
    return (
        clock
        if options.when is None
        else Clock(
            _moment(options.when, clock.now(), network.settings.date_order, own_zone=bool(zone))
        ).within(zone)
    )


def _moment(text: str, now: dt.datetime, order: DateOrder, *, own_zone: bool) -> dt.datetime:
    """Return the moment that `--on` names, read as a clock on the user's wall unless it has an offset."""
    from tui.rules.dates import NotADate, read_when

    try:
        wall = dt.datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        wall = None
    if wall is None:
        try:
            when = read_when(text, now, order=order)
        except NotADate as fault:
            raise click.BadParameter(clean(str(fault)), param_hint="--on") from None
        wall = dt.datetime.combine(when.day, when.time or _MORNING)
    if wall.tzinfo is not None:
        return wall.astimezone(now.tzinfo)
    # Without a zone in the profile it is the machine's, whose offset on that day may be another than today's.
    return wall.replace(tzinfo=now.tzinfo) if own_zone else wall.astimezone()
