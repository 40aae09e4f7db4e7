"""Forty invented people with varied, sparse, odd and contradictory facts, and the events where they meet.

`python -m tests.rules.people` prints every line that the rules would have you say, to be read by eye.
"""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

from tui.model.base import Record
from tui.model.network import Network
from tui.model.records import (
    Attendee,
    Contact,
    Culture,
    Event,
    FollowUp,
    Interaction,
    Introduction,
    Milestone,
    Note,
    Profile,
    Sent,
    Share,
    Starter,
    Step,
)

NOW = dt.datetime(2026, 11, 21, 18, 0, tzinfo=dt.UTC)
PRIVATE = "zzprivate"
"""Stands in every private note, and so must stand nowhere else."""


def day(ago: int) -> dt.date:
    """Return the day so many days before now."""
    return NOW.date() - dt.timedelta(days=ago)


class _Cast:
    """Collects records."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.uids: list[str] = []

    def person(self, name: str, *touches: tuple[int, dict[str, Any]], **fields: Any) -> str:
        uid = f"p{len(self.uids):02}-{name.split(maxsplit=1)[0].casefold()}"
        self.uids.append(uid)
        fields.setdefault("private_notes", f"{PRIVATE} {name} {PRIVATE}")
        self.records.append(Contact(uid=uid, name=name, **fields))
        for number, (ago, touch) in enumerate(touches):
            contacts = (uid, *touch.pop("others", ()))
            self.records.append(Interaction(uid=f"{uid}-t{number}", day=day(ago), contacts=contacts, **touch))
        return uid

    def follow_up(self, uid: str, kind: Any, text: str, **fields: Any) -> None:
        number = len(self.records)
        self.records.append(FollowUp(uid=f"f{number}", kind=kind, contact=uid, text=text, **fields))


def _first_twenty(cast: _Cast) -> None:
    maya = cast.person(
        "Maya Lin",
        (
            4,
            {
                "summary": "hiring two ML people, moving to Lisbon",
                "ask_next": "how the Lisbon move went",
                "depth": 2,
            },
        ),
        organization="Acme Robotics",
        title="design lead",
        interests=("climate", "sailing"),
        needs=("intro to a hardware founder",),
        offers=("knows grid regulators",),
        met_event="e-past",
        met_day=day(40),
    )
    cast.follow_up(maya, "promise", "send the deck", made=day(4), due=day(1))
    tomas = cast.person(
        "Tomás Herrera",
        (
            250,
            {
                "summary": "Call about the grant; his marathon in Oct",
                "ask_next": "ask about his marathon",
                "channel": "call",
            },
        ),
        organization="Universidad de Cádiz",
        title="PhD student",
        interests=("running", "tides"),
        languages=("es", "en"),
        place="Cádiz, Spain",
    )
    cast.follow_up(tomas, "waiting", "send me the paper on tides", made=day(250), due=day(240))
    cast.person(
        "Aiko Tanaka",
        (20, {"summary": "the grid permitting mess", "ask_next": "whether she found a flat"}),
        given="Aiko",
        family="Tanaka",
        organization="Northwind Energy Ltd",
        title="Senior Grid Engineer",
        culture=Culture(
            greeting="a bow rather than a handshake",
            name_order="family first",
            pronunciation="EYE-ko",
            pronouns="she/her",
        ),
        interests=("grid", "ceramics"),
        needs=("ML engineer",),
    )
    cast.person("Sven", interests=("chess",))
    cast.person(
        "Oluwaseun Adeyemi",
        (
            2,
            {
                "summary": "told me about her sister's bakery",
                "ask_next": "invite her to the panel",
                "channel": "video",
            },
        ),
        organization="Lagos Women in Tech",
        title="Founder & CEO",
        needs=("funding", "speakers for March"),
        offers=("mentoring", "intro to VCs"),
    )
    cast.person(
        "Priya Raghunathan",
        (
            12,
            {
                "summary": "her mother died, back at work since Monday",
                "ask_next": "how she is coping with the loss",
            },
        ),
        organization="Vela Bio",
        title="bioinformatician",
        interests=("genomics", "Carnatic music"),
        notes="divorced last year",
    )
    cast.person(
        "Jean-Luc Moreau",
        (33, {"summary": "Déménage à Lyon; cherche un appartement", "channel": "email"}),
        organization="Moreau & Filles",
        title="owner",
        place="Lyon",
        languages=("French",),
        needs=("a translator for the catalogue",),
    )
    cast.person(
        "Fatima Zahra El Amrani",
        (
            9,
            {
                "summary": "wants to open a second clinic in Fez, still looking for a partner",
                "received": "advice on visas",
            },
        ),
        organization="Clinique Atlas",
        title="Physiotherapist",
        offers=("can help with visas",),
        milestones=(Milestone(label="birthday", month=11, day=24),),
    )
    cast.person(
        "Bob Okonkwo",
        (5, {"summary": "HIRING TWO PEOPLE!!! BUDGET STUCK", "ask_next": "???"}),
        title="CEO | Dad | Speaker | Dreamer",
        organization="self-employed",
        place="Remote",
    )
    lena = cast.person(
        "Lena Kowalczyk",
        (
            70,
            {
                "summary": "Coffee at her office. Thinks AI is overhyped.",
                "ask_next": "did the choir find a conductor",
            },
        ),
        organization="Teatr Nowy",
        title="stage designer",
        interests=("theatre", "choir"),
        groups=("University of Porto",),
        introduced_by=maya,
    )
    cast.records.append(
        Introduction(
            uid="i1",
            first=lena,
            second=tomas,
            status="introduced",
            steps=(Step(status="introduced", day=day(45)),),
        )
    )
    cast.person("X Æ", (1, {"summary": "x"}), interests=("?", "n/a", "#"), needs=("tbd",))
    cast.person(
        "Mohammed bin Rashid",
        (
            15,
            {
                "summary": "He is raising a seed round; she wants to move",
                "ask_next": "check how the pilot went",
            },
        ),
        organization="Desert Water",
        title="COO",
        needs=("first customers in agriculture", "someone who knows pumps"),
    )
    cast.person(
        "Ingrid Solberg",
        (
            400,
            {
                "summary": "has been thinking about a sabbatical; loves cross-country skiing",
                "channel": "call",
            },
        ),
        organization="Fjordkraft AS",
        title="Head of Trading",
        industry="Renewable Energy",
        place="Bergen",
        milestones=(Milestone(label="work anniversary", month=11, day=30, year=2016),),
    )
    cast.person(
        "Chidi Nwosu",
        (3, {"summary": "we agreed to swap notes on Rust", "ask_next": "send him the article on tokio"}),
        interests=("rust", "embedded-linux", "machine-learning"),
        organization="Ferrous Works GmbH",
        title="Staff Software Engineer",
    )
    cast.person(
        "Ana Beatriz Souza",
        (
            28,
            {
                "summary": "lunch with the team, talked about nuclear policy",
                "others": (maya,),
                "notes": (Note(contact="p14-ana", text="her thesis on fog"),),
            },
        ),
        organization="University of Porto",
        title="Associate Professor",
        languages=("pt", "en"),
        place="Porto, Portugal",
        groups=("ETH Alumni",),
    )
    cast.person(
        "Kwame Mensah",
        (60, {"summary": "laid off in August, looking for work", "ask_next": "any news on the job hunt?"}),
        title="logistics planner",
        interests=("highlife", "football"),
        place="Accra",
    )
    cast.person(
        "Dr. Hannah Weiß",
        (95, {"summary": "Umzug nach Graz, sucht eine Wohnung", "ask_next": "wie der Umzug war"}),
        organization="TU Graz",
        title="Dr.",
        interests=("Brustkrebs-Forschung", "Bergsteigen"),
    )
    rosa = cast.person(
        "Rosa Delgado",
        (18, {"gave": "the book on soil", "received": "intro to Tom", "summary": "quick chat"}),
        organization="Suelo Vivo, S.L.",
        title="agronomist",
        needs=("soil sensors", "volunteers"),
        offers=("farm visits",),
        interests=("soil",),
    )
    cast.follow_up(rosa, "promise", "intro to the co-op in Sevilla", made=day(18), due=day(-3))
    cast.person(
        "Wei Zhang",
        (30, {"summary": "接触了投资人，下个月搬家", "channel": "message"}),
        culture=Culture(name_order="family first"),
        family="Zhang",
        given="Wei",
        organization="蓝海科技",
        place="上海",
        languages=("zh",),
    )
    cast.person(
        "Pip",
        (
            7,
            {
                "summary": "new flat in Porto, her husband, works at Siemens",
                "ask_next": "how's the new flat?",
            },
        ),
        nickname="Pip",
        circle="personal",
        interests=("gardening", "sourdough"),
        milestones=(Milestone(label="daughter's birthday", month=11, day=20),),
    )


def _last_twenty(cast: _Cast) -> None:
    cast.person(
        "Yusuf Demir",
        (
            55,
            {
                "summary": "moved to Izmir, started a podcast about bridges w/ his brother",
                "ask_next": "the bridge podcast",
            },
        ),
        organization="Köprü İnşaat",
        title="structural engineer",
        interests=("bridges", "podcast"),
    )
    cast.person("Attendee Only", organization="Helios Grid", title="Product Manager", source="csv")
    cast.person("Second Attendee", organization="Helios Grid", title="Product Manager", source="csv")
    cast.person("Third Attendee", organization="Helios Grid", source="csv")
    cast.person("Nobody Known")
    cast.person(
        "Grace O'Malley",
        (365 * 3 + 20, {"summary": "writing a novel about lighthouses", "ask_next": "how far the novel is"}),
        organization="Irish Lights",
        title="keeper of records",
        interests=("lighthouses", "sailing"),
        tier="wide",
    )
    cast.person(
        "Ravi Shankaran",
        (
            6,
            {
                "summary": "budget: stuck with regulator / needs lawyer / kids back at school",
                "ask_next": "re: the regulator",
            },
        ),
        organization="Sun Roof Collective",
        title="co-founder",
        needs=("lawyer", "looking for an accountant", "hiring two electricians"),
        offers=("solar co-ops",),
    )
    cast.person(
        "Elif Şahin",
        (
            14,
            {
                "summary": "asked about my thesis; recommended the book by Sacks",
                "ask_next": "tell her about my new job",
            },
        ),
        organization="Boğaziçi University",
        title="cognitive scientist",
        interests=("music", "memory"),
    )
    cast.person(
        "Hamish",
        (21, {"summary": "She said she is expecting; keep secret", "ask_next": "don't mention the baby"}),
        interests=("golf",),
        organization="The Tide Mill",
    )
    cast.person(
        "Nokuthula Dlamini",
        (45, {"summary": "promoted to VP, not sure about moving to Cape Town"}),
        organization="Bank of the Cape",
        title="VP, Eng & Ops",
        milestones=(
            Milestone(label="new position: VP at Bank of the Cape", month=10, day=1, year=2026, once=True),
        ),
        interests=("leadership", "hiking"),
    )
    cast.person(
        "Mark Twist",
        (
            10,
            {
                "summary": "[bold]{name}[/bold] <script>alert(1)</script>",
                "ask_next": "{{slot}} %s None undefined",
            },
        ),
        organization="{company}",
        title="[red]boss[/red]",
        interests=("[link=x]y[/link]",),
    )
    cast.person(
        "Siobhán Ní Bhriain",
        (
            80,
            {
                "summary": "on sabbatical until May, learning to sail",
                "ask_next": "find out if she still sails",
            },
        ),
        organization="An Post",
        title="data analyst",
        culture=Culture(pronunciation="shi-VAWN", pronouns="she/her"),
        interests=("sailing", "GIS"),
        languages=("ga", "en"),
    )
    cast.person(
        "Alex Morgan",
        (
            11,
            {
                "summary": "their startup, they're closing the Series B; she is tired",
                "ask_next": "how they see the merger",
            },
        ),
        culture=Culture(pronouns="they/them"),
        organization="Loop & Knot",
        title="Founder",
        needs=("office space in Ghent",),
    )
    cast.person(
        "Tuấn Nguyễn",
        (13, {"summary": "two kids at university, four dogs", "ask_next": "his daughter's exam results"}),
        culture=Culture(name_order="family first", notes="likes to be asked about food"),
        organization="Saigon Coffee Roasters",
        title="roaster",
        interests=("coffee", "motorbikes"),
        offers=("coffee sourcing",),
    )
    cast.person(
        "Beatrix van der Meer",
        (
            38,
            {
                "summary": "very long note "
                + "about the dyke project and its many committees " * 6
                + "; works on water boards",
                "ask_next": "pick a date for the polder walk",
            },
        ),
        organization="Waterschap Rivierenland",
        title="Policy Adviser",
        place="Tiel / Netherlands",
        interests=("water", "heritage"),
    )
    cast.person(
        "Sam Lee",
        (1, {"summary": "finishing her PhD on soil microbes tomorrow", "ask_next": "how the defence went"}),
        organization="Wageningen University & Research",
        title="PhD candidate",
        milestones=(Milestone(label="PhD defence", month=11, day=19, year=2026, once=True),),
    )
    cast.person(
        "Giulia Ferrara",
        (
            26,
            {
                "summary": "joined Olivetti in spring; wrote a paper w/ Ines on tides. Grew up in Kerala.",
                "gave": "slides",
                "ask_next": "co-author list",
            },
        ),
        organization="Olivetti",
        title="UX researcher",
        interests=("typography", "jazz"),
        needs=("UX designer",),
    )
    cast.person(
        "Old Friend",
        (365 * 6, {"summary": "bit drunk, talks too much, but kind", "ask_next": "the wedding in June"}),
        interests=("whisky", "rugby"),
        met_note="in the queue for the ferry to Skye",
        met_day=day(3000),
        circle="personal",
    )
    cast.person(
        "Mira Kaplan",
        (
            8,
            {
                "summary": "is a vegetarian; has two kids; can't stand meetings; the board wants a plan by May",
                "ask_next": "what she decided about the offer",
            },
        ),
        organization="Kaplan Press",
        title="publisher",
        groups=("Chess Club Delft",),
        interests=("books", "chess"),
    )
    cast.person(
        "Zoë Kravčenko",
        (
            16,
            {
                "summary": "email re the tender",
                "channel": "email",
                "received": "feedback on the draft",
                "ask_next": "thank her for the feedback",
            },
        ),
        organization="City of Brno",
        title="Urban Planner",
        interests=("cycling", "urban-heat"),
        starters=(
            Starter(
                text="Shall we walk the ring road together one day?",
                because="your own words",
                kind="own",
                state="own",
            ),
            Starter(
                text="What drew you to urban heat?",
                because="they care about “urban-heat”",
                kind="interest",
                state="used",
            ),
            Starter(
                text="Have you had time for cycling lately?",
                because="they care about “cycling”",
                kind="interest",
                state="worked",
            ),
        ),
    )


def _events(people: tuple[str, ...]) -> list[Event]:
    def listed(some: tuple[str, ...]) -> tuple[Attendee, ...]:
        return tuple(Attendee(contact=uid, priority=1 + place % 3) for place, uid in enumerate(some))

    return [
        Event(
            uid="e-past", name="PyCon Portugal", start=day(40), kind="conference", people=listed(people[:3])
        ),
        Event(
            uid="e-conf",
            name="Grid Futures Summit",
            start=day(-3),
            kind="conference",
            place="Porto",
            topics=("grid storage", "heat pumps", "soil", "machine learning", "design"),
            people=(
                *listed(people[1:]),
                Attendee(
                    contact=people[0],
                    priority=1,
                    questions=("ask about grid pricing", "How did you start at Acme?"),
                ),
            ),
        ),
        Event(
            uid="e-meet",
            name="Rust and Sourdough",
            start=day(0),
            kind="meet-up",
            topics=("rust",),
            people=listed(people[10:25]),
        ),
        Event(
            uid="e-virtual",
            name="Water Webinar",
            start=day(-1),
            kind="virtual",
            topics=("water",),
            people=listed(people[20:]),
        ),
        Event(
            uid="e-info",
            name="Talk with Mira",
            start=day(-2),
            kind="informational interview",
            people=listed(people[38:39]),
        ),
        Event(
            uid="e-alumni",
            name="Porto Alumni Evening",
            start=day(-9),
            kind="alumni",
            people=listed(people[5:15]),
        ),
        Event(
            uid="e-social",
            name="Anna's birthday party",
            start=day(-5),
            kind="social",
            people=listed(people[15:30]),
        ),
        Event(
            uid="e-one",
            name="Coffee with Lena",
            start=day(-4),
            kind="one-to-one",
            people=listed(people[9:10]),
        ),
    ]


def network() -> Network:
    """Return the network of the forty."""
    cast = _Cast()
    _first_twenty(cast)
    _last_twenty(cast)
    people = tuple(cast.uids)
    profile = Profile(
        uid="me",
        name="Noor Haddad",
        organization="Tidewater Labs",
        place="Lisbon",
        groups=("University of Porto", "Chess Club Delft"),
        interests=("sailing", "machine learning", "chess", "soil", "gardening"),
        offers=("user research", "sensor prototypes", "UX design reviews"),
        needs=("grid regulators", "mentor", "coffee for the office"),
    )
    shares = [
        Share(
            uid="s1",
            title="Why grids need storage",
            url="https://example.org/grids",
            topics=("grid",),
            why="good maps",
        ),
        Share(
            uid="s2",
            title="The soil beneath us",
            topics=("soil",),
            sent=(Sent(contact=people[17], day=day(9)),),
        ),
    ]
    return Network([*cast.records, *_events(people), *shares, profile])


def main() -> None:
    """Print every line for the forty, alone and at each event, to be read."""
    from tui.rules.names import first_name
    from tui.rules.starters import beside, event_starters, room_starters, starters

    known = network()
    write = sys.stdout.write
    for contact in known.contacts.values():
        note = beside(contact)
        write(f"\n{contact.name} (called {first_name(contact)}{'; ' + note if note else ''})\n")
        for page in range(9):
            for it in starters(known, contact, NOW, page=page):
                if it.kind != "opener" or page == 0:
                    write(f"  {page} {it.kind:9} {it.text}\n              [{it.because}]\n")
    for event in known.events.values():
        write(f"\n== {event.name}\n")
        for it in room_starters(known, event, NOW):
            write(f"   room: {it.kind:8} {it.text}\n")
        for uid, found in event_starters(known, event, NOW).items():
            write(f" {known.contacts[uid].name}\n")
            for it in found:
                write(f"     {it.kind:9} {it.text}\n")


if __name__ == "__main__":
    main()
