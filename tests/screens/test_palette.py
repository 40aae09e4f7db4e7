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
