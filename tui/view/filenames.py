"""Names of files that Kith saves: safe on every file system, and telling."""

from __future__ import annotations

import re
from datetime import date

from tui.view.cells import clean

_UNSAFE = re.compile(r'[\\/:*?"<>|\s.]+')


def file_name(words: str, day: date, ending: str) -> str:
    """Return a file name such as '2026-11-21 Message to Maya Lin.txt', of at most about 80 characters."""
    safe = _UNSAFE.sub(" ", clean(words)).strip()[:60].rstrip()
    return f"{day.isoformat()} {safe or 'Kith'}{ending}"
