"""A sitting with the queue: nobody is passed over, undo comes back, and what was achieved is what stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.rules.queue.ranking import Queue, Row
from tui.rules.queue.session import (
    Session,
    again,
    begin,
    dealt_with,
    pass_by,
    refreshed,
    row_name,
    take_up,
)

ROWS = {uid: Row(key="check_in", kind="check_in", contact=uid) for uid in "abcde"}
NAMES = {uid: row_name(row) for uid, row in ROWS.items()}


def sitting() -> Session:
    return begin(Queue(rows=tuple(ROWS.values())))


def without(session: Session, *gone: str) -> Session:
    return refreshed(session, [NAMES[uid] for uid in ROWS if uid not in gone])


def at(session: Session) -> str:
    return session.current[:1]


def test_it_begins_where_asked_and_comes_round_to_the_first() -> None:
    session = begin(Queue(rows=tuple(ROWS.values())), NAMES["d"])
    assert at(session) == "d"
    assert at(pass_by(pass_by(session))) == "a"
    assert at(begin(Queue(rows=tuple(ROWS.values())), "nobody")) == "a"
    assert begin(Queue()).current == ""


def test_done_goes_on_and_undo_comes_back() -> None:
    session = without(dealt_with(sitting(), ROWS["a"], "done"), "a")
    assert at(session) == "b"
    assert [(it.row.contact, it.how) for it in session.achieved] == [("a", "done")]
    session = without(session)
    assert at(session) == "a"
    assert session.achieved == ()
    session = without(session, "a")
    assert (at(session), len(session.achieved)) == ("b", 1)


def test_left_for_later_and_taken_up_again() -> None:
    session = pass_by(pass_by(sitting()))
    assert at(session) == "c"
    assert [name[:1] for name in session.put_by] == ["a", "b"]
    assert at(take_up(session)) == "b"
    for _ in range(3):
        session = pass_by(session)
    assert session.current == ""
    assert at(again(session)) == "a"
    assert take_up(sitting()) == sitting()


@given(
    st.lists(st.tuples(st.sampled_from(["done", "later", "back", "undo"]), st.integers(0, 4)), max_size=25)
)
def test_whatever_happens_everybody_is_left_for_later_or_dealt_with(steps: list[tuple[str, int]]) -> None:
    session, gone = sitting(), list[str]()
    for what, _ in steps:
        if what == "done" and session.current:
            gone.append(at(session))
            session = without(dealt_with(session, ROWS[gone[-1]], "done"), *gone)
        elif what == "later":
            session = pass_by(session)
        elif what == "back":
            session = take_up(session)
        elif what == "undo" and gone:
            gone.pop()
            session = without(session, *gone)
        left, later = set(session.left), set(session.put_by)
        done = {it.name for it in session.achieved}
        assert left | later | done == set(NAMES.values())
        assert not left & later
        assert not (left | later) & done
        assert (session.current in left) or not left
