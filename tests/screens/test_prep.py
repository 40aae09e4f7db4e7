"""The evening before, at 80×24 and by the keyboard alone: from a new event to starters and the brief."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import open_app
from tests.screens.pressing import note, press, rows, seen, shown, told
from tui.app import KithApp
from tui.model.base import Record
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, FollowUp, Goal, Interaction, Profile
from tui.rules.content import plans, questions
from tui.rules.events.preparing import suggested_goals
from tui.screens.brief import BriefDialog
from tui.screens.capture import CaptureDialog
from tui.screens.events import EventsScreen
from tui.screens.goal_form import GoalForm
from tui.screens.item_form import ItemForm
from tui.screens.people import PeopleDialog
from tui.screens.prep import PrepScreen
from tui.screens.say import SayDialog
from tui.widgets.pane import Pane

SIZE = (80, 24)
NOW = datetime(2026, 11, 24, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = date(2026, 11, 25)
PEOPLE = (
    Contact(uid="ama", name="Ama Owusu", organization="Volta Grid", needs=("a frontend developer",)),
    Contact(uid="jose", name="José Álvarez", interests=("sailing",), private_notes="zzprivate"),
    Contact(uid="maya", name="Maya Lin", organization="Acme", title="design lead"),
    Contact(uid="misaki", name="佐藤 美咲", organization="Hinode"),
    Contact(uid="odd", name="[red]Odd[/red] [@click=app.quit]x"),
)
TALK = Interaction(
    uid="talk",
    day=DAY - timedelta(days=40),
    contacts=("maya",),
    summary="moving to Lisbon",
    ask_next="how the move to Lisbon went",
)
DECK = FollowUp(uid="deck", kind="promise", contact="maya", text="send the deck", due=DAY)
ME = Profile(uid="me", name="Kim", pitch="I make maps of power grids.", offers=("frontend developer hours",))
MEETUP = Event(
    uid="meet",
    name="Grid meet-up",
    start=DAY,
    start_time=time(18, 30),
    place="Back room",
    people=tuple(Attendee(contact=it.uid) for it in PEOPLE[:4]),
    goals=(Goal(text="real conversations", target=2), Goal(text="thank the host")),
    checklist=(
        ChecklistItem(text="print the map", due=NOW.date() - timedelta(days=2)),
        ChecklistItem(text="charge the phone", due=DAY),
    ),
)


def network(*records: Record) -> Network:
    named: dict[tuple[type[Record], str], Record] = {
        (type(it), it.uid): it for it in (*PEOPLE, TALK, DECK, ME, *records)
    }
    return Network(named.values())


@pytest.fixture
def app() -> KithApp:
    return open_app(network(MEETUP), NOW)


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr("tui.screens.brief.documents", lambda: tmp_path / "Kith")
    yield tmp_path / "Kith"


async def prep(pilot: Pilot[str]) -> PrepScreen:
    """Open the preparation of the first event in the list."""
    await press(pilot, "3", "enter")
    screen = pilot.app.screen
    assert isinstance(screen, PrepScreen)
    return screen


def event_of(app: KithApp, uid: str = "meet") -> Event:
    return app.book.network.events[uid]


async def test_from_a_new_event_to_the_brief(documents: Path) -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3")
        assert "No events yet" in shown(pilot)
        await press(pilot, "n", "=Grid meet-up", "tab", "tab", "=tomorrow")
        assert note(pilot, "field-start") == "→ Wed 25 Nov, tomorrow"
        await press(pilot, "tab", "=6pm", "tab", "tab", "=21:00", "ctrl+s")
        screen = pilot.app.screen
        assert isinstance(screen, PrepScreen)
        (event,) = app.book.network.events.values()
        assert (event.start, event.start_time, event.end_time) == (DAY, time(18), time(21))
        assert event.checklist
        assert "tomorrow" in shown(pilot)

        # Two goals: one suggested, one written.
        idea = rows(pilot).current
        await press(pilot, "space", "n", "=3 real conversations", "tab", "tab", "f5", "ctrl+s")
        first, second = event_of(app, event.uid).goals
        assert idea == f"idea {first.text}"
        assert (second.text, second.target) == ("real conversations", 3)
        assert second.plan.startswith("If ")

        # Four people: three chosen, one captured.
        await press(pilot, "right", "right", "n", "=ama", "tab", "=jos", "tab", "=maya", "tab", "enter")
        await press(pilot, "a", "=Noor Haddad @Heliox : batteries", "enter", "escape")
        names = [app.book.network.contacts[it.contact].name for it in event_of(app, event.uid).people]
        assert names == ["Ama Owusu", "José Álvarez", "Maya Lin", "Noor Haddad"]
        assert all(it.outcome == "expected" for it in event_of(app, event.uid).people)

        # The checklist ticks.
        await press(pilot, "left", "space")
        assert event_of(app, event.uid).checklist[0].done
        assert f"1 of {len(event.checklist)} prepared" in shown(pilot)

        # What to say to Maya, and to the room.
        await press(pilot, "right")
        rows(pilot).select("person maya")
        await press(pilot, "enter")
        assert seen(pilot) is SayDialog
        assert "Lisbon" in shown(pilot)
        # What was said makes room for others, and comes back with undo; so with what led somewhere.
        best = rows(pilot).current or ""
        for key, state in (("d", "used"), ("plus", "worked")):
            await press(pilot, key)
            assert [it.state for it in app.book.network.contacts["maya"].starters] == [state]
            assert best not in rows(pilot).ids
            await press(pilot, "u")
            assert best in rows(pilot).ids
            rows(pilot).select(best)
        await press(pilot, "space", "escape")
        assert [it.state for it in app.book.network.contacts["maya"].starters] == ["pinned"]
        await press(pilot, "right")
        said = rows(pilot).current or ""
        assert said.startswith("say ")
        for key, state in (("d", "used"), ("plus", "worked")):
            await press(pilot, key)
            assert [it.state for it in event_of(app, event.uid).starters] == [state]
            assert said not in rows(pilot).ids
            await press(pilot, "u")
            rows(pilot).select(said)

        # The brief, on screen and as a file.
        await press(pilot, "b")
        assert seen(pilot) is BriefDialog
        assert "Grid meet-up" in shown(pilot)
        await press(pilot, "f4", "m")
        (path,) = documents.iterdir()
        page = path.read_text(encoding="utf-8")
        assert path.suffix == ".md"
        assert any(str(path) in words for words in told(pilot))
        for words in ("Maya Lin", "send the deck", "3 real conversations", "maps of power grids"):
            assert words in page
        assert "zzprivate" not in page
        await press(pilot, "escape", "escape")
        assert seen(pilot) is EventsScreen


async def test_every_step_is_undone_one_by_one(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        before = event_of(app)
        await press(pilot, "plus", "right", "space", "right", "delete", "right", "space")
        after = event_of(app)
        assert (after.goals[0].done, after.checklist[0].done, len(after.people)) == (1, True, 3)
        assert [it.state for it in after.starters] == ["pinned"]
        await press(pilot, "u", "u", "u", "u")
        assert event_of(app) == before


async def test_goals_count_up_and_down_and_never_below_nothing(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "plus", "space", "equals_sign", "minus")
        assert event_of(app).goals[0].done == 2
        assert "2 of 2" in shown(pilot)
        await press(pilot, "minus", "minus", "minus")
        assert event_of(app).goals[0].done == 0
        await press(pilot, "down", "space")
        assert event_of(app).goals[1].done == 1
        await press(pilot, "space")
        assert event_of(app).goals[1].done == 0


async def test_a_goal_is_changed_and_its_number_checked(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "e", "tab", "end", "=x", "ctrl+s")
        assert seen(pilot) is GoalForm
        assert note(pilot, "number").startswith("✗ How many?")
        await press(pilot, "backspace", "backspace", "=4", "ctrl+s")
        assert event_of(app).goals[0].target == 4
        assert len(event_of(app).goals) == 2


async def test_a_suggestion_can_be_changed_before_it_is_taken() -> None:
    event = Event(uid="meet", name="Meet", start=DAY)
    app = open_app(network(event), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        first = suggested_goals(event)[0]
        assert rows(pilot).current == f"idea {first.text}"
        await press(pilot, "o")
        assert rows(pilot).current != f"idea {first.text}"
        await press(pilot, "e", "end", "=!", "ctrl+s")
        (goal,) = event_of(app).goals
        assert goal.text.endswith("!")


async def test_enter_takes_a_suggested_goal_and_pins_words() -> None:
    app = open_app(network(Event(uid="meet", name="Meet", start=DAY)), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        wanted = (rows(pilot).current or "").removeprefix("idea ")
        await press(pilot, "enter")
        assert [it.text for it in event_of(app).goals] == [wanted]
        await press(pilot, "left", "enter")
        assert [it.state for it in event_of(app).starters] == ["pinned"]
        await press(pilot, "enter")
        assert event_of(app).starters == ()


async def test_enter_fills_a_part_where_there_is_nothing_yet() -> None:
    past = Event(uid="meet", name="Meet", start=NOW.date() - timedelta(days=2))
    app = open_app(network(past), NOW)
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(PrepScreen(app.book, app.clock, "meet"))
        await pilot.pause()
        for part, dialog in (("no goals", GoalForm), ("no items", ItemForm), ("nobody", PeopleDialog)):
            rows(pilot).select(part)
            await press(pilot, "enter")
            assert seen(pilot) is dialog
            await press(pilot, "escape")


async def test_the_brief_says_how_to_close_it(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "b")
        assert "esc Close" in shown(pilot).splitlines()[-1]


async def test_something_of_ones_own_to_do(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "right")
        assert "was Sun 22 Nov" in shown(pilot)
        await press(pilot, "n", "=Call Ama", "tab", "=today", "enter")
        item = event_of(app).checklist[-1]
        assert rows(pilot).current == "item 2"
        assert (item.text, item.due, item.done) == ("Call Ama", NOW.date(), False)
        assert "today" in shown(pilot)


async def test_why_priority_and_questions(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "right", "right")
        rows(pilot).select("person jose")
        await press(
            pilot, "e", "=knows the harbour", "tab", "left", "tab", "=What does a berth cost?", "enter"
        )
        await press(pilot, "=And in winter?", "ctrl+s")
        seat = next(it for it in event_of(app).people if it.contact == "jose")
        assert (seat.why, seat.priority) == ("knows the harbour", 1)
        assert seat.questions == ("What does a berth cost?", "And in winter?")
        ids = [it for it in rows(pilot).ids if it.startswith("person")]
        assert ids[0] == "person jose"
        assert "berth" in shown(pilot)


async def test_questions_are_suggested_one_after_another(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "right", "right", "e", "tab", "tab", "f5", "f5", "ctrl+s")
        seat = max(event_of(app).people, key=lambda it: len(it.questions))
        assert len(set(seat.questions)) == 2


async def test_plans_and_questions_of_ones_own_are_offered_too(app: KithApp, tmp_path: Path) -> None:
    (tmp_path / "questions.toml").write_text(
        '[questions]\n"follow-up" = ["Own question?"]\n', encoding="utf-8"
    )
    (tmp_path / "goals.toml").write_text('[[plans]]\ntext = "If own, then mine."\n', encoding="utf-8")
    app.book.network.own_words = tmp_path
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        own_last = len(plans(tmp_path))
        await press(pilot, "n", "=one", *["f5"] * own_last, "ctrl+s")
        assert event_of(app).goals[-1].plan == "If own, then mine."
        count = len(questions("follow-up", tmp_path))
        await press(pilot, "right", "right", "e", *["f5"] * count, "ctrl+s")
        assert any("Own question?" in it.questions for it in event_of(app).people)


async def test_somebody_is_shown_with_what_was_promised_and_what_to_say(app: KithApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await prep(pilot)
        rows(pilot).select("person maya")
        await pilot.pause()
        text = shown(pilot)
        for words in ("you promised", "send the deck", "Say", "Lisbon", "design lead at Acme"):
            assert words in text


async def test_words_of_ones_own_for_the_room(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "left", "n", "=Who made the cake?", "enter")
        assert [(it.text, it.state) for it in event_of(app).starters] == [("Who made the cake?", "own")]
        assert rows(pilot).current == "say Who made the cake?"
        await press(pilot, "e", "end", "backspace", "= then?", "enter")
        assert [it.text for it in event_of(app).starters] == ["Who made the cake then?"]
        await press(pilot, "delete")
        assert event_of(app).starters == ()


async def test_others_come_round_again(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "left")
        first = [it for it in rows(pilot).ids if it.startswith("say")]
        seen = set(first)
        for _ in range(40):
            await press(pilot, "o")
            now = [it for it in rows(pilot).ids if it.startswith("say")]
            if now == first:
                break
            seen.update(now)
        assert now == first
        assert len(seen) > len(first)


async def test_words_of_ones_own_for_a_person(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        rows(pilot).select("person maya")
        await press(pilot, "enter", "n", "=Is the sea warm?", "enter")
        (kept,) = app.book.network.contacts["maya"].starters
        assert (kept.text, kept.state, kept.event) == ("Is the sea warm?", "own", "meet")
        assert rows(pilot).current == "Is the sea warm?"
        await press(pilot, "delete")
        assert app.book.network.contacts["maya"].starters == ()
        await press(pilot, "escape")
        assert seen(pilot) is PrepScreen


async def test_escape_at_every_step_changes_nothing(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await prep(pilot)
        before = event_of(app)
        for steps in (
            ["n"],
            ["e"],
            ["right", "n"],
            ["e"],
            ["right", "n"],
            ["e"],
            ["right", "n"],
            ["b"],
            ["a"],
        ):
            await press(pilot, *steps)
            assert pilot.app.screen is not screen
            await press(pilot, "escape")
            assert pilot.app.screen is screen
        await press(pilot, "left", "enter", "escape")
        assert pilot.app.screen is screen
        assert event_of(app) == before


async def test_what_was_typed_is_asked_about_and_can_still_be_saved(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "n", "=learn one name", "escape")
        assert "Leave without saving?" in shown(pilot)
        await press(pilot, "s")
        assert event_of(app).goals[-1].text == "learn one name"


async def test_the_parts_are_walked_with_left_and_right(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        seen = []
        for _ in range(5):
            seen.append((rows(pilot).current or "").split()[0])
            await press(pilot, "right")
        assert seen == ["goal", "item", "person", "say", "goal"]
        await press(pilot, "left", "left")
        assert (rows(pilot).current or "").startswith("say")


async def test_every_part_says_what_to_do_where_it_is_empty() -> None:
    event = Event(uid="meet", name="Meet", start=DAY)
    app = open_app(network(event), NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await prep(pilot)
        text = shown(pilot)
        assert "Nothing to do yet; n adds something." in text
        assert "Nobody yet; n chooses, a adds new." in text


async def test_hostile_and_long_text_shows_as_text(app: KithApp) -> None:
    long = "x" * 10_000
    event = Event(
        uid="meet",
        name="[red]Red[/red] \x1b[31m " + long,
        start=DAY,
        place="[@click=app.quit]here",
        goals=(Goal(text="[bold]goal " + long, plan=long),),
        checklist=(ChecklistItem(text="[b]tick[/b]"),),
        people=(Attendee(contact="odd", why="[green]why", questions=("[x]?",)),),
    )
    app = open_app(network(event), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        assert "[red]Red[/red]" in shown(pilot)
        assert "\x1b" not in shown(pilot)
        for steps in (
            ["right"],
            ["right"],
            ["enter", "escape"],
            ["e", "escape"],
            ["b", "f4", "escape", "escape"],
        ):
            await press(pilot, *steps)
        assert "[red]Odd[/red]" in shown(pilot)
        await press(pilot, "left", "space")
        assert event_of(app).checklist[0].done


async def test_a_pasted_paragraph_is_one_line(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "n")
        box = pilot.app.screen.query_one("#text Input")
        box.value = "first line\nsecond\tline " + "y" * 3000  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        assert event_of(app).goals[-1].text.startswith("first line second line yyy")


async def test_an_event_removed_elsewhere_is_said_so_and_comes_back(app: KithApp) -> None:
    from tui.actions.events import remove

    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        app.book.commit(remove(app.book.network, event_of(app)))
        await pilot.pause()
        assert "not there any more" in shown(pilot)
        await press(pilot, "n", "space", "right", "b", "o", "enter", "delete")
        assert seen(pilot) is PrepScreen
        await press(pilot, "u")
        assert "Grid meet-up" in shown(pilot)


async def test_capture_names_the_event(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "a")
        assert seen(pilot) is CaptureDialog
        assert "Grid meet-up" in shown(pilot)


async def test_without_anybody_to_choose_the_capture_line_opens() -> None:
    app = open_app(Network([Event(uid="meet", name="Meet", start=DAY)]), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "right", "right", "n")
        assert seen(pilot) is CaptureDialog


async def test_the_help_names_the_keys_of_the_parts(app: KithApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await prep(pilot)
        await press(pilot, "question_mark")
        for words in ("Go to the next part", "Count one more", "One page to carry"):
            assert words in shown(pilot)


async def test_what_is_pinned_shows_beside_the_list_until_it_is_undone(app: KithApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await prep(pilot)
        rows(pilot).select("person maya")
        await press(pilot, "enter", "space", "escape")
        assert "★" in shown(pilot)
        await press(pilot, "u")
        assert "★" not in shown(pilot)


async def test_a_long_list_does_not_hold_the_keys_up() -> None:
    many = [Contact(uid=f"c{number:03}", name=f"Guest {number:03}") for number in range(60)]
    event = Event(uid="meet", name="Fair", start=DAY, people=tuple(Attendee(contact=it.uid) for it in many))
    app = open_app(network(event, *many), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await prep(pilot)
        await press(pilot, "right", "right", "down")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Say" in shown(pilot)
        await press(pilot, "left", "space", "right", "down")
        assert "Say" in shown(pilot)


async def test_the_pane_is_reached_and_left(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await prep(pilot)
        await press(pilot, "tab")
        assert screen.query_one(Pane).has_focus
        await press(pilot, "escape")
        assert rows(pilot).has_focus
        await press(pilot, "escape")
        assert seen(pilot) is EventsScreen
