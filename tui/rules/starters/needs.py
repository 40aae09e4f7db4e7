"""From needs and offers: theirs that you can answer, yours that they can, and those to ask after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.model.network import Network
from tui.rules.matching.likeness import is_about_the_same, stems
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import lexicon as lex
from tui.rules.starters.articles import with_articles
from tui.rules.starters.counting import may_be_action, number_of
from tui.rules.starters.forms import Reading, low_words
from tui.rules.starters.notes import clauses, quoted, sayable, visible
from tui.rules.starters.nouns import wanted
from tui.rules.starters.scene import Helper, Scene, said_name
from tui.rules.starters.second_person import to_you
from tui.rules.starters.suggestion import Candidate, candidate
from tui.rules.starters.wording import in_full

_NEED_LEAD = re.compile(
    r"^(?:(?:she|he|they)(?:'s| is|'re| are)?\s+)?(?:still |also |now |always )*(?:is |are )?"
    r"(?:looking for|look for|searching for|seeking|seeks|in search of|on the lookout for|hunting for|"
    r"needs?|wants?|could use|would like)"
    r"(?:\s+(?:an? )?help (?:with )?(?:finding|to find))?\s+(?!to\b)(?=\w)|^(?:to )?(?:find|finding|"
    r"help (?:with )?finding|get|getting|hire|hiring)\s+(?=\w)",
    re.IGNORECASE,
)
_GIVEN = frozenset("access time space money room help legal talks lab".split())
"""What is had or given, and is no subject to know about."""
_TO_DO = re.compile(r"^to [a-z]+(?: |$)")
_HOW_MUCH = re.compile(
    r"\s+(?:part[- ]time|full[- ]time|asap|urgently|urgent|please|pls|remote|soon|freelance|[\d.,]+ ?[km]?)$",
    re.IGNORECASE,
)
_NOT_TO_BE_ASKED = frozenset("money cash time more time".split()) | {"more time"}
_OFFER_LEAD = re.compile(
    r"^(?:(?:she|he|they|i)\s+)?(?:know(?:s|ing)?(?: about| a lot about| all about)?|can (?:help|"
    r"advise) (?:with|on)|helps? with|help with|offers?|"
    r"expert (?:in|on)|expertise in|good (?:at|with)|experience (?:in|with|of)|experienced (?:in|with)|"
    r"advice on|advises on|knowledge of|"
    r"great at|happy to help with|can teach|teaches)\s+(?=\w)",
    re.IGNORECASE,
)


def helpers_of(network: Network) -> dict[str, tuple[Helper, ...]]:
    """Return who offers what, by the stems of the words; yours is under the uid 'me'."""
    found: dict[str, list[Helper]] = {}
    for offer in network.profile.offers:
        _add(found, "me", offer)
    for contact in network.contacts.values():
        if contact.offers and not contact.archived:
            for offer in contact.offers:
                _add(found, contact.uid, offer)
    return {stem: tuple(helpers) for stem, helpers in found.items()}


def _add(found: dict[str, list[Helper]], uid: str, offer: str) -> None:
    if not is_sensitive(offer):
        for stem in stems(offer):
            found.setdefault(stem, []).append(Helper(uid, offer))


def needs(scene: Scene) -> Iterator[Candidate | None]:
    """Yield what they are looking for: first where you or somebody you know may help."""
    for place, need in enumerate(scene.contact.needs[:8]):
        if is_sensitive(need):
            continue
        sought, reading = _need_words(scene, need)
        if not sought and reading is None:
            continue
        helper = _helper(scene, need)
        if helper is not None and sought:
            yield _answer(scene, need, sought, helper, place)
        elif helper is not None and reading is not None:
            yield candidate(
                "need",
                31 + 6 * place,
                _because(scene, need, helper),
                *_answer_quoted(scene, reading, helper),
                depth=2,
            )
        else:
            because = f"they are looking for {quoted(need)}"
            yield candidate("need", 62 + 6 * place, because, *_ask_after(scene, reading, sought), depth=2)


def _need_words(scene: Scene, need: str) -> tuple[str, Reading | None]:
    """A need as it follows 'looking for', and as a note; both may be lacking."""
    read = scene.read(need, mode="plain")
    first = clauses(need)[:1]
    return _sought(scene, first[0][0]) if first else "", read[0][1] if read else None


def _sought(scene: Scene, clause: str) -> str:
    """What a need is for, as it follows 'looking for'; '' if it can't be told."""
    spoken = to_you(in_full(clause), names=scene.names, pronouns=scene.contact.culture.pronouns) or ""
    core = _NEED_LEAD.sub("", spoken.removeprefix("you are ").removeprefix("you "), count=1)
    if set(core.casefold().split()) & lex.THIRD_PERSON:
        return ""
    core = _HOW_MUCH.sub("", core)
    if core.casefold() in _NOT_TO_BE_ASKED:
        return ""
    return with_articles(wanted(core) or "")


def _helper(scene: Scene, need: str) -> Helper | None:
    """The best answer to a need: you before others, then whose offer has most words in common."""
    wanted_stems = stems(need)
    score: dict[tuple[str, str], int] = {}
    for stem in wanted_stems:
        for helper in scene.helpers.get(stem, ()):
            if helper.contact != scene.contact.uid:
                key = (helper.contact, helper.offer)
                score[key] = score.get(key, 0) + 1
    score = {key: shared for key, shared in score.items() if is_about_the_same(need, key[1])}
    if not score:
        return None
    uid, offer = min(score, key=lambda key: (-score[key], key[0] != "me", key))
    return Helper(uid, offer)


