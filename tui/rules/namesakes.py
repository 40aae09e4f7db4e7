"""Telling people of one name apart wherever they are named together: by their work, else by what else is known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.model.records import Contact
from tui.model.text import one_line
from tui.rules.names import works_as
from tui.rules.phrases import said_day

_TELLING: tuple[Callable[[Contact], str], ...] = (
    lambda it: it.organization,
    lambda it: it.title,
    lambda it: it.place,
    lambda it: next(iter(it.emails), ""),
    lambda it: next(iter(it.phones), ""),
    lambda it: next(iter(it.groups), ""),
    lambda it: f"met {said_day(it.met_day)}" if it.met_day else "",
    lambda it: f"added {said_day(it.added)}" if it.added else "",
)
"""What may tell two people apart, in the order in which one would say it."""
_KNOWN_BY_NAME = 500
"""People of a list among whom namesakes are looked for: more letters narrow a longer one."""


def told_apart(people: Sequence[Contact], called: Callable[[Contact], str] | None = None) -> tuple[str, ...]:
    """Return what to call each of some people who are named together: those of one name by more than that.

    Two of one name are 'Maya Lin (Acme Robotics)' and 'Maya Lin (Salt)'. With `called`, such as `first_name`, that is
    what they are called; where it fits two it is their whole name.
    """
    known = {it.uid: it for it in people}
    names = {uid: one_line(it.name if called is None else called(it)) for uid, it in known.items()}
    if called is not None:
        names |= {uid: one_line(known[uid].name) for uid in _twice(names)}
    more = _more([known[uid] for uid in _twice(names)])
    names |= {uid: f"{names[uid]} ({what})" for uid, what in more.items() if what}
    return tuple(names[it.uid] for it in people)


def beside_names(people: Iterable[Contact]) -> dict[str, str]:
    """Return what stands beside the name of each of some people (uid) in a list, where their work alone won't do.

    Those of one name and one work have what else tells them apart: 'design lead at Acme Robotics, Lisbon'.
    """
    alike: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    for number, contact in enumerate(people):
        if number == _KNOWN_BY_NAME:
            break
        alike[contact.name, works_as(contact)].append(contact)
    found: dict[str, str] = {}
    for (_, work), group in alike.items():
        if len(group) > 1:
            found |= {uid: ", ".join(filter(None, (work, more))) for uid, more in _more(group).items()}
    return found


def _twice(names: Mapping[str, str]) -> list[str]:
    """Return those (uid) whose name another has too."""
    times = Counter(names.values())
    return [uid for uid, name in names.items() if times[name] > 1]


def _more(people: Sequence[Contact]) -> dict[str, str]:
    """Return what is known of each of some people (uid) that is not known of the others of their name."""
    named: dict[str, list[Contact]] = defaultdict(list)
    for contact in people:
        named[one_line(contact.name)].append(contact)
    found: dict[str, str] = {}
    for group in named.values():
        said = {it.uid: "" for it in group}
        for telling in _TELLING:
            words = {it.uid: one_line(telling(it)) for it in group}
            if len(set(words.values())) == len(words):
                said = words
                break
        found |= said
    return found
