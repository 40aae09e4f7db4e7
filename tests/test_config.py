"""The settings file: what is in it is used, what can't be is told with its line, and nothing in it is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest

from tui.config import gathered, meanings, read_settings, template, write_setting
from tui.model.settings import Settings, TierDays


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kith" / "config.toml"


def put(file: Path, text: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    assert read_settings(file) == (Settings(), ())


def test_what_is_set_is_used(file: Path) -> None:
    put(
        file,
        'focus_minutes = 25\ntone = "plain"\ndate_order = "day first"\n[tiers]\ninner = 14\n[keys]\ndone = "Z"\n',
    )
    settings, told = read_settings(file)
    assert told == ()
    assert settings == Settings(
        focus_minutes=25, tone="plain", date_order="day first", tiers=TierDays(inner=14), keys={"done": "Z"}
    )
    assert settings.tiers.of("inner") == 14
    assert settings.tiers.of("close") == 60
    assert settings.tiers.of("ambient") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("focus_minutes = 0", "line 1: focus_minutes must be a whole number from 1 to 180; 15 is used."),
        ('\ntone = "rude"', 'line 2: tone must be one of "warm", "plain", "formal"; "warm" is used.'),
        ("theme = 3", 'line 1: theme must be a text in quotes; "" is used.'),
        ("tiers = 3", "line 1: tiers must be a table"),
        ("focus_minuets = 20", "line 1: there is no setting “focus_minuets”; did you mean focus_minutes?"),
        ("zzz = 20", "line 1: there is no setting “zzz”."),
        ("[tiers]\ninner = -1", "line 2: inner must be a whole number from 1 to 3650; 21 is used."),
        ("[tiers]\nambient = 9", "line 2: “ambient” is no tier with a number of days"),
        ("[keys]\ndone = 3", "line 2: a key is written in quotes"),
        ("tiers = 3", "and below it a line for each value; the usual is used."),
        ("\ninner = 14", "line 2: inner is one of the tiers: it stands below the line [tiers]."),
        (
            '[keys]\ntheme = "nord"',
            "line 2: theme stands below [keys] and counts as a part of it; put it above",
        ),
        (
            '[tiers]\ntheme = "nord"',
            "line 2: theme stands below [tiers] and counts as a part of it; put it above",
        ),
        ('tone = "warm"\n# tiers\n[ tiers ]\n"inner" = 0', "line 4: inner must be"),
        ("\n\ntiers = { close = 0 }", "line 3: close must be"),
        ("\n\ntiers.wide = 0", "line 3: wide must be"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(file: Path, text: str, said: str) -> None:
    settings, told = read_settings(put(file, text))
    assert settings == Settings()
    assert len(told) == 1
    assert said in told[0]
    assert str(file) in told[0]


def test_lines_are_told_in_their_order_and_the_name_of_the_file_once(file: Path) -> None:
    _, told = read_settings(put(file, 'tone = "rude"\nfocus_minutes = 0\n[tiers]\ninner = 0\n'))
    backwards = ("The last line was cut short.", *reversed(told))
    first, where, *lines = gathered(backwards, file)
    assert (first, where) == ("The last line was cut short.", f"In {file}:")
    assert [it.partition(":")[0] for it in lines] == ["line 1", "line 2", "line 4"]
    assert gathered(told[:1], file) == told[:1]


def test_one_wrong_value_leaves_the_others(file: Path) -> None:
    settings, told = read_settings(
        put(file, 'tone = "rude"\nfocus_minutes = 20\n[tiers]\ninner = 0\nwide = 400\n')
    )
    assert (settings.tone, settings.focus_minutes) == ("warm", 20)
    assert (settings.tiers.inner, settings.tiers.wide) == (21, 400)
    assert len(told) == 2


@pytest.mark.parametrize("text", ["tone =", "tone = 'a'\ntone = 'b'", b"\xff\xfe\x00", "a" * 200_000, "[["])
def test_a_file_that_is_no_toml_is_told_and_changes_nothing(file: Path, text: str | bytes) -> None:
    settings, told = read_settings(put(file, text))
    assert settings == Settings()
    assert len(told) == 1
    assert "usual settings" in told[0]


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("theme = nord", 'A text stands in straight quotes, as in theme = "nord".'),
        ("tone = “plain”", 'A text stands in straight quotes, as in tone = "plain".'),
        ('theme = "nord', 'A text stands in straight quotes, as in theme = "nord".'),
        ('tone: "warm"', 'Write a name, an equals sign and a value, as in tone = "warm".'),
        ("dark", 'Write a name, an equals sign and a value, as in tone = "warm".'),
        ("focus_minutes = 20 minutes", "A number stands alone, as in focus_minutes = 20."),
        ("tone = 'plain'\ntone = 'warm'", "tone is set twice: take one of the two lines out."),
        ("[tiers", "A line that heads a part is its name in square brackets, as in [tiers]."),
        ("[keys]\n[tiers]\n[keys]", "There are two parts of that name"),
        ("keys = {", "What is opened there is never closed"),
        ('backups = "C:\\Users\\Zoe"', r"single quotes around the text, as in backups = 'C:\Users\Zoe'."),
        ("x = " + "ñ" * 300, "…” can't be read."),
    ],
)
def test_a_line_that_is_no_toml_is_told_with_what_to_write_instead(
    file: Path, line: str, instead: str
) -> None:
    """A last line that ends the file, or one in the midst of others."""
    number = 2 + line.count("\n")
    for after in ("", "\n\n# mine\ncheck_ins_a_day = 3\n"):
        (told,) = read_settings(put(file, f"# mine\n{line}{after}"))[1]
        assert f"config.toml, line {number}: “" in told
        assert instead in told
        assert told.endswith("Until then the usual settings are used.")


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    settings, told = read_settings(file)
    assert settings == Settings()
    assert "could not be read" in told[0]


def test_the_template_names_every_setting_and_sets_none(file: Path) -> None:
    assert read_settings(put(file, template())) == (Settings(), ())
    for field in msgspec.structs.fields(Settings):
        assert field.name in template()
        assert meanings(Settings)[field.name] in template()
    for name in meanings(TierDays):
        assert f"\n#{name} = " in template()


def test_the_template_without_its_comment_signs_is_the_usual(file: Path) -> None:
    plain = "\n".join(
        line[1:] if line.startswith("#") and not line.startswith("# ") else line
        for line in template().splitlines()
    )
    settings, told = read_settings(put(file, plain))
    assert told == ()
    assert settings == Settings(keys={"done": "Z"})


def test_one_value_is_set_and_comments_stay(file: Path) -> None:
    put(file, "# mine\nfocus_minutes = 20 # long enough\n[tiers]\n# often\ninner = 10\n")
    write_setting(file, "tone", "formal")
    write_setting(file, "tiers.inner", 12)
    write_setting(file, "keys.done", "Z")
    text = file.read_text(encoding="utf-8")
    assert all(it in text for it in ("# mine", "# long enough", "# often"))
    settings, told = read_settings(file)
    assert told == ()
    assert (settings.tone, settings.focus_minutes, settings.tiers.inner) == ("formal", 20, 12)
    write_setting(file, "tiers.inner", None)
    assert read_settings(file)[0].tiers.inner == 21


def test_the_first_setting_makes_the_file(file: Path) -> None:
    write_setting(file, "tone", "plain")
    assert read_settings(file) == (Settings(tone="plain"), ())
    assert tomllib.loads(file.read_text(encoding="utf-8"))["tone"] == "plain"
    assert "# " + meanings(Settings)["focus_minutes"] in file.read_text(encoding="utf-8")


def test_a_broken_file_is_not_written_over(file: Path) -> None:
    put(file, "tone = \n")
    with pytest.raises(ValueError, match="nothing was changed"):
        write_setting(file, "tone", "plain")
    assert file.read_text(encoding="utf-8") == "tone = \n"


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = put(tmp_path / "dotfiles" / "kith.toml", "")
    file.parent.mkdir()
    file.symlink_to(real)
    write_setting(file, "tone", "plain")
    assert file.is_symlink()
    assert read_settings(real)[0].tone == "plain"
