"""The invented network of the gallery: small enough to know by heart, with something to see on every page.

It is the gallery's own, so that a word in the sample network, or in another test, changes no picture.
"""

from __future__ import annotations

import datetime as dt

from tui.model.base import Record
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
    Meta,
    Milestone,
    Profile,
    Sent,
    Share,
    Starter,
    Step,
)

TODAY = dt.date(2026, 11, 24)
"""The day of `tests.screens.conftest.NOW`, a Tuesday."""


def day(before: int) -> dt.date:
    """Return the day so many days ago; ahead of today if negative."""
    return TODAY - dt.timedelta(days=before)


YOU = Profile(
    uid="me",
    name="Noor Haddad",
    organization="Haddad Charts",
    title="cartographer",
    pitch="I draw maps of power grids, so that towns see where there is room before anybody digs.",
    emails=("noor@haddad.example",),
    place="Porto",
    timezone="Europe/Lisbon",
    groups=("Tide School",),
    interests=("maps", "rowing", "storage"),
    offers=("reading a grid study", "introductions to town planners"),
    needs=("somebody who knows batteries", "a speaker for the map evening"),
)

PEOPLE = (
    Contact(
        uid="maya",
        name="Maya Lin",
        organization="Acme Robotics",
        title="design lead",
        industry="robotics",
        emails=("maya@acme.example",),
        phones=("+351 21 000 0101",),
        profiles=("https://www.linkedin.com/in/maya-lin-example",),
        place="Lisbon",
        timezone="Europe/Lisbon",
        languages=("English", "Portuguese"),
        circle="both",
        groups=("Tide School",),
        interests=("climate", "sailing", "maps"),
        offers=("grippers for odd shapes",),
        needs=("a hardware founder to learn from",),
        roles=("peer",),
        met_day=day(400),
        met_note="queued for coffee together",
        tier="close",
        milestones=(Milestone(label="birthday", month=11, day=28),),
        notes="Moved to Lisbon in spring; her team doubled.",
        private_notes="Thinks about leaving; not to be mentioned.",
        culture=Culture(pronunciation="MY-ah", pronouns="she/her"),
        starters=(Starter(text="Which gripper failed best?", kind="own", state="pinned"),),
        added=day(400),
    ),
    Contact(
        uid="jose",
        name="José Álvarez de la Cruz-Montenegro",
        organization="Salt",
        title="founder",
        industry="energy",
        emails=("jose@salt.example",),
        place="Cádiz",
        interests=("storage", "tides"),
        offers=("knows grid regulators",),
        needs=("a designer",),
        tier="inner",
        introduced_by="maya",
        met_day=day(260),
        added=day(260),
    ),
    Contact(
        uid="ama",
        name="Ama Owusu",
        organization="Volta Storage",
        title="head of batteries",
        industry="energy",
        emails=("ama@volta.example",),
        place="Accra",
        groups=("Tide School", "Rowers of the Douro"),
        interests=("storage", "rowing"),
        offers=("battery safety reviews", "a hardware founder's view"),
        needs=("somebody who draws maps",),
        roles=("mentor",),
        tier="close",
        introduced_by="maya",
        notes="Rows at dawn.",
        added=day(300),
    ),
    Contact(
        uid="yutong",
        name="周雨桐",
        nickname="Yutong",
        organization="海图数据",
        title="data engineer",
        place="深圳",
        languages=("中文", "English"),
        interests=("maps", "open-data"),
        needs=("grid data in Europe",),
        tier="active",
        culture=Culture(greeting="nod", name_order="family first", pronunciation="joe you-tong"),
        added=day(210),
    ),
    Contact(
        uid="tunde",
        name="Tunde Bakare",
        organization="Bakare & Daughters",
        title="adviser",
        place="Lagos",
        interests=("climate",),
        roles=("client",),
        tier="active",
        added=day(330),
    ),
    Contact(
        uid="freja",
        name="Freja Østergård",
        organization="Municipality of Sandhavn",
        title="town planner",
        place="Sandhavn",
        interests=("maps", "heat"),
        needs=("somebody to review the heat plan",),
        tier="close",
        added=day(340),
    ),
    Contact(
        uid="priya",
        name="Priya Raman",
        organization="Delta Grid",
        title="analyst",
        tier="active",
        added=day(350),
    ),
    Contact(uid="luca", name="Luca Moretti", place="Turin", circle="personal", tier="inner", added=day(120)),
    Contact(
        uid="sefa", name="Sefa Tuiasosopo", title="teacher", circle="personal", tier="close", added=day(200)
    ),
    Contact(uid="irina", name="Irina Dragan", organization="Delta Grid", tier="active", added=day(390)),
    Contact(uid="kofi", name="Kofi Mensah", organization="Volta Storage", tier="active", added=day(380)),
    Contact(
        uid="hana",
        name="Hana Sato",
        organization="Minato Press",
        title="science editor",
        place="Kobe",
        groups=("Science Writers of Kansai",),
        industry="publishing",
        interests=("storage",),
        offers=("a reader's eye",),
        needs=("a story about tides",),
        tier="wide",
        added=day(2200),
    ),
    Contact(
        uid="maya2",
        name="Maya Lin",
        organization="Acme Robotics GmbH",
        emails=("maya@acme.example",),
        place="Lisboa",
        tier="ambient",
        source="LinkedIn",
        added=day(20),
    ),
    *(
        Contact(
            uid=f"bulk{number}",
            name=name,
            organization=work,
            title=title,
            tier="ambient",
            source="LinkedIn",
            met_day=day(60 + 40 * number),
            added=day(20),
            groups=groups,
        )
        for number, (name, work, title, groups) in enumerate(
            (
                ("Rosa Mbeki", "Delta Grid", "grid engineer", ("Tide School",)),
                ("Elif Aydın", "Kuzey Wind", "site manager", ()),
                ("Tomás Ferreira", "Douro Ferries", "captain", ()),
                ("Wanjiru Kamau", "Nyota Solar", "founder", ()),
            )
        )
    ),
    Contact(
        uid="away", name="Bo Nilsen", organization="Fjord Oil", tier="wide", archived=True, added=day(900)
    ),
)

