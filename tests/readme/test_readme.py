"""The README says what the program does: its tables are made from the code, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from tests.readme.__main__ import README, fresh
from tests.readme.fields import field_docs, file_format
from tests.readme.pictures import FOLDER, SHOTS
from tui.cli.group import COMMANDS
from tui.model.tables import TABLES

TEXT = README.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_code() -> None:
    assert fresh(TEXT) == TEXT


def test_every_field_of_every_table_is_described() -> None:
    described = file_format()
    for name, kind in TABLES.items():
        assert f"#### `{name}`" in described
        docs = field_docs(kind)
        for field in msgspec.structs.fields(kind):
            assert docs[field.name].endswith(".")
            assert field.name == "extra" or f"`{field.encode_name}`" in described


def test_every_command_is_in_the_table_and_nothing_else_is() -> None:
    named = {found.split()[0] for found in re.findall(r"^\| `kith ([a-z][^`]*)`", TEXT, re.MULTILINE)}
    assert named == set(COMMANDS)


def test_every_picture_is_there_and_asks_nothing_of_a_server() -> None:
    shown = set(re.findall(r"\(tests/pictures/([\w-]+)\.svg\)", TEXT))
    assert shown <= set(SHOTS)
    for name in shown:
        picture = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        assert "url(http" not in picture
        assert "@font-face" not in picture


def test_ci_runs_the_readmes_test_command() -> None:
    command = next(line for line in TEXT.splitlines() if line.endswith("-m pytest"))
    assert command in (Path(README.parent) / ".ci" / "run").read_text(encoding="utf-8")
