"""LinkedIn's Connections.csv, in any of the shapes that it has had.

Known shapes: with and without a few lines of notes above the header; with and without the URL column (added
in 2023); most email cells empty, since members choose who sees theirs; members who hide or have left as rows
with a day and no name; days as '08 Feb 2026'; header and months in the member's language; commas, or
semicolons and Windows-1252 after a spreadsheet program saved it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from pathlib import Path

from tui.exchange.report import Found, ImportProblem, Person, Skipped, line
from tui.exchange.table import decode, read_bytes, read_table
from tui.model.text import fold, one_line
from tui.rules.matching.people import profile_address

# Every name a column is known by, accents and case aside: English, German, French, Spanish, Italian, Dutch,
# Portuguese. To add a language, add its words here and its months below.
COLUMNS: dict[str, tuple[str, ...]] = {
    "given": ("first name", "vorname", "prénom", "nombre", "nome", "voornaam", "primeiro nome"),
    "family": (
        *("last name", "nachname", "nom", "nom de famille", "apellido", "apellidos", "cognome"),
        *("achternaam", "sobrenome", "apelido", "último nome"),
    ),
    "profile": (
        "url",
        "profile url",
        "profil-url",
        "url du profil",
        "url del perfil",
        "url del profilo",
        "url do perfil",
    ),
    "email": (
        *("email address", "e-mail address", "email", "e-mail", "e-mail-adresse", "adresse e-mail"),
        *("dirección de correo electrónico", "correo electrónico", "indirizzo email", "indirizzo e-mail"),
        *("e-mailadres", "endereço de e-mail", "endereço de email"),
    ),
    "organization": (
        *("company", "current company", "unternehmen", "firma", "entreprise", "société", "empresa"),
        *("azienda", "società", "bedrijf", "organisatie"),
    ),
    "title": (
        *("position", "current position", "jobtitel", "poste", "fonction", "cargo", "puesto"),
        *("posizione", "posizione lavorativa", "qualifica", "functie", "positie", "posição", "posición"),
    ),
    "connected": (
        *("connected on", "verbunden am", "vernetzt am", "vernetzt seit", "connecté le", "date de connexion"),
        *("conectado el", "fecha de conexión", "collegato il", "data di collegamento", "in contatto dal"),
        *("verbonden op", "gekoppeld op", "conectado em", "data de conexão"),
    ),
}

_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
)
_MONTHS_CUT_ODDLY = {"mrt": 3, "mrz": 3, "maerz": 3, "sept": 9}

_NUMBERS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_MAYBE_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
_UNSPACED = re.compile(r"[\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
# The most frequent family names of one character, about six of ten people in China.
_FAMILY_NAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許"
)
_HIDDEN = "linkedin member"


def is_connections(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of a Connections.csv."""
    columns = _columns(cells)
    return {"given", "family"} <= columns.keys() and bool({"connected", "profile"} & columns.keys())


def read_connections(path: Path) -> Found:
    """Read a Connections.csv.

    Raises:
        ImportProblem: if the file can't be read or is no such export.
    """
    return connections_in(decode(read_bytes(path)), str(path))


