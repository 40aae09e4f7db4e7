"""Records to JSON and back; what this version does not know survives where it stood."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from tests.model.strategies import records
from tui.model import codec
from tui.model.base import Record
from tui.model.codec import BadRecord
from tui.model.records import Contact
from tui.model.tables import TABLES, table_of


@given(records)
def test_round_trip(record: Record) -> None:
    table = table_of(record)
    assert codec.decode(table, codec.encode(record)) == record
    assert codec.from_builtins(table, codec.to_builtins(record)) == record


def test_unknown_fields_survive_at_every_depth() -> None:
    raw = {
        "uid": "1",
        "name": "Ada",
        "shoe_size": 41,
        "milestones": [{"label": "birthday", "month": 2, "day": 29, "cake": ["plum"]}],
        "culture": {"greeting": "bow", "tea": True},
    }
    record = codec.decode("contacts", json.dumps(raw).encode())
    assert isinstance(record, Contact)
    assert record.milestones[0].day == 29
    assert json.loads(codec.encode(record)) == raw


@pytest.mark.parametrize(
    ("table", "raw", "says"),
    [
        ("contacts", {"uid": "1"}, "name"),
        ("contacts", {"uid": "1", "name": "A", "tier": "best"}, "tier"),
        (
            "contacts",
            {"uid": "1", "name": "A", "milestones": [{"label": "x", "month": "May", "day": 1}]},
            "month",
        ),
        ("contacts", {"uid": "1", "name": "A", "zz": 1, "met_day": "yesterday"}, "met_day"),
        ("interactions", {"uid": "2", "day": "2026-02-30", "contacts": []}, "day"),
        ("events", [1, 2], "object"),
    ],
)
def test_a_bad_record_says_which_field(table: str, raw: object, says: str) -> None:
    with pytest.raises(BadRecord, match=says) as caught:
        codec.decode(table, json.dumps(raw).encode())
    assert caught.value.table == table


def test_what_is_no_json_is_a_bad_record() -> None:
    with pytest.raises(BadRecord):
        codec.decode("contacts", b'{"uid": "1", ')


def test_every_table_has_a_uid_first() -> None:
    for kind in TABLES.values():
        assert kind.__struct_fields__[0] == "uid"
