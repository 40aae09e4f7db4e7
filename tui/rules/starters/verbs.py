"""Clauses that begin with what somebody does: 'hiring two people', 'wants to move', 'joined Acme'."""

from __future__ import annotations

import re

from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.counting import number_of
from tui.rules.starters.forms import Pace, Reading
from tui.rules.starters.nouns import as_noun, wanted

_BASE = frozenset({**lex.STATE, **lex.OPINION}.values())
_BASE_GOING = {
    "want": "wanted",
    "need": "needed",
    "hope": "hoped",
    "plan": "planned",
    "intend": "intended",
    "aim": "aimed",
    "try": "were trying",
    "consider": "were considering",
    "look": "were looking",
    "hire": "were hiring",
    "prepare": "were preparing",
    "seek": "were looking for",
    "train": "were training",
    "study": "were studying",
}
_HELPING = lex.BE | frozenset(
    "has have had will would can could might may won't hasn't haven't can't couldn't doesn't don't".split()
)
_MAY_BE_NOUN = frozenset(
    "call meeting visit offer share show test draft review print copy plan intro update message email "
    "point book set check "
    "look try follow help talk order thank wish catch mention".split()
)
_ALONE = frozenset("hiring moving relocating retiring fundraising recruiting interviewing".split())
"""-ing words that alone in a note are what somebody is doing."""
_CLEAR = frozenset(
    "raising renovating defending launching joining leaving buying selling visiting restoring rebuilding finishing "
    "expanding organising organizing converting replacing adopting getting quitting considering starting preparing "
    "rewriting completing submitting".split()
)
"""-ing words that make no name of a thing with the word behind them, as 'hiring' does in 'hiring plan'."""
_PASTIMES = frozenset(
    "paints sings swims hikes climbs cooks bakes runs rows skis surfs dances knits sails cycles".split()
)
_TAKES_ANYTHING = frozenset("plays coaches mentors hosts cooks reads".split())
_NOT_YET = frozenset("invited nominated shortlisted".split())
"""After these it is still to come."""
_ORDER_BEFORE = lex.DETERMINERS | frozenset("you me us about to up through together off with".split())
_NOUN_BEFORE = frozenset("intro call visit plan update draft review message email".split())


class _Clause:
    """The parts of a clause that begins with a verb, after its adverbs."""

    def __init__(self, words: list[str], low: list[str]) -> None:
        lead = 0
        while lead < len(low) - 1 and low[lead] in lex.ADVERBS:
            lead += 1
        self.adverbs = [word.lower() for word in words[:lead]]
        self.verb = low[lead]
        self.rest = words[lead + 1 :]
        self.low_rest = low[lead + 1 :]
        self.after = self.low_rest[0] if self.low_rest else ""

    def told(self, start: str, pace: Pace, rest: list[str] | None = None) -> Reading:
        """'you' and the clause; adverbs go behind 'were' and before any other verb."""
        first, _, others = start.partition(" ")
        placed = (
            [first, *self.adverbs, *others.split()] if first in lex.BE else [*self.adverbs, *start.split()]
        )
        behind = self.rest if rest is None else rest
        if pace == "going" and behind[-1:] == ["now"]:
            behind = behind[:-1]
        return Reading("clause", " ".join(["you", *placed, *behind]), pace)


def verb_first(words: list[str], low: list[str], *, finite: bool = False) -> Reading | None:
    """Read a clause that begins with a verb; None if it doesn't. `finite`: it had a subject before."""
    clause = _Clause(words, low)
    return (
        _under_way(clause)
        or _helped(clause)
        or _told_me(clause, finite)
        or _present(clause, finite)
        or _past(clause, finite)
        or _adjective(clause)
        or _order(clause, finite)
    )


