"""What invented people work at, talk about, promise and need, for networks of any size."""

from __future__ import annotations

FIRMS = tuple(
    "Aldgate Bluestem Calder Driftwood Ember Foxglove Gable Hemlock Ironbark Jutland Kestrel Larkspur Mossgate "
    "Nimbus Ostrea Plover Quill Rookery Sandbar Tidewater Umber Verdant Wharf Yewtree Zephyr Basalt Corvid Delta "
    "Estuary Fathom".split()
)
TRADES = (
    ("Robotics", "industrial automation"),
    ("Energy", "energy"),
    ("Health", "healthcare"),
    ("Analytics", "software"),
    ("Maritime", "shipping"),
    ("Foods", "food"),
    ("Capital", "venture capital"),
    ("Press", "publishing"),
    ("Institute", "research"),
    ("Studio", "design"),
    ("Law", "law"),
    ("Rail", "transport"),
    ("Schools", "education"),
    ("Textiles", "fashion"),
    ("Water", "utilities"),
    ("Games", "games"),
)
FIELDS = tuple(
    "Design Software Grid Policy Climate Product Hardware Data People Finance Research Operations Supply Security "
    "Community Learning".split()
)
RANKS = (
    "Lead",
    "Engineer",
    "Director",
    "Researcher",
    "Manager",
    "Consultant",
    "Head",
    "Analyst",
    "Fellow",
    "Partner",
    "Architect",
    "Coordinator",
)
INTERESTS = tuple(
    "climate sailing jazz chess hydrogen typography bouldering beekeeping robotics policy accessibility ceramics "
    "batteries cycling poetry open-source biotech gardening procurement rail maps privacy statistics choirs baking "
    "photonics cartography fencing recycling storytelling tides astronomy trams knitting orchards".split()
)
GROUPS = (
    "Harbour Rowing Club",
    "Technical University of Ostrava 2009",
    "Women in Grid",
    "Calder Alumni",
    "Evening Choir",
    "Makers of the North",
    "Data for Good",
    "School of Design 2014",
    "Lantern Fellows",
    "Parents of Hillside",
    "Open Hardware Circle",
    "Tidewater Alumni",
)
THINGS = (
    "a hardware founder",
    "somebody in procurement",
    "a flat near the river",
    "speakers for a spring evening",
    "two machine learning engineers",
    "a grant for field tests",
    "a patient translator",
    "a mentor who has sold a company",
    "feedback on a pricing page",
    "a pilot customer in shipping",
    "an accountant for small charities",
    "a photographer",
    "people who know grid rules",
    "a co-author",
    "somebody who has moved abroad with children",
    "a quiet room for interviews",
)
SUBJECTS = (
    "the move to the new office",
    "hiring in the north",
    "a prototype that finally floats",
    "the grant that came through",
    "battery recycling",
    "how the pilot went",
    "the talk on open data",
    "their team's first winter",
    "a paper on tidal power",
    "the choir's summer tour",
    "switching from consulting to product",
    "the rail strike and what it did to deliveries",
    "a book on listening",
    "the daughter's first term",
    "prices of steel",
    "tests with users in Lagos",
    "a standards meeting that went nowhere",
    "their garden",
    "the workshop in the old mill",
    "a customer who pays late",
)
OPENINGS = (
    "Talked about {}",
    "Long lunch; mostly {}",
    "Short call about {}",
    "They told me about {}",
    "Caught up on {}",
    "Walked to the station, {}",
    "Compared notes on {}",
    "Asked for my view of {}",
)
DEEDS = (
    "send the deck",
    "introduce them to {name}",
    "share the notes on {subject}",
    "find the name of the translator",
    "read their draft on {subject}",
    "book a table for four",
    "forward the call for papers",
    "ask at work about {subject}",
    "send photographs of the evening",
    "look up the tide tables",
    "lend them the book",
    "write a reference",
)
THREADS = (
    "How did {} end?",
    "Did anything come of {}?",
    "What did the board say to {}?",
    "Any news of {}?",
    "Who is looking after {} now?",
)
NOTES = (
    "Prefers mornings.",
    "Knows everybody in {place}.",
    "Better on the phone than in writing.",
    "Met by chance on the night train; remembered my talk on {interest}.",
    "Left {firm} in spring, does not miss it.",
    "Vegetarian. Asks good questions.",
    "Runs a small reading group on {interest}.",
    "Wants to move closer to {place}.",
)
GIFTS = (
    "an introduction",
    "feedback on a draft",
    "two tickets",
    "the name of a lawyer",
    "a long read on {}",
    "an hour of debugging",
    "a recipe",
)
GOALS: tuple[tuple[str, int | None], ...] = (
    ("real conversations", 3),
    ("find a pilot customer", None),
    ("ask one question in public", 1),
    ("thank the organisers", None),
    ("meet somebody from another field", 2),
)
CHECKS = (
    "Read who will be there",
    "Print ten cards",
    "Write three questions",
    "Charge the telephone",
    "Book the train",
    "Pack the good shoes",
)
PLANS = (
    "if I stand alone, then I walk to the coffee queue",
    "if I lose the thread, then I ask what surprised them",
    "",
    "",
)
QUESTIONS = (
    "What would you do with a year off?",
    "What did you expect that did not happen?",
    "Who should I talk to next?",
    "What is harder than it looks?",
)
WHYS = (
    "runs the pilot",
    "asked for advice",
    "knows the speaker",
    "works on the same problem",
    "an old promise",
    "",
)
