"""`kith add`: lines about people, given or piped in."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import contact, fill, is_one_line, kith, network
from tui.model.records import Contact


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
