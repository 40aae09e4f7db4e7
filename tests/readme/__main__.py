"""Write the README's tables and pictures anew, or with `--check` tell whether they are those of the program."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from tests.readme.fields import file_format
from tests.readme.keys import key_table
from tests.readme.languages import capture_table, search_table, settings_table
from tests.readme.pictures import pictures

README = Path(__file__).resolve().parent.parent.parent / "README.md"
SECTIONS = {
    "file format": file_format,
    "keys": key_table,
    "capture line": capture_table,
    "search line": search_table,
    "settings": settings_table,
}


def fresh(text: str) -> str:
    """Return the README with every made section made anew."""
    for name, make in SECTIONS.items():
        start, end = f"<!-- {name}: made by python -m tests.readme -->", f"<!-- end of {name} -->"
        pattern = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
        # Backslashes in the made text are no group references.
        made = f"{start}\n\n{make()}\n\n{end}".replace("\\", "\\\\")
        text, found = pattern.subn(made, text)
        if not found:
            raise SystemExit(f"README.md has no section “{name}”; write {start} and {end} where it belongs.")
    return text


def main(check: bool) -> int:
    """Write, or check; the exit status tells whether something was stale."""
    wanted = {README: fresh(README.read_text(encoding="utf-8")), **dict(pictures())}
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        if check:
            sys.stdout.write(f"stale: {path.name}; run python -m tests.readme\n")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
            sys.stdout.write(f"wrote {path.name}\n")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
