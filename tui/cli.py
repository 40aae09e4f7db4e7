"""The command line: opens the book, asks the rules, prints what the view says.

Textual is loaded only for the full screen, and most else only by the command that needs it: `kith due` is quick.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tui.actions.interactions import Refused
from tui.answers import contact_named, event_for_lines, event_named, print_data, save_line, say, typed, wide
from tui.model.network import Conflict, Network
from tui.opening import Options, Trouble, clock_of, complain, open_book, opened, path_of, shared
from tui.store.book import Book
from tui.store.faults import CannotKeep, CannotOpen, Damaged, NotSaved, ReadOnly
from tui.view.cells import clean

F = TypeVar("F", bound=Callable[..., Any])


class Kith(click.Group):
    """The commands; what store and rules refuse is said in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that can't show a letter shows a question mark instead.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except (CannotOpen, ReadOnly, NotSaved, CannotKeep, Conflict, Refused) as fault:
            raise Trouble(str(fault)) from None
        except OSError as fault:
            if fault.errno == errno.EPIPE:
                raise
            # What is left in the stream would fail again when Python ends.
            sys.stdout = io.StringIO()
            raise Trouble(f"The answer could not be printed: {fault.strerror}.") from None


def as_data(command: F) -> F:
    """Give a command the option to print JSON."""
    return click.option("--json", "data", is_flag=True, help="Print JSON, for programs.")(command)


