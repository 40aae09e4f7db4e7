"""The command line: what it prints, what it keeps, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tui.cli import main
from tui.model.change import Change, Edit
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Profile
from tui.store.book import Book

ON = "2026-11-21 09:00"
TODAY = date(2026, 11, 21)
HOSTILE = "\x1b[31m[red]Zoë\x1b]0;x\x07 Li\x9b2J\u202e"

MAYA = Contact(
    uid="lin",
    name="Maya Lin",
    organization="Acme Robotics",
    title="design lead",
    interests=("climate",),
    tier="close",
    added=date(2026, 1, 1),
)
OTHER_MAYA = Contact(uid="berg", name="Maya Berg", organization="Fjord Labs", added=date(2026, 11, 1))
PYCON = Event(
    uid="lisboa-uid",
    name="PyCon Lisboa",
    start=date(2026, 12, 2),
    people=(Attendee(contact="lin", why="the grid"),),
)
DECK = FollowUp(uid="deck", kind="promise", contact="lin", text="send the deck", due=date(2026, 11, 18))
PROFILE = Profile(uid="me", name="Sam Okoro", timezone="Europe/Lisbon")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KITH_FILE", raising=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    fill(path, MAYA, OTHER_MAYA, PYCON, DECK, PROFILE)
    return path


def fill(path: Path, *records: Contact | Event | FollowUp | Profile) -> None:
    book = Book.open(path, TODAY)
    book.commit(Change("Filled", tuple(Edit(None, record) for record in records)))
    book.close()


def kith(path: Path, *arguments: str, on: str = ON, typed: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["--file", str(path), "--on", on, *arguments], input=typed)


def data(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def network(path: Path) -> Network:
    book = Book.open(path, TODAY, read_only=True)
    book.close()
    return book.network


def contact(path: Path, name: str) -> Contact:
    return next(it for it in network(path).contacts.values() if it.name == name)


def is_one_line(text: str) -> bool:
    return text.startswith("kith: ") and text.endswith("\n") and text.count("\n") == 1


class TestReading:
    def test_due(self, file: Path) -> None:
        result = kith(file, "due")
        assert result.exit_code == 0
        assert "Maya Lin" in result.stdout
        assert "send the deck" in result.stdout
        assert "\nNext: PyCon Lisboa, in 11 days.\n" in result.stdout
        assert "\nDebrief PyCon Lisboa? It ended yesterday.\n" in kith(file, "due", on="2026-12-03").stdout

    def test_due_as_data(self, file: Path) -> None:
        (row,) = data(kith(file, "due", "--json"))
        assert {"kind", "contact", "contact_uid", "due", "reason", "status", "text"} <= set(row)
        assert (row["kind"], row["contact_uid"], row["due"]) == ("promise", "lin", "2026-11-18")

    def test_list(self, file: Path) -> None:
        assert kith(file, "list").stdout.splitlines()[0].startswith("Maya Berg")
        rows = data(kith(file, "list", "tier:close", "#climate", "--json"))
        assert [row["uid"] for row in rows] == ["lin"]
        assert rows[0]["last_touch"] is None

    def test_list_takes_a_query_that_begins_with_a_minus(self, file: Path) -> None:
        assert [row["uid"] for row in data(kith(file, "list", "-archived:", "-#climate", "--json"))] == [
            "berg"
        ]

    def test_list_says_what_it_did_not_understand(self, file: Path) -> None:
        result = kith(file, "list", "tier:best")
        assert result.exit_code == 0
        assert is_one_line(result.stderr)
        assert "tier:best is not known" in result.stderr
        assert result.stdout == "Nobody matches tier:best.\n"

    def test_show(self, file: Path) -> None:
        result = kith(file, "show", "lin", "maya")
        assert "design lead at Acme Robotics" in result.stdout
        assert "send the deck" in result.stdout
        row = data(kith(file, "show", "maya lin", "--json"))
        assert {"uid", "next_due", "interactions", "follow_ups", "starters"} <= set(row)

    def test_show_by_uid(self, file: Path) -> None:
        assert data(kith(file, "show", "berg", "--json"))["name"] == "Maya Berg"

    def test_a_name_that_fits_several_lists_them(self, file: Path) -> None:
        for command in ("show", "starters"):
            result = kith(file, command, "maya")
            assert result.exit_code == 1
            assert "Maya Lin" in result.stdout
            assert "Fjord Labs" in result.stdout
            assert is_one_line(result.stderr)
            assert "fits 2 people" in result.stderr

    def test_nobody_of_that_name(self, file: Path) -> None:
        result = kith(file, "show", "Maya Linn")
        assert (result.exit_code, result.stdout) == (1, "")
        assert is_one_line(result.stderr)
        assert "Did you mean Maya Lin" in result.stderr

    def test_starters(self, file: Path) -> None:
        rows = data(kith(file, "starters", "Maya Lin", "--event", "pycon", "--json"))
        assert rows
        assert all({"text", "because", "kind", "depth"} <= set(row) for row in rows)
        assert rows[0]["text"].split()[0] in kith(file, "starters", "Maya Lin", "--event", "pycon").stdout

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

    def test_brief(self, file: Path) -> None:
        result = kith(file, "brief", "pycon")
        assert result.exit_code == 0
        assert "PyCon Lisboa" in result.stdout
        assert "Maya Lin" in result.stdout

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

    def test_an_empty_network(self, tmp_path: Path) -> None:
        path = tmp_path / "new.json"
        assert data(kith(path, "list", "--json")) == []
        assert "Nobody is in this file yet" in kith(path, "list").stdout
        assert "Nobody needs you today" in kith(path, "due").stdout
        assert list(tmp_path.iterdir()) == []


class TestOptions:
    def test_they_may_stand_behind_the_command(self, file: Path) -> None:
        result = CliRunner().invoke(main, ["due", "--json", "--file", str(file), "--on", ON])
        assert data(result)[0]["contact"] == "Maya Lin"

    def test_the_last_file_named_counts_and_the_environment_least(self, file: Path, tmp_path: Path) -> None:
        other = tmp_path / "other.json"
        environment = {"KITH_FILE": str(file)}
        runner = CliRunner(env=environment)
        assert len(data(runner.invoke(main, ["list", "--json"]))) == 2
        assert data(runner.invoke(main, ["--file", str(other), "list", "--json"])) == []

    @pytest.mark.parametrize(
        ("on", "status"),
        [("2026-11-18", "due"), ("21 nov 2026", "overdue"), ("2026-11-21T23:30:00Z", "overdue")],
    )
    def test_on(self, file: Path, on: str, status: str) -> None:
        assert data(kith(file, "due", "--json", on=on))[0]["status"] == status

    def test_on_a_day_is_nine_in_the_morning_there(self, file: Path) -> None:
        assert kith(file, "due", on="2026-11-18").stdout.startswith("Wed 18 Nov, 09:00\n")
        assert kith(file, "due", on="2026-11-18T23:30:00+00:00").stdout.startswith("Wed 18 Nov, 23:30\n")
        assert kith(file, "due", on="2026-07-18T23:30:00+00:00").stdout.startswith("Sun 19 Jul, 00:30\n")

    def test_on_something_else_is_wrong_usage(self, file: Path) -> None:
        result = kith(file, "due", on="whenever")
        assert result.exit_code == 2
        assert "whenever" in result.stderr

    @pytest.mark.parametrize("arguments", [["--nonsense"], ["due", "--nonsense"], ["show"], ["nonsense"]])
    def test_wrong_usage(self, file: Path, arguments: list[str]) -> None:
        assert kith(file, *arguments).exit_code == 2

    def test_demo(self) -> None:
        rows = data(CliRunner().invoke(main, ["--demo", "--on", ON, "due", "--json"]))
        assert len(rows) > 10
        result = CliRunner().invoke(main, ["--demo", "doctor"])
        assert result.exit_code == 1

    def test_without_a_terminal_there_is_no_full_screen(self, file: Path) -> None:
        result = kith(file)
        assert result.exit_code == 1
        assert is_one_line(result.stderr)
        assert "needs a terminal" in result.stderr

    def test_help_names_what_there_is(self) -> None:
        text = CliRunner().invoke(main, ["--help"]).stdout
        for command in ("add", "brief", "doctor", "due", "import", "list", "show", "starters"):
            assert f"\n  {command} " in text


class TestAdding:
    def test_says_what_it_understood_and_keeps_it(self, file: Path) -> None:
        line = "Amina Diallo @Banco, adviser #sailing !send the map by fri ?a designer amina@banco.example"
        result = kith(file, "add", line)
        assert result.exit_code == 0, result.output
        for words in ("Amina Diallo", "Banco", "sailing", "send the map, by Fri 27 Nov", "a designer"):
            assert words in result.stdout
        assert contact(file, "Amina Diallo").emails == ("amina@banco.example",)

    def test_words_need_no_quotes(self, file: Path) -> None:
        assert kith(file, "add", "Amina", "Diallo", "@Banco").exit_code == 0
        assert contact(file, "Amina Diallo").organization == "Banco"

    def test_joins_the_event(self, file: Path) -> None:
        kith(file, "add", "Amina Diallo : solar", "--event", "pycon", on="2026-12-02 12:00")
        kith(file, "add", "Bo Ek", on="2026-12-02 12:00")
        kith(file, "add", "Cy Ng", "--event", "none", on="2026-12-02 12:00")
        people = {person.contact for person in network(file).events["lisboa-uid"].people}
        assert people == {"lin", contact(file, "Amina Diallo").uid, contact(file, "Bo Ek").uid}

    def test_somebody_known(self, file: Path) -> None:
        result = kith(file, "add", "Maya Lin #sailing")
        assert result.exit_code == 0, result.output
        assert contact(file, "Maya Lin").interests == ("climate", "sailing")

    def test_ties_are_not_guessed(self, file: Path) -> None:
        fill(file, Contact(uid="twin", name="Maya Lin", organization="Fjord Labs"))
        result = kith(file, "add", "Maya Lin #sailing")
        assert (result.exit_code, result.stdout) == (1, "")
        assert is_one_line(result.stderr)
        assert "Acme Robotics" in result.stderr
        assert kith(file, "add", "Maya Lin #sailing", "--new").exit_code == 0
        assert len(network(file).by_name("Maya Lin")) == 3

    def test_a_line_without_a_name(self, file: Path) -> None:
        result = kith(file, "add", "#sailing")
        assert result.exit_code == 1
        assert "name" in result.stderr

    def test_what_could_not_be_read_is_said(self, file: Path) -> None:
        result = kith(file, "add", "Amina Diallo >someday")
        assert result.exit_code == 0
        assert "someday" in result.stdout
        assert "someday" in contact(file, "Amina Diallo").notes

    def test_from_standard_input(self, file: Path) -> None:
        typed = "\ufeffAmina Diallo @Banco\r\n\n#nobody\nBo Ek : tides\n".encode()
        result = kith(file, "add", "-", typed=typed)
        assert result.exit_code == 1
        assert len(result.stdout.splitlines()) == 2
        assert "Amina Diallo" in result.stdout.splitlines()[0]
        assert result.stderr.startswith("kith: line 3: ")
        assert contact(file, "Bo Ek")
        assert contact(file, "Amina Diallo").organization == "Banco"

    def test_bytes_that_are_no_text(self, file: Path) -> None:
        assert kith(file, "add", "-", typed=b"Ren\xe9 Hall\n").exit_code == 0
        assert kith(file, "add", "Bo \udce9k").exit_code == 0
        assert {"Ren\ufffd Hall", "Bo \ufffdk"} <= {it.name for it in network(file).contacts.values()}


class TestImporting:
    ROWS = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Amina,Diallo,https://www.linkedin.com/in/amina-d,,Banco,Adviser,08 Feb 2026\n"
        ",,,,,,09 Feb 2026\n"
    )

    def test_reports_adds_and_repeats_nothing(self, file: Path, tmp_path: Path) -> None:
        source = tmp_path / "Connections.csv"
        source.write_text(self.ROWS, encoding="utf-8")
        dry = data(kith(file, "import", str(source), "--dry-run", "--json"))
        assert (dry["read"], dry["added"]) == (2, 1)
        assert len(network(file).contacts) == 2
        row = data(kith(file, "import", str(source), "--event", "pycon", "--json"))
        assert (row["added"], row["updated"], row["unchanged"], len(row["skipped"])) == (1, 0, 0, 1)
        assert set(row["skipped"][0]) == {"where", "why"}
        assert "line 3" in row["skipped"][0]["where"]
        assert contact(file, "Amina Diallo").uid in {
            it.contact for it in network(file).events["lisboa-uid"].people
        }
        again = kith(file, "import", str(source))
        assert "0 added, 0 updated, 1 unchanged" in again.stdout

    def test_a_file_that_is_none_spoils_nothing(self, file: Path, tmp_path: Path) -> None:
        good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
        good.write_text(self.ROWS, encoding="utf-8")
        bad.write_text("hello", encoding="utf-8")
        result = kith(file, "import", str(bad), str(tmp_path / "none.csv"), str(good))
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 2
        assert contact(file, "Amina Diallo")


class TestTrouble:
    def test_a_damaged_file(self, file: Path) -> None:
        before = file.read_bytes()[:-20]
        file.write_bytes(before)
        for arguments in (["due"], ["add", "Bo Ek"], ["list", "--json"]):
            result = kith(file, *arguments)
            assert (result.exit_code, result.stdout) == (1, "")
            assert is_one_line(result.stderr)
            assert str(file) in result.stderr
        assert kith(file, "doctor").exit_code == 1
        assert file.read_bytes() == before

    def test_doctor_has_a_damaged_file_back_and_keeps_everything(self, file: Path) -> None:
        file.write_bytes(file.read_bytes()[:-40])
        damaged = file.read_bytes()
        assert kith(file, "doctor").exit_code == 1
        assert file.read_bytes() == damaged
        said = kith(file, "doctor", "--repair")
        assert (said.exit_code, "kept in" in said.stdout) == (0, True)
        assert data(kith(file, "doctor", "--json"))["state"] == "whole"
        assert damaged in [copy.read_bytes() for copy in file.parent.rglob(file.name)]
        assert kith(file, "doctor", "--repair").exit_code == 0

    def test_something_worth_passing_on_is_kept(self, file: Path) -> None:
        said = kith(file, "share", "https://example.org/heat", "clear figures #heat", "#grids")
        assert (said.exit_code, "example.org/heat" in said.stdout) == (0, True)
        assert "already" in kith(file, "share", "https://example.org/heat", "#heat").stdout
        (kept,) = json.loads(file.read_text())["shares"].values()
        assert (kept["why"], kept["topics"]) == ("clear figures", ["heat", "grids"])
        assert kith(file, "share", "not-an-address").exit_code == 1

    def test_an_answer_that_cannot_be_printed_is_one_line(self) -> None:
        with Path("/dev/full").open("w") as full:
            command = [sys.executable, "-m", "tui", "--demo", "due"]
            said = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert said.returncode == 1
        assert said.stderr.count("\n") == 1
        assert "could not be printed" in said.stderr

    def test_no_date_is_no_today(self) -> None:
        assert CliRunner().invoke(main, ["--demo", "--on", "", "due"]).exit_code == 2

    def test_a_file_or_folder_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        said = kith(tmp_path / "slip.json", "list", "--json")
        assert (said.exit_code, said.stdout.strip()) == (0, "[]")
        assert "no file" in said.stderr
        for command in (("list",), ("add", "Maya Lin")):
            said = kith(tmp_path / "nowhere" / "slip.json", *command)
            assert said.exit_code == 1
            assert "no folder" in said.stderr
        assert not (tmp_path / "nowhere").exists()

    def test_doctor(self, file: Path) -> None:
        assert "whole" in kith(file, "doctor").stdout
        assert data(kith(file, "doctor", "--json"))["state"] == "whole"

    def test_a_folder_for_a_file(self, tmp_path: Path) -> None:
        for command in ("due", "doctor"):
            result = kith(tmp_path, command)
            assert result.exit_code == 1
            assert is_one_line(result.stderr)

    def test_a_second_kith_reads_and_does_not_write(self, file: Path) -> None:
        book = Book.open(file, TODAY)
        try:
            assert data(kith(file, "due", "--json"))
            for arguments in (["add", "Bo Ek"], ["add", "-"]):
                result = kith(file, *arguments, typed="Bo Ek\nCy Ng\n")
                assert (result.exit_code, result.stdout) == (1, "")
                assert is_one_line(result.stderr)
        finally:
            book.close()
        assert len(network(file).contacts) == 2


class TestHostileText:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "network.json"
        fill(
            path,
            Contact(
                uid="z",
                name=HOSTILE,
                organization=HOSTILE,
                notes=HOSTILE,
                tier="inner",
                added=date(2020, 1, 1),
            ),
            Contact(uid="y", name=HOSTILE + "Y"),
            Contact(uid="long", name="x" * 10_000),
            Event(uid="e", name=HOSTILE, start=TODAY, people=(Attendee(contact="z", why=HOSTILE),)),
            FollowUp(uid="p", kind="promise", contact="z", text=HOSTILE, due=date(2026, 11, 1)),
        )
        return path

    @pytest.mark.parametrize(
        "arguments",
        [
            ["due"],
            ["due", "--json"],
            ["list"],
            ["list", "--json"],
            ["list", HOSTILE],
            ["show", "z"],
            ["show", "z", "--json"],
            ["show", "zoe"],
            ["show", HOSTILE],
            ["show", HOSTILE + "nobody"],
            ["starters", "z"],
            ["starters", "z", "--event", "e", "--json"],
            ["brief", "e"],
            ["brief", HOSTILE + "no"],
            ["add", f"{HOSTILE}Q @{HOSTILE} : {HOSTILE}"],
            ["import", HOSTILE],
            ["doctor"],
            ["doctor", "--json"],
        ],
    )
    def test_nothing_acts_on_the_terminal(self, file: Path, arguments: list[str]) -> None:
        result = kith(file, *arguments)
        assert result.exit_code in (0, 1), result.exception
        for text in (result.stdout, result.stderr):
            acts = [char for char in text if char != "\n" and unicodedata.category(char) == "Cc"]
            assert not acts
            assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

    def test_markup_is_printed_as_it_is(self, file: Path) -> None:
        assert "[red]Zoë" in kith(file, "list").stdout


class TestTheRealProgram:
    def run(self, *arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments], capture_output=True, check=False, timeout=60, **more
        )

    def test_where_the_terminal_lacks_letters(self, file: Path) -> None:
        fill(file, Contact(uid="jose", name="José Łuk"))
        surroundings = {**os.environ, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}
        result = self.run("--file", str(file), "list", env=surroundings)
        assert (result.returncode, result.stderr) == (0, b"")
        assert b"Jos\xe9 ?uk" in result.stdout
        rows = json.loads(self.run("--file", str(file), "list", "jose", "--json", env=surroundings).stdout)
        assert rows[0]["name"] == "José Łuk"

    def test_a_broken_pipe_is_quiet(self, file: Path) -> None:
        fill(
            file,
            *(Contact(uid=f"c{number}", name=f"Crowd {number:04} " + "x" * 90) for number in range(2000)),
        )
        command = f"{sys.executable} -m tui --file {file} list | head -1"
        result = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)
        assert result.stderr == b""
        assert result.stdout.count(b"\n") == 1

    def test_lines_are_answered_one_by_one(self, file: Path) -> None:
        command = [sys.executable, "-m", "tui", "--file", str(file), "add", "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin
            assert process.stdout
            for name in ("Amina Diallo", "Bo Ek"):
                process.stdin.write(f"{name}\n".encode())
                process.stdin.flush()
                assert name.encode() in process.stdout.readline()
            process.kill()
        assert {"Amina Diallo", "Bo Ek"} <= {it.name for it in network(file).contacts.values()}

    def test_reading_the_queue_loads_no_screen(self, file: Path) -> None:
        code = (
            "import sys; from tui.cli import main\n"
            "try: main(['--file', sys.argv[1], 'due'])\n"
            "except SystemExit: pass\n"
            "heavy = {'textual', 'rapidfuzz', 'pendulum', 'parsedatetime', 'tinydb', 'rich.console', 'asyncio'}\n"
            "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
        )
        result = subprocess.run(
            [sys.executable, "-c", code, str(file)], capture_output=True, check=True, timeout=60
        )
        assert result.stderr.strip() == b"[]"
