"""Any table of people: its columns guessed, by how they are called and then by what is in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tui.exchange import outlook
from tui.exchange.columns import Format, Sheet, header_key
from tui.exchange.table import Row, Table
from tui.model.text import fold

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