def _because(scene: Scene, need: str, helper: Helper) -> str:
    if helper.contact == "me":
        return f"they are looking for {quoted(need)}; you offer {quoted(helper.offer)}"
    other = scene.network.contacts.get(helper.contact)
    name = said_name(other.name) if other else ""
    return f"they are looking for {quoted(need)}; {name or 'somebody you know'} offers {quoted(helper.offer)}"


def _opening(scene: Scene) -> str:
    return "You were looking for" if scene.have_spoken else "I gather that you are looking for"


def _answer(scene: Scene, need: str, sought: str, helper: Helper, place: int) -> Candidate | None:
    opening = _opening(scene)
    if helper.contact == "me":
        ways: tuple[str, ...] = (
            f"{opening} {sought}, and I may be able to help. What would be most useful?",
            f"Are you still looking for {sought}? I may be able to help.",
        )
    else:
        ways = (
            f"{opening} {sought}, and I may know somebody. Shall I ask?",
            f"Are you still looking for {sought}? I know somebody I could ask.",
        )
    if not scene.have_spoken:
        ways = ways[:1]
    return candidate("need", 31 + 6 * place, _because(scene, need, helper), *ways, depth=2)


def _answer_quoted(scene: Scene, reading: Reading, helper: Helper) -> tuple[str, ...]:
    help_ = "I may be able to help" if helper.contact == "me" else "I may know somebody"
    if reading.form == "clause" and reading.pace == "going" and scene.have_spoken:
        return (f"You told me that {reading.words}, and {help_}. Shall we talk about it?",)
    return (f"I've thought about what you are looking for. {help_}, if it's still open.",)


def _ask_after(scene: Scene, reading: Reading | None, sought: str) -> tuple[str, ...]:
    if scene.touches and scene.touches[0].day == scene.today:
        # They said so just now.
        return ()
    if sought and scene.have_spoken and len(sought.split()) > 5:
        return (
            f"Are you still looking for {sought}?",
            f"You were looking for {sought}. What have you found so far?",
        )
    if sought and scene.have_spoken:
        return (
            f"Are you still looking for {sought}?",
            f"How is the search for {sought} going?",
            f"You were looking for {sought}. What have you found so far?",
        )
    if sought:
        return (f"I gather that you are looking for {sought}. What have you found so far?",)
    if reading is None:
        return ()
    if reading.form == "indirect" and scene.have_spoken:
        return (f"You wanted to know {reading.words}. What have you found out?",)
    if _TO_DO.match(reading.words) and scene.have_spoken:
        return (f"You wanted {reading.words}. How is that going?", f"Do you still want {reading.words}?")
    if reading.form == "clause" and reading.pace == "going" and scene.have_spoken:
        return (f"You told me that {reading.words}. How is that going?",)
    if reading.form in {"noun", "quote", "own"} and scene.have_spoken:
        return (
            "Have you found what you were looking for?",
            "I remember that you were looking for something. How is that going?",
        )
    return ()


def offers(scene: Scene) -> Iterator[Candidate | None]:
    """Yield what they can help with: first where you need it, then as something to ask about."""
    for place, offer in enumerate(scene.contact.offers[:8]):
        if is_sensitive(offer):
            continue
        mine = _my_need(scene, offer)
        if mine is not None:
            need, sought = mine
            yield candidate(
                "offer",
                60 + 6 * place,
                f"you are looking for {quoted(need)}; they offer {quoted(offer)}",
                f"I'm looking for {sought}. How would you go about it?",
                f"I'm looking for {sought}. Where would you start?",
                f"May I ask your advice? I'm looking for {sought}.",
                depth=2,
            )
            continue
        read = scene.read(offer, mode="plain")
        subject = _OFFER_LEAD.sub("", in_full(read[0][0]), count=1) if read else ""
        if (
            subject
            and not subject[0].isdigit()
            and subject.split()[0].casefold() not in lex.NUMBERS | lex.WH | _GIVEN
            and not may_be_action(low_words(subject))
            and not set(subject.casefold().split()) & {"who", "that", "which"}
            and number_of(subject) in {"plural", "mass"}
            and not set(subject.casefold().split()) & lex.THIRD_PERSON
        ):
            ways = [
                f"What do people usually ask you about {subject}?",
                f"How did you come to know so much about {subject}?",
            ]
            if offer.casefold().startswith(("know", "she know", "he know")):
                ways = [f"How did you come to know {subject}?"]
            elif len(subject.split()) < 3 and number_of(subject) == "mass":
                ways[1] = f"How did you get into {subject}?"
            else:
                ways.pop()
            yield candidate("offer", 67 + 6 * place, f"they offer {quoted(offer)}", *ways, depth=2)


def _my_need(scene: Scene, offer: str) -> tuple[str, str] | None:
    """A need of yours that an offer of theirs may answer, and how you say it."""
    for need in scene.me.needs:
        if is_about_the_same(offer, need) and not is_sensitive(need):
            sought, _ = _need_words(scene, need)
            if sought:
                return need, sought
    return None


def sought_words(scene: Scene, need: str) -> str:
    """Return a need as it reads in brackets in a message: 'a hardware founder', or the note itself; or ''."""
    if is_sensitive(need):
        return ""
    sought, reading = _need_words(scene, need)
    return sought or (reading.words if reading and reading.form in ("noun", "quote", "clause") else "")


def my_offer_for(scene: Scene, need: str) -> str:
    """Return the offer of yours that answers a need, as you wrote it; or ''."""
    fitting = (it for it in scene.me.offers if is_about_the_same(need, it) and not is_sensitive(it))
    return next((words for words in (sayable(visible(it)) for it in fitting) if words), "")
