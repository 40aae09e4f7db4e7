"""Notes as one types them, made to fit into the sentences of a template: her deck becomes your deck."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final


def tidy(slot: str, value: str) -> str:
    """Return a typed note as it fits into a sentence: one line, no final stop, no words that double ours."""
    visible = "".join(c for c in value if c.isspace() or unicodedata.category(c) != "Cc")
    text = " ".join(visible.split())
    if slot not in {"url", "my_name", "greeting_name"}:
        text = text.rstrip(" .,;:") if not text.endswith("...") else text
    return _TIDY[slot](text) if slot in _TIDY else text


def _promise(text: str) -> str:
    """Fit a promise behind 'I said I would': 'I will Send her the deck' becomes 'send you the deck'."""
    said = _INTRO.sub("make the introduction to ", _I_WILL.sub("", text))
    if _NOUN.match(said):
        return f"come back to you with {_lower(said)}"
    return _PERSON.sub(_to_you, _lower(said))


_I_WILL: Final = re.compile(r"^(?:to|(?:i['’]ll|i will|i['’]d|i would)(?: to)?)\s+", re.IGNORECASE)
_INTRO: Final = re.compile(r"^(?:an? |the )?intro(?:duction)? to ", re.IGNORECASE)
_NOUN: Final = re.compile(r"^(?:an?|the|my|our|some|more)\s", re.IGNORECASE)
_PERSON: Final = re.compile(r"^(\w+) (her|him|them|his|their)\b(?= (\w+)|)", re.IGNORECASE)


def _to_you(match: re.Match[str]) -> str:
    """Turn the person of a note into the one who reads it: 'review her draft' is 'review your draft'."""
    verb, person, following = match.group(1), match.group(2).lower(), match.group(3)
    giving = not following or _GIVING.fullmatch(verb) or _AFTER_OBJECT.fullmatch(following)
    owns = person in {"his", "their"} or (person == "her" and not giving)
    return f"{verb} {'your' if owns else 'you'}"


_GIVING: Final = re.compile(
    r"ask|email|give|lend|mail|offer|owe|pay|send|show|teach|tell|text", re.IGNORECASE
)
"""Verbs after which 'her' is the person and not the owner ('send her slides')."""

_AFTER_OBJECT: Final = re.compile(
    r"an?|about|after|again|and|as|at|back|before|by|for|from|how|if|in|into|my|on|our|out|some|that|the|these"
    r"|this|those|through|to|two|up|what|when|where|whether|who|with",
    re.IGNORECASE,
)
"""Words before which 'her' is the person ('introduce her to Omar')."""


def _thread(text: str) -> str:
    """'ask her about the pilot' becomes 'the pilot': the sentence already says that we ask."""
    return _yours(re.sub(r"^ask\s+(?:(?:her|him|them)\s+)?(?:about\s+)?", "", text, flags=re.IGNORECASE))


def _yours(text: str) -> str:
    """'her talk on storage' becomes 'your talk on storage', since she is who reads it."""
    return re.sub(r"^(?:her|his|their)(?=\s)", "your", text, flags=re.IGNORECASE)


def _milestone(text: str) -> str:
    """'the launch' and 'their launch' become 'launch', as it reads after 'your'."""
    return re.sub(r"^(?:a|an|the|his|her|their|your)\s+", "", text, flags=re.IGNORECASE)


def _lower(text: str) -> str:
    """Give a verb typed with a capital its small letter; 'I', 'AI' and 'LinkedIn' stay."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if len(first) > 1 and first.istitle() else text


_TIDY: Final[Mapping[str, Callable[[str], str]]] = {
    "promise": _promise,
    "thread": _thread,
    "talked_about": _yours,
    "need": _yours,
    "reason": _yours,
    "milestone": _milestone,
}
