"""Every format into the network: what comes, what is left out and why, and that twice is as good as once."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.exchange.generator import connections
from tui.actions.importing import Import, import_file, import_source, maybe_known
from tui.exchange.formats import recognise
from tui.exchange.report import ImportProblem
from tui.model.codec import to_builtins
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Interaction, Milestone, Note, Profile
from tui.model.tables import table_of

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()
CORPUS = Path(__file__).parent.parent / "exchange" / "corpus"
IN = "https://www.linkedin.com/in"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    f"Maya,Lin,{IN}/maya,,Acme,Lead,04 Mar 2026\n"
    f"Bo,Li,{IN}/bo,,Harbour,Buyer,05 Mar 2026\n"
)
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,"
    "ATTACHMENTS,IS MESSAGE DRAFT\n"
    f"c1,,Robin Vale,{IN}/robin,Maya Lin,{IN}/maya,2026-06-01 14:00:00 UTC,Grids,Hi,INBOX,,No\n"
    f"c1,,Maya Lin,{IN}/maya,Robin Vale,{IN}/robin,2026-06-01 15:00:00 UTC,,Hi,INBOX,,No\n"
    f"c1,,Maya Lin,{IN}/maya,Robin Vale,{IN}/robin,2026-06-02 15:00:00 UTC,,Hi,INBOX,,No\n"
    f'c2,,Robin Vale,{IN}/robin,"Tunde Bello, Bo Li","{IN}/tunde,{IN}/bo",2026-06-03 15:00:00 UTC,,Hi,INBOX,,No\n'
    f"c3,,Ina Stranger,{IN}/ina,Robin Vale,{IN}/robin,2026-06-03 15:00:00 UTC,,Buy now,INBOX,,No\n"
    f"c3,,Ina Stranger,{IN}/ina,Robin Vale,{IN}/robin,2026-06-04 15:00:00 UTC,,Buy now,INBOX,,No\n"
    f"c4,,Robin Vale,{IN}/robin,Maya Lin,{IN}/maya,2026-06-05 14:00:00 UTC,,Never sent,INBOX,,Yes\n"
)
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Robin Vale,Maya Lin,"3/4/26, 9:14 AM","Good to meet you at the forum",OUTGOING,{IN}/robin,{IN}/maya\n'
    f'Bo Li,Robin Vale,"3/5/26, 9:14 PM",,INCOMING,{IN}/bo,{IN}/robin\n'
    f'Ola,Robin Vale,"3/5/26, 9:14 PM",,INCOMING,{IN}/ola,{IN}/robin\n'
)
OWN = "First Name,Last Name,Maiden Name,Headline,Summary,Geo Location\nRobin,Vale,,Adviser,,London\n"


def take(network: Network, data: bytes | str, *, event: Event | None = None) -> Import:
    """Import and apply."""
    content = data.encode() if isinstance(data, str) else data
    done = import_source(network, recognise(content, "the file"), NOW, event=event)
    network.apply(done.change)
    assert done.read == done.added + done.updated + done.unchanged + len(done.skipped)
    return done


def named(network: Network, name: str) -> Contact:
    (contact,) = network.by_name(name)
    return contact


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


ARCHIVE = zipped(
    {
        "Invitations.csv": INVITATIONS,
        "messages.csv": MESSAGES,
        "Connections.csv": CONNECTIONS,
        "Profile.csv": OWN,
        "Skills.csv": "Name\nGrids\n",
        "Jobs/Saved Jobs.csv": "Saved Date,Job Url\n1,2\n",
        "__MACOSX/._Connections.csv": "junk",
    }
)


def test_messages_become_touches_one_for_each_person_day_and_conversation() -> None:
    network = Network([Profile(uid="me", name="Robin Vale")])
    take(network, CONNECTIONS)
    done = take(network, MESSAGES)
    maya, bo, tunde = named(network, "Maya Lin"), named(network, "Bo Li"), named(network, "Tunde Bello")
    days = [(it.day, it.channel, it.summary) for it in network.touches_of(maya.uid)]
    assert days == [(date(2026, 6, 2), "message", ""), (date(2026, 6, 1), "message", "Grids")]
    assert [it.day for it in network.touches_of(bo.uid)] == [date(2026, 6, 3)]
    assert [it.day for it in network.touches_of(tunde.uid)] == [date(2026, 6, 3)]
    assert (tunde.tier, tunde.profiles) == ("ambient", (f"{IN}/tunde",))
    assert not network.by_name("Ina Stranger")
    assert done.change.words == "Imported 1 person and 4 touches from LinkedIn messages"
    assert [(it.where, it.why) for it in done.skipped] == [
        (
            "line 6",
            "Ina Stranger: not among your contacts, and you never wrote to them (2 days with messages)",
        ),
        ("line 8", "a draft"),
    ]
    again = take(network, MESSAGES)
    assert not again.change
    assert (again.added, again.unchanged) == (0, 4)


def test_nobody_is_taken_for_you_by_chance() -> None:
    two = "\n".join(MESSAGES.splitlines()[:3])
    with pytest.raises(ImportProblem, match="write your name"):
        take(Network(), two)
    assert take(Network([Profile(uid="me", name="robin vale")]), two).added == 1


def test_invitations_are_touches_and_tell_how_you_met() -> None:
    network = Network()
    take(network, CONNECTIONS)
    done = take(network, INVITATIONS)
    maya = named(network, "Maya Lin")
    assert maya.met_note == "Connected on LinkedIn. You wrote: “Good to meet you at the forum”"
    assert [(it.day, it.channel) for it in network.touches_of(maya.uid)] == [(date(2026, 3, 4), "social")]
    assert [it.why for it in done.skipped] == ["Ola: not among your contacts"]
    assert not take(network, INVITATIONS).change


def test_the_archive_of_linkedin_is_one_change_and_undone_as_one() -> None:
    network = Network()
    done = take(network, ARCHIVE)
    assert done.change.words == "Imported 3 people and 6 touches from an archive"
    assert len(network.contacts) == 3
    assert len(network.interactions) == 6
    assert ("archive", "2 other files in it: nothing about people you know") in [
        (it.where, it.why) for it in done.noted
    ]
    assert {it.where for it in done.skipped} == {
        "messages.csv, line 6",
        "messages.csv, line 8",
        "Invitations.csv, line 4",
    }
    assert not take(network, ARCHIVE).change
    network.apply(done.change.inverse())
    assert not list(network.records())


def test_archives_that_are_no_lists_of_people_are_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = zipped({"Connections.csv": CONNECTIONS.encode() + b" " * 30_000_000})
    locked = bytearray(ARCHIVE)
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:
        locked[at + 8] |= 1
        at += 4
    cases: dict[str, bytes] = {
        "would grow far larger": bomb,
        "locked with a password": bytes(locked),
        "cut off or damaged": ARCHIVE[: len(ARCHIVE) // 2],
        "holds no file that Kith reads": zipped({"photo.png": b"\x89PNG", "notes.csv": "a,b\n1,2\n"}),
        "there is nothing": zipped({}),
    }
    for words, data in cases.items():
        with pytest.raises(ImportProblem, match=words):
            take(Network(), data)
    monkeypatch.setattr("tui.exchange.archive.MOST_FILES", 3)
    with pytest.raises(ImportProblem, match="far more than a list"):
        take(Network(), ARCHIVE)


def test_a_damaged_file_in_an_archive_costs_that_file_alone() -> None:
    data = bytearray(ARCHIVE)
    with zipfile.ZipFile(io.BytesIO(ARCHIVE)) as archive:
        inside = archive.getinfo("messages.csv")
    start = inside.header_offset + 30 + len("messages.csv")
    data[start + 20 : start + 60] = b"\xff" * 40
    network = Network()
    done = take(network, bytes(data))
    assert len(network.contacts) == 2
    assert any(it.where == "messages.csv" and "damaged" in it.why for it in done.skipped)


def test_people_of_a_guest_list_join_the_event_and_who_is_known_is_not_made_twice() -> None:
    event = Event(uid="e", name="Grid Forum", start=TODAY, people=(Attendee(contact="m", why="old friend"),))
    maya = Contact(uid="m", name="Maya Lin", organization="Acme", tier="close")
    network = Network([event, maya])
    guests = "Name,Email\nmaya lin,\nBo Li,bo@x.example\nAna Reyes,team@x.example\nTom Ford,team@x.example\n"
    done = take(network, guests, event=event)
    assert (done.added, done.unchanged) == (3, 1)
    people = network.events["e"].people
    assert [network.contacts[it.contact].name for it in people] == [
        "Maya Lin",
        "Bo Li",
        "Ana Reyes",
        "Tom Ford",
    ]
    assert people[0].why == "old friend"
    assert network.contacts["m"] == maya
    assert not take(network, guests, event=network.events["e"]).change


def test_phones_notes_and_groups_are_added_and_what_was_taken_out_stays_out() -> None:
    google = (
        "First Name,Last Name,Labels,Notes,Birthday,E-mail 1 - Value,Phone 1 - Value,Organization Name\n"
        "Asa,Dahl,Sailing ::: Work,Likes tea,--05-03,asa@x.example,+46 70 123 45 67,Fjord\n"
    )
    mine = Contact(uid="a", name="Åsa Dahl", emails=("ASA@x.example",), notes="Mine", phones=("0701234567",))
    network = Network([mine])
    take(network, google)
    asa = network.contacts["a"]
    assert (asa.name, asa.notes) == ("Åsa Dahl", "Mine\n\nLikes tea")
    assert asa.phones == ("0701234567",)
    assert asa.groups == ("Sailing", "Work")
    assert asa.milestones == (Milestone(label="birthday", month=5, day=3),)
    changed = replace(asa, groups=("Work",), notes="Mine", milestones=())
    network = Network([changed])
    assert not take(network, google).change


def test_a_new_position_becomes_a_day_worth_a_word_once() -> None:
    network = Network()
    take(network, CONNECTIONS)
    later = CONNECTIONS.replace("Acme,Lead", "Fjord Foods,Head of Grid").replace(
        "Harbour,Buyer", "HARBOUR,buyer"
    )
    take(network, later)
    assert named(network, "Maya Lin").milestones == (
        Milestone(label="new position at Fjord Foods", month=11, day=22, year=2026, once=True),
    )
    assert not named(network, "Bo Li").milestones
    assert not take(network, later).change


def test_thousands_of_new_positions_are_not_all_worth_a_word() -> None:
    text = connections(400, hidden=0)
    network = Network()
    take(network, text)
    close = next(it for it in network.contacts.values() if it.organization)
    network = Network([replace(it, tier="close") if it is close else it for it in network.contacts.values()])
    header, *rows = text.split("\n\n", 1)[-1].splitlines()
    moved = [
        row.replace(" Labs,", " Space,").replace("Lead,", "Chief,").replace("Engineer,", "Pilot,")
        for row in rows
    ]
    done = take(network, "\n".join((header, *moved)))
    assert done.updated > 50
    assert {it.uid for it in network.contacts.values() if it.milestones} <= {close.uid}


def test_who_may_be_known_already_is_told_and_not_merged() -> None:
    network = Network([Contact(uid="m", name="Maya Lin", organization="Acme Robotics")])
    done = import_source(
        network, recognise(b"Name,Company,Email\nLin Maya,Acme Robotics,maya@x.example\n", "it"), NOW
    )
    assert done.added == 1
    ((name, why),) = maybe_known(network, done)
    assert name == "Lin Maya"
    assert "Acme Robotics" in why
    assert not maybe_known(Network(), done)


def test_reading_can_be_stopped() -> None:
    rows = "\n".join(["Name,Email", *(f"Bo {number},b{number}@x.example" for number in range(900))])
    for stop in (0, 400, 900):

        def progress(done: int, total: int, until: int = stop) -> bool:
            return done < until

        done = import_source(Network(), recognise(rows.encode(), "it"), NOW, progress=progress)
        assert done.cancelled
        assert not done.change


def kith(*records: object, version: int = 1) -> str:
    tables: dict[str, dict[str, object]] = {
        "meta": {"1": {"uid": "meta", "version": version}},
        "contacts": {},
    }
    for record in records:
        table = tables.setdefault(table_of(record), {})  # type: ignore[arg-type]
        table[str(len(table) + 1)] = to_builtins(record)  # type: ignore[arg-type]
    return json.dumps(tables)


def test_another_kith_file_is_merged_by_uid() -> None:
    maya = Contact(uid="m", name="Maya Lin", tier="close")
    theirs = (
        replace(maya, notes="theirs"),
        Contact(
            uid="b2", name="Bo Li", emails=("bo@x.example",), phones=("+46 70 123 45 67",), introduced_by="m"
        ),
        Contact(uid="t", name="Tunde Bello", introduced_by="b2", tier="inner"),
        Interaction(uid="i", day=TODAY, contacts=("b2", "t"), notes=(Note(contact="b2", text="x"),)),
        Event(uid="e", name="Forum", start=TODAY, people=(Attendee(contact="b2"),)),
        FollowUp(uid="f", kind="promise", contact="b2", text="the deck"),
    )
    network = Network([maya, Contact(uid="b1", name="Bo", emails=("BO@x.example",))])
    done = take(network, kith(*theirs, Profile(uid="me", name="Robin")))
    assert network.contacts["m"] == maya
    assert [(it.where, it.why) for it in done.skipped] == [
        ("contacts 1", "Maya Lin: is other in your file; yours is kept")
    ]
    assert set(network.contacts) == {"m", "b1", "t"}
    assert network.contacts["b1"].phones == ("+46 70 123 45 67",)
    assert network.contacts["t"] == replace(theirs[2], introduced_by="b1")
    assert network.interactions["i"].contacts == ("b1", "t")
    assert network.interactions["i"].notes[0].contact == "b1"
    assert network.events["e"].people[0].contact == "b1"
    assert network.follow_ups["f"].contact == "b1"
    assert network.profile.name == "Robin"
    assert not take(network, kith(*theirs)).change


def test_a_kith_file_with_bad_rows_or_from_a_newer_kith() -> None:
    text = json.dumps(
        {
            "contacts": {
                "1": {"uid": "a", "name": "Ana"},
                "2": {"uid": "b", "name": 5},
                "3": {"name": "x", "uid": ""},
            },
            "interactions": {"7": {"uid": "i"}},
            "strange": {"1": {}},
        }
    )
    network = Network()
    done = take(network, text)
    assert set(network.contacts) == {"a"}
    assert [it.where for it in done.skipped] == ["contacts 2", "contacts 3", "interactions 7"]
    for bad, words in (
        (kith(version=99), "newer Kith"),
        ('{"a": 1}', "no Kith file"),
        ('{"contacts": [1]}', "other than rows"),
        ('{"contacts": ', "no JSON"),
    ):
        with pytest.raises(ImportProblem, match=words):
            take(Network(), bad)


def test_vcards_and_calendars_are_told_by_their_content(tmp_path: Path) -> None:
    card = tmp_path / "people.txt"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Maya Lin\nN:Lin;Maya;;;\nEMAIL:maya@x.example\nBDAY:1990-05-03\nEND:VCARD\n"
    )
    network = Network()
    done = import_file(network, card, TODAY, now=NOW)
    network.apply(done.change)
    maya = named(network, "Maya Lin")
    assert (maya.emails, maya.tier, maya.source, done.words) == (
        ("maya@x.example",),
        "ambient",
        "vcard",
        "vCards",
    )
    assert not import_file(network, card, TODAY, now=NOW).change
    entry = tmp_path / "invite.txt"
    entry.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x@y\nSUMMARY:Forum\nDTSTART:20261201T180000Z\n"
        "DTEND:20261201T200000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    network.apply(import_file(network, entry, TODAY, now=NOW).change)
    assert [it.name for it in network.events.values()] == ["Forum"]


def test_columns_can_be_chosen_and_a_table_without_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Person of note;Firm of today;Mail\nBo Li;Acme;bo@x.example\n")
    with pytest.raises(ImportProblem, match="no column is plainly one of names"):
        import_file(Network(), path, TODAY)
    network = Network()
    chosen = [("Person of note", "name"), ("Firm of today", "organization")]
    network.apply(import_file(network, path, TODAY, columns=chosen).change)
    assert named(network, "Bo Li").organization == "Acme"
    with pytest.raises(ImportProblem, match="no column “Nobody”"):
        import_file(Network(), path, TODAY, columns=[("Nobody", "name")])
    path.write_text(CONNECTIONS)
    with pytest.raises(ImportProblem, match="none can be chosen"):
        import_file(Network(), path, TODAY, columns=[("Company", "name")])


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.csv")), ids=lambda it: it.name)
def test_each_file_of_the_corpus_twice_is_as_good_as_once(path: Path) -> None:
    network = Network()
    first = take(network, path.read_bytes())
    assert first.added > 0
    assert not take(network, path.read_bytes()).change
    network.apply(first.change.inverse())
    assert not list(network.records())


NAMES = st.sampled_from(["Ana Reyes", "ana reyes", "Bo Lund", "Åsa Dahl", ""])
CELLS = {
    "Name": NAMES,
    "Email": st.sampled_from(["", "a@x.example", "A@x.example", "b@x.example, a@x.example", "none"]),
    "Company": st.sampled_from(["", "Acme", "ACME"]),
    "Phone": st.sampled_from(["", "+46 70 123 45 67", "0701234567", "12"]),
    "Website": st.sampled_from(["", "acme.example", f"{IN}/ana", f"{IN}/bo/"]),
    "Groups": st.sampled_from(["", "Rowing", "rowing; Sailing"]),
    "Notes": st.sampled_from(["", "Likes tea", "Likes tea\nand jazz"]),
    "Birthday": st.sampled_from(["", "1990-05-03", "--05-03", "soon"]),
    "City": st.sampled_from(["", "Ulm", "Lagos"]),
}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.fixed_dictionaries(CELLS), min_size=1, max_size=7), st.booleans())
def test_any_table_twice_is_as_good_as_once(rows: list[dict[str, str]], known: bool) -> None:
    lines = [",".join(CELLS), *(",".join(f'"{row[name]}"' for name in CELLS) for row in rows)]
    people = [Contact(uid="a", name="Ana Reyes", emails=("a@x.example",), notes="Mine")] if known else []
    network = Network(people)
    first = take(network, "\n".join(lines))
    assert not take(network, "\n".join(lines)).change
    network.apply(first.change.inverse())
    assert list(network.records()) == people


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_messages_in_any_order_are_the_same_touches(chance: random.Random) -> None:
    header, *rows = MESSAGES.splitlines()
    chance.shuffle(rows)
    network = Network([Profile(uid="me", name="Robin Vale")])
    take(network, "\n".join((header, *rows)))
    assert len(network.interactions) == 4
    assert not take(network, MESSAGES).change
