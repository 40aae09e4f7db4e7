"""LinkedIn's messages and invitations in every shape they have had, and who of the people is you."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui.exchange.formats import recognise
from tui.exchange.linkedin_invitations import read_invitations
from tui.exchange.linkedin_messages import (
    Messages,
    read_messages,
    told_apart,
    who_you_are,
)

CORPUS = Path(__file__).parent / "corpus"
BEFORE_2023 = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
SINCE_2023 = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,"
    "ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
)
IN = "https://www.linkedin.com/in"


def read(text: str) -> Messages:
    table = recognise(text.encode(), "messages.csv").table
    assert table is not None
    return read_messages(table)


def test_a_file_of_2026_with_every_cell_quoted() -> None:
    found = read((CORPUS / "synthetic__linkedin_messages_2026_allquoted.csv").read_text(encoding="utf-8"))
    (message,) = found.messages
    assert (message.line, message.conversation) == (2, "c1")
    assert message.moment == datetime(2026, 6, 1, 14, 3, 22, tzinfo=UTC)
    assert [(it.name, it.key) for it in message.recipients] == [
        ("Jane Doe, Ph.D.", "linkedin.com/in/jane"),
        ("Bo", "linkedin.com/in/bo"),
    ]
    assert [(it.where, it.why) for it in found.skipped] == [("line 4", "advertising")]
    me = who_you_are(found, (), frozenset())
    assert me is not None
    assert me.key == "linkedin.com/in/me"


def test_names_alone_are_enough_before_2023() -> None:
    found = read(
        BEFORE_2023
        + f"c1,,Robin Vale,{IN}/robin,Maya Lin,2021-02-03 09:00:00 UTC,Hello,Hi,INBOX\n"
        + f"c1,,Maya Lin,{IN}/maya,Robin Vale,2021-02-03 10:00:00 UTC,,Hi,INBOX\n"
        + f"c2,,Bo Li,{IN}/bo,Robin Vale,2021-02-04 10:00:00 UTC,,Hi,ARCHIVE\n"
    )
    assert found.messages[0].recipients[0].key == "linkedin.com/in/maya"
    me = who_you_are(found, (), frozenset())
    assert me is not None
    assert me.name == "Robin Vale"


def test_drafts_advertising_spam_and_bad_times_are_named() -> None:
    def row(**said: str) -> str:
        it = {
            **{"title": "", "sender": "Maya Lin", "url": f"{IN}/maya", "day": "2026-01-02 10:00:00 UTC"},
            **{"content": "Hi", "folder": "INBOX", "draft": "No", **said},
        }
        who = f"{it['sender']},{it['url']},Robin,{IN}/robin"
        return f"c,{it['title']},{who},{it['day']},,{it['content']},{it['folder']},,{it['draft']},No\n"

    found = read(
        SINCE_2023
        + row()
        + row(draft="Yes", url=f"{IN}/robin", sender="Robin")
        + row(sender="LinkedIn Member", url="")
        + row(content='<p class=""spinmail-quill"">Hi %FIRSTNAME%</p>'.replace('"', ""))
        + row(title="Sponsored Conversation")
        + row(folder="SPAM")
        + row(day="soon")
        + ",,,,,,,,,,,,\n"
    )
    assert len(found.messages) == 1
    assert [it.why for it in found.skipped] == [
        "a draft",
        "from nobody who can be named: advertising, or a member who has left LinkedIn",
        "advertising",
        "advertising",
        "in the folder for spam",
        "“soon” can't be read as a time",
        "an empty row",
    ]
    assert found.yours == {"linkedin.com/in/robin"}


def test_who_you_are_where_only_two_people_talk() -> None:
    text = (
        SINCE_2023
        + f"c1,,Maya Lin,{IN}/maya,Robin Vale,{IN}/robin,2026-01-02 10:00:00 UTC,,Hi,INBOX,,No,No\n"
    )
    found = read(text)
    assert who_you_are(found, (), frozenset()) is None
    for names, known in ((("robin VALE",), ()), ((), ("linkedin.com/in/maya",))):
        me = who_you_are(found, names, frozenset(known))
        assert me is not None
        assert me.key == "linkedin.com/in/robin"


@pytest.mark.parametrize(
    ("text", "several", "names"),
    [
        ("Jane Doe, Ph.D., Bo", 2, ["Jane Doe, Ph.D.", "Bo"]),
        ("Jane Doe, MBA, PMP, Bo Li, Jr.", 2, ["Jane Doe, MBA, PMP", "Bo Li, Jr."]),
        ("Jane Doe,Bo Li", 2, ["Jane Doe", "Bo Li"]),
        ("Jane Doe, PhD", 1, ["Jane Doe, PhD"]),
        ("Jane Doe, Bo, Ann", 2, []),
        ("", 2, []),
    ],
)
def test_names_in_one_cell(text: str, several: int, names: list[str]) -> None:
    assert told_apart(text, several) == names


def test_invitations_of_both_kinds() -> None:
    text = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Robin Vale,Maya Lin,"3/4/26, 9:14 AM","Good to meet you, Maya",OUTGOING,{IN}/robin,{IN}/maya\n'
        f'Bo Li,Robin Vale,"11/20/26, 9:14 PM",,INCOMING,{IN}/bo,{IN}/robin\n'
        ',Robin Vale,"11/20/26, 9:14 PM",,INCOMING,,\n'
        f"Ana,Robin Vale,whenever,,INCOMING,{IN}/ana,{IN}/robin\n"
    )
    table = recognise(text.encode(), "Invitations.csv").table
    assert table is not None
    found, skipped = read_invitations(table)
    assert [(it.other.name, it.yours, it.day, it.message) for it in found] == [
        ("Maya Lin", True, date(2026, 3, 4), "Good to meet you, Maya"),
        ("Bo Li", False, date(2026, 11, 20), ""),
    ]
    assert [it.where for it in skipped] == ["line 4", "line 5"]
