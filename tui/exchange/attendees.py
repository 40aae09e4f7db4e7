"""Lists of who comes to an event: Luma, Eventbrite, Meetup; and any table, its columns guessed.

Luma writes one row a guest with 'approval_status'; Eventbrite one a ticket with 'Attendee Status', and 'Info
Requested' where nobody told the name yet; Meetup one a member, tabs between the cells, with 'RSVP'. Questions
that guests answered are columns of their own, called as the question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tui.exchange import google, outlook
from tui.exchange.columns import Format, Sheet, header_key
from tui.exchange.table import Row, Table
from tui.model.text import fold

LUMA = Format(
    key="luma",
    words="a Luma guest list",
    columns={
        "name": ("name",),
        "given": ("first_name",),
        "family": ("last_name",),
        "email": ("email",),
        "phone": ("phone_number",),
        "status": ("approval_status",),
    },
    marks=frozenset(
        (
            *("api_id", "guest_id", "approval_status", "checked_in_at", "custom_source", "qr_code_url"),
            *("ticket_name", "ticket_type_id", "eth_address"),
        )
    ),
    people_of_event=True,
)
EVENTBRITE = Format(
    key="eventbrite",
    words="an Eventbrite attendee list",
    columns={
        "prefix": ("prefix",),
        "name": ("attendee name",),
        "given": ("first name", "attendee first name"),
        "family": ("last name", "surname", "attendee last name", "attendee surname"),
        "suffix": ("suffix",),
        "email": ("email", "email address", "attendee email"),
        "phone": ("cell phone", "mobile phone", "home phone", "work phone", "phone number", "phone"),
        "title": ("job title",),
        "organization": ("company", "company / organization", "organisation", "organization"),
        "profile": ("website", "blog"),
        "place": ("home city", "work city"),
        "country": ("home country", "work country"),
        "status": ("attendee status",),
    },
    marks=frozenset(
        (
            *("order #", "attendee #", "attendee status", "order date", "ticket type", "order id"),
            *("attendee id", "buyer email", "eventbrite fees", "price tier"),
        )
    ),
    people_of_event=True,
)
MEETUP = Format(
    key="meetup",
    words="a Meetup attendee list",
    columns={
        "name": ("name",),
        "organization": ("company",),
        "place": ("location",),
        "profile": ("url of member profile", "profile url"),
        "status": ("rsvp",),
        "notes": ("notes",),
        "answer": ("intro",),
    },
    marks=frozenset(
        (
            *("user id", "member id", "url of member profile", "joined group on", "rsvped on", "event host"),
            *("last visited group on", "meetups attended"),
        )
    ),
    people_of_event=True,
)
ANY = Format(
    key="table",
    words="a table of people",
    columns={
        "name": (
            *("name", "full name", "fullname", "display name", "attendee", "guest", "participant", "person"),
            *("contact", "contact name", "attendee name", "guest name", "speaker", "member", "who"),
            *("vollständiger name", "teilnehmer", "nom complet", "nombre completo", "nome completo", "naam"),
            *(
                "participante",
                "nome e cognome",
                "nom et prénom",
                "imię i nazwisko",
                "имя",
                "氏名",
                "姓名",
                "名前",
            ),
        ),
        "given": (
            *("first name", "first", "firstname", "first_name", "given name", "given", "forename"),
            *("vorname", "prénom", "nombre", "voornaam", "imię", "名"),
        ),
        "family": (
            *("last name", "last", "lastname", "last_name", "family name", "surname", "family"),
            *("nachname", "familienname", "nom", "nom de famille", "apellido", "apellidos", "cognome"),
            *("achternaam", "sobrenome", "nazwisko", "姓"),
        ),
        "middle": ("middle name", "middle", *outlook.OUTLOOK.columns["middle"]),
        "email": (
            *("email", "e-mail", "mail", "email address", "e-mail address", "email addresses", "emails"),
            *("e-mail adresse", "courriel", "mél", "correo", "correo electrónico", "adresse e-mail"),
            *("indirizzo email", "work email", "business email", "email #", "メール", "邮箱"),
            *outlook.OUTLOOK.columns["email"],
        ),
        "organization": (
            *("company", "organization", "organisation", "company name", "employer", "affiliation", "org"),
            *("organization name", "organisation name", "institution", "university", "firm", "startup"),
            *(
                "company / organization",
                "company/organization",
                "workplace",
                "works at",
                "works for",
                "unternehmen",
                "firma",
            ),
            *(
                "entreprise",
                "société",
                "empresa",
                "azienda",
                "società",
                "bedrijf",
                "organisatie",
                "会社",
                "公司",
            ),
        ),
        "title": (
            *("job title", "title", "role", "position", "job", "job role", "occupation", "profession"),
            *("function", "jobtitel", "funktion", "rolle", "beruf", "poste", "fonction", "cargo", "puesto"),
            *("posizione", "ruolo", "functie", "functietitel"),
        ),
        "phone": (
            *("phone", "phone number", "mobile", "mobile phone", "mobile number", "cell", "cell phone"),
            *(
                "telephone",
                "tel",
                "tel.",
                "telefon",
                "handy",
                "téléphone",
                "teléfono",
                "telefono",
                "telefoon",
            ),
            *("phone #", "phone_number", *outlook.OUTLOOK.columns["phone"]),
        ),
        "profile": (
            *("linkedin", "linkedin url", "linkedin profile", "linkedin profile url", "url", "profile"),
            *("profile url", "website", "web site", "web", "site", "homepage", "github", "twitter", "x"),
            *("mastodon", "bluesky", "link", "webseite"),
        ),
        "place": (
            *(
                "city",
                "location",
                "place",
                "town",
                "based in",
                "home city",
                "ort",
                "stadt",
                "ville",
                "ciudad",
            ),
            *("città", "plaats", "cidade", "wohnort"),
        ),
        "country": ("country", "land", "pays", "país", "paese"),
        "notes": (
            *("notes", "note", "comments", "comment", "bio", "about", "description", "notizen", "bemerkung"),
            *("bemerkungen", "notas", "remarks", "opmerkingen"),
        ),
        "status": (
            *("status", "rsvp", "attending", "attendee status", "rsvp status", "approval status"),
            *("registration status", "attendance status", "response"),
        ),
        "nickname": ("nickname", "preferred name", "spitzname", "surnom"),
        "industry": ("industry", "sector", "branche", "secteur"),
        "groups": ("groups", "group", "labels", "categories", "tags", "kategorien"),
        "interests": ("interests", "interest", "topics", "interessen", "intérêts", "intereses", "hobbies"),
        "offers": ("offers", "can help with", "expertise", "skills", "offering", "i can help with"),
        "needs": ("needs", "looking for", "is looking for", "i am looking for", "seeking"),
        "languages": ("languages", "language", "sprachen", "langues", "idiomas"),
        "birthday": ("birthday", "date of birth", "birth date", "geburtstag", "anniversaire", "cumpleaños"),
        "prefix": ("prefix", "salutation", "anrede", "honorific"),
        "suffix": ("suffix",),
        "department": ("department", "abteilung", "team"),
        "connected": ("connected on", "met on", "date met"),
    },
)
"""What columns are often called, for tables of no known kind."""

_PARTS = (
    ("linkedin", "profile"),
    ("github", "profile"),
    ("website", "profile"),
    ("e-mail", "email"),
    ("email", "email"),
    ("job title", "title"),
    ("your role", "title"),
    ("position", "title"),
    ("company", "organization"),
    ("organization", "organization"),
    ("organisation", "organization"),
    ("phone", "phone"),
    ("mobile number", "phone"),
    ("full name", "name"),
)
"""Parts of a longer header, such as a question ('What is your LinkedIn profile?'), that tell its field."""
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
_MEMBER = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/in/\S+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s()/.-]{7,20}")
_LOOKED_AT = 200

ABSENT: Mapping[str, str] = {
    **dict.fromkeys(("no", "not attending", "declined", "not going", "nein", "non"), "not coming"),
    **dict.fromkeys(
        ("cancelled", "canceled", "refunded", "deleted", "rejected", "transferred"), "not coming"
    ),
    **dict.fromkeys(("waitlist", "waitlisted", "waiting", "on waitlist"), "on the waiting list"),
    **dict.fromkeys(("pending", "pending_approval", "pending approval"), "not yet let in"),
    **dict.fromkeys(("invited", "not replied"), "invited, without an answer yet"),
}
"""What a list says of those who don't come, or not yet."""
PLACEHOLDERS = frozenset(("info requested", "information requested", "n/a", "-", "tbd", "guest"))
"""What stands in a cell where nobody gave a name."""