FORUM = Event(
    uid="forum",
    name="Grid Forum",
    kind="conference",
    start=day(-2),
    start_time=dt.time(18, 30),
    end_time=dt.time(21, 0),
    place="Doca 4",
    url="https://forum.example/2026",
    topics=("storage", "tides"),
    notes="The lift is slow; the stairs are behind the cloakroom.",
    goals=(
        Goal(
            text="real conversations", target=3, done=1, plan="If I stand alone, then I walk to the coffee."
        ),
        Goal(text="thank the host"),
    ),
    checklist=(
        ChecklistItem(text="Charge the phone", due=day(-1)),
        ChecklistItem(text="Read the programme", due=day(1), done=True),
        ChecklistItem(text="Print the brief"),
    ),
    people=(
        Attendee(contact="maya", why="how the gripper held", priority=1, questions=("What broke first?",)),
        Attendee(contact="ama", why="battery safety", priority=1),
        Attendee(contact="yutong", priority=2),
        Attendee(contact="bulk0", priority=3),
    ),
    added=day(30),
)
TABLE = Event(
    uid="table",
    name="Round table on storage",
    kind="meet-up",
    start=day(1),
    start_time=dt.time(17, 0),
    end_time=dt.time(19, 0),
    place="Casa da Maré",
    goals=(Goal(text="two new faces", target=2, done=1), Goal(text="ask about permits")),
    people=(
        Attendee(contact="ama", why="the safety review", priority=1, outcome="met"),
        Attendee(contact="tunde", why="his client in Lagos"),
        Attendee(contact="freja"),
        Attendee(contact="priya", priority=3),
    ),
    added=day(20),
)
ALUMNI = Event(
    uid="alumni",
    name="Tide School alumni evening",
    kind="alumni",
    start=day(70),
    place="Rua do Cais 9",
    goals=(Goal(text="say hello to three people", target=3, done=3),),
    people=(Attendee(contact="maya", outcome="met"), Attendee(contact="jose", outcome="met")),
    debriefed=True,
    worked="Coming early, before the groups were closed.",
    change_next="Eat first.",
    added=day(90),
)
PANEL = Event(
    uid="panel",
    name="Panel: who owns the map?",
    kind="virtual",
    start=day(-20),
    start_time=dt.time(16, 0),
    url="https://meet.example/map",
    cancelled=True,
    added=day(5),
)

