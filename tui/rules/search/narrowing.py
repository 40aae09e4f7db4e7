"""Whether a search line that was typed on asks among those who were found before."""

from __future__ import annotations

from tui.rules.search.entries import narrows
from tui.rules.search.query import Term
from tui.rules.search.typos import may_be_misspelt


def is_narrower(before: tuple[Term, ...], after: tuple[Term, ...]) -> bool:
    """Tell whether whatever satisfies the later terms satisfies the earlier ones too."""
    return all(old in after or any(_implies(new, old) for new in after) for old in before)


def _implies(new: Term, old: Term) -> bool:
    if new.field != old.field or new.negated or old.negated or new.field == "due":
        return False
    if new.value.isascii() is not old.value.isascii():
        return False
    if new.field == "word":
        # Whoever is found by a misspelt word need not hold the shorter one, which is taken as it stands.
        if may_be_misspelt(new.value) and not (
            may_be_misspelt(old.value) and new.value.startswith(old.value)
        ):
            return False
        return narrows(old.value, new.value)
    return new.value.startswith(old.value)
