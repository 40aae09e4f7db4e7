"""All that starters for one person are made from: who, when, at which event, and what was before."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event, Interaction, Profile
from tui.rules.moments import has_begun, starts
from tui.rules.phrases import said_past
from tui.rules.sensitive import is_sensitive
from tui.rules.starters.forms import Mode, Reading
from tui.rules.starters.notes import sayable, visible
from tui.rules.starters.reading import read_note

RECENT_TOUCHES = 4
"""Touches whose notes are read, newest first."""


class Helper(msgspec.Struct, frozen=True):
    """Somebody's offer that may answer a need."""

    contact: str
    """Contact (uid) who offers."""
    offer: str
    """The offer, as it stands in the file."""


class Scene(msgspec.Struct, frozen=True):
    """One person at one moment."""

    network: Network
    """Everybody."""
    contact: Contact
    """Who is spoken to."""
    now: datetime
    """The moment at which it is said or written, in the user's zone."""
    event: Event | None
    """Where, if it is at an event."""
    touches: tuple[Interaction, ...]
    """Past touches, newest first."""
    names: frozenset[str]
    """The person's own names in lower case."""
    helpers: dict[str, tuple[Helper, ...]]
    """Offers of everybody by the stems of their words."""

    @property
    def today(self) -> date:
        """The user's day."""
        return self.now.date()

    @property
    def me(self) -> Profile:
        """You."""
        return self.network.profile

    @property
    def have_spoken(self) -> bool:
        """True if you know each other from more than paper."""
        return bool(self.touches) or (self.contact.met_day is not None and self.contact.met_day <= self.today)

    def read(
        self, text: str, *, group: bool = False, mode: Mode = "thread"
    ) -> tuple[tuple[str, Reading], ...]:
        """Return the clauses of a note about this person that can be said; nothing of a sensitive one."""
        if not text.strip() or is_sensitive(text):
            return ()
        return read_note(text, self.names, self.contact.culture.pronouns, group=group, mode=mode)

    def when(self, day: date) -> str:
        """Return a past day as it is said: 'last week', 'in March', 'earlier today'."""
        said = said_past(day, self.today)
        return "earlier today" if said == "today" else said

    def is_long_ago(self, day: date) -> bool:
        """Tell whether what was under way on that day is likely to be over."""
        return (self.today - day).days > 75


def said_at(event: Event | None, now: datetime) -> datetime:
    """Return the moment at which starters are said: at a coming event, when it begins.

    'Yesterday', as it is the evening before, would be wrong there; and so would a birthday still to come.
    """
    return starts(event, now) if event is not None and not has_begun(event, now) else now


def scene(
    network: Network,
    contact: Contact,
    now: datetime,
    event: Event | None,
    helpers: dict[str, tuple[Helper, ...]],
) -> Scene:
    """Gather what starters for one person are made from."""
    touches = tuple(it for it in network.touches_of(contact.uid) if it.day <= now.date())
    return Scene(network, contact, now, event, touches, own_names(contact), helpers)


def own_names(contact: Contact) -> frozenset[str]:
    """Return the words of a person's names in lower case, as notes use them."""
    words = (
        f"{contact.name[:200]} {contact.given[:100]} {contact.family[:100]} {contact.nickname[:100]}".split()
    )
    return frozenset(
        word.casefold().strip(".,'’\"") for word in words if len(word) > 2 and word[:1].isupper()
    )


def said_name(name: str) -> str:
    """Return a name that can stand in a sentence, or ''."""
    clean = sayable(visible(name))
    return (
        clean
        if clean and len(clean) <= 40 and ":" not in clean and "?" not in clean and "," not in clean
        else ""
    )


_WITH_THE = (
    "university of",
    "technical university of",
    "institute of",
    "institute for",
    "school of",
    "college of",
    "bank of",
    "city of",
    "town of",
    "port of",
    "government of",
    "centre for",
    "center for",
    "council of",
    "ministry of",
    "department of",
    "royal",
    "society of",
    "association of",
    "friends of",
    "national",
    "museum",
    "church",
    "european",
    "federal",
    "international",
    "max planck",
    "world",
)
_THE_LAST = frozenset(
    "club society association choir team group guild union committee foundation institute orchestra "
    "network collective "
    "cooperative co-op council agency ministry museum library trust fund academy federation chamber party "
    "area region bank".split()
)
_GATHERING = frozenset(
    "conference summit meet-up meetup dinner evening party forum festival workshop fair congress symposium "
    "webinar "
    "reception gala breakfast lunch retreat hackathon reunion wedding barbecue picnic night seminar "
    "salon".split()
)
_LEGAL = frozenset(
    "inc inc. gmbh ltd ltd. llc llp plc corp corp. co. s.a. sa ag bv b.v. s.l. sl lda lda. s.r.l. srl ab "
    "oy as a/s kg pty pte kk k.k. sarl sas".split()
)


@lru_cache(maxsize=4096)
def said_organization(name: str) -> str:
    """Return an organisation or group as it is said in a sentence: 'the University of Porto', 'Acme'; or ''."""
    words = said_name(name.split(",", maxsplit=1)[0]).split()
    while len(words) > 1 and words[-1].casefold() in _LEGAL:
        words.pop()
    text = " ".join(words)
    low = text.casefold()
    if not text or low.startswith(("the ", "a ", "my ", "our ")):
        return f"the {text[4:]}" if low.startswith("the ") else ""
    several = len(words) > 1
    if several and (low.startswith(_WITH_THE) or words[-1].casefold() in _THE_LAST):
        return f"the {text}"
    return text


@lru_cache(maxsize=4096)
def said_event(name: str) -> str:
    """Return an event as it follows 'at': 'PyCon', 'the Spring Meet-up'; or '' if it can't be said."""
    text = said_name(name)
    words = text.split()
    if not words or text.casefold().startswith(("the ", "a ", "my ", "our ")):
        return f"the {text[4:]}" if text.casefold().startswith("the ") else ""
    last = words[-1].casefold()
    possessed = any(word.endswith(("'s", "’s", "s'")) for word in words)
    return f"the {text}" if last in _GATHERING and len(words) > 1 and not possessed else text
