from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.rules.making import (
    BERLIN,
    NOW,
    TODAY,
    days_ago,
    deferral,
    due,
    event,
    introduction,
    keys,
    person,
    rows,
    step,
    touch,
)
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Milestone, Profile, Step
from tui.rules.queue import debriefs, hides, missed_follow_ups, next_event, preparation, queue

# Rule 1: computed when read


def test_rule_1_reading_the_queue_changes_nothing_and_gives_the_same_again() -> None:
    held = Network([person(tier="close"), step(due=days_ago(3))])
    before = list(held.records())
    assert queue(held, NOW) == queue(held, NOW)
    assert list(held.records()) == before


# Rules 2 and 3: check-ins


@pytest.mark.parametrize(
    ("share", "status"), [(0.74, None), (0.76, "soon"), (1.01, "due"), (1.49, "due"), (1.51, "overdue")]
)
def test_rule_3_soon_due_and_overdue(share: float, status: str | None) -> None:
    maya = person(interval=1000, added=None)
    interval = 1000 * 176.2502 / 180
    found = due(maya, touch(ago=round(interval * share)))
    listed = [*found.rows, *found.coming]
    assert [(row.kind, row.status) for row in listed] == ([("check_in", status)] if status else [])
    assert bool(found.coming) == (status == "soon")


def test_rule_2_a_logged_touch_takes_the_check_in_away() -> None:
    maya = person(tier="close")
    assert keys(due(maya)) == [("maya", "check_in")]
    assert not due(maya, touch(ago=0)).rows
    assert keys(due(maya, touch(ago=0, attempt=True))) == [("maya", "check_in")]
    assert keys(due(maya, touch(ago=40, attempt=True))) == [("maya", "check_in")]


def test_rule_3_somebody_never_contacted_appears() -> None:
    assert keys(due(person(tier="close", added=None))) == [("maya", "check_in")]


# Rule 4: the order


def test_rule_4_kinds_come_in_their_order() -> None:
    birthday = Milestone(label="birthday", month=11, day=24)
    people = [
        person("reka", tier="ambient"),
        person("check", tier="close"),
        person("party", tier="wide", milestones=(birthday,), met_day=days_ago(3)),
        person("wait", met_day=days_ago(3)),
        person("tomas", met_day=days_ago(3)),
        person("after", met_day=days_ago(3)),
        person("maya", met_day=days_ago(3)),
        person("nils", met_day=days_ago(3)),
    ]
    records = [
        *people,
        touch("reka", ago=2000),
        step("waiting", "wait", due=days_ago(6)),
        introduction(first="tomas", second="nils", added=days_ago(9)),
        event("meetup", "after", start=days_ago(2)),
        step("promise", "maya", due=TODAY),
    ]
    assert [row.kind for row in due(*records).rows] == [
        "promise",
        "follow_up",
        "introduction",
        "waiting",
        "milestone",
        "check_in",
        "reconnect",
    ]


def test_rule_4_promises_are_due_on_their_day_and_overdue_after() -> None:
    maya = person(met_day=TODAY)
    assert [row.status for row in rows(maya, step(due=TODAY))] == ["due"]
    assert [row.status for row in rows(maya, step(due=days_ago(1)))] == ["overdue"]


def test_rule_4_a_promise_not_yet_due_is_only_coming() -> None:
    found = due(person(met_day=TODAY), step(due=days_ago(-14)))
    assert not found.rows
    assert [(row.kind, row.status, row.due) for row in found.coming] == [("promise", "soon", days_ago(-14))]
    assert not due(person(met_day=TODAY), step(due=days_ago(-15))).coming


def test_rule_4_a_promise_without_a_date_is_due_a_week_after_it_was_made() -> None:
    maya = person(met_day=TODAY)
    assert not rows(maya, step(made=days_ago(6)))
    assert [(row.due, row.status) for row in rows(maya, step(made=days_ago(7)))] == [(TODAY, "due")]
    assert [(row.due, row.status) for row in rows(maya, step())] == [(None, "due")]


