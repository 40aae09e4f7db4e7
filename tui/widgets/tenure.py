"""What stays in memory till the end is not looked through for garbage again and again.

A network of 30,000 people and its indexes are some 300,000 objects; looking through them all takes Python's collector
0.1 s and more, whenever enough has been made since, in the midst of whatever key is answered.
"""

from __future__ import annotations

import gc

MANY = 50_000
"""Objects that outlive a full collection from which they are taken for such as stay: some 20 ms to look through."""


def keep() -> None:
    """Take all there is now for what stays. Said where much was built that lasts as long as the book is open."""
    gc.freeze()


def keep_more() -> None:
    """The same, but only in a program that was told to `keep_what_stays`."""
    if _looked in gc.callbacks:
        gc.freeze()


def keep_what_stays() -> None:
    """Have whatever outlives a full collection left alone from then on, once it is much.

    What is frozen so and dropped later is not given back: at most the pages seen at that moment, and it takes as
    much anew until it happens again.
    """
    if _looked not in gc.callbacks:
        gc.callbacks.append(_looked)


def keep_no_more() -> None:
    """Leave the collector to itself again."""
    if _looked in gc.callbacks:
        gc.callbacks.remove(_looked)


def _looked(phase: str, told: dict[str, int]) -> None:
    """Hear of each collection, before and after it (gc.callbacks)."""
    if phase == "stop" and told["generation"] == 2 and len(gc.get_objects(2)) > MANY:
        gc.freeze()
