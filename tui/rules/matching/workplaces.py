"""Whether two people work at the same place, by the name of the organisation or by their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tui.model.text import fold

_WORD = re.compile(r"\w+")
_FORMS = frozenset(
    "the inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg se ug ev ek sa sas sarl "
    "srl spa bv nv oy oyj ab as asa aps kk pty pte pvt private sl slu lda ltda sro doo kft zrt oü uab".split()
)
"""Forms of companies, which are written or left out."""
_NO_PLACE = frozenset(
    "self selfemployed freelance freelancer independent independentconsultant consultant retired student none na "
    "unemployed various confidential stealth stealthstartup startup stealthmode private openforwork jobseeker "
    "selfemployedfreelance myself home entrepreneur careerbreak".split()
)
_PUBLIC = frozenset(
    "gmail googlemail outlook hotmail live msn yahoo ymail icloud mac me aol gmx web mail inbox bk yandex ya proton "
    "protonmail pm fastmail hey tutanota posteo mailbox qq 163 126 sina naver daum hanmail orange free wanadoo "
    "laposte sfr libero virgilio alice uol bol terra wp o2 onet interia seznam rediffmail zoho tonline t-online "
    "freenet btinternet comcast verizon att sbcglobal cox charter earthlink rocketmail duck docomo ezweb".split()
)
"""Providers whose addresses say nothing about where somebody works."""
_SECOND = frozenset("co com org net ac gov edu or ne go gob gouv".split())
_GENERAL = frozenset(
    "university institute bank city state national ministry department school college hospital international "
    "technical federal royal american european global general united first new".split()
)
_DISTINCT = 4


@lru_cache(maxsize=8192)
def organization_key(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name that tell it apart: 'The Acme Co., Ltd.' gives ('acme',)."""
    words = tuple(_WORD.findall(fold(name[:200]).replace("&", " and ").replace(".", "")))
    told = tuple(word for word in words if word not in _FORMS) or words
    return () if "".join(told) in _NO_PLACE else told


@lru_cache(maxsize=8192)
def domain_of(email: str) -> str:
    """Return the domain of an address at work, as registered; '' for a public provider's, or for none."""
    parts = fold(email).rpartition("@")[2].split(".")
    if len(parts) < 2 or "@" not in email:
        return ""
    keep = 3 if len(parts) > 2 and parts[-2] in _SECOND and len(parts[-1]) == 2 else 2
    return "" if parts[-keep] in _PUBLIC else ".".join(parts[-keep:])


def domains_of(emails: Iterable[str]) -> frozenset[str]:
    """Return the domains at work of some addresses."""
    return frozenset(filter(None, map(domain_of, emails)))


def is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one organisation's name is the beginning of the other's: 'Acme' and 'Acme Robotics'."""
    short, long = sorted((one, other), key=len)
    if not short or long[: len(short)] != short:
        return False
    return len(short) > 1 or (len(short[0]) >= _DISTINCT and short[0] not in _GENERAL)


def is_home_of(domain: str, organization: tuple[str, ...]) -> bool:
    """Tell whether a domain is an organisation's own: 'acme.example' or 'acmerobotics.example' of 'Acme Robotics'."""
    label = domain.partition(".")[0].replace("-", "")
    if not organization or len(label) < _DISTINCT:
        return False
    return label == "".join(organization) or (label == organization[0] and label not in _GENERAL)
