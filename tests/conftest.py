"""What all tests share."""

from __future__ import annotations

import gc
import os

# Before Textual is imported anywhere: nothing moves by itself in a test.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)
os.environ.pop("KITH_FILE", None)

_MUCH = 400_000
"""Objects made and not given back, from which garbage is looked for: some 0.1 s, some 100 MB."""


def pytest_collection_finish() -> None:
    """Leave alone what is loaded now, and look for garbage between two tests rather than in the midst of one.

    An app that is tested is some 100,000 objects; Python's collector would look through them again and again, which
    takes a sixth of the time of all tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10 * _MUCH, 10, 10)


def pytest_runtest_logfinish() -> None:
    """Look for garbage if much may have come together."""
    if gc.get_count()[0] > _MUCH:
        gc.collect()
