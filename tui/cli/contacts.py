"""Asking about people: `kith list`, `kith show`, `kith starters`."""

from __future__ import annotations

import click

from tui.answers import contact_named, event_named, print_data, say, typed, wide
from tui.cli.group import as_data
from tui.opening import Options, complain, opened, shared
from tui.view.cells import clean


@click.command("list", context_settings={"help_option_names": ["--help"], "ignore_unknown_options": True})
@click.argument("query", nargs=-1)
@as_data
@shared
@click.pass_obj
def list_contacts(options: Options, query: tuple[str, ...], data: bool) -> None:
    """List contacts; QUERY is what the search line takes.

    Words are looked for everywhere but in private notes; one of five letters or more may have a wrong one.
    Filters: '#climate' @acme tier:close circle:personal needs:designer offers: met:pycon through:ada due: group:
    place: role: lang: industry: paused: archived: "two words", with - in front to leave out.
    Order: sort:name, touch, due, tier or met.
    """
    from tui.rules.search.contacts import parse, search
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


@click.command()
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


@click.command()
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