def guess(table: Table, name: str) -> Sheet:
    """Return a table of no known kind with its columns guessed, by their names and then by what is in them."""
    fields = guessed_fields(table.header, table.rows)
    sure = not {"name", "given", "family"}.isdisjoint(fields)
    return Sheet(ANY, name, table.header, table.rows, table.skipped, fields, guessed=True, sure=sure)


def guessed_fields(header: Sequence[str], rows: Sequence[Row]) -> tuple[str, ...]:
    """Return what each column seems to be; each field but a few is given once, to the first that claims it."""
    known = headers()
    fields = [known.get(header_key(cell), "") for cell in header]
    for place, cell in enumerate(header):
        fields[place] = fields[place] or _by_part(cell) or _by_content(rows, place)
        if not fields[place] and cell.strip().endswith("?"):
            fields[place] = "answer"
    if "given" in fields and "family" not in fields and "name" in fields:
        # 'First name' and 'Name', as forms in several countries have it: the second is the family name.
        fields[fields.index("name")] = "family"
    return tuple(
        "" if field not in _SEVERAL and field in fields[:place] else field
        for place, field in enumerate(fields)
    )


_SEVERAL = frozenset(("email", "phone", "profile", "answer", "interests", "groups", "notes", ""))


@cache
def headers() -> Mapping[str, str]:
    """Return every header that is known by itself, with its field."""
    known: dict[str, str] = {}
    for field, names in ANY.columns.items():
        for name in names:
            known.setdefault(header_key(name), field)
    return known


