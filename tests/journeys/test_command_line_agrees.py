"""What the commands print is what the screens show: the same people, in the same order, with the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.journeys.place import Place, go_to, moment

ON = "2026-03-10 08:00"
EVENT = "Grid & Data Day"
WIDE = 180


@pytest.fixture
def sample(place: Place) -> Place:
    """A machine with the sample network kept in the file."""
    place.fill(moment(ON))
    return place


def left_side(text: str) -> Iterator[str]:
    """Yield the lines of the list, without the pane beside it."""
    for line in text.splitlines():
        yield line.split("│")[0].rstrip()


def rows_of_queue(text: str) -> list[tuple[str, str]]:
    """Return name and reason of each row of the queue, as far as they fit."""
    lines = list(left_side("\n".join(text.splitlines()[1:])))
    begin = next(number for number, line in enumerate(lines) if line.strip() == "Promises you made")
    found = []
    for mark, why in zip(lines[begin:], lines[begin + 1 :], strict=False):
        row = re.match(r"[ ▌][■▲◆●○] (.+?)  +\S.*", mark)
        if row:
            found.append((row[1], why.lstrip(" ▌")))
    return found


def names_in_list(text: str) -> list[str]:
    """Return who is in the list of contacts."""
    lines = [line for line in left_side(text) if re.match(r"[ ▌▏][·○◐●◉] ", line)]
    return [re.split(r"  +|…", line[3:])[0].removesuffix(" (paused)") for line in lines]


def test_the_queue(sample: Place) -> None:
    printed = [(row["contact"], row["reason"], row["text"]) for row in sample.data(ON, "due")]
    assert len(printed) > 15
    with sample.open(ON, columns=WIDE, rows=120) as terminal:
        # The last of them stands at the bottom.
        text = terminal.wait(lambda text: len(rows_of(text)) >= len(printed), "the whole queue")
        shown = rows_of(text)
    assert [name for name, _ in shown] == [name for name, *_ in printed]
    for (name, seen), (_, reason, promised) in zip(shown, printed, strict=True):
        words = seen.removesuffix("…")
        # Where the reason does not fit its line, what was promised stands first.
        assert reason.startswith(words) or (promised and words.startswith(promised[: len(words)])), name


def rows_of(text: str) -> list[tuple[str, str]]:
    """Return the rows of the queue; none while it is being painted."""
    return rows_of_queue(text) if "Promises you made" in text else []


@pytest.mark.parametrize(
    "query", ["tier:close", "#storage", "needs:meters", "met:island", "due: tier:close", "berg"]
)
def test_the_list(sample: Place, query: str) -> None:
    printed = [row["name"] for row in sample.data(ON, "list", query)]
    assert printed
    with sample.open(ON, columns=WIDE, rows=80) as terminal:
        terminal.send("/")
        terminal.wait_for("Search")
        terminal.send(query)
        number = f" {len(printed)} contact"
        terminal.wait(lambda text: number in text and names_in_list(text) == printed, f"{printed}")


def test_words_for_somebody_at_an_event_and_the_page_to_carry(sample: Place) -> None:
    page = sample.says(ON, "brief", EVENT)
    name = re.findall(r"^1\. \*\*(.+?)\*\*", page, re.MULTILINE)[0]
    printed = [row["text"] for row in sample.data(ON, "starters", name, "--event", EVENT)]
    assert printed
    with sample.open(ON, columns=WIDE, rows=70) as terminal:
        terminal.wait_for(EVENT)
        go_to(terminal, EVENT)
        terminal.send("enter")
        terminal.wait_for("prepared", name)
        go_to(terminal, f" {name}")
        terminal.send("enter")
        text = terminal.wait_for(f"What to say to {name}", f"“{printed[-1][:30]}")
        # Some stand in the pane beside as well.
        begin = text.index("What to say to")
        places = [text.index(f"“{words[:30]}", begin) for words in printed]
        assert places == sorted(places)
        terminal.send("escape")
        terminal.wait_gone("What to say to")
        terminal.send("b")
        text = terminal.wait_for("Brief", "What I want", "To say to anyone")
        on_page = re.findall(r"^\d+\. \*\*(.+?)\*\*", page, re.MULTILINE)
        places = [text.index(it) for it in on_page]
        assert places == sorted(places)
