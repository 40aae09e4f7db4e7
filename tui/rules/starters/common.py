"""From what you share: interests, groups, the person who introduced you, where you met, place, languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.model.text import fold
from tui.rules.languages import language_name
from tui.rules.matching.likeness import stems
from tui.rules.moments import is_over
from tui.rules.names import spoken_name
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.counting import number_of
from tui.rules.starters.notes import quoted, sayable, visible
from tui.rules.starters.scene import Scene, said_event, said_name, said_organization
from tui.rules.starters.suggestion import Candidate, candidate
from tui.rules.starters.wording import spelt


def said_interest(interest: str) -> str:
    """Return an interest as it follows 'an interest in': 'machine-learning' becomes 'machine learning'; or ''."""
    words = sayable(visible(interest).lstrip("#").replace("-", " ").replace("_", " "))
    low = words.casefold().split()
    if not words or len(words) > 40 or len(low) > 4 or ":" in words or "?" in words or "," in words:
        return ""
    if low[0] in lex.DETERMINERS | lex.AUXILIARIES or set(low) & (lex.THIRD_PERSON | {"i", "me", "you"}):
        return ""
    if number_of(words) == "count" and not set(low) & things.ACTIVITIES:
        return _plural(words)
    words = " ".join(things.CAPITALS.get(word, word) for word in words.split())
    first = words.split()[0]
    plain = first.istitle() and (
        low[0] in things.ACTIVITIES or (low[0] in things.MASS and low[0] not in {"rust", "python", "linux"})
    )
    return words[:1].lower() + words[1:] if plain else words


def _plural(words: str) -> str:
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("s", "x", "ch", "sh", "z")) else f"{words}s"


def interests(scene: Scene) -> Iterator[Candidate | None]:
    """Yield interests that you share, then those of theirs that you can ask about."""
    mine = {fold(it).replace("-", " "): it for it in scene.me.interests}
    shared = other = 0
    for interest in scene.contact.interests[:20]:
        said = said_interest(interest)
        if not said or is_sensitive(interest):
            continue
        pastime = bool(set(said.casefold().split()) & things.ACTIVITIES)
        key = fold(interest).replace("-", " ")
        if key in mine or any(
            stems(interest) and stems(interest) == stems(own) for own in scene.me.interests
        ):
            because = f"you both care about {quoted(interest)}"
            yield candidate("interest", 50 + 5 * shared, because, *_shared_interest(said, pastime))
            shared += 1
        else:
            because = f"they care about {quoted(interest)}"
            yield candidate(
                "interest",
                66 + 5 * other,
                because,
                *_their_interest(said, pastime),
                depth=1 if pastime else 2,
            )
            other += 1


def _shared_interest(said: str, pastime: bool) -> tuple[str, ...]:
    if pastime:
        return (
            f"Have you had time for {said} lately?",
            f"We share an interest in {said}. How did yours begin?",
            f"When did you last have time for {said}?",
            f"What got you started with {said}?",
            f"What do you like best about {said}?",
        )
    return (
        f"We share an interest in {said}. What have you come across lately?",
        f"What is the best thing you've read or heard about {said} lately?",
        f"Who knows more about {said} than anybody you know?",
        f"What would you like to understand better about {said}?",
        f"What made you care about {said}?",
    )


def _their_interest(said: str, pastime: bool) -> tuple[str, ...]:
    if pastime:
        return (
            f"How did you get into {said}?",
            f"Have you had time for {said} lately?",
            f"What do you like best about {said}?",
            f"What got you started with {said}?",
            f"When did you last have time for {said}?",
        )
    return (
        f"What drew you to {said}?",
        f"What do you find most interesting about {said}?",
        f"What first made you curious about {said}?",
        f"Where should I begin, if I wanted to know more about {said}?",
        f"Who knows more about {said} than anybody you know?",
    )


def groups(scene: Scene) -> Iterator[Candidate | None]:
    """Yield schools, employers and clubs that you both know."""
    mine = {fold(it): it for it in (*scene.me.groups, scene.me.organization) if it}
    theirs = dict.fromkeys(it for it in (*scene.contact.groups, scene.contact.organization) if it)
    place = 0
    for group in theirs:
        said = said_organization(group)
        if fold(group) not in mine or not said or is_sensitive(group):
            continue
        yield candidate(
            "group",
            51 + 5 * place,
            f"you both know {quoted(group)}",
            f"We have {said} in common. Whom do you know from there?",
            f"We have {said} in common. What do you remember of your first days there?",
            f"How did you come to {said}?",
        )
        place += 1


def people(scene: Scene) -> Iterator[Candidate | None]:
    """Yield the person who introduced you."""
    by = scene.network.contacts.get(scene.contact.introduced_by or "")
    if by is None or by.uid == scene.contact.uid or not said_name(by.name):
        return
    name = said_name(spoken_name(by))
    yield candidate(
        "person",
        53,
        f"introduced by {quoted(by.name)}",
        f"We know each other through {name}. How did the two of you meet?" if scene.have_spoken else "",
        f"How do you know {name}?",
        f"How did you and {name} meet?",
    )


def met(scene: Scene) -> Iterator[Candidate | None]:
    """Yield where you met."""
    contact = scene.contact
    event = scene.network.events.get(contact.met_event or "")
    if event is not None and event is not scene.event and not event.cancelled and is_over(event, scene.now):
        name = said_event(event.name)
        if name and not is_sensitive(event.name):
            yield candidate(
                "met",
                54,
                f"you met at {quoted(event.name)}",
                f"We met at {name} {scene.when(event.start)}. What came of it for you?",
                f"What has stayed with you from {name}?",
            )
    note = contact.met_note.replace("’", "'")
    if not event and note and not is_sensitive(note) and contact.met_day and contact.met_day < scene.today:
        clause = sayable(visible(re.split(r"[.;\n(]", note)[0]))
        words = spelt(re.sub(r"^(?:we )?met\s+", "", clause, flags=re.IGNORECASE))
        low = words.casefold().split()
        if (
            low
            and low[0] in {"at", "in", "on", "during", "over", "through"}
            and 2 < len(low) < 12
            and not set(low) & lex.THIRD_PERSON
        ):
            words = words[:1].lower() + words[1:]
            yield candidate(
                "met",
                55,
                f"how you met: {quoted(clause)}",
                f"We met {words}. What has happened in your life since?" if "?" not in words else "",
                f"I still remember that we met {words}. How has the time since been for you?"
                if len(words) < 60
                else "",
            )


_REMOTE = frozenset(
    "remote worldwide global anywhere online everywhere home europe earth internet n/a unknown".split()
)


def said_place(place: str) -> str:
    """Return a place as it follows 'in': 'Lisbon', 'the San Francisco Bay Area'; or ''."""
    first = re.split(r"[,/;(|]|\s[-–—]\s", visible(place))[0].strip()
    words = first.removeprefix("near ").removeprefix("Near ").split()
    if not 0 < len(words) <= 4 or not all(
        word[:1].isupper() or word in {"de", "del", "la", "am", "an", "der", "upon", "do", "da", "of", "el"}
        for word in words
    ):
        return ""
    text = " ".join(words)
    if not all(c.isalpha() or c in " -'’." for c in text) or words[0].casefold() in _REMOTE or len(text) > 40:
        return ""
    return (
        f"the {text}"
        if words[-1] in {"Area", "Region", "Netherlands", "Midlands", "Philippines", "Highlands"}
        else text
    )


def places(scene: Scene) -> Iterator[Candidate | None]:
    """Yield the place where you both live, or theirs."""
    theirs, mine = said_place(scene.contact.place), said_place(scene.me.place)
    if not theirs or is_sensitive(scene.contact.place):
        return
    if mine and fold(mine) == fold(theirs):
        yield candidate(
            "place",
            56,
            f"you both live in {quoted(scene.contact.place)}",
            f"Which corner of {theirs} do you like most?",
            f"What would you miss if you left {theirs}?",
            f"How did you come to live in {theirs}?",
            f"Where in {theirs} do you go when you have an hour to yourself?",
        )
    else:
        yield candidate(
            "place",
            69,
            f"they live in {quoted(scene.contact.place)}",
            f"What is {theirs} like at this time of year?",
            f"How is life in {theirs} these days?",
            f"If I had one day in {theirs}, what should I see?",
            f"What do you like about living in {theirs}?",
        )


def languages(scene: Scene) -> Iterator[Candidate | None]:
    """Yield a question about a language of theirs other than English, which you need not speak yourself."""
    for language in scene.contact.languages[:10]:
        word = visible(language).strip()
        is_tag = re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?", word)
        name = language_name(word) if is_tag else word.capitalize()
        if name == "English" or not name.isalpha() or not 3 < len(name) < 20:
            continue
        yield candidate(
            "language",
            74,
            f"they speak {quoted(language)}",
            f"Which {name} word do you miss in English?",
            f"What is a good first word to know in {name}?",
        )
        return
