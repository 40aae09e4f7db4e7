"""From what is owed: your promises, theirs, introductions you made, and things worth passing on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tui.rules.matching.likeness import is_about_the_same
from tui.rules.names import spoken_name
from tui.rules.phrases import said_day, said_past
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.articles import with_articles
from tui.rules.starters.counting import head_at, number_of
from tui.rules.starters.forms import low_words
from tui.rules.starters.notes import clauses, is_foreign, quoted, sayable, visible
from tui.rules.starters.nouns import wanted
from tui.rules.starters.reading import read
from tui.rules.starters.scene import Scene, said_name
from tui.rules.starters.second_person import to_you
from tui.rules.starters.sentences import deed
from tui.rules.starters.suggestion import Candidate, candidate
from tui.rules.starters.wording import in_full

RECENT_DAYS = 120
"""A promise kept, an introduction made or a thing sent is asked about for so many days."""

_OPENING = re.compile(
    r"(?:job )?opening\b|job\b|vacancy\b|position\b|internship\b|we(?:'|’)re hiring\b", re.IGNORECASE
)

_LEAD = re.compile(
    r"^(?:to|i'?ll|i will|i'?d|i would|will|would|can|could|might|she'?ll|he'?ll|they'?ll|she will|he will|"
    r"they will|you'?ll|you'?d|you will|you would|wants to|"
    r"offered to|promised to|said (?:she|he|they)'?d|going to|i promised to|promise(?:d)?:?)\s+(?=\w)",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"^(?:think|let (?:you|me) know|get back|come back|have a think|see|look into it)\b")
"""What is promised so that nothing of use can be named."""
_TIMED = re.compile(
    r"^(?:call|phone|ring|visit|meet|come|talk|buy (?:you|me) (?:a )?(?:coffee|lunch|dinner|drink))\b"
)
"""What needs a time that suits both."""
_MEALS = {
    **{f"the {meal}": meal for meal in ("lunch", "dinner", "coffee", "breakfast")},
    "a coffee": "a coffee",
    "a visit": "a visit",
    "a call": "a call",
    "coffee": "a coffee",
}
_DONE_TO_THINGS = frozenset("review test draft print book check share show".split())
_ONE_OF_MANY = frozenset("intro introduction recommendation reference call visit coffee meeting".split())
Deed = tuple[Literal["do", "thing", "quote"], str]


def promised(scene: Scene, text: str, whom: str = "you") -> tuple[str, Deed] | None:
    """Return the first clause of a promise and how it can be said; None if it can't.

    'do' words follow 'to' ('send you the deck'), a 'thing' follows 'owe you' ('an intro to Tom').
    """
    if not text.strip() or is_sensitive(text):
        return None
    for clause, _ in clauses(text):
        spoken = to_you(clause.replace("’", "'"), names=scene.names, pronouns=scene.contact.culture.pronouns)
        core = _LEAD.sub("", in_full(spoken)) if spoken else ""
        low = low_words(core)
        if not low or is_foreign(core) or set(low) & lex.THIRD_PERSON:
            continue
        verb = low[0]
        if whom == "me" and verb.endswith("s") and verb[:-1] in lex.TELLING:
            verb = verb[:-1]
        reading = read(core, scene.names, mode="plain")
        if reading is None and verb not in lex.TELLING:
            continue
        if _is_deed(verb, low, core) or (reading is not None and reading.form == "own"):
            return clause, ("do", deed(" ".join([verb, *core.split()[1:]]), whom))
        thing = _thing(core)
        if thing and reading is not None and reading.form == "noun":
            return clause, ("thing", reading.words if reading.words.startswith("your ") else thing)
        if reading is not None:
            return clause, ("quote", core)
    return None


def _is_deed(verb: str, low: list[str], core: str) -> bool:
    """Tell whether a promise begins with what is to be done: 'send …', or any word before 'the' or 'you'."""
    if verb in lex.TELLING - things.COUNT or (verb in lex.DEEDS and len(low) > 1):
        return True
    after = low[1] if len(low) > 1 else ""
    if verb in _DONE_TO_THINGS and after and number_of(" ".join(core.split()[1:])) in {"count", "proper"}:
        return True
    known = lex.DETERMINERS | lex.PREPOSITIONS | lex.AUXILIARIES | lex.WH | lex.PAST
    return (
        after in lex.ARTICLES | lex.POSSESSIVES | lex.NUMBERS | {"you", "me"}
        and verb.isalpha()
        and verb not in known
        and not verb.endswith(("s", "ed", "ing"))
    )


def _thing(text: str) -> str:
    """What is owed, with its article: 'intro to Tom' becomes 'an intro to Tom', 'slides' 'the slides'."""
    first = text.split(maxsplit=1)[0].casefold()
    if first in lex.DETERMINERS:
        return text
    kind, low = number_of(text), low_words(text)
    of_many = low[head_at(low)] in _ONE_OF_MANY
    if kind == "plural" or (kind == "count" and not of_many):
        return with_articles(f"the {text}")
    return with_articles(wanted(text) or "")


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
        if not done and follow_up.made == scene.today and follow_up.kind == "promise":
            yield _made_today(clause, said)
            continue
        yield (_mine if follow_up.kind == "promise" else _theirs)(clause, said, done, place)


def _made_today(clause: str, said: Deed) -> Candidate | None:
    """On the day itself a promise is not yet asked about: what is still open is when."""
    form, words = said
    ways = {
        "do": (f"I'll {words}, as I said. When would be a good time?",),
        "thing": (f"I owe you {words} now. When would you like it?",),
    }.get(form, ())
    return candidate("promise", 30, f"you promised: {quoted(clause)}", *ways)


def _mine(clause: str, said: Deed, done: bool, place: int) -> Candidate | None:
    form, words = said
    if done:
        because = f"you promised and did: {quoted(clause)}"
        ways: tuple[str, ...] = ()
        if form == "do":
            ways = (
                f"I promised to {words}, and I have. Did that help?",
                f"I said I would {words}, and I did. Was it of any use?",
            )
        if form == "thing":
            ways = (f"I promised you {words}, and you should have it by now. Was it of any use?",)
            if words.startswith("the ") and words.endswith("s"):
                ways = (f"I promised you {words}. Did they reach you?",)
        return candidate("promise", 45 + 8 * place, because, *ways)
    because = f"you promised: {quoted(clause)}"
    if form == "do" and _VAGUE.match(words):
        ways = (f"I said I would {words}, and I haven't forgotten.",)
    elif words in _MEALS or (form == "do" and _TIMED.match(words)):
        owed = f"I said I would {words}" if form == "do" else f"I still owe you {_MEALS[words]}"
        ways = (f"{owed}, and I haven't forgotten. When would suit you?",)
    elif form == "do":
        ways = (
            f"I promised to {words}, and I haven't forgotten. Is that still useful to you?",
            f"I said I would {words}. Would that still be useful?",
        )
    elif form == "thing":
        are, they = ("Are", "they") if number_of(words) == "plural" else ("Is", "that")
        ways = (
            f"I still owe you {words}. {are} {they} still useful to you?",
            f"I promised you {words}, and I haven't forgotten. Would {they} still be useful?",
        )
    else:
        ways = ("I made you a promise, and I haven't forgotten. Would that still be useful?",)
    return candidate("promise", 30 + 8 * place, because, *ways)


def _theirs(clause: str, said: Deed, done: bool, place: int) -> Candidate | None:
    form, words = said
    if done:
        because = f"they promised and did: {quoted(clause)}"
        ways: tuple[str, ...] = (f"Thank you again for {words}.",) if form == "thing" else ()
        return candidate("waiting", 47 + 8 * place, because, *ways)
    because = f"they offered: {quoted(clause)}"
    if form == "do" and (_VAGUE.match(words) or _TIMED.match(words)):
        ways = (f"You said you would {words}. Is there anything you need from me for that?",)
    elif form == "do":
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
            "You kindly offered me something, and I'd still be glad of it. Can I make it easier for you?",
        )
    return candidate("waiting", 34 + 8 * place, because, *ways)


def introductions(scene: Scene) -> Iterator[Candidate | None]:
    """Yield introductions that you made and haven't heard back about."""
    for introduction in scene.network.introductions_of(scene.contact.uid):
        if introduction.status != "introduced":
            continue
        other_uid = introduction.second if introduction.first == scene.contact.uid else introduction.first
        other = scene.network.contacts.get(other_uid)
        name = said_name(spoken_name(other)) if other and said_name(other.name) else ""
        if other is None or not name or other_uid == scene.contact.uid:
            continue
        made = next((step.day for step in introduction.steps if step.status == "introduced"), None)
        if made == scene.today:
            continue
        said = f" {said_past(made, scene.today)}" if made and made <= scene.today else ""
        yield candidate(
            "introduction",
            44,
            f"you introduced them to {quoted(other.name)}",
            f"I introduced you to {name}{said}. Did the two of you get to talk?",
            f"Did you and {name} find a time to talk?",
        )