@pytest.mark.parametrize(
    ("dates", "shows"),
    [({"due": 4}, False), ({"due": 5}, True), ({"made": 11}, False), ({"made": 12}, True)],
)
def test_rule_4_their_promise_shows_from_5_days_past_its_date(dates: dict[str, int], shows: bool) -> None:
    fields: dict[str, Any] = {name: days_ago(days) for name, days in dates.items()}
    found = due(person(met_day=TODAY), step("waiting", **fields))
    assert [row.kind for row in found.rows] == (["waiting"] if shows else [])
    assert not found.coming


def test_rule_4_closed_steps_are_gone() -> None:
    maya = person(met_day=TODAY)
    assert not rows(
        maya, step(due=days_ago(3), status="done"), step("waiting", due=days_ago(9), status="dropped")
    )


def test_rule_4_check_ins_by_ratio_up_to_3_then_tier_then_name() -> None:
    people = [
        person("a", name="Zoë Arden", tier="inner"),
        person("b", name="Emil Roy", tier="close"),
        person("c", name="Émil Ray", tier="close", added=days_ago(250)),
        person("d", name="Ana Gil", tier="wide", added=days_ago(400)),
        person("e", name="Abel Gil", tier="inner", added=days_ago(50)),
    ]
    # The first three are far past 3 intervals, which counts as 3: then tier, then name.
    assert [row.contact for row in rows(*people, kind="check_in")] == ["a", "c", "b", "e", "d"]


def test_rule_4_promises_go_by_date_and_never_tie() -> None:
    maya, tomas = person(met_day=TODAY), person("tomas", met_day=TODAY, name="Maya Lin", tier="inner")
    held = [
        step(uid="p1", due=days_ago(2)),
        step(uid="p2", due=days_ago(5)),
        step(uid="p3", due=days_ago(2)),
        step(uid="p4", contact="tomas", due=days_ago(2)),
    ]
    expected = ["p2", "p4", "p1", "p3"]
    assert [row.follow_up for row in rows(maya, tomas, *held)] == expected
    assert [row.follow_up for row in rows(*reversed(held), tomas, maya)] == expected


@pytest.mark.parametrize(
    ("status", "days", "contact"),
    [
        ("idea", 7, "maya"),
        ("asked first", 5, "tomas"),
        ("asked second", 5, "maya"),
        ("introduced", 21, "maya"),
    ],
)
def test_rule_4_introductions_move_on(status: Any, days: int, contact: str) -> None:
    people = [person(met_day=TODAY), person("tomas", met_day=TODAY)]

    def shown(ago: int) -> list[Any]:
        steps = () if status == "idea" else (Step(status=status, day=days_ago(ago)),)
        added = days_ago(ago if status == "idea" else 300)
        return rows(*people, introduction(status=status, steps=steps, added=added))

    assert not shown(days - 1)
    assert [(row.contact, row.due, row.status) for row in shown(days)] == [(contact, TODAY, "due")]
    assert [row.status for row in shown(days + 1)] == ["overdue"]


@pytest.mark.parametrize("status", ["came of it", "declined"])
def test_rule_4_introductions_that_are_over_are_gone(status: Any) -> None:
    people = [person(met_day=TODAY), person("tomas", met_day=TODAY)]
    over = introduction(status=status, steps=(Step(status=status, day=days_ago(90)),))
    assert not rows(*people, over)


def test_rule_4_an_introduction_with_somebody_archived_rests() -> None:
    people = [person(met_day=TODAY), person("tomas", archived=True)]
    assert not rows(*people, introduction(added=days_ago(90)))


# Milestones


def birthday(month: int, day: int, **fields: Any) -> Milestone:
    return Milestone(label="birthday", month=month, day=day, **fields)


def milestone_rows(milestone: Milestone, now: datetime = NOW, **fields: Any) -> list[Any]:
    return rows(person(met_day=now.date(), milestones=(milestone,), **fields), now=now)


def test_milestones_of_the_next_7_days_show() -> None:
    assert [(row.due, row.status) for row in milestone_rows(birthday(11, 21))] == [(TODAY, "due")]
    assert [(row.key, row.status) for row in milestone_rows(birthday(11, 28))] == [
        ("milestone:birthday:2026", "soon")
    ]
    assert not milestone_rows(birthday(11, 29))
    assert not milestone_rows(birthday(11, 20))


