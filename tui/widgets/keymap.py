"""The user's own keys: the names they go by, and what is wrong with a line that can't be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from string import ascii_lowercase, ascii_uppercase

from textual.binding import Binding

from tui.widgets import keys

_SIGNS = {
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "space": " ",
    "comma": ",",
    "quotation_mark": '"',
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
}
"""Textual's names of the signs that are keys of ours."""
_COMMON = re.compile(r"f([1-9]|1[0-2])|ctrl\+[abefgklnoprstvwxyz]|space|delete|backspace")
"""What common terminals send besides plain letters and signs, and no screen needs for itself; of ctrl+c, ctrl+h,
ctrl+i, ctrl+j, ctrl+m and ctrl+q a terminal makes something else, or every screen needs them; ctrl+d and ctrl+u
move in every list, as home and end do."""
_MOVES = frozenset("jkgG")
"""Letters that move in every list."""


def commands() -> dict[str, Binding]:
    """Return the keys that may be changed, by the name that they have in the settings file."""
    return {it.id: it for it in vars(keys).values() if isinstance(it, Binding) and it.id}


def checked(
    wanted: Mapping[str, str], where: Callable[[str], str] = "Keys, {}".format
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the keymap that can be used of the one that is wanted, and a sentence for each line that can't.

    A key may mean one thing only; two commands can swap theirs. Combinations that common terminals don't send
    (ctrl with a digit, ctrl with shift) are refused.

    Args:
        wanted: keys by the name of the command, several with commas between.
        where: tells where the line of a command stands, to begin the sentence with.
    """
    known = commands()
    told: list[str] = []
    fitting: dict[str, list[str]] = {}
    for name, text in wanted.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            instead = f"; did you mean {near[0]}?" if near else "; the README lists them all, under Keys."
            told.append(f"{where(name)}: there is no command “{name}”{instead}")
            continue
        found = [_normal(key) for key in text.split(",") if key.strip()]
        bad = next((key for key in found if not _is_usable(key)), None)
        if bad is not None or not found:
            told.append(
                f"{where(name)}: “{bad or text}” can't be the key of {name}; a letter, f1 to f12 or ctrl+letter "
                f'can, as in {name} = "{_free(known, fitting)[0]}".'
            )
        else:
            fitting[name] = found
    taken: dict[str, str] = {}
    for name, found in fitting.items():
        other = next((there for key in found if (there := _meaning(key, name, known, fitting))), None)
        if other is not None:
            told.append(
                f"{where(name)}: {', '.join(found)} is the key of {other} already, so {name} keeps its own. "
                f"Free are {' '.join(_free(known, fitting))}; or give {other} another key too."
            )
        else:
            taken[name] = ",".join("space" if key == " " else key for key in found)
    return taken, tuple(told)


def listed(wanted: Mapping[str, str]) -> str:
    """Write keys as they are typed on the settings screen: 'done = D', a line each."""
    return "\n".join(f"{name} = {key}" for name, key in wanted.items())


def read(text: str) -> dict[str, str]:
    """Read what `listed` writes; quotes around a key, as in the settings file, may stand there.

    Raises:
        ValueError: with a sentence, if a line is something else.
    """
    found: dict[str, str] = {}
    for line in filter(str.strip, text.splitlines()):
        name, _, key = (part.strip() for part in line.partition("="))
        key = key.strip("\"'") or key
        if not name or not key:
            raise ValueError(f"“{line.strip()}”: write a command, an equals sign and a key, as in done = D.")
        if name in found:
            raise ValueError(f"{name} stands here twice: put its keys on one line, with a comma between.")
        found[name] = key
    return found


def wrong(text: str) -> str:
    """Return what is wrong with keys as they are typed on the settings screen, '' if nothing is."""
    try:
        return next(iter(checked(read(text), "“{}”".format)[1]), "")
    except ValueError as fault:
        return str(fault)


def _meaning(
    key: str, name: str, known: Mapping[str, Binding], fitting: Mapping[str, list[str]]
) -> str | None:
    """Return the other command that a key means, where there is one."""
    for other, binding in known.items():
        if other != name and key in fitting.get(other, [_normal(it) for it in binding.key.split(",")]):
            return other
    return None


def _free(known: Mapping[str, Binding], fitting: Mapping[str, list[str]]) -> list[str]:
    """Return letters that no command has, to choose from."""
    taken = {_normal(key) for it in known.values() for key in it.key.split(",")}
    taken |= {key for keys_of in fitting.values() for key in keys_of}
    return [key for key in f"{ascii_uppercase}{ascii_lowercase}" if _is_usable(key) and key not in taken]


def _normal(key: str) -> str:
    """Return a key as it is typed: 'question_mark' is '?'."""
    key = key.strip()
    return _SIGNS.get(key.lower(), key if len(key) == 1 else key.lower())


def _is_usable(key: str) -> bool:
    return (len(key) == 1 and key.isprintable() and key not in _MOVES) or bool(_COMMON.fullmatch(key))
