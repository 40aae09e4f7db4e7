"""From their work: the event's topic against it, where they work, what they do, their field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.model.records import Contact
from tui.rules.matching.likeness import stems
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import lexicon as lex
from tui.rules.starters.common import said_interest
from tui.rules.starters.counting import number_of
from tui.rules.starters.notes import quoted, sayable, visible
from tui.rules.starters.nouns import with_a
from tui.rules.starters.scene import Scene, said_organization
from tui.rules.starters.suggestion import Candidate, candidate

_NO_EMPLOYER = re.compile(
    r"^(?:self[- ]?employed|freelanc\w*|independent|retired|student|none|n/?a|unemployed|looking|seeking|"
    r"stealth\b.*|"
    r"confidential|private|home|parental leave|sabbatical|various|own business|consultant|between .*|"
    r"career break|tbd|-+|\?+)$",
    re.IGNORECASE,
)
_FORMER = re.compile(r"^(?:ex|former|formerly|retired|previously|past|emerit\w+)\b", re.IGNORECASE)
_RANK = re.compile(
    r"^(?:senior|junior|lead|principal|staff|sr\.?|jr\.?|associate|assistant|chief|deputy|acting|interim|"
    r"global|regional)\s+",
    re.IGNORECASE,
)
_NOT_A_CALLING = frozenset(
    "founder cofounder co-founder owner partner director officer member investor chair chairman president "
    "ambassador author speaker dreamer lover father mother sister brother seeker hunter winner leader "
    "other number matter user buyer keeper".split()
)


def topics(scene: Scene) -> Iterator[Candidate | None]:
    """Yield topics of the event that are close to what they do or care about."""
    if scene.event is None:
        return
    contact = scene.contact
    facts = [
        *contact.interests,
        *contact.offers,
        *contact.needs,
        contact.title,
        contact.organization,
        contact.industry,
    ]
    place = 0
    for topic in scene.event.topics[:12]:
        said = said_interest(topic)
        if not said or is_sensitive(topic):
            continue
        about = stems(topic)
        fact = next((it for it in facts if it and about & stems(it) and not is_sensitive(it)), "")
        if not fact:
            continue
        because = f"the event is about {quoted(topic)}; of them you know {quoted(fact)}"
        yield candidate(
            "topic",
            64 + 5 * place,
            because,
            f"They're talking about {said} here. What would you most like to hear?",
            f"What do people usually get wrong about {said}?",
            f"What would you add on {said}, if you were on stage?",
            f"Which question about {said} would you like to see answered here?",
            depth=2,
        )
        place += 1


def works(scene: Scene) -> Iterator[Candidate | None]:
    """Yield questions about where they work and what they do there."""
    contact = scene.contact
    title = visible(contact.title)
    organization = (
        "" if _NO_EMPLOYER.match(contact.organization.strip()) else said_organization(contact.organization)
    )
    if is_sensitive(f"{contact.organization} {title}") or _FORMER.match(title):
        return
    if organization:
        yield candidate(
            "work",
            68,
            f"they work at {quoted(contact.organization)}",
            *_at_work(organization, title.casefold()),
        )
    calling = _calling(title)
    if calling:
        yield candidate(
            "work",
            70,
            f"they are {quoted(contact.title)}",
            f"How did you come to work as {with_a(calling)}?",
            f"What would surprise people about the work of {with_a(calling)}?",
            f"What does a good day look like for {with_a(calling)}?",
            f"What do you like best about being {with_a(calling)}?",
            depth=2,
        )


def _at_work(organization: str, title: str) -> tuple[str, ...]:
    if "founder" in title or "owner" in title.split():
        return (
            f"How did {organization} begin?",
            f"What is next for {organization}?",
            f"What are you busy with at {organization} these days?",
            f"How many of you are there at {organization}?",
            f"What do people first come to {organization} for?",
        )
    if "student" in title.split() and "phd" not in title:
        return (f"What are you learning at {organization} this term?", f"How did you come to {organization}?")
    return (
        f"What are you working on at {organization} these days?",
        f"What is keeping you busy at {organization}?",
        f"How did you come to {organization}?",
        f"What is new at {organization}?",
        f"What do you enjoy most about your work at {organization}?",
        f"How long have you been at {organization}?",
        f"Who do you work with most at {organization}?",
        f"What would you show a visitor at {organization} first?",
        f"What does an ordinary week at {organization} look like for you?",
    )


def _calling(title: str) -> str:
    """A title that can follow 'work as a': 'grid engineer', 'translator'; '' for ranks and slogans."""
    words = re.split(r"[,|/(&@–—]|\s-\s|\sat\s|\sfor\s|\sof\s|\sin\s", title)[0].strip()
    while _RANK.match(words):
        words = _RANK.sub("", words)
    parts = words.split()
    if (
        not 0 < len(parts) <= 3
        or not all(word.replace("-", "").isalpha() for word in parts)
        or not sayable(words)
    ):
        return ""
    last = parts[-1].casefold()
    if (
        last in _NOT_A_CALLING
        or last in lex.ADVERBS
        or {"and", "student", "head", "vice"} & set(words.casefold().split())
    ):
        return ""
    if not last.endswith(
        ("er", "or", "ist", "ian", "eer", "ect", "nurse", "chef", "lead", "vet")
    ) or last.endswith("'s"):
        return ""
    return " ".join(word.lower() if word.istitle() else word for word in parts)


def industries(scene: Scene) -> Iterator[Candidate | None]:
    """Yield a question about their field."""
    words = sayable(visible(scene.contact.industry))
    if (
        not words
        or len(words.split()) > 3
        or "&" in words
        or "," in words
        or ":" in words
        or is_sensitive(words)
    ):
        return
    said = " ".join(word.lower() if word.istitle() else word for word in words.split())
    if number_of(said) == "count" or said.split()[0] in lex.DETERMINERS:
        return
    yield candidate(
        "work",
        71,
        f"their field is {quoted(scene.contact.industry)}",
        f"What is changing most in {said} just now?",
        f"What brought you into {said}?",
        f"What do newcomers to {said} find hardest?",
        depth=2,
    )


def said_work(contact: Contact) -> str:
    """Return what somebody does as it follows 'who': 'works as a grid engineer at Northwind'; or ''."""
    if is_sensitive(f"{contact.title} {contact.organization}") or _FORMER.match(contact.title):
        return ""
    calling = _calling(visible(contact.title))
    employer = (
        "" if _NO_EMPLOYER.match(contact.organization.strip()) else said_organization(contact.organization)
    )
    parts = [f"as {with_a(calling)}" if calling else "", f"at {employer}" if employer else ""]
    words = " ".join(part for part in parts if part)
    return f"works {words}" if words else ""
