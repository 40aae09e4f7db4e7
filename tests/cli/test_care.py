"""`kith doctor`: what is wrong with a file is told, and put right."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import data, is_one_line, kith


class TestCare:
    def test_doctor(self, file: Path) -> None:
        assert "whole" in kith(file, "doctor").stdout
        assert data(kith(file, "doctor", "--json"))["state"] == "whole"

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
        told = kith(file, "doctor")
        assert told.exit_code == 1
        assert "takes the first: " in told.stdout
        assert file.read_bytes() == damaged
        said = kith(file, "doctor", "--repair")
        assert (said.exit_code, "kept in" in said.stdout) == (0, True)
        why = next(line for line in said.stdout.splitlines() if line.startswith("why: "))
        assert why.removeprefix("why: ") in told.stdout, "it does what it announced, and says why"
        assert data(kith(file, "doctor", "--json"))["state"] == "whole"
        assert damaged in [copy.read_bytes() for copy in file.parent.rglob(file.name)]
        assert kith(file, "doctor", "--repair").exit_code == 0

    def test_as_data(self, file: Path) -> None:
        assert data(kith(file, "doctor", "--json"))["ways"] == []
        kith(file, "add", "Bo Ek")
        file.write_bytes(file.read_bytes()[:-40])
        said = kith(file, "doctor", "--json")
        assert (said.exit_code, is_one_line(said.stderr)) == (1, True)
        found = json.loads(said.stdout)
        assert found["ways"][0]["whole"] is False
        assert found["backups"][0]["counts"]["contacts"] == 2
        done = data(kith(file, "doctor", "--json", "--repair"))
        assert done["ways"] == found["ways"], "what was announced"
        assert found["ways"][0]["because"]
        assert done["done"]["words"] == found["ways"][0]["words"], "is what was done"
        assert (Path(done["done"]["kept"]) / file.name).exists()

    def test_nothing_to_recover(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.json"
        path.touch()
        for words in (["doctor"], ["doctor", "--repair"], ["due"]):
            result = kith(path, *words)
            assert result.exit_code == 1
            assert "move it away to begin anew" in result.stderr
            assert "takes the first" not in result.stdout
        assert path.read_bytes() == b""
