"""Words typed with one wrong letter: which words of names and organisations may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

SHORTEST = 5
"""Letters from which a word may hold a wrong one: in shorter ones almost anything is one letter off."""

_LONGEST = 40
_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def may_be_misspelt(word: str) -> bool:
    """Tell whether a folded word is looked for with a wrong letter too: letters alone, and enough of them."""
    return SHORTEST <= len(word) <= _LONGEST and word.isalpha()


class Vocabulary:
    """The words of names and organisations, and whose they are."""

    def __init__(self) -> None:
        self._whose: dict[str, set[str]] = {}
        self._lines: str | None = None
        self._meant: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def add(self, uid: str, texts: Iterable[str]) -> None:
        """Take in the folded names and organisation of a contact (uid)."""
        for word in _words(texts):
            self._whose.setdefault(word, set()).add(uid)
        self._lines = None

    def drop(self, uid: str, texts: Iterable[str]) -> None:
        """Take them out again."""
        for word in _words(texts):
            whose = self._whose.get(word, set())
            whose.discard(uid)
            if not whose:
                self._whose.pop(word, None)
        self._lines = None

    def meant(self, word: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of which a folded word is the beginning but for one letter, and whose they are (uid).

        One letter is missing, too many, another, or has changed places with its neighbour (Damerau 1964 found
        four in five misspellings to be one of these). Words that begin just as typed are left out: they are
        found without this.
        """
        if not may_be_misspelt(word):
            return _NOTHING
        if self._lines is None:
            self._lines = "\n".join(self._whose)
            self._meant.clear()
        if word not in self._meant:
            lines = (found[0] for found in _one_off(word).finditer(self._lines))
            words = frozenset(text for text in lines if not text.startswith(word))
            self._meant[word] = words, frozenset(chain.from_iterable(self._whose[text] for text in words))
        return self._meant[word]


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of folded texts that are long enough to have been misspelt."""
    return (word for text in texts for word in text.split() if len(word) >= SHORTEST - 1)


@lru_cache(maxsize=64)
def _one_off(word: str) -> re.Pattern[str]:
    # One branch for each place: the letters before it are compared once for all that may be wrong there.
    tail = ""
    for place in range(len(word) - 1, -1, -1):
        here, after = word[place], word[place + 1 :]
        wrong = [f"[^\\n]{re.escape(after)}", f"[^\\n]{re.escape(word[place:])}", re.escape(after)]
        if after:
            wrong.append(re.escape(after[0] + here + after[1:]))
        else:
            wrong = ["[^\\n]?"]
        tail = f"(?:{re.escape(here)}{tail}|{'|'.join(wrong)})" if tail else f"(?:{'|'.join(wrong)})"
    return re.compile(f"^{tail}[^\\n]*", re.MULTILINE)
