"""One true sentence at the end of a debrief, chosen from what is written down; the words are in content.

The sentence names what happened and praises nobody. If little happened, it says no less kindly that you went.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event, Goal
from tui.model.text import one_line
from tui.rules.content_files import convert, our_text, tables
from tui.rules.events.debriefing import Closing, touch_at
from tui.rules.names import first_name
from tui.rules.phrases import count, listed

_FILE = "debrief.toml"
_NAMES_SHOWN = 3
_LONGEST_NAME = 40


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    encouragement: dict[str, tuple[str, ...]]
    steps: dict[str, str]


def reached(goal: Goal) -> bool:
    """Tell whether a goal was reached."""
    return goal.done >= (goal.target or 1)


def step_words(step: str) -> str:
    """Return what to do on a step of the debrief."""
    return _words().steps[step].strip()


def kinds_of_sentence() -> Mapping[str, tuple[str, ...]]:
    """Return all sentences by what must have happened for them to be true."""
    return _words().encouragement


def encouragement(network: Network, event: Event, left: Closing) -> str:
    """Return one true sentence about an event; the same for the same event and facts."""
    kind, slots = _fact(network, event, left)
    sentences = _words().encouragement[kind]
    chosen = sentences[zlib.crc32(event.uid.encode("utf-8", "surrogatepass")) % len(sentences)]
    said = chosen.format_map(slots)
    return said[:1].upper() + said[1:]


def _fact(network: Network, event: Event, left: Closing) -> tuple[str, dict[str, str]]:
    """Return the fact most worth naming, and what its sentence names."""
    depths = {it.uid: touch.depth for it in left.met if (touch := touch_at(network, event, it.uid))}
    mattered = [it for it in left.met if depths.get(it.uid) == 3]
    real = [it for it in left.met if depths.get(it.uid) == 2]
    if mattered:
        return "mattered", {"names": _names(mattered)}
    if event.goals and all(map(reached, event.goals)):
        return "goals", {"goals": _all_of(len(event.goals))}
    if left.promises:
        number = len(left.promises)
        words = {"promises": "a promise", "each": "it", "them": "it"}
        if number > 1:
            words = {"promises": count(number, "promise"), "each": "each", "them": "them"}
        return "dated" if all(step.due for step in left.promises) else "promises", words
    if left.new:
        return "new", {"names": _names(left.new), "any": _names(left.new, "or")}
    if real:
        return "real", {"names": _names(real)}
    if left.met:
        return "met", {"names": _names(left.met)}
    return "learnt" if event.worked or event.change_next else "went", {}


def _all_of(goals: int) -> str:
    if goals == 1:
        return "your goal"
    return "both of your goals" if goals == 2 else f"all {goals} of your goals"


def _names(people: list[Contact] | tuple[Contact, ...], last: str = "and") -> str:
    names = [one_line(first_name(it))[:_LONGEST_NAME] for it in people]
    if len(names) > _NAMES_SHOWN:
        return f"{', '.join(names[: _NAMES_SHOWN - 1])} {last} {len(names) - _NAMES_SHOWN + 1} others"
    return listed(names, last)


@lru_cache(maxsize=1)
def _words() -> _Words:
    return convert(tables(our_text(_FILE), _FILE), _FILE, _Words)
