"""From the calendar: birthdays, anniversaries and other days, shortly before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tui.model.records import Milestone
from tui.rules.phrases import in_words, said_ahead, said_day, said_past
from tui.rules.queue.sources import day_where, occurs
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import lexicon as lex
from tui.rules.starters.notes import quoted, sayable, visible
from tui.rules.starters.scene import Scene, said_organization
from tui.rules.starters.suggestion import Candidate, candidate

AHEAD_DAYS = 14
"""A day is worth a word from so many days before."""
AFTER_DAYS = 21
"""And for so many days after."""
NEWS_DAYS = 90
"""Something that happened once, such as a new position, stays news for so many days."""

_YEARS_AT = re.compile(r"^(?P<years>\w+(?:-\w+)?) years? (?:at|with|in) (?P<where>.+)$", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"^(?:work|job|service) anniversary(?: (?:at|with) (?P<where>.+))?$", re.IGNORECASE)
_NEW = re.compile(
    r"^(?:new|started (?:a )?new|starts (?:a )?new) (?:position|job|role|post)\b[:\s]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_DID = re.compile(
    r"^(?:started|joined|moved|became|founded|opened|launched|graduated|retired|left|began)\b", re.IGNORECASE
)


def milestones(scene: Scene) -> Iterator[Candidate | None]:
    """Yield days of theirs that are near, before or after."""
    if scene.contact.muted_milestones:
        return
    today = day_where(scene.contact, scene.now)
    for milestone in scene.contact.milestones:
        label = visible(milestone.label)
        if is_sensitive(label):
            continue
        back = NEWS_DAYS if milestone.once and milestone.year is not None else AFTER_DAYS
        day = occurs(milestone, today - timedelta(days=back))
        if (
            day is None
            or (day - today).days > AHEAD_DAYS
            or (milestone.year is not None and day.year < milestone.year)
        ):
            continue
        clause = sayable(label.replace("’", "'"))
        if clause:
            yield candidate(
                "milestone",
                40,
                f"milestone {said_day(day)}: {quoted(milestone.label)}",
                *_ways(milestone, clause, day, today),
            )


def _ways(milestone: Milestone, label: str, day: date, today: date) -> tuple[str, ...]:
    low = label.casefold()
    over = day < today
    said = "today" if day == today else said_past(day, today) if over else said_ahead(day, today)
    if low in {"birthday", "b-day", "bday", "geburtstag", "her birthday", "his birthday", "their birthday"}:
        if day == today:
            return (
                "Happy birthday! How are you spending the day?".replace("!", "."),
                "Happy birthday. What is the best part of the day so far?",
            )
        if over:
            return (f"It was your birthday {said}. How did you spend it?", f"How was your birthday {said}?")
        return (
            f"It's your birthday {said}. What are you going to do?",
            f"What would you like to do for your birthday {said}?",
        )
    new = _NEW.match(label)
    if new:
        return _news(new["rest"], over or day == today)
    anniversary = _anniversary(milestone, label, day)
    if anniversary:
        told = (
            f"You've now been {anniversary}"
            if over or day == today
            else f"{said[:1].upper()}{said[1:]} you'll have been {anniversary}"
        )
        return (
            f"{told}. What has changed most in that time?",
            f"{told}. What do you wish you had known on the first day?",
        )
    if _DID.match(label):
        if milestone.once and over:
            return (f"You {label[:1].lower()}{label[1:]} {said}. How has it been since?",)
        if milestone.year is not None and day.year > milestone.year:
            years = in_words(day.year - milestone.year, "year")
            words = f"{label[:1].lower()}{label[1:]}"
            it_is = "It was" if over else "It will be" if day > today else "It is"
            return (f"{it_is} {years} {said} since you {words}. How do you look back on it?",)
        return ()
    return _thing(label, said, over, day == today, milestone.once)


def _news(rest: str, began: bool) -> tuple[str, ...]:
    where = re.search(r"\b(?:at|with)\s+(.+)$", rest)
    organization = said_organization(where[1]) if where else ""
    if not began:
        return ("You have a new position coming up. What are you looking forward to most?",)
    if organization:
        return (
            f"You're new at {organization}. How have the first weeks been?",
            f"What has surprised you most at {organization} so far?",
        )
    return (
        "You've started in a new position. How have the first weeks been?",
        "What has surprised you most in your new position so far?",
    )


def _anniversary(milestone: Milestone, label: str, day: date) -> str:
    """'at Acme for five years', 'in your job for ten years', or ''."""
    said = _YEARS_AT.match(label)
    if said:
        where = said_organization(said["where"])
        one = said["years"].casefold() in {"one", "1", "a"}
        return f"at {where} for {said['years'].lower()} {'year' if one else 'years'}" if where else ""
    work = _ANNIVERSARY.match(label)
    if work and milestone.year is not None and day.year > milestone.year:
        where = said_organization(work["where"]) if work["where"] else ""
        years = in_words(day.year - milestone.year, "year")
        return f"{'at ' + where if where else 'in your job'} for {years}"
    return ""


def _thing(label: str, said: str, over: bool, now: bool, once: bool) -> tuple[str, ...]:
    words = re.sub(r"^(?:the|a|an|her|his|their|my|your)\s+", "", label, flags=re.IGNORECASE)
    low = words.casefold().split()
    if (
        not low
        or set(low) & (lex.FINITE | lex.THIRD_PERSON | {"i", "we", "you"})
        or len(low) > 7
        or low[0] in lex.GERUNDS
        or ":" in words
    ):
        return ()
    if not words.split()[0].isupper() and words.istitle() is False and words[:1].isupper() and len(low) == 1:
        words = words[:1].lower() + words[1:]
    own = words.split()[0]
    if own.endswith(("'s", "s'")) and own[:1].isupper():
        # 'Lumafield's fortieth village' is somebody's already.
        ways = (
            f"{words} was {said}. How did it go?"
            if over
            else f"{words} is {said}. How are the preparations going?"
        )
        return (ways,)
    if now:
        return (
            (f"Your {words} is today. How are you feeling about it?",)
            if once
            else (f"It's your {words} today. How are you spending the day?",)
        )
    if over:
        return (f"Your {words} was {said}. How did it go?", f"How was your {words} {said}?")
    return (
        f"Your {words} is {said}. How are you feeling about it?",
        f"Your {words} is {said}. How are the preparations going?",
    )