def test_milestones_reach_over_the_year() -> None:
    now = datetime(2026, 12, 29, 9, tzinfo=BERLIN)
    found = milestone_rows(birthday(1, 2, year=1990), now)
    assert [(row.key, row.due) for row in found] == [("milestone:birthday:2027", date(2027, 1, 2))]


def test_milestones_of_29_february_are_kept_on_the_28th_in_other_years() -> None:
    found = milestone_rows(birthday(2, 29), datetime(2027, 2, 27, 9, tzinfo=BERLIN))
    assert [row.due for row in found] == [date(2027, 2, 28)]
    found = milestone_rows(birthday(2, 29), datetime(2028, 2, 27, 9, tzinfo=BERLIN))
    assert [row.due for row in found] == [date(2028, 2, 29)]
    assert not milestone_rows(birthday(2, 29), datetime(2027, 3, 1, 9, tzinfo=BERLIN))


def test_milestones_go_by_the_date_where_the_contact_lives() -> None:
    late = datetime(2026, 11, 21, 23, tzinfo=BERLIN)
    found = milestone_rows(birthday(11, 22), late, timezone="Asia/Tokyo")
    assert [row.status for row in found] == ["due"]
    early = datetime(2026, 11, 22, 1, tzinfo=BERLIN)
    found = milestone_rows(birthday(11, 21), early, timezone="America/Los_Angeles")
    assert [row.status for row in found] == ["due"]
    assert not milestone_rows(birthday(11, 21), early, timezone="No/Such")


def test_milestones_muted_archived_over_or_impossible_do_not_show() -> None:
    assert not milestone_rows(birthday(11, 24), muted_milestones=True)
    assert not milestone_rows(birthday(11, 24), archived=True)
    assert not milestone_rows(birthday(11, 24, once=True, year=2025))
    assert milestone_rows(birthday(11, 24, once=True, year=2026))
    assert not milestone_rows(birthday(13, 24))
    assert not milestone_rows(birthday(11, 24, year=2027))


# Rule 5: after an event


def after(hours: float, *records: Any, zone: ZoneInfo = BERLIN) -> list[Any]:
    """Rows so many hours after an evening of 18 November that ended at 21:00 in Berlin."""
    now = datetime(2026, 11, 18, 20, tzinfo=ZoneInfo("UTC")) + timedelta(hours=hours)
    evening = event(
        "meetup",
        "maya",
        start=date(2026, 11, 18),
        start_time=time(18),
        end_time=time(21),
        timezone="Europe/Berlin",
    )
    maya = person(met_day=days_ago(100))
    found = queue(Network([maya, evening, *records]), now.astimezone(zone))
    return [row for row in found.rows if row.kind == "follow_up"]


@pytest.mark.parametrize(
    ("hours", "status"),
    [(0, "soon"), (23.9, "soon"), (24, "due"), (47.9, "due"), (48, "amber"), (72, "red"), (335.9, "red")],
)
def test_rule_5_statuses_by_hours_since_the_end(hours: float, status: str) -> None:
    assert [(row.status, row.key) for row in after(hours)] == [(status, "follow_up:meetup")]
    assert [row.status for row in after(hours, zone=ZoneInfo("Asia/Tokyo"))] == [status]


def test_rule_5_nothing_before_the_end_or_after_14_days() -> None:
    assert not after(-0.1)
    assert not after(14 * 24)


def test_rule_5_lapsed_counts_as_missed_and_returns_to_the_rhythm() -> None:
    maya = person(tier="inner")
    held = Network([maya, event("meetup", "maya", start=days_ago(20))])
    found = queue(held, NOW)
    assert not found.rows
    assert [(row.contact, row.event) for row in found.lapsed] == [("maya", "meetup")]
    assert [(it.contact, it.event.uid) for it in missed_follow_ups(held, NOW)] == [("maya", "meetup")]
    later = queue(held, NOW + timedelta(days=14))
    assert [row.kind for row in later.rows] == ["check_in"]
    assert not later.lapsed
    assert missed_follow_ups(held, NOW + timedelta(days=14))