@click.group(cls=Kith, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@shared
@click.version_option(package_name="kith-tui", prog_name="kith")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep your network: arrive prepared, write promises down, keep every one of them.

    Without a command, opens the full screen.
    """
    options = ctx.ensure_object(Options)
    if ctx.invoked_subcommand is None:
        ctx.exit(_full_screen(options))


@main.command()
@click.argument("line", nargs=-1, required=True)
@click.option(
    "--event", metavar="E", help="Where you met. Without it: the event that is on now; 'none': no event."
)
@click.option("--new", is_flag=True, help="Add somebody new, even if the name fits people you know.")
@shared
@click.pass_obj
def add(options: Options, line: tuple[str, ...], event: str | None, new: bool) -> None:
    """Write down somebody, or something about them, in one LINE.

    Words before the first marker are the name. Then @ where they work, # an interest, : what you talked about,
    ! what you promised [by DATE], < what they promised, ? what they need, + what they offer, > when to follow
    up, ~ who introduced you, = how close to keep them, * to *** how deep it went. Put the line in quotes.

    With - as LINE, lines are read from standard input; each is answered when it is on disk.
    """
    from tui.view.text import added_line, added_lines

    with opened(options, writing=True) as (book, now):
        where = event_for_lines(book.network, event, now)
        if line != ("-",):
            say(added_lines(*save_line(book, typed(" ".join(line)), where, now, new=new), wide()))
            return
        missed = 0
        for number, raw in enumerate(sys.stdin.buffer, 1):
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8", "replace").strip()
            if not text:
                continue
            try:
                # Events may have been altered by the line before: each line reads the one it joins anew.
                joined = book.network.events.get(where.uid) if where else None
                say([added_line(*save_line(book, text, joined, now, new=new))])
            except (Trouble, CannotKeep, Conflict, NotSaved, ReadOnly) as fault:
                missed += 1
                complain(f"line {number}: {fault}")
        if missed:
            raise click.exceptions.Exit(1)


@main.command()
@click.option("--all", "everything", is_flag=True, help="Also the check-ins that can wait.")
@as_data
@shared
@click.pass_obj
def due(options: Options, everything: bool, data: bool) -> None:
    """Show who needs you, and why."""
    from tui.rules.queue import queue

    with opened(options) as (book, now):
        found = queue(book.network, now)
        if data:
            from tui.view.rows import due_rows

            print_data(due_rows(book.network, found, now, everything=everything))
        else:
            from tui.view.text import queue_lines

            say(queue_lines(book.network, found, now, wide(), everything=everything))


@main.command("list", context_settings={"help_option_names": ["--help"], "ignore_unknown_options": True})
@click.argument("query", nargs=-1)
@as_data
@shared
@click.pass_obj
def list_contacts(options: Options, query: tuple[str, ...], data: bool) -> None:
    """List contacts; QUERY is what the search line takes.

    Words are looked for everywhere but in private notes. Filters: '#climate' @acme tier:close circle:personal
    needs:designer offers: met:pycon due: group: place: role: archived: "two words", with - in front to leave out.
    Order: sort:name, touch, due, tier or met.
    """
    from tui.rules.search import parse, search
    from tui.view.text import contact_lines

    line = typed(" ".join(query))
    asked = parse(line)
    for problem in asked.problems:
        complain(problem)
    with opened(options) as (book, now):
        found = search(book.network, asked, now)
        if data:
            from tui.view.rows import contact_row

            print_data([contact_row(book.network, contact, now.date()) for contact in found])
        elif found:
            say(contact_lines(book.network, found, now.date(), wide()))
        elif not book.network.contacts:
            say(["Nobody is in this file yet. kith add NAME, or kith import FILE, makes a start."])
        else:
            say([f"Nobody matches {clean(line)}." if line else "Everybody is archived: kith list archived:"])


@main.command()
@click.argument("name", nargs=-1, required=True)
@as_data
@shared
@click.pass_obj
def show(options: Options, name: tuple[str, ...], data: bool) -> None:
    """Show one contact: facts, what is open between you, what happened."""
    with opened(options) as (book, now):
        contact = contact_named(book.network, " ".join(name), now, data=data)
        if data:
            from tui.rules.starters import starters as suggest
            from tui.view.rows import person_row

            print_data(person_row(book.network, contact, suggest(book.network, contact, now), now))
        else:
            from tui.view.text_person import person_lines

            say(person_lines(book.network, contact, now, wide()))


@main.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--event", metavar="E", help="Words for that event; E is its name or a part of it.")
@as_data
@shared
@click.pass_obj
def starters(options: Options, name: tuple[str, ...], event: str | None, data: bool) -> None:
    """Show what to say to somebody, each with the fact that it rests on."""
    from tui.rules.starters import starters as suggest

    with opened(options) as (book, now):
        contact = contact_named(book.network, " ".join(name), now, data=data)
        where = event_named(book.network, event, now) if event else None
        found = suggest(book.network, contact, now, event=where)
        if data:
            from tui.view.rows import starter_row

            print_data([starter_row(suggestion) for suggestion in found])
        else:
            from tui.view.text import suggestion_lines

            say(suggestion_lines(found, wide()))


@main.command()
@click.argument("event", nargs=-1, required=True)
@shared
@click.pass_obj
def brief(options: Options, event: tuple[str, ...]) -> None:
    """Print one page about an EVENT as Markdown: who, why, what to ask, what to pack."""
    from tui.exchange.markdown import brief as write
    from tui.view.cells import clean_lines

    with opened(options) as (book, now):
        found = event_named(book.network, " ".join(event), now)
        say([clean_lines(write(book.network, found, now)).rstrip("\n")])


@main.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--event", metavar="E", help="Put them on that event's list; E is its name or a part of it.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@as_data
@shared
@click.pass_obj
def import_files(
    options: Options, files: tuple[Path, ...], event: str | None, dry_run: bool, data: bool
) -> None:
    """Take people from LinkedIn's Connections.csv. Importing the same file twice changes nothing."""
    from tui.actions.importing import import_file
    from tui.exchange.report import ImportProblem
    from tui.view.imported import import_lines, import_row

    with opened(options, writing=not dry_run) as (book, now):
        where = event_named(book.network, event, now) if event else None
        # A dry run takes each file too, in memory: a second file then finds what the first would have brought.
        target = Book(Network(book.network.records())) if dry_run else book
        taken, refused = [], []
        for path in files:
            joined = target.network.events[where.uid] if where else None
            try:
                found = import_file(target.network, path, now.date(), event=joined)
            except ImportProblem as problem:
                refused.append(str(problem))
                continue
            target.commit(found.change)
            taken.append((path, found))
        if data:
            print_data(import_row(taken))
        else:
            say(import_lines(taken, dry_run=dry_run))
        for reason in refused:
            complain(reason)
        if refused:
            raise click.exceptions.Exit(1)


@main.command()
@click.argument("url")
@click.argument("words", nargs=-1)
@shared
@click.pass_obj
def share(options: Options, url: str, words: tuple[str, ...]) -> None:
    """Keep something worth passing on: its address, why, and #topics."""
    from tui.actions.shares import keep

    topics = [word for text in words for word in text.split() if word.startswith("#")]
    why = " ".join(word for text in words for word in text.split() if not word.startswith("#"))
    with opened(options, writing=True) as (book, now):
        change = keep(book.network, url, why, (topic.lstrip("#") for topic in topics), now.date())
        book.commit(change)
        say([clean(change.words) if change else "That is kept already."])


@main.command()
@click.option("--repair", is_flag=True, help="Recover a damaged file; a copy of everything is kept.")
@as_data
@shared
@click.pass_obj
def doctor(options: Options, data: bool, repair: bool) -> None:
    """Say whether the file is sound, and what it could be restored from.

    Changes nothing, unless --repair is given: then a damaged file is had back in the best way there is, after a
    copy of everything was kept.
    """
    from tui.store.diagnosis import diagnose, unreadable
    from tui.store.repair import repair as carry_out
    from tui.store.repair import ways

    if options.demo:
        raise Trouble("The sample network has no file. kith doctor without --demo looks at yours.")
    path = path_of(options)
    try:
        found = diagnose(path)
    except OSError as fault:
        raise Trouble(unreadable(path, fault)) from None
    if data:
        print_data(found)
    else:
        say([clean(line) for line in found.lines()])
    if found.state in ("new", "whole"):
        return
    if found.state == "damaged" and not (repair or data):
        say([f"it can be had back: {clean(way.words)}" for way in ways(path)])
        say(["Open kith to choose among these; kith doctor --repair takes the first."])
    if not repair or found.state == "later version":
        raise Trouble(found.sentence())
    done = carry_out(path, clock_of(options, Network()).today())
    if data:
        print_data(done)
    else:
        say([clean(done.words), f"Everything as it was before is kept in {clean(str(done.kept))}."])


def _full_screen(options: Options) -> int:
    """Open the full screen; on a damaged file, the page that says what can be had."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Trouble(
            "The full screen needs a terminal; kith due and kith list print plain text (kith --help)."
        )
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise Trouble(
            f"The full screen needs a terminal that can move its cursor, and TERM says “{os.environ['TERM']}”; "
            "kith due and kith list print plain text (kith --help)."
        )
    from tui.app import run

    done: tuple[str, ...] = ()
    while True:
        try:
            book, clock = open_book(options)
            break
        except Damaged as damaged:
            from tui.recovery import recover

            words = recover(damaged, clock_of(options, Network()))
            if words is None:
                raise Trouble(f"{damaged} Everything is as it was.") from None
            done = (*done, words)
    book.notices = (*done, *book.notices)
    return run(book, clock, demo=options.demo, path=None if options.demo else path_of(options))
