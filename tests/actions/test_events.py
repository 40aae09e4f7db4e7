"""What can be done with an event: each as one Change that is undone as a whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tui.actions import events as actions
from tui.actions.starters import pin
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, Goal, Interaction, Starter
from tui.rules.starters.suggestion import Suggestion
from tui.store.book import Book

TODAY = date(2026, 11, 24)
EVENT = Event(
    uid="meet",
    name="Meet",
    start=TODAY + timedelta(days=7),
    goals=(Goal(text="talks", target=2), Goal(text="thank the host")),
    checklist=(ChecklistItem(text="print"), ChecklistItem(text="charge")),
    people=(Attendee(contact="ama"), Attendee(contact="jose")),
)
RECORDS = (
    EVENT,
    Contact(uid="ama", name="Ama Owusu"),
    Contact(uid="jose", name="José Álvarez"),
    Interaction(uid="talk", day=TODAY, contacts=("ama",), event="meet"),
)


@pytest.fixture
def network() -> Network:
    return Network(RECORDS)


def after(network: Network, change: Change) -> Event:
    """Apply a change, see that it is undone as a whole, and return the event with it."""
    book = Book(network)
    before = list(network.records())
    book.commit(change)
    done = network.events.get("meet", EVENT)
    book.undo()
    assert list(network.records()) == before or {it.uid: it for it in network.records()} == {
        it.uid: it for it in before
    }
    return done


def test_a_new_event_gets_the_checklist_of_its_kind_counted_back() -> None:
    event = Event(uid="new", name="Fair", kind="conference", start=TODAY + timedelta(days=30))
    (edit,) = actions.add(Network(), event, TODAY).edits
    made = edit.after
    assert isinstance(made, Event)
    assert made.added == TODAY
    assert len(made.checklist) > 4
    assert all(item.due and item.due <= event.start and not item.done for item in made.checklist)


def test_an_event_made_late_has_nothing_to_do_before_today() -> None:
    event = Event(uid="new", name="Fair", kind="conference", start=TODAY + timedelta(days=1))
    added = actions.add(Network(), event, TODAY).edits[0].after
    assert isinstance(added, Event)
    assert min(it.due for it in added.checklist if it.due) == TODAY
    changed = actions.update(Network([added]), added, replace(added, kind="social"), TODAY).edits[0].after
    assert isinstance(changed, Event)
    assert min(it.due for it in changed.checklist if it.due) == TODAY


def test_a_past_event_or_one_with_a_checklist_gets_none() -> None:
    for event in (
        Event(uid="new", name="Fair", start=TODAY - timedelta(days=1)),
        Event(uid="new", name="Fair", start=TODAY, checklist=(ChecklistItem(text="own"),)),
    ):
        (edit,) = actions.add(Network(), event, TODAY).edits
        assert isinstance(edit.after, Event)
        assert edit.after.checklist == event.checklist


def test_moving_an_event_moves_its_dates_and_keeps_its_ticks(network: Network) -> None:
    item = ChecklistItem(text="print", due=EVENT.start - timedelta(days=2), done=True)
    before = replace(EVENT, checklist=(item, ChecklistItem(text="charge")))
    moved = replace(before, start=EVENT.start + timedelta(days=10))
    change = actions.update(Network([before]), before, moved, TODAY)
    (edit,) = change.edits
    assert isinstance(edit.after, Event)
    assert [it.due for it in edit.after.checklist] == [moved.start - timedelta(days=2), None]
    assert edit.after.checklist[0].done


def test_an_event_moved_out_of_the_past_can_be_prepared(network: Network) -> None:
    before = Event(uid="meet", name="Meet", start=TODAY - timedelta(days=300))
    change = actions.update(Network([before]), before, replace(before, start=EVENT.start), TODAY)
    assert isinstance(change.edits[0].after, Event)
    assert change.edits[0].after.checklist


def test_removing_an_event_leaves_what_happened(network: Network) -> None:
    change = actions.remove(network, EVENT)
    assert [(edit.uid, edit.after) for edit in change.edits] == [("meet", None)]
    after(network, change)


def test_calling_off_and_on_again(network: Network) -> None:
    assert after(network, actions.cancel(network, EVENT)).cancelled
    called_off = replace(EVENT, cancelled=True)
    change = actions.cancel(Network([called_off]), called_off, cancelled=False)
    assert change.words == "Meet is on again"


def test_ticking_turns_one_item_round(network: Network) -> None:
    done = after(network, actions.tick(network, EVENT, 1))
    assert [it.done for it in done.checklist] == [False, True]
    again = actions.tick(Network([done]), done, 1)
    assert again.words == "Unticked: charge"
    assert again.edits[0].after == EVENT


def test_items_are_added_changed_and_removed(network: Network) -> None:
    added = after(network, actions.put_item(network, EVENT, "call Ama", TODAY))
    assert added.checklist[-1] == ChecklistItem(text="call Ama", due=TODAY)
    done = replace(EVENT, checklist=(ChecklistItem(text="print", done=True),))
    changed = after(Network([done]), actions.put_item(Network([done]), done, "print two", None, 0))
    assert changed.checklist == (ChecklistItem(text="print two", done=True),)
    assert [it.text for it in after(network, actions.drop_item(network, EVENT, 0)).checklist] == ["charge"]


def test_goals_are_counted_within_bounds(network: Network) -> None:
    assert after(network, actions.count_goal(network, EVENT, 0)).goals[0].done == 1
    assert actions.count_goal(network, EVENT, 0, -1).edits == ()
    over = replace(EVENT, goals=(Goal(text="talks", target=2, done=2), Goal(text="thank", done=1)))
    assert after(Network([over]), actions.count_goal(Network([over]), over, 0)).goals[0].done == 3
    assert after(Network([over]), actions.count_goal(Network([over]), over, 1)).goals[1].done == 0


def test_goals_are_added_and_removed_in_place(network: Network) -> None:
    goal = Goal(text="one map")
    assert after(network, actions.put_goal(network, EVENT, goal)).goals[-1] == goal
    assert after(network, actions.put_goal(network, EVENT, goal, 0)).goals == (goal, EVENT.goals[1])
    assert after(network, actions.drop_goal(network, EVENT, 0)).goals == EVENT.goals[1:]


def test_people_are_expected_once(network: Network) -> None:
    change = actions.add_people(network, EVENT, ["jose", "maya", "maya"])
    assert [it.contact for it in after(network, change).people] == ["ama", "jose", "maya"]
    assert change.words == "1 person expected at Meet"
    assert not actions.add_people(network, EVENT, ["ama"])


def test_a_seat_is_changed_and_given_up(network: Network) -> None:
    seat = Attendee(contact="jose", why="boats", priority=1, questions=("Which?",))
    assert after(network, actions.set_seat(network, EVENT, seat)).people == (EVENT.people[0], seat)
    change = actions.drop_person(network, EVENT, "jose")
    assert after(network, change).people == EVENT.people[:1]
    assert change.words == "José Álvarez not expected at Meet"


def test_own_words_take_the_place_of_those_before(network: Network) -> None:
    ama = replace(network.contacts["ama"], starters=(Starter(text="Hm?", kind="own", event="meet"),))
    known = Network([EVENT, ama])
    change = actions.reword(known, ama, "Hm?", "Is the sea warm?", event="meet")
    (edit,) = change.edits
    assert edit.before == ama
    assert isinstance(edit.after, Contact)
    assert [(it.text, it.state) for it in edit.after.starters] == [("Is the sea warm?", "own")]
    known.apply(change)
    assert known.contacts["ama"] == edit.after


def test_new_words_for_the_room_stand_beside_what_is_pinned(network: Network) -> None:
    pinned = pin(network, EVENT, Suggestion(text="Which talk?", because="an opener", kind="opener"))
    network.apply(pinned)
    event = network.events["meet"]
    network.apply(actions.reword(network, event, "", "Who made the cake?"))
    assert [it.text for it in network.events["meet"].starters] == ["Which talk?", "Who made the cake?"]
    with pytest.raises(ValueError, match="Type what"):
        actions.reword(network, network.events["meet"], "Who made the cake?", "  ")
