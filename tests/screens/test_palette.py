"""The palette: names that begin as typed come first, and strewn letters are no match."""

from __future__ import annotations

from textual.command import CommandPalette, DiscoveryHit, Hit

from tests.screens.pressing import press
from tui.app import KithApp
from tui.rules.search.contacts import search
from tui.screens.palette import KithCommands


async def offered(app: KithApp, typed: str) -> list[str]:
    """Return what is offered for something typed, the best first."""
    provider = KithCommands(app.screen)
    await provider.startup()
    hits = [it async for it in provider.search(typed)]
    found = [it for it in hits if isinstance(it, Hit) and not isinstance(it, DiscoveryHit)]
    return [str(it.text).splitlines()[0] for it in sorted(found, key=lambda it: -it.score)]


async def test_what_begins_as_typed_comes_first_and_nothing_unlike_it(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down")
        assert (await offered(demo, "norr"))[0] == "Norrhavn alumni evening"
        assert (await offered(demo, "chid"))[0] == "Chidinma Okafor-Eze"
        assert (await offered(demo, "hist"))[0].startswith("History")
        assert any(it.startswith("Events") for it in await offered(demo, "debrief"))
        assert not await offered(demo, "flwp")


OTHER_WORDS = {
    "remind me later": "Snooze",
    "thank you note": "Write a message",
    "phone call": "Log a call",
    "meeting": "Log a call",
    "delete contact": "Archive somebody",
    "stop reminding": "Pause check-ins",
    "tags": "Filter by interest",
    "phone book": "Import people",
    "backup": "Export to a file",
    "charts": "See who introduced whom",
    "people at the event": "Prepare an event",
    "share article": "Keep something to pass on",
    "keyboard shortcuts": "Help with the keys",
    "my signature": "Say who you are",
    "overdue": "See who needs you today",
    "timer": "Sit down with the queue",
    "oops": "Undo",
    "exit": "Quit",
    "icebreaker": "Practise",
}
"""What one may type who does not know what things are called here, and what is offered first."""


async def test_commands_are_found_by_what_they_do_in_other_words(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5")
        # Each says what it does, also where that is on another page.
        assert all(tip and tip != "Goes there" for _, tip, *_ in KithCommands(demo.screen)._commands())
        await press(pilot, "1", "down", "down")
        found = {typed: (await offered(demo, typed))[:1] for typed in OTHER_WORDS}
        assert {typed: it for typed, it in found.items() if not it[0].startswith(OTHER_WORDS[typed])} == {}


async def test_the_palette_goes_to_what_was_typed(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", "=chidin")
        assert isinstance(demo.screen, CommandPalette)
        await press(pilot, "enter")
        await pilot.pause()
        assert demo.current_mode == "contacts"


async def test_the_palette_understands_the_search_line(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down")
        climbers = await offered(demo, "#climbing")
        assert climbers == [it.name for it in search(demo.book.network, "#climbing", demo.clock.now())]
        assert len(climbers) > 1
        assert await offered(demo, "#climbing -nerea") == [it for it in climbers if "Nerea" not in it]
        # Nobody is called so: one letter is wrong, or it stands in what they do.
        assert (await offered(demo, "chidimna"))[0] == "Chidinma Okafor-Eze"
        assert "Sigrid Haugland" in await offered(demo, "fjellvind")
