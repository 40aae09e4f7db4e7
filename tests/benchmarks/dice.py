"""Chance from a seed, for everything that a network is made up of."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Chance, the same for the same seed, and the day from which days are told."""

    def __init__(self, seed: str, on: dt.date) -> None:
        self.chance, self.on = random.Random(seed), on
        self.choice, self.random = self.chance.choice, self.chance.random

    def uid(self) -> str:
        """Return a UUID."""
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))

    def weighted(self, of: Sequence[T], weights: Sequence[float]) -> T:
        """Return one of some, the heavier ones more often."""
        return self.chance.choices(of, weights)[0]

    def some(self, of: Sequence[T], most: int, least: int = 0) -> tuple[T, ...]:
        """Return a few of some, each once, as far as there are so many."""
        count = self.chance.randint(least, most) if most > least else most
        return tuple(self.chance.sample(of, min(count, len(of))))

    def happens(self, share: float) -> bool:
        """Tell whether something happens that does so in a share of cases."""
        return self.random() < share

    def number(self, least: int, most: int) -> int:
        """Return a whole number, both ends among them."""
        return self.chance.randint(least, most)

    def ago(self, days: float) -> dt.date:
        """Return a day less than so many days ago."""
        return self.on - dt.timedelta(days=int(self.random() * days))
