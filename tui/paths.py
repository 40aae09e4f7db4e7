"""Where files are: the network's own, and those that stand beside it."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def data_file() -> Path:
    """Return the network file used when none is named, in the user data folder of the platform."""
    import platformdirs

    return platformdirs.user_data_path("kith", appauthor=False) / "network.json"


def documents() -> Path:
    """Return the folder in which messages and briefs are saved for you: 'Kith' among your documents."""
    import platformdirs

    return platformdirs.user_documents_path() / "Kith"


def own_words() -> Path:
    """Return the folder for your own openers, checklists, goals and drafts, in the platform's place for settings."""
    import platformdirs

    return platformdirs.user_config_path("kith", appauthor=False) / "words"


def settings_file() -> Path:
    """Return the settings file, in the platform's place for settings; KITH_CONFIG names another."""
    import platformdirs

    named = os.environ.get("KITH_CONFIG")
    return Path(named) if named else platformdirs.user_config_path("kith", appauthor=False) / "config.toml"


def real(path: Path) -> Path:
    """Return where a file really is, so that a symbolic link to it stays a link when it is replaced.

    Raises:
        OSError: if links lead round in a circle.
    """
    try:
        return path.expanduser().resolve()
    except RuntimeError as fault:
        raise OSError(errno.ELOOP, "its links lead round in a circle", str(path)) from fault


def beside(path: Path, ending: str) -> Path:
    """Return the file that stands beside another with an ending added to its name."""
    return path.with_name(path.name + ending)


def journal_of(path: Path) -> Path:
    """Return the journal of a network file: changes made since it was last written whole."""
    return beside(path, ".journal")


def old_journal_of(path: Path) -> Path:
    """Return the journal that leads from `.bak` to the network file as it was last written whole."""
    return beside(path, ".journal.bak")


def lock_of(path: Path) -> Path:
    """Return the file whose lock says that a network file is open for writing."""
    return beside(path, ".lock")


def previous_of(path: Path) -> Path:
    """Return the copy of a network file as it was before it was last written whole."""
    return beside(path, ".bak")


def backups_of(path: Path) -> Path:
    """Return the folder of a network file's dated backups."""
    return beside(path, ".backups")