def test_rule_5_a_touch_after_the_event_does_it() -> None:
    assert not after(30, touch(day=date(2026, 11, 19), channel="message"))
    assert not after(30, touch(day=date(2026, 11, 19), channel="in person"))
    assert not after(30, touch(day=date(2026, 11, 18), channel="email"))
    moment = datetime(2026, 11, 18, 21, 30, tzinfo=BERLIN)
    assert not after(30, touch(day=date(2026, 11, 18), at=moment, channel="in person"))


def test_rule_5_what_happened_at_or_before_the_event_does_not() -> None:
    assert after(30, touch(day=date(2026, 11, 18), channel="in person"))
    assert after(30, touch(day=date(2026, 11, 19), event="meetup", channel="message"))
    assert after(30, touch(day=date(2026, 11, 17), channel="email"))
    assert after(30, touch(day=date(2026, 11, 19), attempt=True))
    moment = datetime(2026, 11, 18, 20, 30, tzinfo=BERLIN)
    assert after(30, touch(day=date(2026, 11, 18), at=moment, channel="email"))


def test_rule_5_only_for_people_met_and_known() -> None:
    maya = person(met_day=TODAY)
    expected = event("meetup", people=(Attendee(contact="maya"), Attendee(contact="gone", outcome="met")))
    assert not rows(maya, expected)
    assert not rows(maya, event("meetup", "maya", cancelled=True))
    assert not rows(person(archived=True), event("meetup", "maya"))
    assert rows(person(paused=True), event("meetup", "maya"))


def test_rule_5_one_per_person_though_met_twice() -> None:
    maya = person(met_day=TODAY)
    found = rows(
        maya, event("fair", "maya", start=days_ago(6)), event("meetup", "maya", "maya", start=days_ago(1))
    )
    assert [row.event for row in found] == ["meetup"]


def test_rule_5_a_dated_step_for_that_event_takes_its_place() -> None:
    maya = person(met_day=TODAY)
    evening = event("meetup", "maya", start=days_ago(4))
    planned = step("follow_up", event="meetup", due=TODAY)
    assert [(row.kind, row.key) for row in rows(maya, evening, planned)] == [
        ("follow_up", "step:follow_up maya")
    ]
    later = step("follow_up", event="meetup", due=days_ago(-3))
    assert not rows(maya, evening, later)
    assert [row.key for row in due(maya, evening, later).coming] == ["step:follow_up maya"]
    assert [row.status for row in rows(maya, step("follow_up", due=days_ago(1)))] == ["overdue"]


def test_rule_5_hours_are_real_hours_when_the_clocks_change() -> None:
    # Berlin set its clocks back at 3:00 on 25 October 2026: that night was an hour longer.
    maya = person(met_day=date(2026, 10, 1))
    evening = event("meetup", "maya", start=date(2026, 10, 24), end_time=time(22), timezone="Europe/Berlin")
    by_the_wall = datetime(2026, 10, 25, 21, 30, tzinfo=BERLIN)
    assert [row.status for row in rows(maya, evening, now=by_the_wall - timedelta(hours=1))] == ["soon"]
    assert [row.status for row in rows(maya, evening, now=by_the_wall)] == ["due"]


def test_rule_5_an_event_ends_in_its_own_zone() -> None:
    maya = person(met_day=date(2026, 11, 1))
    evening = event(
        "meetup", "maya", start=date(2026, 11, 20), end_time=time(20), timezone="America/Los_Angeles"
    )
    assert not rows(maya, evening, now=datetime(2026, 11, 21, 4, 59, tzinfo=BERLIN))
    assert rows(maya, evening, now=datetime(2026, 11, 21, 5, 0, tzinfo=BERLIN))


def test_rule_5_a_word_on_the_evening_itself_counts_though_it_is_the_next_day_at_home() -> None:
    maya = person(met_day=date(2026, 11, 1))
    evening = event(
        "meetup", "maya", start=date(2026, 11, 20), end_time=time(20), timezone="America/Los_Angeles"
    )
    sent = touch(day=date(2026, 11, 20), channel="email")
    assert not rows(maya, evening, sent, now=NOW)


