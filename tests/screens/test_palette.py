"""The palette: names that begin as typed come first, and strewn letters are no match."""

from __future__ import annotations

from textual.command import CommandPalette, DiscoveryHit, Hit

from tests.screens.pressing import press
from tui.app import KithApp
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
        assert await offered(demo, "norr") == ["Norrhavn alumni evening"]
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