TOUCHES = (
    Interaction(
        uid="talk",
        day=day(14),
        contacts=("maya",),
        channel="call",
        summary="the new gripper, and moving house",
        depth=2,
        gave="the name of a mover",
        received="an hour of her time",
        ask_next="did the gripper hold?",
    ),
    Interaction(uid="school", day=day(70), contacts=("maya", "jose"), summary="old times", event="alumni"),
    Interaction(
        uid="safety",
        day=day(1),
        at=dt.datetime(2026, 11, 23, 17, 40, tzinfo=dt.UTC),
        contacts=("ama",),
        summary="the safety review; she looks for a map of the coast",
        depth=3,
        received="a reading list",
        ask_next="is the review through?",
        event="table",
    ),
    Interaction(uid="paper", day=day(40), contacts=("jose",), channel="email", summary="the tide paper"),
    Interaction(uid="tried", day=day(9), contacts=("tunde",), channel="call", attempt=True),
    Interaction(uid="plan", day=day(190), contacts=("freja",), channel="video", summary="the heat plan"),
    Interaction(uid="data", day=day(160), contacts=("yutong",), channel="message", summary="open grid data"),
    Interaction(uid="mill", day=day(250), contacts=("tunde",), summary="his mill", gave="a first map"),
    Interaction(uid="walk", day=day(60), contacts=("luca",), summary="a walk along the river"),
    Interaction(uid="play", day=day(140), contacts=("sefa",), summary="the school play"),
    Interaction(uid="numbers", day=day(230), contacts=("priya",), channel="email", summary="load figures"),
    Interaction(uid="tea", day=day(1500), contacts=("hana",), summary="tea in Kobe", depth=3),
)

STEPS = (
    FollowUp(uid="deck", kind="promise", contact="maya", text="send the deck", made=day(14), due=day(4)),
    FollowUp(
        uid="names", kind="promise", contact="jose", text="two names in Porto", made=day(40), due=day(-1)
    ),
    FollowUp(uid="list", kind="promise", contact="ama", text="a map of the coast", made=day(1), due=day(-9)),
    FollowUp(uid="chart", kind="waiting", contact="freja", text="the heat plan", made=day(30), due=day(12)),
    FollowUp(
        uid="sent", kind="promise", contact="priya", text="the load figures", made=day(60), due=day(50),
        status="done", closed=day(52),
    ),
)  # fmt: skip

INTRODUCTIONS = (
    Introduction(
        uid="intro",
        first="jose",
        second="freja",
        reason="He knows regulators, she has a heat plan to bring through.",
        status="asked first",
        steps=(Step(status="idea", day=day(12)), Step(status="asked first", day=day(9))),
        added=day(12),
    ),
    Introduction(
        uid="came",
        first="maya",
        second="ama",
        reason="Grippers for battery packs.",
        status="introduced",
        steps=(Step(status="idea", day=day(90)), Step(status="introduced", day=day(80))),
        added=day(90),
    ),
)

SHARES = (
    Share(
        uid="tide",
        url="https://tides.example/storage",
        title="What tides could store",
        why="the figures on page 3 are new",
        topics=("storage", "tides"),
        sent=(Sent(contact="jose", day=day(30)),),
        added=day(35),
    ),
    Share(uid="atlas", url="https://atlas.example", title="An atlas of heat", topics=("maps", "heat"), own=True,
          read=True, added=day(3)),
)  # fmt: skip

META = Meta(uid="meta", created=day(400), opened=day(1))

RECORDS: tuple[Record, ...] = (
    *PEOPLE, FORUM, TABLE, ALUMNI, PANEL, *TOUCHES, *STEPS, *INTRODUCTIONS, *SHARES,
)  # fmt: skip


def rich() -> Network:
    """Return the whole network."""
    return Network((*RECORDS, YOU, META))


def unsigned() -> Network:
    """Return it before anything is known of yourself."""
    return Network((*RECORDS, META))


def empty() -> Network:
    """Return a network without anybody."""
    return Network()


def begun() -> Network:
    """Return a network in which somebody is, and nothing to do."""
    return Network((Contact(uid="ama", name="Ama Owusu", tier="ambient", added=TODAY), YOU))
