"""Make pictures anew, or draw them.

python -m tests.gallery --update [PLACE...]     takes the pictures and keeps them
python -m tests.gallery --svg FOLDER [PLACE...] draws them, to be looked at
python -m tests.gallery [PLACE...]              tells which differ from those kept
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from tests.gallery.kept import changed, keep, tidy
from tests.gallery.places import PLACES
from tests.gallery.taking import take


def main(arguments: list[str]) -> int:
    """Take the pictures; the exit status tells whether some differ."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("--update", action="store_true", help="keep the pictures as they are now")
    parser.add_argument("--svg", type=Path, metavar="FOLDER", help="draw them there")
    parser.add_argument(
        "--quick", action="store_true", help="as the test does it: the light is mostly inferred"
    )
    parser.add_argument("places", nargs="*", metavar="PLACE", help="all of them unless some are named")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.places if name not in PLACES]
    if unknown:
        parser.error(f"no place is called {', '.join(unknown)}; there are: {' '.join(PLACES)}")
    if options.svg:
        options.svg.mkdir(parents=True, exist_ok=True)
    status = 0
    for name in options.places or PLACES:
        try:
            pictures = asyncio.run(take(PLACES[name], drawings=options.svg, quick=options.quick))
        except Exception as fault:  # the others are taken all the same
            sys.stdout.write(f"{name}: {type(fault).__name__}: {fault}\n")
            status = 1
            continue
        differing = changed(name, pictures)
        if options.update:
            keep(name, pictures)
        if differing and not options.svg:
            sys.stdout.write(
                f"{name}: {'made anew' if options.update else 'differs'}: {' '.join(differing)}\n"
            )
            status = status or int(not options.update)
    if options.update and not options.places:
        tidy(PLACES)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