def test_rule_5_an_evening_far_away_that_is_the_day_before_at_home() -> None:
    maya = person(met_day=date(2026, 11, 1))
    talk = event(
        "talk",
        "maya",
        start=date(2026, 11, 20),
        end=date(2026, 11, 21),
        end_time=time(2),
        timezone="Asia/Tokyo",
    )
    assert rows(maya, talk)
    assert not rows(maya, talk, touch(day=date(2026, 11, 20), channel="email"))


def test_rule_5_the_hour_that_comes_twice() -> None:
    maya = person(met_day=date(2026, 10, 1))
    party = event("party", "maya", start=date(2026, 10, 24), end=date(2026, 10, 25), end_time=time(2, 15))
    fifty_minutes_on = datetime(2026, 10, 25, 2, 5, tzinfo=BERLIN, fold=1)
    assert [row.kind for row in rows(maya, party, now=fifty_minutes_on)] == ["follow_up"]
    assert not rows(maya, party, now=fifty_minutes_on.replace(fold=0))


def test_rule_5_a_follow_up_skipped_on_purpose_is_not_missed() -> None:
    put_off = deferral("follow_up:meetup", days_ago(-100), days_ago(19), "skip")
    held = Network([person(deferrals=(put_off,)), event("meetup", "maya", start=days_ago(20))])
    assert not missed_follow_ups(held, NOW)
    assert not queue(held, NOW).lapsed


# Rule 6: putting off


def test_rule_6_put_off_until_a_day_and_back_on_it_with_the_true_ratio() -> None:
    maya = person(tier="close", added=days_ago(90))
    snoozed = person(tier="close", added=days_ago(90), deferrals=(deferral("check_in", days_ago(-3)),))
    assert rows(maya)
    assert not rows(snoozed)
    back = NOW + timedelta(days=3)
    assert not rows(snoozed, now=back - timedelta(days=1))
    assert [(row.ratio, row.due) for row in rows(snoozed, now=back)] == [
        (row.ratio, row.due) for row in rows(maya, now=back)
    ]


@pytest.mark.parametrize(
    ("key", "records"),
    [
        ("promise:promise maya", [step(due=days_ago(3))]),
        ("waiting:waiting maya", [step("waiting", due=days_ago(9))]),
        ("step:follow_up maya", [step("follow_up", due=TODAY)]),
        ("follow_up:meetup", [event("meetup", "maya", start=days_ago(3))]),
        ("introduction:intro", [introduction(added=days_ago(20)), person("tomas", met_day=TODAY)]),
    ],
)
def test_rule_6_any_row_can_be_put_off(key: str, records: list[Any]) -> None:
    maya = person(met_day=TODAY)
    assert keys(due(maya, *records)) == [("maya", key)]
    hidden = person(met_day=TODAY, deferrals=(deferral(key, days_ago(-2)),))
    assert not due(hidden, *records).rows
    back = due(hidden, *records, now=NOW + timedelta(days=2))
    assert keys(back) == [("maya", key)]
    assert back.rows[0].puts_off == 1


def test_rule_6_snoozes_and_skips_in_a_row_are_counted() -> None:
    def counted(*actions: str, records: tuple[Any, ...] = ()) -> int:
        put_offs = tuple(
            deferral("check_in", days_ago(90 - i), days_ago(91 - i), action)
            for i, action in enumerate(actions)
        )
        return rows(person(tier="inner", deferrals=put_offs), *records)[0].puts_off

    assert counted("snooze", "skip", "snooze") == 3
    assert counted("snooze", "attempted", "skip") == 1
    assert counted("snooze", "skip", "attempted") == 0
    assert counted("snooze", "skip", "snooze", records=(touch(ago=90),)) == 1
    assert counted("snooze", "skip", "snooze", records=(touch(ago=60),)) == 0


def test_rule_6_paused_until_you_end_it_but_promises_stand() -> None:
    paused = person(tier="inner", paused=True)
    assert not rows(paused)
    assert [row.kind for row in rows(paused, step(due=TODAY))] == ["promise"]


# Rule 7: what hides a check-in


@pytest.mark.parametrize("kind", ["promise", "waiting", "follow_up"])
def test_rule_7_a_dated_open_step_hides_the_check_in(kind: Any) -> None:
    maya = person(tier="inner")
    assert not rows(maya, step(kind, due=days_ago(-40)), kind="check_in")
    assert rows(maya, step(kind, due=days_ago(-40), status="done"), kind="check_in")
    assert rows(maya, step(kind), kind="check_in")


