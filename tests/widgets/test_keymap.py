"""The user's own keys: what can be used is, what can't is told, and no key comes to mean two things."""

from __future__ import annotations

import pytest

from tui.widgets import keys
from tui.widgets.keymap import checked, commands


def test_every_command_goes_by_a_name_that_can_be_typed() -> None:
    assert all(name.isidentifier() for name in commands())
    assert {"done", "snooze", "follow_ups", "undo", "search", "help"} <= set(commands())
    assert keys.SAVE.id is None


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        ({}, {}),
        ({"done": "Z"}, {"done": "Z"}),
        ({"done": " Z , f6 "}, {"done": "Z,f6"}),
        ({"done": "CTRL+E"}, {"done": "ctrl+e"}),
        ({"done": "s", "snooze": "d"}, {"done": "s", "snooze": "d"}),
        ({"help": "question_mark"}, {"help": "?"}),
        ({"done": ";"}, {"done": ";"}),
    ],
)
def test_keys_that_can_be_used_are(wanted: dict[str, str], taken: dict[str, str]) -> None:
    assert checked(wanted) == (taken, ())


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"dnoe": "Z"}, "there is no command “dnoe”; did you mean done?"),
        ({"save": "Z"}, "there is no command “save”"),
        ({"done": "u"}, "u is the key of undo already, so done keeps its own."),
        ({"done": "?"}, "? is the key of help already"),
        ({"done": "escape"}, "“escape” can't be the key of done"),
        ({"done": "ctrl+shift+d"}, "“ctrl+shift+d” can't be"),
        ({"done": "ctrl+1"}, "“ctrl+1” can't be"),
        ({"done": "ctrl+m"}, "“ctrl+m” can't be"),
        ({"done": "dd"}, "“dd” can't be"),
        ({"done": "j"}, "“j” can't be"),
        ({"done": "ctrl+d"}, "“ctrl+d” can't be"),
        ({"done": "home"}, "“home” can't be"),
        ({"done": "<"}, "< is the key of walk_back already"),
        ({"done": "f7"}, "f7 is the key of jump already"),
        ({"done": "G"}, "“G” can't be"),
        ({"done": ","}, "“,” can't be"),
        ({"done": "\x1b"}, "can't be the key of done"),
    ],
)
def test_what_cannot_be_used_is_told_and_left_out(wanted: dict[str, str], said: str) -> None:
    taken, told = checked(wanted)
    assert taken == {}
    assert len(told) == 1
    assert said in told[0]


def test_what_is_told_begins_with_the_place_of_the_line_and_ends_with_what_to_write() -> None:
    _, told = checked({"dnoe": "Z", "snooze": "dd", "skip": "u"}, "line of {}".format)
    assert told[0] == "line of dnoe: there is no command “dnoe”; did you mean done?"
    assert told[1].startswith("line of snooze: “dd” can't be")
    assert told[1].endswith('ctrl+letter can, as in snooze = "B".')
    assert told[2].startswith(
        "line of skip: u is the key of undo already, so skip keeps its own. Free are B C E "
    )


def test_two_commands_cannot_have_one_key() -> None:
    taken, told = checked({"done": "Z", "snooze": "Z"})
    assert taken == {}
    assert len(told) == 2
