"""From an empty machine to a kept promise: by keyboard alone, 80 columns by 24 lines, on real files."""

from __future__ import annotations

import re
import shutil

from tests.exchange.generator import connections
from tests.journeys.place import ROOT, Place, block, go_to
from tests.terminal import Terminal

SAMPLE = ROOT / "tests" / "exchange" / "corpus" / "synthetic__linkedin_connections_2023plus.csv"
BEFORE, AFTER, NEXT, LATER = "2026-03-10", "2026-03-12 08:00", "2026-03-13 08:30", "2026-03-13 18:00"
EVENT = "Grid Forum Lisbon"
PEOPLE = ("Samuel Whitaker", "Vikram Bhattacharya", "Ngozi Eze", "Mafalda Moura")
LINES = (
    "Maya Lin @Acme Robotics, design lead #climate : hiring two ML people !send the deck by fri ?a founder",
    "Tunde Bello-Adé @Harbour Labs <the grid report by 20 mar >tue",
    "Åsa Dahl +knows grid regulators asa@fjord.example",
)


def test_from_an_empty_machine_to_a_kept_promise(place: Place) -> None:
    import_connections(place)
    with place.open(BEFORE) as terminal:
        prepare(terminal)
        terminal.send("q")
        assert terminal.ended() == 0
    brief_is_saved(place)
    with place.open(AFTER) as terminal:
        debrief(terminal)
        write_to_maya(terminal)
        terminal.send("q")
        assert terminal.ended() == 0
    with place.open(NEXT) as terminal:
        all_is_there(terminal)
        keep_the_promise(terminal)
        terminal.send("q")
        assert terminal.ended() == 0
    commands_agree(place)


def import_connections(place: Place) -> None:
    """Take a real file, twice: the second time nothing is new."""
    made = place.home / "Connections.csv"
    made.write_text(connections(40), encoding="utf-8")
    told = place.says(BEFORE, "import", str(made))
    assert "40 records read, 40 added" in told
    sample = place.home / "Connections (1).csv"
    shutil.copy(SAMPLE, sample)
    told = place.says(BEFORE, "import", str(sample))
    assert "3 records read, 2 added" in told
    assert "1 skipped" in told
    assert place.data(BEFORE, "import", str(made))["added"] == 0


def prepare(terminal: Terminal) -> None:
    """Ten minutes, the evening before."""
    terminal.send("3")
    terminal.wait_for("No events yet")
    terminal.send("n")
    terminal.wait_for("New event")
    terminal.send(EVENT, "tab", "tab", "tomorrow", "tab", "18:30", "tab", "tab", "21:00")
    terminal.wait_for("Wed 11 Mar, tomorrow")
    terminal.send("tab", "tab", "Doca 4", "tab", "tab", "grid storage, climate", "ctrl+s")
    terminal.wait_for("Four questions")
    terminal.send("escape")
    terminal.wait_gone("Four questions")
    terminal.wait(lambda text: bool(re.search(r"0 of \d+ prepared", text)), "the preparation")

    terminal.send("n")
    terminal.wait_for("How many")
    terminal.send("3 real conversations")
    terminal.wait_for("counted to 3")
    terminal.send("ctrl+s")
    terminal.wait_for("Goals 1")
    terminal.send("n")
    terminal.wait_for("How many")
    terminal.send("find a storage partner", "ctrl+s")
    terminal.wait_for("Goals 2")

    terminal.send("right")
    terminal.wait(lambda text: "☐" in text and "▌☐" in text, "the checklist under the cursor")
    terminal.send("space", "down", "space")
    terminal.wait(lambda text: bool(re.search(r"2 of \d+ prepared", text)), "two ticks")

    terminal.send("right", "n")
    terminal.wait_for(f"Who will be at {EVENT}?")
    for number, name in enumerate(PEOPLE, 1):
        terminal.send(name)
        terminal.wait(lambda text, it=name: bool(re.search(rf"[▌│] *{it} ", text)), name)  # type: ignore[misc]
        terminal.send("tab")
        terminal.wait_for("1 person:" if number == 1 else f"{number} people:")
    terminal.send("enter")
    terminal.wait_for("People 4")
    terminal.wait_for(f"▌○ {PEOPLE[0]}")

    # Each of the four has something to say to, none of it the same.
    said: list[str] = []
    for name in PEOPLE:
        go_to(terminal, f"○ {name[:8]}")
        terminal.wait(lambda text, it=name: it in text and "Say" in text, f"words for {name}")  # type: ignore[misc]
        terminal.send("enter")
        text = terminal.wait_for(f"What to say to {name}")
        said += re.findall("“[^”]+”", text)[:1]
        terminal.send("space")
        terminal.wait_for("★")
        terminal.send("escape")
        terminal.wait_gone(f"What to say to {name}")
    assert len(set(said)) == len(PEOPLE), said

    terminal.send("b")
    terminal.wait_for("What I want", "3 real conversations", "find a storage partner")
    terminal.send("f4")
    terminal.wait_for("Save the brief as")
    terminal.send("m")
    terminal.wait_for("Saved as")
    terminal.send("escape")
    terminal.wait_gone("What I want")