def _worth_sending(title: str) -> tuple[str, ...]:
    if _OPENING.match(title):
        # It need not be for them: nobody likes to be taken for somebody who looks for work.
        return (
            f"I came across “{title}”. Do you know somebody it would suit?",
            f"Who would you tell about this: “{title}”?",
        )
    return (
        f"I came across “{title}”, and it made me think of you. Shall I send it?",
        f"Have you come across “{title}”? I can send it to you.",
        f"Do you know “{title}”? I could send it to you.",
        f"Would “{title}” be something for you? I'll gladly send it.",
    )


def shares(scene: Scene) -> Iterator[Candidate | None]:
    """Yield what you sent, to hear what they made of it, and what is worth sending to them."""
    interests = [it for it in scene.contact.interests if not is_sensitive(it)]
    unsent = 0
    for share in scene.network.shares.values():
        title = sayable(visible(share.title))
        if not title or len(title) > 80 or is_sensitive(f"{share.title} {share.why}"):
            continue
        sent = next(
            (it.day for it in share.sent if it.contact == scene.contact.uid and it.day <= scene.today), None
        )
        if sent is not None:
            if 0 < (scene.today - sent).days <= RECENT_DAYS:
                yield candidate(
                    "share",
                    48,
                    f"you sent, {said_day(sent)}: {quoted(title)}",
                    f"I sent you “{title}” {scene.when(sent)}. What did you make of it?",
                )
            continue
        interest = next(
            (it for it in interests if any(is_about_the_same(it, topic) for topic in share.topics)), ""
        )
        if interest and unsent < 2:
            unsent += 1
            yield candidate(
                "share",
                49,
                f"worth passing on: {quoted(title)}; they care about {quoted(interest)}",
                *_worth_sending(title),
            )