def _under_way(clause: _Clause) -> Reading | None:
    verb, rest = clause.verb, clause.rest
    with_article = _with_article(verb, rest)
    if not clause.after and verb in _ALONE:
        return clause.told(f"were {verb}", "going")
    if verb in {"thinking", "dreaming"} and clause.after in {"of", "about"}:
        return clause.told(f"were {verb}", "going")
    if verb in _CLEAR and clause.after and clause.after not in lex.PREPOSITIONS:
        return clause.told(f"were {verb}", "going", _with_object(rest))
    if verb == "learning" and clause.low_rest and clause.low_rest[0] in things.LANGUAGES:
        return clause.told("were learning", "going")
    if verb in lex.GERUNDS and (_is_verbal(clause.after, clause.low_rest) or with_article != rest):
        return clause.told(f"were {verb}", "going", with_article)
    needs = clause.after and clause.after not in lex.PREPOSITIONS | {"analysis", "assessment"}
    if verb in {"needs", "wants", "seeks"} and needs:
        return clause.told(lex.GOING[verb], "going", with_article)
    has_object = clause.after in lex.ARTICLES | lex.POSSESSIVES | lex.NUMBERS or clause.after.isdigit()
    any_gerund = verb.endswith("ing") and len(verb) > 5 and has_object
    if any_gerund and verb not in {"during", "regarding", "concerning", "including", "following"}:
        return clause.told(f"were {verb}", "going")
    return None


def _with_object(rest: list[str]) -> list[str]:
    """Give a bare object its article, or 'your' where it is somebody's own: 'renovating house', 'finishing PhD'."""
    text = " ".join(rest)
    noun = as_noun(text)
    if noun and noun.startswith("your "):
        return noun.split()
    return (wanted(text) or text).split()


def _is_verbal(after: str, rest: list[str]) -> bool:
    """Tell whether an -ing word begins an action ('hiring two people') and not a noun ('hiring plans')."""
    if not after:
        return False
    if after in lex.AFTER_VERB | lex.WH:
        return True
    # 'hiring engineers' is an action; 'hiring plan' is a thing.
    if after.isdigit():
        return True
    alone = len(rest) == 1 or rest[1] in lex.PREPOSITIONS
    return (
        alone
        and after.endswith("s")
        and after not in lex.NOUN_TOO | things.NOT_PLURAL | things.COMPOUND_HEADS
    )


def _with_article(verb: str, rest: list[str]) -> list[str]:
    """Give what somebody looks for its article: 'needs lawyer', 'looking for designer'."""
    at = 1 if verb == "looking" and rest[:1] == ["for"] else 0
    if at or verb in {"needs", "wants", "seeks", "hiring", "needing", "seeking"}:
        sought = wanted(" ".join(rest[at:])) if rest[at:] else None
        return [*rest[:at], *sought.split()] if sought else rest
    return rest


def _helped(clause: _Clause) -> Reading | None:
    """'is hiring', 'has two kids', 'will move', 'doesn't like flying'."""
    verb, after, rest = clause.verb, clause.after, clause.rest
    if verb not in _HELPING or not after:
        return None
    tail, more = " ".join(rest), " ".join([*clause.adverbs, ""])
    second = rest[1].casefold().strip(".,") if len(rest) > 1 else ""
    main = second if after in lex.ADVERBS else after
    if verb in lex.BE:
        if main.endswith("ing") and len(main) > 5:
            be = {"isn't": "weren't", "aren't": "weren't", "wasn't": "weren't"}.get(verb, "were")
            return Reading("clause", f"you {be} {more}{tail}", "going")
        be = {"is": "are", "isn't": "aren't", "was": "were", "wasn't": "weren't", "am": "are"}.get(verb, verb)
        if main in lex.ATTITUDE:
            return Reading("clause", f"you {'were' if be == 'are' else be} {more}{tail}", "opinion")
        return Reading("clause", f"you {be} {more}{tail}", "state")
    if verb in {"has", "have", "had", "hasn't", "haven't"}:
        have = {"has": "have", "hasn't": "haven't"}.get(verb, verb)
        if main == "been":
            pace: Pace = "going" if re.search(r"\bbeen \w+ing\b", tail) else "state"
            # 'You told me in March that you had been looking': it was so up to then.
            have = {"have": "had", "haven't": "hadn't"}.get(have, have) if pace == "going" else have
        else:
            irregular = {"written", "taken", "gone", "begun", "grown", "given", "seen", "chosen"}
            pace = "begun" if main in lex.PAST | irregular or main.endswith("ed") else "state"
        return Reading("clause", f"you {more}{have} {tail}", pace)
    said = {"will": "would", "may": "might", "won't": "would not", "doesn't": "don't"}.get(verb, verb)
    return Reading(
        "clause", f"you {more}{said} {tail}", "going" if said in {"would", "might", "would not"} else "state"
    )


