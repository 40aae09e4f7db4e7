"""The settings file: read with a sentence for each line that can't be used, written with its comments kept.

TOML 1.0, in the platform's place for settings. A value that can't be used never stops Kith: the default stands in
for it, and the sentence says which line it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import msgspec

from tui.model.settings import Settings, TierDays
from tui.toml_lines import broken, line_of

_LONGEST = 100_000
"""Characters of a settings file; a longer one is not ours."""


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings of a file, and a sentence for each thing in it that could not be used.

    A file that is not there means the defaults.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings(), ()
    except OSError as fault:
        return Settings(), (f"{path} could not be read ({fault.strerror}): the usual settings are used.",)
    import tomllib  # most people have no settings file

    try:
        text = raw.decode("utf-8-sig")
        if len(text) > _LONGEST:
            return Settings(), (f"{path} is too long for a settings file: the usual settings are used.",)
        given = tomllib.loads(text)
    except UnicodeDecodeError:
        return Settings(), (f"{path} is not UTF-8: the usual settings are used.",)
    except tomllib.TOMLDecodeError as fault:
        return Settings(), (f"{broken(text, str(fault), path)} Until then the usual settings are used.",)
    return _checked(given, text, path)


def write_setting(path: Path, name: str, value: Any) -> None:
    """Set one value in the settings file, which is made if need be; comments and order stay as they are.

    `name` is a field of `Settings`, or one inside a table ('tiers.inner', 'keys.done'); None takes it out.

    Raises:
        OSError: if the file can't be written.
        ValueError: if the file is there and is not TOML, so that nothing of it may be lost.
    """
    import tomllib

    import tomlkit  # only whoever changes a setting waits for it

    from tui.writing import put

    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        text = template()
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ValueError(f"{broken(text, str(fault), path)} Do that first; nothing was changed.") from None
    document = tomlkit.parse(text)
    table: Any = document
    *tables, last = name.split(".")
    for part in tables:
        if part not in table:
            table[part] = tomlkit.table()
        table = table[part]
    if value is None:
        table.pop(last, None)
    else:
        table[last] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path.resolve(), tomlkit.dumps(document).encode(), replacing=True)


def place_of(path: Path, name: str) -> str:
    """Return where something in the settings file stands ('…/config.toml, line 12'), to be told of it.

    `name` is as for `write_setting`.
    """
    try:
        return f"{path}, line {line_of(path.read_text(encoding='utf-8-sig'), name)}"
    except (OSError, ValueError):
        return str(path)


def gathered(told: Sequence[str], path: Path) -> tuple[str, ...]:
    """Return sentences to be told together: those about lines of the settings file last, in order, its name once."""
    before = f"{path}, "
    lines = sorted((it for it in told if it.startswith(f"{before}line ")), key=_number)
    if len(lines) < 2:
        return tuple(told)
    others = (it for it in told if it not in lines)
    return (*others, f"In {path}:", *(line.removeprefix(before) for line in lines))


def _number(told: str) -> int:
    found = re.search(r", line (\d+)", told)
    return int(found[1]) if found else 0


def problem(name: str, typed: str) -> str:
    """Return what is wrong with a setting as it was typed on the screen, as a sentence; empty if nothing is."""
    kind, field = (TierDays, name.removeprefix("tiers.")) if name.startswith("tiers.") else (Settings, name)
    found = next(it for it in msgspec.structs.fields(kind) if it.name == field)
    try:
        msgspec.convert(from_text(name, typed), found.type)
    except (msgspec.ValidationError, ValueError):
        return f"This {_wants(found)}."
    return ""


def from_text(name: str, typed: str) -> int | str:
    """Return the value of a setting that was typed on the screen; raises ValueError where it is no number."""
    is_text = isinstance(getattr(Settings(), name, 0), str)
    return typed.strip() if is_text else int(typed)


def template() -> str:
    """Return a settings file that says everything and changes nothing: each value is there as a comment."""
    lines = ["# Settings of Kith. Take the # in front of a line away to change it.", ""]
    for field in msgspec.structs.fields(Settings):
        if isinstance(field.default, (int, str)):
            lines += [f"# {meanings(Settings)[field.name]}", f"#{field.name} = {_toml(field.default)}", ""]
    lines += [f"# {meanings(Settings)['tiers']}", "[tiers]"]
    for field in msgspec.structs.fields(TierDays):
        lines += [f"# {meanings(TierDays)[field.name]}", f"#{field.name} = {field.default}"]
    lines += ["", f"# {meanings(Settings)['keys']}", "[keys]", '#done = "Z"', ""]
    return "\n".join(lines)


@lru_cache(maxsize=2)
def meanings(kind: type[msgspec.Struct]) -> dict[str, str]:
    """Return the docstring under each field of a class of settings."""
    import ast  # needed only where settings are shown or written
    import inspect

    body = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: " ".join(str(doc.value.value).split())
        for field, doc in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
    }


def _checked(given: dict[str, Any], text: str, path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Take each value that fits, and leave the default in place of each that does not."""
    from difflib import get_close_matches

    told: list[str] = []
    taken: dict[str, Any] = {}
    fields = {field.name: field for field in msgspec.structs.fields(Settings)}
    for name, value in given.items():
        where = f"{path}, line {line_of(text, name)}"
        if name in TierDays.__struct_fields__:
            told.append(f"{where}: {name} is one of the tiers: it stands below the line [tiers].")
        elif name not in fields:
            near = get_close_matches(name, fields, 1)
            told.append(
                f"{where}: there is no setting “{name}”{f'; did you mean {near[0]}?' if near else '.'}"
            )
        elif name == "tiers" and isinstance(value, dict):
            taken[name] = _tiers(value, text, path, told)
        elif name == "keys" and isinstance(value, dict):
            taken[name] = {key: it for key, it in value.items() if _is_key(key, it, text, path, told)}
        else:
            try:
                taken[name] = msgspec.convert(value, fields[name].type)
            except msgspec.ValidationError:
                used = "the usual" if name in ("tiers", "keys") else _toml(fields[name].default)
                told.append(f"{where}: {name} {_wants(fields[name])}; {used} is used.")
    return Settings(**taken), tuple(told)


