"""Taking a whole archive in: each file in it after the other, people first, as one Change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import PurePosixPath

from msgspec.structs import replace

from tui.actions.imported import Import, Progress, scratch, together
from tui.actions.touched import take_messages
from tui.exchange.archive import open_archive
from tui.exchange.formats import Source
from tui.exchange.linkedin_invitations import own_name
from tui.exchange.linkedin_messages import read_messages
from tui.exchange.report import ImportProblem, Skipped
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Contact, Event, Interaction
from tui.rules.phrases import count, listed

Taker = Callable[[Network, Source, datetime, Event | None, Progress | None], Import]
"""Takes one file in."""


def take_archive(
    network: Network,
    source: Source,
    now: datetime,
    event: Event | None,
    progress: Progress | None,
    *,
    take: Taker,
) -> Import:
    """Return what importing everything in an archive would do, as one.

    Raises:
        ImportProblem: if the archive can't be opened, or holds nothing that Kith reads.
    """
    contents = open_archive(source.data, source.name)
    names = [own_name(it.table) for it in contents.sources if it.kind == "own" and it.table is not None]
    work = scratch(network)
    done: list[Import] = []
    skipped = list(contents.skipped)
    noted: list[Skipped] = []
    for inside in contents.sources:
        if inside.kind == "own":
            continue
        joined = work.events.get(event.uid, event) if event else None
        try:
            if inside.kind == "messages" and inside.table is not None:
                part = take_messages(work, read_messages(inside.table), inside.name, now, names)
            else:
                part = take(work, inside, now, joined, progress)
        except ImportProblem as problem:
            skipped.append(Skipped(PurePosixPath(inside.name).name, str(problem)))
            continue
        if part.cancelled:
            return part
        work.apply(part.change)
        done.append(part)
        within = PurePosixPath(inside.name).name
        skipped += [Skipped(f"{within}, {it.where}", it.why) for it in part.skipped]
        noted += [Skipped(f"{within}, {it.where}", it.why) for it in part.noted]
    if contents.others:
        noted.append(
            Skipped("archive", f"{count(contents.others, 'other file')} in it: nothing about people you know")
        )
    change = together("", [part.change for part in done])
    return Import(
        replace(change, words=_said(change)),
        sum(part.added + part.updated + part.unchanged for part in done) + len(skipped),
        sum(part.added for part in done),
        sum(part.updated for part in done),
        sum(part.unchanged for part in done),
        tuple(skipped),
        tuple(noted),
    )


def _said(change: Change) -> str:
    """Return what an archive brought, as a line."""
    people = sum(1 for edit in change.edits if edit.before is None and isinstance(edit.after, Contact))
    updated = sum(1 for edit in change.edits if edit.before is not None and isinstance(edit.after, Contact))
    touches = sum(1 for edit in change.edits if edit.before is None and isinstance(edit.after, Interaction))
    parts = [count(people, "person", "people")] if people else []
    parts += [f"news of {count(updated, 'person', 'people')}"] if updated else []
    parts += [count(touches, "touch", "touches")] if touches else []
    return f"Imported {listed(parts) or 'nothing new'} from an archive"
