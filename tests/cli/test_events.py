"""`kith brief`: the page of one event, in each of its forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.cli.program import fill, is_one_line, kith
from tui.model.records import Event


class TestBrief:
    def test_brief(self, file: Path) -> None:
        result = kith(file, "brief", "pycon")
        assert result.exit_code == 0
        assert "PyCon Lisboa" in result.stdout
        assert "Maya Lin" in result.stdout

    def test_brief_in_each_form(self, file: Path) -> None:
        begins = {
            form: kith(file, "brief", "pycon", "--format", form).stdout.splitlines()[0]
            for form in ("md", "text", "html", "ics")
        }
        assert begins == {
            "md": "# PyCon Lisboa",
            "text": "PYCON LISBOA",
            "html": "<!DOCTYPE html>",
            "ics": "BEGIN:VCALENDAR",
        }
        assert kith(file, "brief", "pycon", "--format", "pdf").exit_code == 2


class TestWhichEvent:
    def test_an_event_that_is_not_there(self, file: Path) -> None:
        result = kith(file, "brief", "jazz evening")
        assert result.exit_code == 1
        assert is_one_line(result.stderr)
        assert "There are PyCon Lisboa" in result.stderr

    def test_several_events(self, file: Path) -> None:
        fill(file, Event(uid="p27", name="PyCon Porto", start=date(2027, 3, 1)))
        result = kith(file, "brief", "pycon")
        assert result.exit_code == 1
        assert "PyCon Porto" in result.stdout
        assert is_one_line(result.stderr)
        assert "PyCon Lisboa" in kith(file, "brief", "pycon", "2026-12").stdout