def _tiers(given: dict[str, Any], text: str, path: Path, told: list[str]) -> TierDays:
    fields = {field.name: field for field in msgspec.structs.fields(TierDays)}
    taken: dict[str, int] = {}
    for name, value in given.items():
        where = f"{path}, line {line_of(text, f'tiers.{name}')}"
        if name in Settings.__struct_fields__:
            told.append(_strayed(where, name, "tiers"))
            continue
        if name not in fields:
            told.append(f"{where}: “{name}” is no tier with a number of days; these are {', '.join(fields)}.")
            continue
        try:
            taken[name] = msgspec.convert(value, fields[name].type)
        except msgspec.ValidationError:
            told.append(f"{where}: {name} {_wants(fields[name])}; {fields[name].default} is used.")
    return TierDays(**taken)


def _is_key(name: str, value: object, text: str, path: Path, told: list[str]) -> bool:
    where = f"{path}, line {line_of(text, f'keys.{name}')}"
    if name in Settings.__struct_fields__:
        told.append(_strayed(where, name, "keys"))
        return False
    if isinstance(value, str) and value.strip():
        return True
    told.append(f'{where}: a key is written in quotes, as in {name} = "D"; it is left out.')
    return False


def _strayed(where: str, name: str, table: str) -> str:
    """Say that a setting stands below a line in brackets, which takes all lines after it for its own."""
    return (
        f"{where}: {name} stands below [{table}] and counts as a part of it; put it above the line [tiers]."
    )


def _wants(field: msgspec.structs.FieldInfo) -> str:
    """Return what a setting must be, in words."""
    kind = msgspec.inspect.type_info(field.type)
    if isinstance(kind, msgspec.inspect.IntType):
        return f"must be a whole number from {kind.ge} to {kind.le}"
    if isinstance(kind, msgspec.inspect.LiteralType):
        return f"must be one of {', '.join(_toml(it) for it in get_args(field.type))}"
    return (
        "must be a text in quotes"
        if isinstance(kind, msgspec.inspect.StrType)
        else f"must be a table: a line [{field.name}], and below it a line for each value"
    )


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
