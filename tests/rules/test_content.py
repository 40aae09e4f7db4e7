"""The collection of words: enough of them, all different and sayable, and drafts that never leave a gap."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from tui.model.records import EventKind
from tui.model.settings import Tone
from tui.rules import content
from tui.rules.content import KINDS, QUESTION_SETS, SITUATIONS, Opener
from tui.rules.content_drafts import (
    DRAFT_KINDS,
    LINKEDIN_LIMIT,
    TONES,
    Draft,
    DraftKind,
    TemplateError,
    draft_template,
)
from tui.rules.content_files import ContentError, our_text
from tui.rules.template import REQUIRED, SLOTS, TemplateSyntaxError, fill, parse, slots_of
from tui.rules.template_notes import tidy

FILLED = {
    "greeting_name": "Maya",
    "my_name": "Tomasz Lindqvist",
    "event": "Baltic Grid Days",
    "event_when": "on Tuesday",
    "talked_about": "hiring two ML people, moving to Lisbon",
    "told": "You told me that you were hiring two ML people and moving to Lisbon",
    "since": "How is that going?",
    "promise": "send the deck",
    "promise_due": "by Friday",
    "their_promise": "me an intro to Rosa",
    "their_promise_when": "last week",
    "need": "intro to a hardware founder",
    "offer": "user research",
    "shared": "sailing",
    "thread": "how the Lisbon move went",
    "ask": "How did the Lisbon move go?",
    "milestone": "work anniversary",
    "title": "Tariffs after the storm",
    "url": "https://grid.example/tariffs",
    "why": "it has the feed-in numbers",
    "other_name": "Rosa Adeyemi",
    "other_greeting": "Rosa",
    "other_who": "who runs grid planning at Northwind",
    "full_name": "Maya Lin",
    "who": "who builds robots at Acme",
    "reason": "you both work on storage",
    "last_when": "in March",
    "last_spoke": "We last talked in March",
    "organization": "Acme Robotics",
    "my_need": "a speaker for the spring evening",
}
NAMES = {name: FILLED[name] for name in REQUIRED}
ALL_DRAFTS = list(itertools.product(DRAFT_KINDS, TONES))

BANNED = (
    # jargon and stock phrases
    "pick your brain",
    "circle back",
    "touch base",
    "synerg",
    "reach out",
    "leverage",
    "network",
    "elevator pitch",
    "value add",
    "game chang",
    "thought leader",
    "low-hanging",
    "deep dive",
    "bandwidth",
    "passionate",
    "finds you well",
    "hope you are well",
    "just checking in",
    "following up",
    "per my last",
    "asap",
    # flattery, and claims that may be false
    "amazing",
    "awesome",
    "inspir",
    "huge fan",
    "admire",
    "i loved your",
    "i've heard so much",
    "impressive",
    "brilliant",
    "expert",
    # what is nobody's business
    "health",
    "ill\\b",
    "sick",
    "pregnan",
    "children",
    "kids",
    "married",
    "husband",
    "wife",
    "divorc",
    "salary",
    "money",
    "rich",
    "religio",
    "church",
    "politic",
    "vote",
    "fired",
    "laid off",
    "redundan",
    "how old",
    "weight",
    # reproach
    "you promised",
    "you forgot",
    "still waiting",
    "you still haven't",
    "overdue",
)


def every_opener() -> list[tuple[str, Opener]]:
    found = [(kind, opener) for kind in KINDS for opener in content.openers(kind)]
    return found + [(name, opener) for name, group in content.situations().items() for opener in group]


def every_entry() -> list[str]:
    texts = [opener.text for _, opener in every_opener()]
    for kind in KINDS:
        texts += [item.text for item in content.checklist(kind)]
        texts += [f"{goal.text} {goal.plan}" for goal in content.goals(kind)]
    texts += [plan.text for plan in content.plans()]
    return texts + [question.text for name in QUESTION_SETS for question in content.questions(name)]


def drafts_of(values: dict[str, str]) -> list[tuple[str, Draft]]:
    return [(f"{kind} {tone}", draft_template(kind, tone).fill(values)) for kind, tone in ALL_DRAFTS]


def faults(text: str) -> list[str]:
    patterns = (
        r"[{}\[\]|]",
        r"  ",
        r" [,.;:?!]",
        r"\n{3,}",
        r"[.,;:]{2}",
        r"^\s|\s$",
        r"[?!]\.",
        r"\( ?\)",
        r" \n",
    )
    return [pattern for pattern in patterns if re.search(pattern, text)]


# Openers


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_event_has_openers_from_light_to_deep(kind: EventKind) -> None:
    depths = Counter(opener.depth for opener in content.openers(kind))
    assert depths.total() >= 14
    assert depths[1] >= 5
    assert depths[2] >= 4
    assert depths[3] >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_openers_that_fit_any_time_suffice_alone(kind: EventKind) -> None:
    assert sum(not opener.when for opener in content.openers(kind)) >= 12


def test_each_situation_has_twelve() -> None:
    assert tuple(content.situations()) == SITUATIONS
    for name, group in content.situations().items():
        assert len(group) >= 12, name
        assert {opener.depth for opener in group} == {1, 2, 3}, name


def test_no_two_openers_are_nearly_the_same() -> None:
    texts = [opener.text for _, opener in every_opener()]
    close = [(a, b) for a, b in itertools.combinations(texts, 2) if fuzz.ratio(a, b) >= 90]
    assert close == []


def test_openers_are_short_and_mostly_questions() -> None:
    for place, opener in every_opener():
        assert len(opener.text.split()) <= 24, (place, opener.text)
        assert len(re.findall(r"[.?!](?:\s|$)", opener.text)) <= 3, (place, opener.text)
        assert opener.text[-1] in ".?", (place, opener.text)
    questions = sum("?" in opener.text for _, opener in every_opener())
    assert questions >= 0.85 * len(every_opener())


def test_nothing_sensitive_flattering_or_in_jargon() -> None:
    words = every_entry() + [f"{d.subject}\n{d.body}" for v in (FILLED, NAMES) for _, d in drafts_of(v)]
    assert [(word, text) for text in words for word in BANNED if re.search(rf"\b{word}", text.lower())] == []


def test_no_slot_or_loose_space_in_any_entry() -> None:
    for text in every_entry():
        assert faults(text) == [], text


# Checklists, goals, questions


@pytest.mark.parametrize("kind", KINDS)
def test_checklists(kind: EventKind) -> None:
    items = content.checklist(kind)
    assert 6 <= len(items) <= 10
    assert [item.days_before for item in items] == sorted((i.days_before for i in items), reverse=True)
    assert len({item.text for item in items}) == len(items)
    assert items[-1].days_before == 0


def test_checklists_cover_what_each_kind_needs() -> None:
    def words(kind: EventKind) -> str:
        return " ".join(item.text for item in content.checklist(kind)).lower()

    expected: dict[EventKind, tuple[str, ...]] = {
        "conference": ("badge", "goal", "three people", "pitch", "travel", "promised"),
        "meet-up": ("goal", "three people", "pitch", "way there"),
        "virtual": ("camera", "light", "quiet room", "goal"),
        "informational interview": ("thank-you", "questions", "could do for them"),
        "one-to-one": ("promised", "goal"),
    }
    for kind, needed in expected.items():
        for word in needed:
            assert word in words(kind), (kind, word)


@pytest.mark.parametrize("kind", KINDS)
def test_goals_are_small_and_one_counts_new_people(kind: EventKind) -> None:
    found = content.goals(kind)
    assert 3 <= len(found) <= 5
    assert sum(goal.new for goal in found) == 1
    for goal in found:
        assert re.match(r"If .+, then I .+\.$", goal.plan), goal
        if goal.target is None:
            assert goal.text[0].isupper(), "a goal without a number is a sentence"
        else:
            assert goal.target <= 3
            assert goal.text[0].islower(), "the words follow the number"


def test_plans_and_questions() -> None:
    assert len(content.plans()) >= 8
    assert all(re.match(r"If .+, then I .+\.$", plan.text) for plan in content.plans())
    for name in QUESTION_SETS:
        assert len(content.questions(name)) >= (6 if name == "follow-up" else 5), name
        assert all(question.text.endswith("?") for question in content.questions(name))


# Drafts


def subsets() -> list[dict[str, str]]:
    optional = [name for name in SLOTS if name not in REQUIRED]
    single = [NAMES | {name: FILLED[name]} for name in optional]
    pairs = [NAMES | {a: FILLED[a], b: FILLED[b]} for a, b in itertools.combinations(optional, 2)]
    return [FILLED, NAMES, *single, *pairs]


@pytest.mark.parametrize(("kind", "tone"), ALL_DRAFTS)
def test_a_draft_is_whole_whatever_is_known(kind: DraftKind, tone: Tone) -> None:
    template = draft_template(kind, tone)
    for values in subsets():
        draft = template.fill(values)
        assert faults(draft.body) == [], (values, draft.body)
        assert faults(draft.subject) == [], (values, draft.subject)
        assert "\n" not in draft.subject
        assert "Maya" in draft.body
        assert draft.body.endswith("Tomasz Lindqvist")
        for sentence in re.split(r"(?<=[.?!])\s+", draft.body):
            assert sentence[0].isupper() or sentence[0] in "h(", (sentence, draft.body)


@pytest.mark.parametrize(("kind", "tone"), ALL_DRAFTS)
def test_a_draft_is_short_and_says_more_when_more_is_known(kind: DraftKind, tone: Tone) -> None:
    template = draft_template(kind, tone)
    full, bare = template.fill(FILLED).body, template.fill(NAMES).body
    assert len(full.split()) <= 110
    used = slots_of(template.body) - REQUIRED
    assert (full != bare) == bool(used)
    assert bool(template.subject.nodes) == (kind != "linkedin_note")


def test_drafts_name_what_they_are_for() -> None:
    needed: dict[DraftKind, set[str]] = {
        "after_event": {"event", "talked_about", "promise", "need", "their_promise"},
        "promise_kept": {"promise"},
        "check_in": {"ask", "told", "last_spoke"},
        "thanks": {"why"},
        "congratulation": {"milestone"},
        "share": {"url", "why"},
        "ask_first": {"other_name", "other_who", "reason"},
        "ask_second": {"other_name", "other_who", "reason"},
        "introduction": {"other_name", "other_who", "reason"},
        "reconnect": {"last_spoke", "shared", "ask", "told"},
        "informational_interview": {"organization", "offer"},
        "waiting": {"their_promise"},
        "linkedin_note": {"event", "talked_about"},
        "answer_need": {"need", "offer"},
        "ask_favour": {"my_need", "offer"},
    }
    for kind, slots in needed.items():
        for tone in TONES:
            assert slots <= slots_of(draft_template(kind, tone).body), (kind, tone)


def test_the_file_of_drafts_explains_every_slot() -> None:
    header = our_text("drafts.toml").split("[after_event.warm]")[0]
    for name, meaning in SLOTS.items():
        assert re.search(rf"^#   {name} +{re.escape(meaning)}$", header, re.MULTILINE), name


@pytest.mark.parametrize("kind", ["informational_interview", "waiting"])
@pytest.mark.parametrize("tone", TONES)
def test_what_you_give_stands_before_what_you_ask(kind: DraftKind, tone: Tone) -> None:
    body = draft_template(kind, tone).fill(FILLED).body
    asked = re.search(r"twenty minutes|offered", body)
    assert asked
    assert body.index("user research") < asked.start()


@pytest.mark.parametrize("tone", TONES)
def test_a_linkedin_note_keeps_to_its_limit(tone: Tone) -> None:
    template = draft_template("linkedin_note", tone)
    assert len(template.fill(FILLED).body) <= LINKEDIN_LIMIT
    for size in (40, 90, 200, 5000):
        long = dict.fromkeys(SLOTS, ("long words " * size)[:size])
        body = template.fill(long).body
        assert len(body) <= LINKEDIN_LIMIT, (size, len(body))
        assert faults(body) == [], body


def test_a_note_over_its_limit_loses_the_longest_part_first() -> None:
    values = FILLED | {"talked_about": "storage at the edge of the grid and who is to pay for it " * 5}
    body = draft_template("linkedin_note", "warm").fill(values).body
    assert "storage" not in body
    assert "Baltic Grid Days" in body
    assert "send the deck" in body


AWKWARD = st.text(alphabet=st.sampled_from("ab .,;:?!…[]{}|\n\t\x1b\u200d\u202eé漢"), max_size=20)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(set(SLOTS) - REQUIRED)), AWKWARD), st.sampled_from(ALL_DRAFTS))
def test_values_are_text_and_never_template(values: dict[str, str], which: tuple[DraftKind, Tone]) -> None:
    draft = draft_template(*which).fill(NAMES | values)
    assert "\n" not in draft.subject
    assert "\x1b" not in draft.subject + draft.body
    assert "\n\n\n" not in draft.body
    for name in SLOTS:
        assert f"{{{name}}}" not in draft.body


# The template language


def test_a_segment_goes_when_a_slot_in_it_is_empty() -> None:
    template = parse("Good to meet you[[ at {event}[[, {event_when}]]]].")
    assert fill(template, {}) == "Good to meet you."
    assert fill(template, {"event": "PyCon"}) == "Good to meet you at PyCon."
    assert fill(template, {"event_when": "last night"}) == "Good to meet you."
    assert fill(template, FILLED) == "Good to meet you at Baltic Grid Days, on Tuesday."


def test_the_first_alternative_that_can_be_filled_stands() -> None:
    template = parse("[[{thread}|{need}|nothing]]")
    assert fill(template, {"thread": "a", "need": "b"}) == "a"
    assert fill(template, {"need": "b"}) == "b"
    assert fill(template, {"need": "  "}) == "nothing"


def test_no_comma_is_left_where_a_description_is_missing() -> None:
    for tone in TONES:
        body = draft_template("ask_second", tone).fill(NAMES | {"other_name": "Ravi"}).body
        assert "Ravi," not in body


def test_joining_mends_stops_and_spaces() -> None:
    assert fill(parse("[[So: {thread}.]]"), {"thread": "did the pilot start?"}) == "So: did the pilot start?"
    assert fill(parse("[[So: {need}.]]"), {"need": "two designers."}) == "So: two designers."
    assert fill(parse("Good to talk [[at {event} ]]."), {}) == "Good to talk."
    assert fill(parse("A\n\n[[{title}]]\n\nB"), {}) == "A\n\nB"
    assert (
        fill(parse("[[About {need}]]"), {"need": "[red]{event}[[x]]|\n\x1b[2J"})
        == "About [red]{event}[[x]]| [2J"
    )


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("Hi {greeting_name},\n[[at {evnt}]]", 2, "{evnt}"),
        ("Hi\n\n[[at {event}", 3, "never closed"),
        ("Hi\nat {event}", 2, "may be empty"),
        ("Hi ]]", 1, "no [["),
        ("Hi [[a [[{event}]]", 1, "never closed"),
        ("Hi [name]", 1, "single ["),
        ("a\nb } c", 2, "} alone"),
        ("a { b", 1, "{ alone"),
        ("[[{}]]", 1, "no slot {}"),
    ],
)
def test_a_wrong_template_says_what_and_where(text: str, line: int, word: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        parse(text)
    assert caught.value.line == line
    assert word in caught.value.why


@pytest.mark.parametrize(
    ("slot", "typed", "reads"),
    [
        ("promise", "I'll Send the deck.", "send the deck"),
        ("promise", "to send her the deck", "send you the deck"),
        ("promise", "introduce him to Omar", "introduce you to Omar"),
        ("promise", "review her draft", "review your draft"),
        ("promise", "read their paper", "read your paper"),
        ("promise", "call them", "call you"),
        ("promise", "LinkedIn intro", "LinkedIn intro"),
        ("promise", "Intro to Omar", "make the introduction to Omar"),
        ("promise", "the grid report", "come back to you with the grid report"),
        ("talked_about", "Her talk on storage", "your talk on storage"),
        ("talked_about", "Hersonissos", "Hersonissos"),
        ("need", "their own flat", "your own flat"),
        ("thread", "ask about the pilot", "the pilot"),
        ("thread", "Ask her how it went", "how it went"),
        ("thread", "the task force", "the task force"),
        ("milestone", "the launch", "launch"),
        ("milestone", "five years at Acme", "five years at Acme"),
        ("need", "  two\n designers; ", "two designers"),
        ("greeting_name", "Jo Jr.", "Jo Jr."),
    ],
)
def test_notes_are_tidied_to_fit_a_sentence(slot: str, typed: str, reads: str) -> None:
    assert tidy(slot, typed) == reads


def test_a_promise_that_names_its_reader_says_you() -> None:
    template = parse("[[I said I would {promise}.]]")
    assert fill(template, {"greeting_name": "Maya", "promise": "send Maya the deck"}) == (
        "I said I would send you the deck."
    )
    assert (
        fill(template, {"greeting_name": "Al", "promise": "send Alma's CV"})
        == "I said I would send Alma's CV."
    )


def test_names_stand_for_one_another() -> None:
    assert fill(
        parse("[[{full_name}, {other_greeting}]]"), {"greeting_name": "Maya", "other_name": "Rosa A"}
    ) == ("Maya, Rosa A")


# The user's own files


def test_own_entries_are_added(tmp_path: Path) -> None:
    ours = content.openers("social")
    (tmp_path / "openers.toml").write_text(
        '[openers]\nsocial = [\n "Have you tried the  soup?",\n'
        f' {{ depth = 3, text = "{ours[0].text}" }},\n]\n[situations]\n"video call" = ["Is that a cello?"]\n',
        "utf-8",
    )
    found = content.openers("social", tmp_path)
    assert found[-2:] == (Opener("Have you tried the soup?", 1), Opener(ours[0].text, 3))
    assert len(found) == len(ours) + 1
    assert content.openers("alumni", tmp_path) == content.openers("alumni")
    assert content.situations(tmp_path)["video call"][-1].text == "Is that a cello?"
    assert content.openers("social") == ours


def test_own_checklists_goals_and_questions(tmp_path: Path) -> None:
    (tmp_path / "checklists.toml").write_text(
        '[checklists]\nsocial = [{ days_before = 9, text = "Bake bread" }]', "utf-8"
    )
    (tmp_path / "goals.toml").write_text(
        '[[plans]]\ntext = "If it rains, then I go anyway."\n[[goals.social]]\ntext = "Dance"\n', "utf-8"
    )
    (tmp_path / "questions.toml").write_text('[questions]\npath = ["Why Ghent?"]\n', "utf-8-sig")
    assert content.checklist("social", tmp_path)[0].text == "Bake bread"
    assert content.plans(tmp_path)[-1].text == "If it rains, then I go anyway."
    assert content.goals("social", tmp_path)[-1].text == "Dance"
    assert content.questions("path", tmp_path)[-1].text == "Why Ghent?"


def test_own_drafts_replace_ours_and_an_edit_counts_at_once(tmp_path: Path) -> None:
    path = tmp_path / "drafts.toml"
    path.write_text('[share.warm]\nsubject = "Oi"\nbody = "Hey {greeting_name}[[: {title}]]"\n', "utf-8")
    template = draft_template("share", "warm", tmp_path)
    assert template.own
    assert template.fill(FILLED) == Draft("Oi", "Hey Maya: Tariffs after the storm")
    assert draft_template("share", "plain", tmp_path) == draft_template("share", "plain")
    path.write_text('[share.warm]\nbody = "Hello there, {greeting_name}"\n', "utf-8")
    assert draft_template("share", "warm", tmp_path).fill(NAMES) == Draft("", "Hello there, Maya")


def test_no_own_directory_is_no_fault(tmp_path: Path) -> None:
    assert content.openers("social", tmp_path / "none") == content.openers("social")
    assert draft_template("share", "warm", tmp_path / "none") == draft_template("share", "warm")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("openers.toml", "[openers\n", "line 1"),
        ("openers.toml", '[opener]\nsocial = ["a"]', "no table [opener]"),
        ("openers.toml", '[openers]\nparty = ["a"]', "no section “party”"),
        ("openers.toml", '[openers]\nsocial = "a"', "list"),
        ("openers.toml", "openers = 3", "sections"),
        ("openers.toml", '[openers]\nsocial = ["a", { depth = 4, text = "b" }]', "social, entry 2, depth"),
        ("openers.toml", "[openers]\nsocial = [{ depth = 1 }]", "social, entry 1: it needs the field text"),
        ("openers.toml", '[openers]\nsocial = [{ text = "a", dept = 1 }]', "entry 1: there is no field dept"),
        ("openers.toml", '[openers]\nsocial = [" "]', "entry 1, text"),
    ],
)
def test_a_wrong_file_says_where(tmp_path: Path, file: str, text: str, said: str) -> None:
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        content.openers("social", tmp_path)
    assert str(tmp_path / file) in str(caught.value)
    assert said in str(caught.value)


def test_a_file_that_is_not_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "openers.toml").write_bytes(b"\xff\xfe\x00a")
    with pytest.raises(ContentError, match="UTF-8"):
        content.openers("social", tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[share.warm]\nsubject = "a"\nbody = """\nHi {greeting_name}\n[[{nam}]]\n"""',
            "share, warm, line 5",
        ),
        ('# mine\n[share.warm]\nsubject = "[[x"\nbody = "b"', "share, warm, line 3"),
        ('[share]\nwarm = { body = "\\n{title}" }', "share, warm, line 2 of its body"),
        ('[share.loud]\nbody = "b"', "no tone “loud”"),
        ('[shares.warm]\nbody = "b"', "no kind of draft “shares”"),
        ('share = "x"', "[share.warm]"),
        ('[share.warm]\nsubject = "b"', "share, warm: it needs the field body"),
        ('[share.warm]\nbody = "b"\ncc = "x"', "no field cc"),
    ],
)
def test_a_wrong_own_template_names_kind_tone_and_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "drafts.toml").write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        draft_template("share", "warm", tmp_path)
    assert str(tmp_path / "drafts.toml") in str(caught.value)
    assert said in str(caught.value)