def test_rule_7_an_event_within_14_days_with_both_of_you_hides_the_check_in() -> None:
    maya = person(tier="inner")
    people = (Attendee(contact="maya"),)
    assert not rows(maya, event("fair", start=days_ago(-14), people=people))
    assert rows(maya, event("fair", start=days_ago(-15), people=people))
    assert rows(maya, event("fair", start=days_ago(-14), people=people, cancelled=True))
    assert rows(maya, event("fair", start=days_ago(-14)))
    assert not rows(maya, event("fair", start=days_ago(1), end=days_ago(-1), people=people))
    assert rows(maya, event("fair", start=days_ago(1), people=people))


def test_rule_7_what_hides_somebody_can_be_told() -> None:
    maya = person(tier="ambient", paused=True, deferrals=(deferral("check_in", days_ago(-5)),))
    fair = event("fair", start=days_ago(-3), people=(Attendee(contact="maya"),))
    found = hides(Network([maya, fair, step(due=TODAY)]), maya, NOW)
    assert [(hide.why, hide.until) for hide in found] == [
        ("paused", None),
        ("ambient", None),
        ("put off", days_ago(-5)),
        ("step", TODAY),
        ("event", days_ago(-3)),
    ]
    assert not hides(Network([person()]), person(), NOW)


# Rule 8: five a day


def crowd(size: int = 8) -> list[Any]:
    return [person(f"p{i}", tier="close", added=days_ago(90 + i)) for i in range(size)]


def test_rule_8_at_most_5_check_ins_a_day_and_the_rest_as_more() -> None:
    found = due(*crowd())
    assert len(found.rows) == 5
    assert len(found.more) == 3
    assert min(row.ratio for row in found.rows) >= max(row.ratio for row in found.more)


def test_rule_8_done_is_done_no_sixth_moves_up_on_the_same_day() -> None:
    first = [row.contact for row in due(*crowd()).rows]
    found = due(*crowd(), touch(first[0]), touch(first[3]))
    assert [row.contact for row in found.rows] == [first[1], first[2], first[4]]
    assert len(found.more) == 3
    tomorrow = due(*crowd(), touch(first[0]), touch(first[3]), now=NOW + timedelta(days=1))
    assert len([row for row in tomorrow.rows if row.kind == "check_in"]) == 5


def test_rule_8_what_is_put_off_today_frees_no_place_either() -> None:
    first = due(*crowd()).rows[0].contact
    people = [
        person(it.uid, tier="close", added=it.added, deferrals=(deferral("check_in", days_ago(-2), TODAY),))
        if it.uid == first
        else it
        for it in crowd()
    ]
    found = due(*people)
    assert (len(found.rows), len(found.more)) == (4, 3)


def test_rule_8_one_taken_from_the_rest_leaves_the_days_five() -> None:
    start = due(*crowd())
    found = due(*crowd(), touch(start.more[0].contact))
    assert found.rows == start.rows
    assert found.more == start.more[1:]


def test_rule_8_what_is_closed_or_planned_today_brings_no_sixth() -> None:
    people = crowd()
    top = due(*people).rows[0].contact
    promised = step(contact=top, due=days_ago(4), made=days_ago(9))
    morning = due(*people, promised)
    assert [row.kind for row in morning.rows] == ["promise"] + ["check_in"] * 5
    kept = step(contact=top, due=days_ago(4), made=days_ago(9), status="done", closed=TODAY)
    assert due(*people, kept, touch(top)).rows == morning.rows[1:]

    let_go = due(*people, kept)
    assert let_go.rows == morning.rows[1:]
    assert top in [row.contact for row in let_go.more]

    planned = step(contact=top, due=days_ago(-4), made=TODAY)
    assert due(*people, planned).rows == due(*people).rows[1:]
    fair = event("fair", start=days_ago(-4), people=(Attendee(contact=top),), added=TODAY)
    assert due(*people, fair).rows == due(*people).rows[1:]


