"""A network in which every text tries to act: markup, escape sequences, turned-round and zero-width characters."""

from __future__ import annotations

import datetime as dt

from tui.model.network import Network
from tui.model.records import (
    Attendee,
    ChecklistItem,
    Contact,
    Culture,
    Event,
    FollowUp,
    Goal,
    Interaction,
    Introduction,
    Milestone,
    Note,
    Profile,
)

TEXT = " ".join(
    (
        "[@click=app.exit]x[/] [red]R \x1b[31mESC\x1b]0;t\x07 \u202eturned\u2066",
        "e\u0301\u200d 佐藤 美咲 👩\u200d🔬 مرحبا \\[b] \x00\x9bend",
    )
)
ACTING = "\x1b\x07\x00\x9b\u202e\u2066"
"""Characters of it that may never reach a terminal."""


def hostile(text: str = TEXT) -> Network:
    """Return a network with that text in every field that takes any."""
    day = dt.date(2026, 11, 1)
    person = Contact(
        uid="one",
        name=text,
        given=text,
        family=text,
        organization=text,
        title=text,
        industry=text,
        emails=("a@b.example", text),
        phones=(f"1{text}",),
        profiles=(f"https://x.example/{text}",),
        place=text,
        languages=(text,),
        groups=(text,),
        interests=(text,),
        offers=(text,),
        needs=(text,),
        roles=(text,),
        met_day=day,
        met_note=text,
        met_event="past",
        introduced_by="two",
        notes=f"{text}\n{text}",
        private_notes=text,
        culture=Culture(pronunciation=text, pronouns=text, greeting=text, notes=text),
        milestones=(Milestone(label=text, month=11, day=26),),
        tier="inner",
        added=day,
    )
    other = Contact(uid="two", name=text, organization=text, tier="inner", added=dt.date(2026, 1, 1))
    past = Event(
        uid="past",
        name=text,
        start=dt.date(2026, 11, 22),
        place=text,
        people=(Attendee(contact="one", why=text, questions=(text,)),),
        topics=(text,),
        goals=(Goal(text=text, plan=text),),
        checklist=(ChecklistItem(text=text),),
        worked=text,
    )
    coming = Event(uid="coming", name=text, start=dt.date(2026, 11, 27), place=text, checklist=past.checklist)
    steps = [
        FollowUp(uid=kind, kind=kind, contact="one", text=text, made=day, due=dt.date(2026, 11, 10))
        for kind in ("promise", "waiting", "follow_up")
    ]
    touches = (
        Interaction(
            uid="touch",
            day=dt.date(2026, 10, 20),
            contacts=("one", "two"),
            summary=text,
            gave=text,
            received=text,
            ask_next=text,
            notes=(Note(contact="one", text=text),),
        ),
        Interaction(uid="tried", day=dt.date(2026, 10, 10), contacts=("one",), summary=text, attempt=True),
    )
    introduction = Introduction(uid="intro", first="one", second="two", reason=text, added=day)
    you = Profile(uid="me", name=text, pitch=text, interests=(text,), groups=(text,))
    return Network((person, other, past, coming, *steps, *touches, introduction, you))
