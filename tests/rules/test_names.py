"""How people are addressed, in their own name order."""

from __future__ import annotations

import pytest

from tui.model.records import Contact, Culture
from tui.rules.names import first_name, formal_name, works_as

FAMILY_FIRST = Culture(name_order="family first")


@pytest.mark.parametrize(
    ("contact", "first", "formal"),
    [
        (Contact(uid="1", name="Maya Lin"), "Maya", "Maya Lin"),
        (Contact(uid="1", name="Dr. Maya Lin"), "Maya", "Dr. Maya Lin"),
        (Contact(uid="1", name="Maya Lin", nickname="May"), "May", "Maya Lin"),
        (Contact(uid="1", name="佐藤美咲"), "佐藤美咲", "佐藤美咲"),
        (Contact(uid="1", name="Sato Misaki", culture=FAMILY_FIRST), "Misaki", "Sato Misaki"),
        (Contact(uid="1", name="Sato Misaki", given="Misaki", family="Sato"), "Misaki", "Misaki Sato"),
        (
            Contact(uid="1", name="x", given="Misaki", family="Sato", culture=FAMILY_FIRST),
            "Misaki",
            "Sato Misaki",
        ),
        (Contact(uid="1", name="Dr."), "Dr.", "Dr."),
        (
            Contact(uid="1", name="周雨桐", given="雨桐", family="周", culture=FAMILY_FIRST),
            "雨桐",
            "周雨桐",
        ),
        (
            Contact(uid="1", name="Nguyễn Thị Hương", given="Hương", family="Nguyễn", culture=FAMILY_FIRST),
            "Hương",
            "Nguyễn Thị Hương",
        ),
        (
            Contact(uid="1", name="the woman from the grid company"),
            "the woman from the grid company",
            "the woman from the grid company",
        ),
        (Contact(uid="1", name="An Tran"), "An", "An Tran"),
        (Contact(uid="1", name="My Linh"), "My", "My Linh"),
    ],
)
def test_names(contact: Contact, first: str, formal: str) -> None:
    assert first_name(contact) == first
    assert formal_name(contact) == formal


def test_work_in_a_few_words() -> None:
    assert works_as(Contact(uid="1", name="x", organization="Acme", title="lead")) == "lead at Acme"
    assert works_as(Contact(uid="1", name="x", organization="Acme")) == "Acme"
    assert works_as(Contact(uid="1", name="x")) == ""