def _told_me(clause: _Clause, finite: bool) -> Reading | None:
    """What was done in talking: 'she asked about my thesis'."""
    if (
        finite
        and clause.after
        and (clause.verb in lex.TOLD_ME or (clause.after == "me" and clause.verb not in lex.GOING))
    ):
        return Reading("said", " ".join(["you", *clause.adverbs, clause.verb, *clause.rest]), "state")
    return None


def _present(clause: _Clause, finite: bool) -> Reading | None:
    verb, after = clause.verb, clause.after
    if verb in lex.GOING and _is_verb(verb, after, finite):
        return clause.told(lex.GOING[verb], "going")
    if verb in lex.OPINION and _is_verb(verb, after, finite):
        return clause.told(lex.OPINION[verb], "opinion")
    if not after and verb in _PASTIMES:
        return clause.told(lex.STATE[verb], "state")
    if verb in lex.STATE and _is_verb(verb, after, finite):
        return clause.told(lex.STATE[verb], "habit" if verb in lex.HABITS else "state")
    if finite and after and verb in _BASE_GOING:
        return clause.told(_BASE_GOING[verb], "going")
    if finite and after and verb in _BASE:
        return clause.told(verb, "state")
    return None


def _is_verb(verb: str, after: str, finite: bool) -> bool:
    """Tell a verb from a plural: 'runs a bakery' from 'runs on Tuesdays'."""
    if not after:
        return False
    if finite or verb not in lex.NOUN_TOO:
        return True
    if verb in _TAKES_ANYTHING and after not in lex.PREPOSITIONS | lex.AUXILIARIES:
        return True
    if verb == "runs" and after.endswith("s") and after not in things.NOT_PLURAL | lex.AUXILIARIES:
        return True
    if verb in lex.VERB_PREPOSITIONS and after in lex.PREPOSITIONS | {"that", "whether", "if"}:
        return after in lex.VERB_PREPOSITIONS[verb]
    if after == "to":
        return verb in {"hopes", "plans", "needs", "aims"}
    return after in lex.ARTICLES | lex.POSSESSIVES | lex.NUMBERS | {"up", "out"}


def _past(clause: _Clause, finite: bool) -> Reading | None:
    verb, after = clause.verb, clause.after
    if verb in lex.PAST and after and (finite or _has_object(after, clause.rest)):
        return clause.told(verb, "begun" if verb in lex.BEGINNINGS else "done")
    if verb == "got" and after in lex.PASSIVE:
        return Reading("clause", " ".join(["you were", *clause.adverbs, *clause.rest]), "begun")
    if verb in {"promoted", "elected", "headhunted"} and not after:
        return clause.told(f"were {verb}", "begun")
    if verb in lex.PASSIVE and after in {"to", "at", "for", "as", "by", "onto", "into", "among"}:
        return clause.told(f"were {verb}", "open" if verb in _NOT_YET else "begun")
    return None


def _has_object(after: str, rest: list[str]) -> bool:
    """Tell whether a past form is a verb ('joined Acme', 'bought a house') and not 'planned move'."""
    return (
        after in lex.AFTER_VERB | lex.PREPOSITIONS
        or rest[0][:1].isupper()
        or number_of(" ".join(rest)) in {"plural", "mass"}
    )


def _adjective(clause: _Clause) -> Reading | None:
    verb, after = clause.verb, clause.after
    if verb == "back" and after in {"from", "in", "at", "to"}:
        return clause.told("were back", "begun")
    if verb == "on" and after in {
        "parental",
        "maternity",
        "paternity",
        "sabbatical",
        "holiday",
        "vacation",
        "leave",
        "tour",
    }:
        return clause.told("were on", "state")
    if verb in lex.ATTITUDE and after in lex.PREPOSITIONS | {"that", "whether", "if"}:
        return clause.told(f"were {verb}", "opinion")
    if verb in lex.PLACED and after in {"in", "near", "at", "to", "outside", "from"}:
        return clause.told(f"{'were' if verb == 'born' else 'are'} {verb}", "state")
    return None


def _order(clause: _Clause, finite: bool) -> Reading | None:
    """What you mean to do yourself: 'invite her to the panel'."""
    verb, after = clause.verb, clause.after
    if finite or clause.adverbs or not after or verb not in lex.TELLING:
        return None
    if verb in _MAY_BE_NOUN and (
        after not in _ORDER_BEFORE or (verb in _NOUN_BEFORE and after in {"to", "with", "about"})
    ):
        return None
    if after in lex.AUXILIARIES:
        return None
    return Reading("own", " ".join([verb, *clause.rest]))
