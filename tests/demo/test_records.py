"""That the sample network is sound on whatever day and in whatever zone it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.demo.conftest import moment
from tui.demo import sample_network
from tui.demo.build import people, words
from tui.model import codec
from tui.model.network import Network
from tui.rules import moments

DAYS = [
    moment("2024-02-29 12:00"),
    moment("2028-02-26 12:00"),
    moment("2026-12-31 23:59"),
    moment("2027-01-01 00:00"),
    moment("2026-03-29 01:30", "Europe/Berlin"),
    moment("2026-03-29 02:30", "Europe/Berlin"),
    moment("2026-10-25 02:30", "Europe/Berlin"),
    moment("2026-11-01 01:30", "America/New_York"),
    moment("2026-11-21 00:05", "Pacific/Kiritimati"),
    moment("2026-11-22 23:55", "Pacific/Pago_Pago"),
    moment("2026-06-15 08:00", "Asia/Kolkata"),
    datetime(2026, 11, 23, 9, tzinfo=UTC),
    *(moment(f"2026-09-{day:02} 07:30") for day in range(1, 8)),
]


@pytest.fixture(params=DAYS, ids=str)
def opened(request: pytest.FixtureRequest) -> tuple[Network, datetime]:
    return sample_network(request.param), request.param


def test_the_same_day_gives_the_same_network_at_any_hour() -> None:
    early, late = (
        list(sample_network(moment(f"2026-11-21 {hour}")).records()) for hour in ("00:00", "23:59")
    )
    assert early == late
    assert [codec.encode(record) for record in early] == [codec.encode(record) for record in late]


def test_people_keep_their_uids_from_day_to_day() -> None:
    networks = [sample_network(moment(f"2026-11-{day}")) for day in ("21", "22")]
    uids = [{record.uid for record in it.records()} for it in networks]
    assert uids[0] == uids[1]


def test_no_two_records_share_a_uid(network: Network) -> None:
    uids = [record.uid for record in network.records()]
    assert len(uids) == len(set(uids))
    talks = sum(len(told.get("talks", ())) for told in people().values())
    assert len(network.interactions) == talks + len(words("together")["talks"])


def test_every_reference_leads_somewhere(opened: tuple[Network, datetime]) -> None:
    network, _ = opened
    for record in network.records():
        for field, value in _leaves(msgspec.to_builtins(record)):
            if field in ("contact", "contacts", "introduced_by", "first", "second"):
                assert value in network.contacts, (field, record)
            elif field in ("event", "met_event"):
                assert value in network.events, (field, record)
            elif field == "interaction":
                assert value in network.interactions, (field, record)


def _leaves(data: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _leaves(value, name)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _leaves(value, field)
    elif data is not None:
        yield field, data


def test_every_record_goes_through_the_file_and_back(opened: tuple[Network, datetime]) -> None:
    network, _ = opened
    for record in network.records():
        table = network.name(type(record))
        assert codec.decode(table, codec.encode(record)) == record


def test_nothing_happened_later_than_yesterday(opened: tuple[Network, datetime]) -> None:
    network, now = opened
    today = now.date()
    for talk in network.interactions.values():
        assert talk.day < today
        assert talk.at is None or talk.at < now
        assert talk.added is not None
        assert talk.added < now
    for contact in network.contacts.values():
        assert contact.met_day is not None
        assert contact.added is not None
        assert contact.met_day < today
        assert contact.added < today
        assert all(put_off.day < today for put_off in contact.deferrals)
    for step in network.follow_ups.values():
        assert step.made is not None
        assert step.made < today
        assert (step.closed is None) == (step.status == "open")
        assert step.closed is None or step.made <= step.closed < today
        assert all(step.made <= move.day < today for move in step.moves)
    for introduction in network.introductions.values():
        days = [step.day for step in introduction.steps]
        assert days == sorted(days)
        assert days[-1] < today
    for share in network.shares.values():
        assert share.added is not None
        assert share.added < today
        assert all(share.added <= sent.day < today for sent in share.sent)
    assert network.meta.created is not None
    assert network.meta.opened == today - timedelta(days=1)
    assert 700 < (today - network.meta.created).days < 760


def test_the_record_of_a_person_is_no_older_than_the_file(network: Network) -> None:
    created = network.meta.created
    assert created is not None
    for contact in network.contacts.values():
        assert contact.added is not None
        assert contact.added >= created


def test_you_met_people_before_you_talked_and_through_people_you_knew(
    opened: tuple[Network, datetime],
) -> None:
    network, _ = opened
    for contact in network.contacts.values():
        assert contact.met_day is not None
        for talk in network.interactions_of(contact.uid):
            assert talk.day >= contact.met_day, (contact.name, talk)
        if contact.introduced_by is not None:
            by = network.contacts[contact.introduced_by]
            assert by.met_day is not None
            assert by.met_day < contact.met_day, contact.name


def test_events_are_past_or_to_come_as_they_should_be(opened: tuple[Network, datetime]) -> None:
    network, now = opened
    over = [event for event in network.events.values() if moments.is_over(event, now)]
    ahead = [event for event in network.events.values() if not moments.is_over(event, now)]
    assert [event.name for event in over if not event.debriefed] == ["Norrhavn alumni evening"]
    assert {(event.start - now.date()).days for event in over if not event.debriefed} == {-1}
    assert all(event.worked and event.change_next for event in over if event.debriefed)
    assert not any(event.debriefed for event in ahead)
    first, second = sorted(ahead, key=lambda event: event.start)
    assert 2 <= (first.start - now.date()).days <= 4
    assert 21 <= (second.start - now.date()).days <= 23
    for event in network.events.values():
        if event.kind in ("conference", "meet-up", "informational interview", "virtual"):
            assert event.start.weekday() < 5, event.name
        expected = {"expected"} if not event.debriefed else {"met", "not met", "later"}
        assert {person.outcome for person in event.people} <= expected
        assert event.added is not None
        assert event.added < now.date()


def test_calls_and_letters_of_work_are_not_written_at_the_weekend(opened: tuple[Network, datetime]) -> None:
    network, _ = opened
    for talk in network.interactions.values():
        people = [network.contacts[uid] for uid in talk.contacts]
        if talk.channel in ("call", "video") and all(who.circle == "professional" for who in people):
            assert talk.day.weekday() < 5, talk


def test_milestones_are_days_of_the_year(opened: tuple[Network, datetime]) -> None:
    network, _ = opened
    for contact in network.contacts.values():
        for milestone in contact.milestones:
            date(milestone.year or 2000, milestone.month, milestone.day)


def test_addresses_and_numbers_are_nobodys(network: Network) -> None:
    host = r"(?:[a-z0-9-]+\.)*(?:example|example\.(?:org|com|net))"
    handle = re.compile(rf"https://(?:www\.linkedin\.com/in/[a-z-]+-sample|{host}/[a-z/-]+)")
    numbers = re.compile(
        r"\+1 \d{3} 555 01\d\d|\+44 7700 900\d{3}|\+61 491 570 156"  # kept free for fiction
    )
    for contact in network.contacts.values():
        assert all(re.fullmatch(rf"[a-z.]+@{host}", email) for email in contact.emails), contact
        assert all(handle.fullmatch(profile) for profile in contact.profiles), contact
        assert all(numbers.fullmatch(phone) for phone in contact.phones), contact
        assert not contact.timezone or moments.zone_of(contact.timezone), contact
    urls = [event.url for event in network.events.values()] + [it.url for it in network.shares.values()]
    assert all(not url or re.fullmatch(rf"https://{host}/\S+", url) for url in urls)


def test_you_live_in_the_zone_in_which_it_is_opened() -> None:
    assert sample_network(moment("2026-11-21", "Asia/Tokyo")).profile.timezone == "Asia/Tokyo"
    assert sample_network(datetime(2026, 11, 21, tzinfo=UTC)).profile.timezone == ""


def test_nobody_is_there_twice(network: Network) -> None:
    for key in ("name", "emails", "profiles"):
        seen: list[str] = []
        for contact in network.contacts.values():
            value = getattr(contact, key)
            seen += [value] if isinstance(value, str) else value
        assert len(seen) == len(set(seen)), key