def is_value(cell: str) -> bool:
    """Tell whether a cell holds a value and no name of a column: an address, a number."""
    return any(pattern.fullmatch(cell.strip()) for pattern in (_EMAIL, _MEMBER, _PHONE))


def extra_fields(format: Format, header: Sequence[str], fields: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields of a known list with those of the questions that its organiser added."""
    if not format.people_of_event:
        return fields
    found = list(fields)
    for place, cell in enumerate(header):
        asked = cell.strip().endswith("?")
        if not found[place] and (asked or header_key(cell) in _ASKED):
            found[place] = _by_part(cell) or _ASKED.get(header_key(cell), "") or "answer"
            if found[place] not in _SEVERAL and found[place] in fields:
                found[place] = "answer"
    return tuple(found)


_ASKED = {
    header_key(header): field
    for field in ("organization", "title", "profile", "place", "interests", "needs", "offers", "industry")
    for header in ANY.columns[field]
    if header not in ("title", "role", "function")
}
"""Headers that organisers of a known list add; 'Title' alone is a role in the group on Meetup."""


def _by_part(cell: str) -> str:
    key = fold(cell)
    return next((field for part, field in _PARTS if part in key), "")


def _by_content(rows: Sequence[Row], place: int) -> str:
    values = [
        cells[place].strip() for _, cells in rows[:_LOOKED_AT] if place < len(cells) and cells[place].strip()
    ]
    for pattern, field in ((_EMAIL, "email"), (_MEMBER, "profile")):
        if values and sum(1 for it in values if pattern.fullmatch(it)) > 0.6 * len(values):
            return field
    return ""


KITH = Format(
    key="kith",
    words="a table that Kith wrote",
    columns={
        "name": ("name",),
        "given": ("given name",),
        "family": ("family name",),
        "nickname": ("nickname",),
        "organization": ("organization",),
        "title": ("title",),
        "industry": ("industry",),
        "email": ("emails",),
        "phone": ("phones",),
        "profile": ("profiles",),
        "place": ("place",),
        "languages": ("languages",),
        "groups": ("groups",),
        "interests": ("interests",),
        "offers": ("offers",),
        "needs": ("needs",),
        "notes": ("notes",),
        "uid": ("uid",),
    },
    marks=frozenset(("uid", "tier", "circle", "last touch", "next due", "met through", "good to know")),
    marked=4,
)
"""The table of `tui.exchange.export_csv`, perhaps altered in a spreadsheet; several values stand with '; '."""

KNOWN = (KITH, google.GOOGLE, outlook.OUTLOOK, LUMA, EVENTBRITE, MEETUP)
"""Tables of people that are known by their header, the surest first."""
