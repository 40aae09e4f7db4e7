"""The ten rules of who is due, a class for each: what has to hold whatever happened.

Single cases of each rule stand beside: `test_ranking`, `test_sources`, `test_after_events`, `test_reconnect` and
`tests/rules/test_cadence`. Here are their general laws, over random histories, time zones and changes of the clocks.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.rules.making import BERLIN, NOW, TODAY, days_ago, deferral, event, person, step, touch
from tests.rules.queue.histories import everything, histories
from tui.actions.follow_ups import attempted, done, skip, snooze
from tui.actions.pace import fresh_start
from tui.model.network import Network
from tui.model.records import Contact, Meta, Milestone
from tui.rules import cadence
from tui.rules.queue.explain import explain
from tui.rules.queue.fresh_start import is_offered
from tui.rules.queue.ranking import KINDS, Row, queue
from tui.rules.queue.rows import same_row
from tui.rules.queue.session import row_name
from tui.view.reasons import reason

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Honolulu")
INSIDE = st.integers(0, 1600)


def seen(records: list[Any], now: datetime = NOW) -> dict[str, Row]:
    return {row_name(row): row for row in everything(queue(Network(records), now))}


class TestRule01ComputedWhenRead:
    """Nothing derived is stored: the same file and moment give the same queue."""

    @settings(max_examples=60)
    @given(histories())
    def test_same_file_and_moment_same_queue(self, records: list[Any]) -> None:
        held = Network(records)
        before = {name: dict(held.table(name)) for name in ("contacts", "interactions", "follow_ups")}
        assert queue(held, NOW) == queue(held, NOW) == queue(Network(records), NOW)
        assert before == {name: dict(held.table(name)) for name in before}

    @settings(max_examples=60)
    @given(histories(), st.sampled_from(ZONES))
    def test_the_same_moment_told_in_the_same_zone_by_another_offset(
        self, records: list[Any], zone: str
    ) -> None:
        here = NOW.astimezone(ZoneInfo(zone))
        again = here.astimezone(UTC).astimezone(ZoneInfo(zone))
        assert queue(Network(records), here) == queue(Network(records), again)


class TestRule02TheClock:
    """A clock starts at the latest of last real touch, day met and day added, by when they happened."""

    @given(st.lists(INSIDE, max_size=8), INSIDE, INSIDE)
    def test_a_touch_never_makes_somebody_more_due(self, agos: list[int], one: int, added: int) -> None:
        maya = person(added=days_ago(added))
        touches = [touch(ago=ago, uid=f"t{place}") for place, ago in enumerate(agos)]
        before = cadence.ratio(Network([maya, *touches]), maya, TODAY)
        after = cadence.ratio(Network([maya, *touches, touch(ago=one, uid="one")]), maya, TODAY)
        assert after <= before

    @given(st.lists(INSIDE, min_size=1, max_size=8), INSIDE)
    def test_an_older_touch_never_moves_the_clock_back(self, agos: list[int], older: int) -> None:
        maya = person()
        touches = [touch(ago=ago, uid=f"t{place}") for place, ago in enumerate(agos)]
        assume(older >= min(agos))
        one = touch(ago=older, uid="older", added=NOW)
        before = cadence.clock_start(Network([maya, *touches]), maya, TODAY)
        assert cadence.clock_start(Network([maya, *touches, one]), maya, TODAY) == before

    @given(INSIDE, st.integers(1, 60))
    def test_attempts_notes_and_put_offs_never_move_it(self, ago: int, days: int) -> None:
        maya = person(added=days_ago(ago))
        held = Network([maya, touch(ago=0, attempt=True)])
        busy = msgspec.structs.replace(
            maya, notes="moved", deferrals=(deferral("check_in", TODAY + timedelta(days=days)),)
        )
        assert cadence.clock_start(held, maya, TODAY) == cadence.clock_start(held, busy, TODAY)

    @given(st.sampled_from(ZONES), st.integers(0, 24 * 366))
    def test_a_day_counts_as_the_user_said_it_wherever_they_are(self, zone: str, hour: int) -> None:
        now = datetime(2026, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)) + timedelta(hours=hour)
        maya = person(tier="inner", added=now.date() - timedelta(days=400))
        last = touch(day=now.date())
        assert cadence.ratio(Network([maya, last]), maya, now.date()) == 0


class TestRule03IntervalAndRatio:
    """Interval: own or tier's, ±10 % by a stable hash; soon from 0.75, due from 1, overdue from 1.5."""

    @given(st.uuids(), st.sampled_from(["inner", "close", "active", "wide"]), INSIDE)
    def test_the_spread_is_within_a_tenth_and_the_status_follows_the_ratio(
        self, uid: Any, tier: Any, ago: int
    ) -> None:
        one = person(str(uid), tier=tier, added=days_ago(ago))
        interval, base = cadence.interval_days(one), cadence.base_days(one)
        assert interval is not None
        assert base is not None
        assert 0.9 * base <= interval <= 1.1 * base
        rows = [row for row in seen([one]).values() if row.kind == "check_in"]
        ratio = ago / interval
        if rows:
            assert rows[0].ratio == ratio
            expected = "soon" if ratio < 1 else "due" if ratio < 1.5 else "overdue"
            assert rows[0].status == expected
        else:
            assert ratio < 0.75 or "reconnect" in {row.kind for row in seen([one]).values()}

    @given(st.sampled_from(ZONES), st.sampled_from(["inner", "close"]), st.integers(0, 400))
    def test_due_on_the_day_named_in_any_zone_and_over_a_change_of_the_clocks(
        self, zone: str, tier: Any, since: int
    ) -> None:
        start = date(2025, 12, 1) + timedelta(days=since)
        one = person("ana", tier=tier, added=start)
        day = cadence.next_due(Network([one]), one)
        assert day is not None
        for hour in (0, 12, 23):
            on = datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo(zone))
            assert [row.kind for row in queue(Network([one]), on).rows] == ["check_in"]
            assert queue(Network([one]), on - timedelta(days=1)).rows == ()


