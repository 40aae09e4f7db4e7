"""From what is owed: your promises, theirs, introductions you made, and things worth passing on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tui.rules.phrases import said_past
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import lexicon as lex
from tui.rules.starters.history import deed
from tui.rules.starters.notes import quoted, sayable, visible
from tui.rules.starters.nouns import wanted
from tui.rules.starters.reading import Reading
from tui.rules.starters.scene import Scene, said_name, stems
from tui.rules.starters.suggestion import Candidate, candidate

RECENT_DAYS = 120
"""A promise kept, an introduction made or a thing sent is asked about for so many days."""

_LEAD = re.compile(
    r"^(?:to|i'?ll|i will|i'?d|i would|will|would|can|could|might|she'?ll|he'?ll|they'?ll|she will|he will|they will|wants to|"
    r"offered to|promised to|said (?:she|he|they)'?d|going to|i promised to|promise(?:d)?:?)\s+(?=\w)",
    re.IGNORECASE,
)
Deed = tuple[Literal["do", "thing", "quote"], str]


def promised(scene: Scene, text: str, whom: str = "you") -> tuple[str, Deed] | None:
    """Return the first clause of a promise and how it can be said; None if it can't.

    'do' words follow 'to' ('send you the deck'), a 'thing' follows 'owe you' ('an intro to Tom').
    """
    if not text.strip() or is_sensitive(text):
        return None
    for clause, _ in scene.read(text) or ():
        core = _LEAD.sub("", clause.replace("’", "'"))
        read = scene.read(core)
        if not read:
            continue
        reading: Reading = read[0][1]
        verb = reading.words.split()[0].casefold()
        if whom == "me" and verb.endswith("s") and verb[:-1] in lex.TELLING:
            verb = verb[:-1]
        if reading.form == "own" or verb in lex.TELLING - lex.COUNT:
            words = " ".join([verb, *reading.words.split()[1:]])
            return clause, ("do", deed(words, whom))
        thing = _thing(core)
        if reading.form == "noun" and thing:
            return clause, ("thing", thing if not reading.words.startswith("your ") else reading.words)
        return clause, ("quote", reading.words)
    return None


def _thing(text: str) -> str:
    """What is owed, with its article: 'intro to Tom' becomes 'an intro to Tom', 'slides' 'the slides'."""
    from tui.rules.starters.nouns import number_of

    if number_of(text) == "plural":
        return f"the {text}"
    return wanted(text) or ""


def promises(scene: Scene) -> Iterator[Candidate | None]:
    """Yield promises of yours that are open, or that you kept not long ago, and theirs to you."""
    follow_ups = sorted(
        scene.network.follow_ups_of(scene.contact.uid),
        key=lambda it: (it.due or it.made or scene.today, it.uid),
    )
    counts = {"promise": 0, "waiting": 0}
    for follow_up in follow_ups:
        if follow_up.kind == "follow_up" or follow_up.status == "dropped":
            continue
        done = follow_up.status == "done"
        if done and not (follow_up.closed and 0 <= (scene.today - follow_up.closed).days <= RECENT_DAYS):
            continue
        found = promised(scene, follow_up.text, "you" if follow_up.kind == "promise" else "me")
        if found is None:
            continue
        clause, said = found
        place = counts[follow_up.kind]
        counts[follow_up.kind] += 1
        yield (_mine if follow_up.kind == "promise" else _theirs)(clause, said, done, place)


def _mine(clause: str, said: Deed, done: bool, place: int) -> Candidate | None:
    form, words = said
    if done:
        because = f"you promised and did: {quoted(clause)}"
        ways: tuple[str, ...] = (
            (f"I promised to {words}, and I have. Was it of any use?",) if form == "do" else ()
        )
        if form == "thing":
            ways = (f"I promised you {words}, and you should have it by now. Was it of any use?",)
            if words.startswith("the ") and words.endswith("s"):
                ways = (f"I promised you {words}. Did they reach you?",)
        return candidate("promise", 45 + 8 * place, because, *ways)
    because = f"you promised: {quoted(clause)}"
    if form == "do":
        ways = (
            f"I promised to {words}, and I haven't forgotten. Is that still useful to you?",
            f"I said I would {words}. Would that still be useful?",
        )
    elif form == "thing":
        ways = (
            f"I still owe you {words}. Is that still useful to you?",
            f"I promised you {words}, and I haven't forgotten. Would that still be useful?",
        )
    else:
        ways = (f"I made you a promise and noted it as “{words}”. Is that still useful to you?",)
    return candidate("promise", 30 + 8 * place, because, *ways)


def _theirs(clause: str, said: Deed, done: bool, place: int) -> Candidate | None:
    form, words = said
    if done:
        because = f"they promised and did: {quoted(clause)}"
        ways: tuple[str, ...] = (f"Thank you again for {words}.",) if form == "thing" else ()
        return candidate("waiting", 47 + 8 * place, because, *ways)
    because = f"they offered: {quoted(clause)}"
    if form == "do":
        ways = (
            f"You kindly offered to {words}. Is there anything I can do to make that easier?",
            f"Thank you again for offering to {words}. Is there anything you need from me for that?",
        )
    elif form == "thing":
        ways = (
            f"You kindly offered me {words}. Is there anything I can do to make that easier?",
            f"Thank you again for offering me {words}. Is there anything you need from me for that?",
        )
    else:
        ways = (
            f"You kindly offered me something that I noted as “{words}”. Can I make that easier for you?",
        )
    return candidate("waiting", 34 + 8 * place, because, *ways)


def introductions(scene: Scene) -> Iterator[Candidate | None]:
    """Yield introductions that you made and haven't heard back about."""
    for introduction in scene.network.introductions_of(scene.contact.uid):
        if introduction.status != "introduced":
            continue
        other_uid = introduction.second if introduction.first == scene.contact.uid else introduction.first
        other = scene.network.contacts.get(other_uid)
        name = said_name(other.name) if other else ""
        if not name or other_uid == scene.contact.uid:
            continue
        made = next((step.day for step in introduction.steps if step.status == "introduced"), None)
        said = f" {said_past(made, scene.today)}" if made and made <= scene.today else ""
        yield candidate(
            "introduction",
            44,
            f"you introduced them to {quoted(name)}",
            f"I introduced you to {name}{said}. Did the two of you get to talk?",
            f"Did you and {name} find a time to talk?",
        )


def shares(scene: Scene) -> Iterator[Candidate | None]:
    """Yield what you sent, to hear what they made of it, and what is worth sending to them."""
    interests = {stem: it for it in scene.contact.interests if not is_sensitive(it) for stem in stems(it)}
    for share in scene.network.shares.values():
        title = sayable(visible(share.title))
        if not title or len(title) > 80 or is_sensitive(f"{share.title} {share.why}"):
            continue
        sent = next(
            (it.day for it in share.sent if it.contact == scene.contact.uid and it.day <= scene.today), None
        )
        if sent is not None:
            if (scene.today - sent).days <= RECENT_DAYS:
                yield candidate(
                    "share",
                    48,
                    f"you sent, {sent.isoformat()}: {quoted(title)}",
                    f"I sent you “{title}” {scene.when(sent)}. What did you make of it?",
                )
            continue
        fitting = sorted(stem for topic in share.topics for stem in stems(topic) if stem in interests)
        if fitting:
            interest = interests[fitting[0]]
            yield candidate(
                "share",
                49,
                f"worth passing on: {quoted(title)}; they care about {quoted(interest)}",
                f"I came across “{title}”, and it made me think of you. Shall I send it?",
                f"Have you come across “{title}”? I can send it to you.",
            )