def test_rule_8_a_place_that_was_free_this_morning_is_filled() -> None:
    people = crowd(2)
    let_go = step(contact="p0", due=days_ago(4), made=days_ago(9), status="dropped", closed=TODAY)
    found = due(*people, let_go)
    assert [row.contact for row in found.rows] == ["p1", "p0"]
    assert not found.more


def test_rule_8_promises_are_not_counted() -> None:
    promises = [step(contact=f"p{i}") for i in range(8)]
    assert len(rows(*crowd(), *promises, kind="promise")) == 8


# Rule 9: reconnect


def dormant(uid: str = "reka", ago: int = 500, **fields: Any) -> list[Any]:
    return [person(uid, **{"tier": "ambient", **fields}), touch(uid, ago=ago)]


def reconnects(*records: Any, now: datetime = NOW) -> list[str]:
    return [row.contact for row in due(*records, now=now).rows if row.kind == "reconnect"]


def test_rule_9_one_a_day_silent_for_a_year() -> None:
    assert reconnects(*dormant(ago=365)) == ["reka"]
    assert not reconnects(*dormant(ago=364))
    assert len(reconnects(*dormant("ana"), *dormant("ben"), *dormant("cai"))) == 1


def test_rule_9_three_years_are_better() -> None:
    assert reconnects(*dormant("ana", 1094), *dormant("ben", 1095)) == ["ben"]
    assert reconnects(*dormant("ana", 1095), *dormant("ben", 1094)) == ["ana"]


@pytest.mark.parametrize(
    "fields",
    [{"groups": ("Riga Choir",)}, {"industry": "energy"}, {"place": "Lima"}, {"organization": "Voltaro"}],
)
def test_rule_9_ranked_by_what_the_close_circle_lacks(fields: dict[str, Any]) -> None:
    close = person(
        "close",
        tier="close",
        met_day=TODAY,
        groups=("Chess club",),
        industry="Film",
        place="Oslo",
        organization="Ibex",
    )
    same = {"groups": ("chess CLUB",), "industry": "film", "place": "Öslo", "organization": "ibex"}
    for ana, ben, best in ((fields, same, "ana"), (same, fields, "ben")):
        assert reconnects(close, *dormant("ana", **ana), *dormant("ben", **ben)) == [best]


def test_rule_9_ranked_by_needs_and_offers() -> None:
    me = Profile(uid="me", needs=("hardware founders",), offers=("advice on grants",))
    fits: list[dict[str, Any]] = [
        {"offers": ("intro to a hardware founder",)},
        {"needs": ("help with a grant",)},
    ]
    for fit in fits:
        assert reconnects(me, *dormant("ana", **fit), *dormant("ben")) == ["ana"]
        assert reconnects(me, *dormant("ana"), *dormant("ben", **fit)) == ["ben"]


def test_rule_9_never_by_familiarity() -> None:
    many = [touch("ana", ago=500 + i, depth=3, uid=f"deep {i}") for i in range(30)]
    for place, best in (("", "ben"), ("Oslo", None)):
        found = reconnects(*dormant("ana", place=place), *many, *dormant("ben", place="Oslo"))
        if best:
            assert found == [best]
    without = reconnects(*dormant("ana"), *dormant("ben"))
    assert reconnects(*dormant("ana"), *many, *dormant("ben")) == without


def test_rule_9_somebody_with_history_comes_before_somebody_with_none() -> None:
    never = person("never", tier="ambient", met_day=days_ago(4000), place="Lima", industry="energy")
    assert reconnects(never) == ["never"]
    assert reconnects(never, *dormant()) == ["reka"]
    assert not reconnects(person("new", tier="ambient", added=days_ago(300)))


def test_rule_9_stable_all_day_and_another_on_other_days() -> None:
    people = [record for i in range(9) for record in dormant(f"p{i}")]
    morning = datetime(2026, 11, 21, 0, 5, tzinfo=BERLIN)
    evening = datetime(2026, 11, 21, 23, 55, tzinfo=BERLIN)
    assert reconnects(*people, now=morning) == reconnects(*reversed(people), now=evening)
    days = [reconnects(*people, now=NOW + timedelta(days=i))[0] for i in range(30)]
    assert len(set(days)) > 3


