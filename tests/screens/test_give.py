"""The Give screen by the keyboard: five things, an introduction begun, one article sent to three people."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import NOW, open_app
from tests.screens.hostile import ACTING, TEXT
from tests.screens.people import JOSE, MAYA
from tests.screens.pressing import press, rows, seen, shown, told
from tui.app import KithApp
from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Contact, Profile, Share
from tui.screens.audience import AudienceDialog
from tui.screens.contacts import ContactsScreen
from tui.screens.draft import DraftDialog
from tui.screens.gift_draft import GiftDraft
from tui.screens.give import RECKONING, GiveScreen
from tui.screens.introduce import MATCHING, IntroduceDialog, OutcomeDialog, ReasonDialog
from tui.screens.people import PeopleDialog
from tui.screens.profile_form import ProfileForm
from tui.screens.share_form import ShareForm
from tui.store.book import Book
from tui.widgets.pane import Pane
from tui.widgets.parts import Parts

SIZES = [(80, 24), (120, 36), (200, 50)]


async def opened(pilot: Pilot[str], part: int = 0) -> GiveScreen:
    """Go to the screen and to one of its parts."""
    await press(pilot, "4", *["right"] * part)
    screen = pilot.app.screen
    assert isinstance(screen, GiveScreen)
    return screen


async def worked(pilot: Pilot[str]) -> None:
    """Wait for what is reckoned beside the screen; not for dialogs, which wait for an answer."""
    beside = [it for it in pilot.app.workers if it.group in (RECKONING, MATCHING)]
    if beside:
        await pilot.app.workers.wait_for_complete(beside)
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_five_things_each_with_reason_and_words(demo: KithApp, size: tuple[int, int]) -> None:
    async with demo.run_test(size=size) as pilot:
        await opened(pilot)
        assert len(rows(pilot).ids) == 5
        text = shown(pilot)
        assert "Worth doing for somebody today" in text
        assert "m Message" in text.splitlines()[-1]
        assert "? Help" in text.splitlines()[-1]
        for _ in range(5):
            page = "".join(str(it.render()) for it in pilot.app.screen.query_one(Pane).children)
            assert "You could write" in page
            await press(pilot, "down")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", range(5))
async def test_every_part_fits(demo: KithApp, size: tuple[int, int], part: int) -> None:
    async with demo.run_test(size=size) as pilot:
        await opened(pilot, part)
        assert rows(pilot).ids
        lines = shown(pilot).splitlines()
        assert "You need 4" in lines[1]
        assert "? Help" in lines[-1]


async def test_a_suggestion_is_sent_leaves_and_comes_back_with_undo(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        first, *rest = rows(pilot).ids
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, DraftDialog)
        await press(pilot, "ctrl+s")
        assert first not in rows(pilot).ids
        assert rows(pilot).current == rest[0]
        await press(pilot, "u")
        assert list(rows(pilot).ids) == [first, *rest]
        await press(pilot, "ctrl+r")
        assert first not in rows(pilot).ids


async def test_a_suggestion_is_put_aside(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        first = rows(pilot).current
        await press(pilot, "x")
        assert first not in rows(pilot).ids
        assert any("(u undoes)" in words for words in told(pilot))
        await press(pilot, "o")
        assert "Others, if you like" in shown(pilot)
        assert first not in rows(pilot).ids
        await press(pilot, "escape")
        assert "Worth doing for somebody today" in shown(pilot)


async def test_one_article_goes_to_three_people_and_is_remembered(demo: KithApp) -> None:
    network = demo.book.network
    async with demo.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, 2)
        row = screen.row
        assert row is not None and row.share is not None
        uid, before = row.share.uid, len(network.interactions)
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, AudienceDialog)
        chosen = list(rows(pilot).ids)[:3]
        await press(pilot, "space", "space", "space", "enter")
        for number in (1, 2, 3):
            assert isinstance(pilot.app.screen, GiftDraft)
            assert f"{number} of 3" in shown(pilot)
            await press(pilot, "ctrl+s")
            await pilot.pause()
        assert seen(pilot) is GiveScreen
        assert [it.contact for it in network.shares[uid].sent] == chosen
        assert len(network.interactions) == before + 3
        await press(pilot, "u", "u")
        assert [it.contact for it in network.shares[uid].sent] == chosen[:1]
        await press(pilot, "ctrl+r", "ctrl+r")
        assert [it.contact for it in network.shares[uid].sent] == chosen


async def test_escape_in_a_draft_ends_the_series_and_keeps_your_words(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await opened(pilot, 2)
        await press(pilot, "m", "space", "space", "enter", "ctrl+s")
        await pilot.pause()
        await press(pilot, "=Quite so. ", "escape")
        assert seen(pilot) is GiveScreen
        await press(pilot, "m", "enter")
        assert "Quite so." in shown(pilot)


async def test_somebody_else_gets_it_too(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await opened(pilot, 2)
        await press(pilot, "m", "o")
        assert isinstance(pilot.app.screen, PeopleDialog)
        await press(pilot, "=dominik", "enter")
        await pilot.pause()
        assert "your choice" in shown(pilot)
        assert "1 message" in shown(pilot)
        assert "^s Write" in shown(pilot).splitlines()[-1]


async def test_an_introduction_is_begun_from_a_suggestion(demo: KithApp) -> None:
    network = demo.book.network
    known = set(network.introductions)
    async with demo.run_test(size=(80, 24)) as pilot:
        await opened(pilot, 1)
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, IntroduceDialog)
        await worked(pilot)
        # Where nobody is found there is nobody to take.
        await press(pilot, "=zzz")
        assert "Take" not in shown(pilot).splitlines()[-1]
        await press(pilot, *["backspace"] * 3)
        assert "^s Take" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReasonDialog)
        await press(pilot, "ctrl+s")
        await pilot.pause()
        (uid,) = set(network.introductions) - known
        assert network.introductions[uid].status == "idea"
        assert seen(pilot) is DraftDialog
        await press(pilot, "ctrl+s")
        await worked(pilot)
        assert seen(pilot) is GiveScreen
        assert network.introductions[uid].status == "asked first"
        assert rows(pilot).current == f"introduction {uid}"
        await press(pilot, "c")
        assert network.introductions[uid].status == "declined"
        assert "Left to rest" in shown(pilot)
        await press(pilot, "u", "u", "u")
        assert uid not in network.introductions


async def test_two_are_picked_by_name_and_the_other_is_asked_first() -> None:
    app = open_app(Network((MAYA, JOSE)))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "i")
        await worked(pilot)
        assert "Type a name" in shown(pilot)
        await press(pilot, "=maya", "enter")
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "=jose", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReasonDialog)
        await press(pilot, "=both draw maps", "tab", "right", "ctrl+s")
        await pilot.pause()
        (introduction,) = app.book.network.introductions.values()
        assert (introduction.first, introduction.second) == ("jose", "maya")
        assert introduction.reason == "both draw maps"
        await press(pilot, "escape")
        await press(pilot, "i")
        await worked(pilot)
        await press(pilot, "=maya", "enter", "=jose", "enter")
        assert any("There is an introduction of these two" in words for words in told(pilot))


async def test_what_came_of_it_is_asked_in_a_few_weeks_and_not_at_once(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 40)) as pilot:
        await opened(pilot, 1)
        network = demo.book.network
        uid = next(it.uid for it in network.introductions.values() if it.status == "asked second")
        rows(pilot).select(f"introduction {uid}")
        await press(pilot, "m", "ctrl+s")
        assert network.introductions[uid].status == "introduced"
        assert "In a few weeks" in shown(pilot)
        assert "You could write" not in shown(pilot)
        # Asking is no answer: until one is written down, nothing came of it.
        await press(pilot, "m", "ctrl+s")
        text = shown(pilot)
        assert text.index("Asked what came of it") < text.index("asked after")
        assert "Asked. e writes down" in text


async def test_what_came_of_it_is_written_down(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 40)) as pilot:
        await opened(pilot, 1)
        uid = next(it.uid for it in demo.book.network.introductions.values() if it.status == "introduced")
        rows(pilot).select(f"introduction {uid}")
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, OutcomeDialog)
        await press(pilot, "=They met in Lyon", "ctrl+s")
        introduction = demo.book.network.introductions[uid]
        assert (introduction.status, introduction.outcome) == ("came of it", "They met in Lyon")


async def test_something_is_kept_edited_read_and_removed() -> None:
    app = open_app(Network((MAYA,)))
    network = app.book.network
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, 2)
        assert "Nothing to pass on yet" in shown(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, ShareForm)
        await press(pilot, "=no address", "ctrl+s")
        assert "not a web address" in shown(pilot)
        pilot.app.screen.query_one("#url").query_one(Input).value = "ex.example/a"
        await press(pilot, "tab", "=Slow maps", "tab", "=calm", "tab", "=climate maps", "ctrl+s")
        await pilot.pause()
        (share,) = network.shares.values()
        assert (share.url, share.title, share.topics) == (
            "https://ex.example/a",
            "Slow maps",
            ("climate", "maps"),
        )
        assert "1 would enjoy it" in shown(pilot)
        await press(pilot, "space")
        assert not network.shares[share.uid].read
        assert "not read yet" in shown(pilot)
        await press(pilot, "e", "tab", "=er", "ctrl+s")
        await pilot.pause()
        assert network.shares[share.uid].title == "Slow mapser"
        await press(pilot, "n", "=ex.example/b", "ctrl+s")
        rows(pilot).select(f"share {share.uid}")
        await press(pilot, "delete")
        assert share.uid not in network.shares
        await press(pilot, "u")
        assert share.uid in network.shares
        assert rows(pilot).current == f"share {share.uid}"


async def test_the_ledger_thanks_and_what_you_need_asks(demo: KithApp) -> None:
    async with demo.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, 3)
        assert "Worth a thought" in shown(pilot)
        marked = ((name, row.account) for name, row in screen._rows.items())
        uid = next(name for name, account in marked if account is not None and account.mark == "thank")
        rows(pilot).select(uid)
        await press(pilot, "m")
        assert "Thank" in shown(pilot)
        await press(pilot, "ctrl+s")
        account = screen._rows[uid].account
        assert account is not None and not account.mark
        await press(pilot, "right", "m")
        assert isinstance(pilot.app.screen, GiftDraft)
        assert "First of all" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert "rests until" in shown(pilot)
        # Below the name, which keeps its room.
        assert "asked; rests until" not in shown(pilot)


async def test_enter_opens_the_person_and_escape_comes_back(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        row = screen.row
        assert row is not None
        await press(pilot, "enter")
        await pilot.pause()
        contacts = pilot.app.screen
        assert isinstance(contacts, ContactsScreen)
        assert contacts.contact is not None and contacts.contact.uid == row.contact
        await press(pilot, "escape")
        await pilot.pause()
        assert seen(pilot) is GiveScreen
        assert screen.row == row


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (0, "Nothing suggests itself today"),
        (1, "No introductions yet"),
        (2, "Nothing to pass on yet"),
        (3, "Nothing is written down yet"),
        (4, "Nothing is written down that you look for"),
    ],
)
async def test_an_empty_part_leads_on(part: int, words: str) -> None:
    app = open_app(Network((MAYA,)))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, part)
        assert words in shown(pilot)


async def test_a_need_nobody_answers_opens_your_page() -> None:
    app = open_app(Network((Profile(uid="me", name="Kim", needs=("a unicorn",)), MAYA)))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, 4)
        assert "nobody you know offers it yet" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ProfileForm)


async def test_a_click_on_a_part_goes_there(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.click(Parts, offset=(15, 0))
        await pilot.pause()
        assert "Under way" in shown(pilot)
        await press(pilot, "left", "left")
        assert "somebody who does power market modelling" in shown(pilot)


async def test_a_large_network_is_reckoned_beside_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.give.AT_ONCE", 1)
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await worked(pilot)
        assert len(rows(pilot).ids) == 5
        first = rows(pilot).current
        await press(pilot, "x")
        assert first not in rows(pilot).ids
        await worked(pilot)
        assert first not in rows(pilot).ids
        await press(pilot, "u")
        await worked(pilot)
        assert first in rows(pilot).ids


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_hostile_text_shows_as_text(size: tuple[int, int]) -> None:
    people = [
        Contact(uid="a", name=TEXT, needs=("a portrait photographer",), interests=("maps",)),
        Contact(uid="b", name=f"B {TEXT}", title="portrait photographer", offers=(TEXT,)),
    ]
    share = Share(uid="s", url="https://x.example", title=TEXT, why=TEXT, topics=("maps",), read=True)
    app = KithApp(Book(Network((*people, share))), open_app().clock)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        for _ in range(5):
            assert not set(ACTING) & set(shown(pilot))
            await press(pilot, "down", "right")
        await press(pilot, "right", "right", "m", "escape", "i")
        await worked(pilot)
        assert not set(ACTING) & set(shown(pilot))