def connections_in(text: str, name: str) -> Found:
    """Read the text of a Connections.csv; `name` is what a message calls it.

    Raises:
        ImportProblem: if the text is no such export.
    """
    table = read_table(text, is_connections)
    if table is None:
        raise ImportProblem(
            f"{name} is not a Connections.csv from LinkedIn: no row in it names the columns First Name,"
            " Last Name and Connected On. Ask LinkedIn for a copy of your data, and import that file from it."
        )
    columns = _columns(table.header)
    chosen = itemgetter(*(columns.get(field, -1) for field in COLUMNS))
    width = len(table.header)
    people: list[Person] = []
    skipped = list(table.skipped)
    noted: list[Skipped] = []
    day_of = _reader_of_days()
    for number, cells in table.rows:
        cells.extend([""] * (width + 1 - len(cells)))
        row = cells if _is_tidy(cells) else [one_line(cell) for cell in cells]
        given, family, address, email, organization, title, day = chosen(row)
        full = full_name(given, family)
        if not full or full.lower() == _HIDDEN:
            blank = not any(cell.strip() for cell in cells)
            why = "an empty row" if blank else "no name: this member hides it, or has left LinkedIn"
            skipped.append(Skipped(line(number), why))
            continue
        profile = profile_address(address) if address else ""
        if address and not profile:
            noted.append(
                Skipped(line(number), f"{full}: “{address[:60]}” is no address of a web page; left out")
            )
        if email and not _MAYBE_EMAIL.fullmatch(email):
            noted.append(Skipped(line(number), f"{full}: “{email[:60]}” is no email address; left out"))
            email = ""
        connected = day_of(day)
        if day and connected is None:
            noted.append(Skipped(line(number), f"{full}: “{day[:60]}” can't be read as a day; kept as words"))
        words = day if connected is None else ""
        people.append(
            Person(number, full, given, family, profile, email, organization, title, connected, words)
        )
    skipped.sort(key=lambda it: int(it.where.split()[1]))
    return Found(tuple(people), tuple(skipped), tuple(noted))


def full_name(given: str, family: str) -> str:
    """Return the full name: given name first, but family name first, unspaced, in Chinese, Japanese, Korean.

    Some members there have entered the family name as the given one; a common one is known and goes first.
    """
    spaced = given.isascii() or family.isascii()
    if not spaced and _UNSPACED.fullmatch(given) and _UNSPACED.fullmatch(family):
        swapped = given in _FAMILY_NAMES and family not in _FAMILY_NAMES
        return given + family if swapped else family + given
    return f"{given} {family}".strip()


def read_day(text: str) -> date | None:
    """Return the day that an export writes as '08 Feb 2026', '8 févr. 2026', '08.02.2026' or '2026-02-08'.

    A day of which the order is not certain (03/04/2021) is None.
    """
    numbers = [int(digits) for digits in _NUMBERS.findall(text[:40])[:3]]
    months = [month for word in _WORD.findall(text[:40]) if (month := _months().get(fold(word)))]
    try:
        if len(months) == 1 and len(numbers) >= 2:
            day, year = numbers[:2] if numbers[1] > 31 else (numbers[1], numbers[0])
            return date(year, months[0], day) if year > 99 else None
        if len(numbers) < 3 or months:
            return None
        first, second, third = numbers
        if first > 99:
            return date(first, second, third)
        year = third if third > 99 else 2000 + third
        if "." in text or first > 12:
            return date(year, second, first)
        return date(year, first, second) if second > 12 or first == second else None
    except (ValueError, OverflowError):
        return None


def _is_tidy(cells: list[str]) -> bool:
    """Tell quickly whether every cell is as `one_line` leaves it; false says nothing, and most are true.

    A single space is the only white space that counts as printable.
    """
    row = f"|{'|'.join(cells)}|"
    return row.isprintable() and "  " not in row and "| " not in row and " |" not in row


def _reader_of_days() -> Callable[[str], date | None]:
    """Return `read_day` that remembers: thousands of rows share their days."""
    known: dict[str, date | None] = {"": None}

    def read(text: str) -> date | None:
        if text not in known:
            known[text] = read_day(text)
        return known[text]

    return read


@cache
def _names() -> dict[str, str]:
    """Every folded column name with the field it means."""
    return {fold(name): field for field, names in COLUMNS.items() for name in names}


@cache
def _months() -> dict[str, int]:
    """Every folded month name and unambiguous beginning of one, with its number."""
    found: dict[str, set[int]] = {}
    for names in _MONTHS:
        for number, name in enumerate(names.split(), 1):
            plain = fold(name)
            for length in range(3, len(plain) + 1):
                found.setdefault(plain[:length], set()).add(number)
    return {word: min(numbers) for word, numbers in found.items() if len(numbers) == 1} | _MONTHS_CUT_ODDLY


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Return where each field stands in a header row; the first of two columns alike counts."""
    names = _names()
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        field = names.get(fold(one_line(cell)))
        if field:
            columns.setdefault(field, place)
    return columns
