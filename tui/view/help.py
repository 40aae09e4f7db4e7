"""What the help says of the capture line, the search line and dates."""

from __future__ import annotations

CAPTURE_LINE = (
    ("Maya Lin", "the name: all words before the first mark"),
    ("@Acme, design lead", "organisation, and after the comma what they do there"),
    ("#climate", "an interest, one word"),
    (": hiring, moving", "what you talked about"),
    ("!send the deck by fri", "your promise, with a date if there is one"),
    ("<the report by 1 dec", "their promise to you"),
    ("?a hardware founder", "what they need"),
    ("+knows grid rules", "what they offer"),
    (">tue", "when to write"),
    ("~Ada Obi", "who introduced you"),
    ("=close", "how close: inner, close, active, wide, ambient"),
    ("* ** ***", "how deep the conversation was"),
    ("maya@acme.example", "addresses, phone numbers and profiles, anywhere"),
    ("\\#", "a backslash takes a mark's meaning away"),
)
SEARCH_LINE = (
    ("maya acme", "all words, in any order, over everything but private notes"),
    ("#climate @acme", "interest; organisation"),
    ("tier:close circle:both", "how close; part of life"),
    ("needs:designer offers:", "what they look for; what they can help with"),
    ("met:pycon group: place:", "where you met; shared history; where they live"),
    ("due:", "whom to write to"),
    ("-#climate", "not this"),
    ("sort:touch", "order by name, touch, due, tier or met"),
)
DATES = (
    "Type them as you say them: fri, tomorrow 9am, in 2 weeks, 2w, 3 days ago, 1 dec, 2026-12-05, "
    "end of month. The day that was understood stands below before anything is saved."
)
