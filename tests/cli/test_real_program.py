"""The program itself, as a shell starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.cli.program import fill, network
from tui.model.records import Contact


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

    def test_an_answer_that_cannot_be_printed_is_one_line(self) -> None:
        with Path("/dev/full").open("w") as full:
            command = [sys.executable, "-m", "tui", "--demo", "due"]
            said = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert said.returncode == 1
        assert said.stderr.count("\n") == 1
        assert "could not be printed" in said.stderr
