"""A small run of `python -m tests.exchange.fuzz`: damaged files are read or refused, and none makes Kith fail."""

from __future__ import annotations

import random

import pytest

from tests.exchange import fuzz


@pytest.mark.parametrize("name", fuzz.FORMATS)
def test_no_damaged_file_makes_reading_fail(name: str) -> None:
    outcome = fuzz.run(40, seed=11, formats=(name,))[name]
    assert not outcome.crashes, outcome.crashes[0]
    assert outcome.read + outcome.refused == 40
    assert outcome.read > 0


def test_the_same_seed_damages_alike_and_another_does_not() -> None:
    files = fuzz.FORMATS["vcf"][0]()

    def made(seed: int) -> list[bytes]:
        chance = random.Random(seed)
        return [fuzz.damaged(files[0], files, chance) for _ in range(5)]

    assert made(1) == made(1) != made(2)


def test_a_reader_that_fails_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_: bytes) -> int:
        raise IndexError("off the end")

    monkeypatch.setitem(fuzz.FORMATS, "vcf", (lambda: [b"x"], failing))
    assert fuzz.main(["--rounds", "3", "--format", "vcf"]) == 1
    out = capsys.readouterr().out
    assert "vcf" in out
    assert "IndexError: off the end" in out
