"""Phone numbers: international where that is certain, else as typed, and never lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.exchange.phones import phone_number, region_of, same_number


@pytest.mark.parametrize(
    ("typed", "regions", "kept"),
    [
        ("+49 170/123 45 67", (), "+49 170 1234567"),
        ("tel:+1-418-656-9254;ext=102", (), "+1 418-656-9254 ext. 102"),
        ("(415) 555-0100", ("US",), "+1 415-555-0100"),
        ("(415) 555-0100", (), "(415) 555-0100"),
        ("0170 1234567", ("US", "DE"), "+49 170 1234567"),
        ("00 351 912 345 678", ("PT",), "+351 912 345 678"),
        ("٠١٠١٢٣٤٥٦٧٨", ("EG",), "+20 10 12345678"),
        ("112", ("DE",), "112"),
        ("1-800-FLOWERS", ("US",), "1-800-FLOWERS"),
        ("ask  Susan", ("US",), "ask Susan"),
        ("+1 (212) 204-34456", ("US",), "+1 (212) 204-34456"),
    ],
)
def test_a_number_is_written_internationally_where_its_country_is_certain(
    typed: str, regions: tuple[str, ...], kept: str
) -> None:
    assert phone_number(typed, regions) == kept


def test_a_number_that_two_countries_could_have_stays_as_typed() -> None:
    assert phone_number("06 12345678", ("NL",)) == "+31 6 12345678"
    assert phone_number("06 12345678", ("FR",)) == "+33 6 12 34 56 78"
    assert phone_number("06 12345678", ("NL", "FR")) == "06 12345678"
    assert phone_number("(604) 555-0123", ("US", "CA")) == "+1 604-555-0123"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), st.sampled_from(("DE", "US", "NG", "JP")))
def test_no_digit_is_ever_lost(typed: str, region: str) -> None:
    kept = phone_number(typed, (region,))
    assert kept == phone_number(kept, (region,))
    assert sum(map(str.isdigit, kept)) >= sum(map(str.isdigit, typed)) - 4


def test_a_country_by_zone_or_place() -> None:
    assert region_of("Europe/Lisbon") == "PT"
    assert region_of("", "Springfield, USA") == "US"
    assert region_of("", "São Paulo, Brasil") == "BR"
    assert region_of("America/New_York", "Paris, France") == ""
    assert region_of("", "Lisbon") == ""


def test_one_number_written_twice() -> None:
    assert same_number("0170 1234567", "+49 170 1234567")
    assert same_number("ask Susan", "ask  Susan")
    assert not same_number("112", "110")
    assert not same_number("1234", "91234")