class TestRule04Order:
    """Promises, words after events, introductions, waiting, milestones, check-ins, one reconnect."""

    @settings(max_examples=300)
    @given(histories(), st.randoms(use_true_random=False))
    def test_total_and_stable(self, records: list[Any], luck: Any) -> None:
        found = queue(Network(records), NOW)
        mixed = list(records)
        luck.shuffle(mixed)
        assert queue(Network(mixed), NOW) == found
        ranks = [KINDS.index(row.kind) for row in found.rows]
        assert ranks == sorted(ranks)
        names = [row_name(row) for row in everything(found)]
        assert len(names) == len(set(names))

    @settings(max_examples=80)
    @given(histories())
    def test_one_row_less_moves_no_other(self, records: list[Any]) -> None:
        held = Network(records)
        found = queue(held, NOW)
        for one in [row for row in found.rows if row.follow_up is not None][:1]:
            held.apply(snooze(held, one, NOW, TODAY + timedelta(days=1)))
            left = [row_name(row) for row in queue(held, NOW).rows]
            assert left == [row_name(row) for row in found.rows if row != one]


class TestRule05AfterEvents:
    """Due 24 h after the end, amber at 48, red at 72, lapsed after 14 days; one per person met."""

    @given(st.integers(0, 20 * 24), st.sampled_from(ZONES), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    def test_by_real_hours_in_any_zone_over_any_change_of_the_clocks(
        self, hours: int, zone: str, day: date
    ) -> None:
        salon = event("salon", "maya", start=day, timezone=zone)
        end = datetime(day.year, day.month, day.day, 23, 59, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        now = (end + timedelta(hours=hours)).astimezone(BERLIN)
        rows = [
            row for row in queue(Network([person(added=day), salon]), now).rows if row.kind == "follow_up"
        ]
        expected = ["soon", "due", "amber", "red"][min(hours // 24, 3)]
        assert [row.status for row in rows] == ([expected] if hours < 14 * 24 else [])

    @settings(max_examples=60)
    @given(histories())
    def test_one_per_person(self, records: list[Any]) -> None:
        rows = [row for row in queue(Network(records), NOW).rows if row.kind == "follow_up" and row.event]
        assert max(Counter(row.contact for row in rows if row.follow_up is None).values(), default=0) <= 1


class TestRule06DoneAndPutOff:
    """Done logs; snooze ends with the true ratio; skip hides one interval; attempted 7 days; all come back."""

    @settings(max_examples=80)
    @given(histories(), st.integers(0, 30), st.integers(1, 30))
    def test_a_snooze_ends_with_the_true_ratio(self, records: list[Any], which: int, days: int) -> None:
        held = Network(records)
        due = [row for row in queue(held, NOW).rows if row.kind == "check_in"]
        assume(due)
        row, later = due[which % len(due)], NOW + timedelta(days=days)
        held.apply(snooze(held, row, NOW, later.date()))
        assert not any(
            it.contact == row.contact and same_row(it.key, row.key) for it in everything(queue(held, NOW))
        )
        contact = held.contacts[row.contact]
        told = explain(held, contact, later)
        assert told.clock.ratio == cadence.ratio(Network(records), contact, later.date())
        # A touch dated ahead, or an event that comes in between, starts the clock anew.
        assert told.standing in ("shown", "more", "reconnect") or told.hides or told.clock.start > TODAY

    @settings(max_examples=80)
    @given(histories(), st.integers(0, 30), st.sampled_from(["snooze", "skip", "tried", "done"]))
    def test_what_was_dealt_with_leaves_and_undo_brings_it_back(
        self, records: list[Any], which: int, how: str
    ) -> None:
        held = Network(records)
        before = queue(held, NOW)
        assume(before.rows)
        row = before.rows[which % len(before.rows)]
        make = {
            "snooze": lambda: snooze(held, row, NOW, TODAY + timedelta(days=2)),
            "skip": lambda: skip(held, row, NOW),
            "tried": lambda: attempted(held, row, NOW, channel="call"),
            "done": lambda: done(held, row, NOW, channel="email"),
        }
        change = make[how]()
        held.apply(change)
        assert row_name(row) not in {row_name(it) for it in everything(queue(held, NOW))}
        held.apply(change.inverse())
        assert queue(held, NOW) == before

    @settings(max_examples=60)
    @given(histories(), st.integers(0, 30), st.sampled_from(["skip", "tried"]))
    def test_not_shown_on_the_day_after_a_skip(self, records: list[Any], which: int, how: str) -> None:
        held = Network(records)
        rows = queue(held, NOW).rows
        assume(rows)
        row = rows[which % len(rows)]
        held.apply(skip(held, row, NOW) if how == "skip" else attempted(held, row, NOW, channel="call"))
        tomorrow = everything(queue(held, NOW + timedelta(days=1)))
        interval = 1.0
        if row.kind in ("check_in", "reconnect"):
            interval = cadence.interval_days(held.contacts[row.contact]) or 180
        hidden = [it for it in tomorrow if it.contact == row.contact and same_row(it.key, row.key)]
        assert not hidden or interval <= 1

    def test_three_in_a_row_are_counted_to_be_asked_about(self) -> None:
        held = Network([person(tier="inner")])
        for place in range(3):
            day = NOW + timedelta(days=40 * place)
            (row,) = (it for it in queue(held, day).rows if it.kind == "check_in")
            assert row.puts_off == place
            held.apply(skip(held, row, day))


class TestRule07WhatHidesACheckIn:
    """A dated open step, or an event within 14 days with both of you in it."""

    @given(st.integers(-40, 40), st.sampled_from(["promise", "waiting", "follow_up"]))
    def test_a_dated_open_step_hides_it_and_closing_it_does_not(self, due: int, kind: Any) -> None:
        maya = person(tier="inner")
        rows = seen([maya, step(kind, due=TODAY + timedelta(days=due))])
        assert not any(row.kind in ("check_in", "reconnect") for row in rows.values())
        closed = seen([maya, step(kind, due=TODAY + timedelta(days=due), status="done", closed=days_ago(3))])
        assert any(row.kind in ("check_in", "reconnect") for row in closed.values())

    @given(st.integers(1, 30), st.sampled_from(ZONES))
    def test_an_event_hides_it_from_14_days_before(self, days: int, zone: str) -> None:
        now = NOW.astimezone(ZoneInfo(zone))
        fair = event("fair", "maya", start=now.date() + timedelta(days=days))
        rows = seen([person(tier="inner"), fair], now)
        assert any(row.kind in ("check_in", "reconnect") for row in rows.values()) == (days > 14)


class TestRule08TheDaysShare:
    """At most five check-ins a day; a fresh start spreads them, and promises never move."""

    @settings(max_examples=60)
    @given(histories(), st.lists(st.integers(0, 20), max_size=8))
    def test_working_through_brings_no_further_ones_up(self, records: list[Any], picks: list[int]) -> None:
        held = Network(records)
        morning = {row.contact for row in queue(held, NOW).rows if row.kind == "check_in"}
        assert len(morning) <= 5
        for pick in picks:
            rows = queue(held, NOW).rows
            if not rows:
                break
            held.apply(done(held, rows[pick % len(rows)], NOW, channel="call"))
            now = {row.contact for row in queue(held, NOW).rows if row.kind == "check_in"}
            assert now <= morning

    @given(st.integers(6, 60))
    def test_a_fresh_start_leaves_promises_and_no_day_has_more_than_five(self, size: int) -> None:
        crowd: list[Any] = [person(f"p{place:03}", tier="inner") for place in range(size)]
        held = Network([Meta(uid="meta", opened=days_ago(20)), *crowd, step(contact="p000", due=days_ago(3))])
        promises = [row for row in queue(held, NOW).rows if row.kind == "promise"]
        assert is_offered(held, NOW) == bool(queue(held, NOW).more)
        held.apply(fresh_start(held, NOW))
        assert [row for row in queue(held, NOW).rows if row.kind == "promise"] == promises
        backs = Counter(it.until for one in held.contacts.values() for it in one.deferrals)
        assert max(backs.values(), default=0) <= 5


class TestRule09Reconnect:
    """One a day, silent for a year or more; never by familiarity."""

    @settings(max_examples=80)
    @given(histories())
    def test_one_a_day_and_silent_for_a_year(self, records: list[Any]) -> None:
        held = Network(records)
        rows = [row for row in queue(held, NOW).rows if row.kind == "reconnect"]
        assert len(rows) <= 1
        for row in rows:
            last = cadence.last_touch(held, held.contacts[row.contact], TODAY)
            assert last is None or (TODAY - last).days >= 365
            assert row.ratio >= 1

    @settings(max_examples=60)
    @given(histories())
    def test_how_deep_the_talks_were_does_not_count(self, records: list[Any]) -> None:
        found = [row.contact for row in queue(Network(records), NOW).rows if row.kind == "reconnect"]
        deeper = [
            msgspec.structs.replace(it, depth=3) if type(it).__name__ == "Interaction" else it
            for it in records
        ]
        again = [row.contact for row in queue(Network(deeper), NOW).rows if row.kind == "reconnect"]
        assert found == again


class TestRule10EveryRowSaysWhy:
    """Every row says why it is there, and none of them shames."""

    SHAMES = ("late", "forgot", "neglect", "failed", "missed", "ignored", "lazy", "should have")

    @settings(max_examples=80)
    @given(histories())
    def test_a_reason_for_each_and_no_reproach(self, records: list[Any]) -> None:
        held = Network(records)
        found = queue(held, NOW)
        for row in (*everything(found), *found.lapsed):
            words = reason(row, held, NOW)
            assert words.strip()
            assert "\n" not in words
            assert not any(shame in words.casefold().split() for shame in self.SHAMES)

    @given(
        st.integers(1, 12),
        st.integers(1, 31),
        st.none() | st.integers(1930, 2026),
        st.sampled_from(["", *ZONES]),
        st.dates(date(2026, 1, 1), date(2032, 12, 31)),
    )
    def test_a_milestone_shows_from_seven_days_before_where_they_live(
        self, month: int, day: int, year: int | None, zone: str, on: date
    ) -> None:
        now = datetime(on.year, on.month, on.day, 9, tzinfo=BERLIN)
        there = now.astimezone(ZoneInfo(zone)).date() if zone else on
        born = Milestone(label="birthday", month=month, day=day, year=year)
        maya = Contact(uid="maya", name="Maya Lin", tier="ambient", milestones=(born,), timezone=zone)
        rows = [row for row in queue(Network([maya]), now).rows if row.kind == "milestone"]
        for row in rows:
            assert row.due is not None
            assert 0 <= (row.due - there).days <= 7
            assert reason(row, Network([maya]), now).startswith("birthday ")
        muted = msgspec.structs.replace(maya, muted_milestones=True)
        assert not queue(Network([muted]), now).rows