def brief_is_saved(place: Place) -> None:
    """The page to carry is the one that the command prints."""
    (saved,) = (place.home / "Documents" / "Kith").glob("*.md")
    page = saved.read_text(encoding="utf-8")
    assert page.rstrip("\n") == place.says(BEFORE, "brief", EVENT).rstrip("\n")
    assert all(name in page for name in PEOPLE)
    for name in PEOPLE:
        first = place.data(BEFORE, "starters", name, "--event", EVENT)[0]
        assert set(first) >= {"text", "because", "kind", "depth"}
        assert first["text"] in " ".join(page.split())


def debrief(terminal: Terminal) -> None:
    """Five minutes, on the train home."""
    terminal.wait_for(f"Debrief {EVENT}?")
    terminal.send("w")
    terminal.wait_for("0 of 4 people")
    first = terminal.wait(
        lambda text: any(f"▌○ {it} " in text for it in PEOPLE), "the first of those expected"
    )
    name = next(it for it in PEOPLE if f"▌○ {it} " in first)
    terminal.send("enter")
    terminal.wait_for(f"{name}, met at")
    terminal.send("batteries in island grids", "tab", "tab", "send the storage report", "tab", "fri")
    terminal.wait_for("Fri 13 Mar, tomorrow")
    terminal.send("ctrl+s")
    terminal.wait_for("1 of 4 people, 1 promise")
    terminal.send("x")
    terminal.wait_for("2 of 4 people")
    terminal.send("a")
    terminal.wait_for(f"Quick capture at {EVENT}")
    for line in LINES:
        terminal.send(line, "enter")
        terminal.wait_for(f"✓ {line.split(' @')[0].split(' +')[0]}")
    terminal.send("escape")
    terminal.wait_for("5 of 7 people, 2 promises")
    terminal.send("end", "enter")
    terminal.wait_for("still to do")
    terminal.send("s")
    terminal.wait_for("You promised", "send the deck", "send the storage report")
    terminal.send("1")
    met = f"met at {EVENT} yesterday"
    terminal.wait_for("A word after meeting", "Åsa Dahl", "Maya Lin", met, "promised", "Tunde Bello-Adé")


def write_to_maya(terminal: Terminal) -> None:
    """Open the draft, send it, and it is done."""
    go_to(terminal, "Maya Lin")
    terminal.send("m")
    terminal.wait_for("Message to Maya Lin", "Hi Maya", EVENT, "the deck", "hiring")
    terminal.send("ctrl+s")
    terminal.wait_for("Logged a message to Maya Lin")
    terminal.wait(
        lambda text: "Maya Lin" not in block(text, "A word after meeting", ("Coming up",)), "her row's end"
    )


def all_is_there(terminal: Terminal) -> None:
    """The day of the promise: it is due, and everything else is where it was."""
    text = terminal.wait_for("Promises you made", "A word after meeting", "Coming up", "Tunde Bello-Adé")
    promises = block(text, "Promises you made", ("A word after",))
    assert "Maya Lin" in promises, text
    assert [name for name in PEOPLE if name in promises], text
    assert "send the deck, promised 2 days ago" in promises, text
    assert "Maya Lin" not in block(text, "A word after meeting", ("Coming up",)), text


def keep_the_promise(terminal: Terminal) -> None:
    """Done: the row goes, and takes nothing with it."""
    go_to(terminal, "Maya Lin")
    terminal.send("d")
    terminal.wait_for("Done: Maya Lin")
    terminal.send("sent it, she likes it", "enter")
    terminal.wait_gone("Done: Maya Lin")
    terminal.wait(
        lambda text: "Maya Lin" not in block(text, "Promises you made", ("A word after",)), "its end"
    )


def commands_agree(place: Place) -> None:
    """What the commands say of it all."""
    rows = place.data(LATER, "due", "--all")
    assert {row["kind"] for row in rows} >= {"promise", "follow_up"}
    assert not [row for row in rows if row["contact"] == "Maya Lin"]
    assert all(row["reason"] and row["status"] for row in rows)

    maya = place.data(LATER, "show", "Maya Lin")
    assert (maya["organization"], maya["title"], maya["needs"]) == (
        "Acme Robotics",
        "design lead",
        ["a founder"],
    )
    assert [it["status"] for it in maya["follow_ups"]] == ["done"]
    assert [it["channel"] for it in maya["interactions"]].count("in person") == 1
    assert len(maya["interactions"]) == 3
    assert maya["met"]["event"] == EVENT
    assert maya["starters"]

    named = {row["name"] for row in place.data(LATER, "list", "#climate")}
    assert "Maya Lin" in named
    met = {row["name"] for row in place.data(LATER, "list", "met:grid")}
    assert met >= {"Maya Lin", "Tunde Bello-Adé", "Åsa Dahl"}
    assert place.data(LATER, "starters", "Åsa Dahl")
    assert EVENT in place.says(LATER, "brief", EVENT)
    assert "whole" in place.says(LATER, "doctor")