def test_rule_9_no_second_on_the_same_day_once_it_is_done_or_put_off() -> None:
    people = [record for i in range(9) for record in dormant(f"p{i}")]
    chosen = reconnects(*people)[0]
    assert not reconnects(*people, touch(chosen))
    put_off = deferral("reconnect", days_ago(-180), TODAY, "skip")
    hidden = [
        person(it.uid, tier="ambient", deferrals=(put_off,)) if it.uid == chosen else it for it in people
    ]
    assert not reconnects(*hidden)
    tomorrow = reconnects(*hidden, now=NOW + timedelta(days=1))
    assert tomorrow
    assert tomorrow != [chosen]


def test_rule_9_not_somebody_paused_archived_or_with_something_open() -> None:
    assert not reconnects(*dormant(paused=True))
    assert not reconnects(*dormant(archived=True))
    assert not reconnects(*dormant(), step(contact="reka", due=days_ago(-5)))
    assert not reconnects(*dormant(), step(contact="reka", made=days_ago(2)))
    assert not reconnects(*dormant(milestones=(birthday(11, 24),)))
    fair = event("fair", start=days_ago(-3), people=(Attendee(contact="reka"),))
    assert not reconnects(*dormant(), fair)


def test_rule_9_not_somebody_kept_at_a_slow_rhythm_that_is_not_due() -> None:
    slow = person(interval=1000)
    assert not reconnects(slow, touch(ago=700))
    assert not due(slow, touch(ago=700)).rows


def test_rule_9_a_check_in_beyond_the_five_can_be_the_one_and_is_then_not_in_more() -> None:
    people = [person(f"p{i}", tier="close") for i in range(9)]
    found = due(*people)
    assert [row.kind for row in found.rows] == ["check_in"] * 5 + ["reconnect"]
    shown = [row.contact for row in (*found.rows, *found.more)]
    assert sorted(shown) == sorted(set(shown))
    assert len(shown) == 9


def test_rule_9_a_large_network_offers_its_people_in_turn() -> None:
    people = [person(f"person {i:x}", tier="ambient") for i in range(2100)]
    for i in range(16):
        (found,) = reconnects(*people, now=NOW + timedelta(days=i))
        assert found.endswith("0123456789abcdef"[(NOW + timedelta(days=i)).toordinal() % 16])
    # Where no uid ends that way, all are looked at.
    assert reconnects(*(person(f"person {i}!", tier="ambient") for i in range(2100)))


# Events on top


def test_debriefs_are_asked_for_when_an_event_has_ended() -> None:
    events = [
        event("gone", "maya", start=days_ago(1)),
        event("older", "maya", start=days_ago(60)),
        event("ancient", "maya", start=days_ago(91)),
        event("empty", start=days_ago(14)),
        event("empty too", start=days_ago(15)),
        event("done", "maya", debriefed=True),
        event("off", "maya", cancelled=True),
        event("now", "maya", start=days_ago(1), end=TODAY),
        event("later", "maya", start=days_ago(-2)),
    ]
    assert [it.uid for it in debriefs(Network([person(), *events]), NOW)] == ["gone", "empty", "older"]


def test_next_event_is_the_one_that_runs_or_comes_first() -> None:
    events = [
        event("gone", start=days_ago(1)),
        event("off", start=TODAY, cancelled=True),
        event("fair", start=days_ago(-4)),
        event("talk", start=days_ago(-2), start_time=time(18)),
    ]
    assert getattr(next_event(Network(events), NOW), "uid", None) == "talk"
    running = event("running", start=days_ago(1), end=days_ago(-1))
    assert getattr(next_event(Network([*events, running]), NOW), "uid", None) == "running"
    assert next_event(Network(), NOW) is None


def test_preparation_counts_what_is_to_be_done_before_the_event() -> None:
    items = (
        ChecklistItem(text="ticket", done=True),
        ChecklistItem(text="shoes", due=days_ago(-1)),
        ChecklistItem(text="thanks", due=days_ago(-5)),
    )
    fair = event("fair", start=days_ago(-2), checklist=items)
    assert preparation(fair, TODAY) == (1, 2)
    assert preparation(fair, days_ago(-3)) == (1, 3)
