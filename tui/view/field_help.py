"""What each field of a form is for, and how its kind of control is filled in."""

from __future__ import annotations

FIELDS: dict[str, str] = {
    "name": "The full name as they write it, in any script. The only thing that is needed.",
    "organisation": "Where they work, study or volunteer. @acme finds it.",
    "title": "What they do there, in their own words.",
    "tier": "How close you choose to keep them: inner every 21 days, close 60, active 180, wide 365, ambient never "
    "due. The days can be changed in the settings.",
    "circle": "Which part of your life they belong to; both is fine.",
    "paused": "While paused no check-in comes up. Promises still do.",
    "every … days": "A rhythm of their own, in days, where the tier's does not fit. Empty follows the tier.",
    "interests": "What they care about, with commas between. #climate finds them, openers build on it.",
    "needs": "What they are looking for, one a line. Give looks for people who can help.",
    "offers": "What they can help with, one a line. needs and offers find each other in Give.",
    "groups": "Schools, employers, clubs, one a line: what you have in common with people.",
    "roles": "What they are to you: mentor, peer, client.",
    "notes": "Anything. The search finds every word of it.",
    "private notes": "For you alone: never in an opener, a draft, a brief or an export.",
    "email": "The address they prefer first.",
    "phone": "Any way of writing a number will do; with + and the country it works everywhere.",
    "profiles": "Addresses such as linkedin.com/in/name, one a line.",
    "place": "Where they live. place:lisbon finds them.",
    "time zone": "Such as Europe/Lisbon. Their local time stands beside their name, so you call at a good hour.",
    "languages": "Languages you can speak with them.",
    "when": "The day: fri, tomorrow 9am, 2w, 3 days ago, 1 dec, end of month.",
    "at event": "One of your events, by name.",
    "through": "Who introduced you: one of your contacts, by name.",
    "how": "How it happened, in a few words or by the choice offered.",
    "given name": "What to call them, where it can't be told from the full name.",
    "family name": "Family name, where it can't be told from the full name.",
    "called": "What friends call them. Drafts greet them so.",
    "name order": "Which of their names comes first; drafts and greetings keep to it.",
    "pronounced": "How to say the name, spelt as it helps you.",
    "pronouns": "Such as they/them.",
    "greeting": "How they like to be greeted: a bow, a kiss on each cheek, first names at once.",
    "good to know": "What is good to know when you meet. Shown beside openers, never used in them.",
    "milestones": "Days worth a word, one a line: birthday 14 March 1990. They come up a week before.",
    "keep quiet": "With yes their milestones never come up.",
    "industry": "The field they work in. industry:energy finds them.",
    "pitch": "Two sentences for “and what do you do?”. Practice asks for them.",
    "you offer": "What you can help with, one a line: it is matched with what others need.",
    "your name": "Messages are signed with it.",
    "what you do": "In a few words, as you would say it to somebody at an event.",
    "you care about": "With commas between. Openers find what you share with people.",
    "you help with": "What you can do for others, one a line: it is matched with what they need.",
    "you look for": "What you are looking for, one a line: it is matched with what others offer.",
    "what about": "What was said, in a few words: the next opener comes from it.",
    "what was said": "In a few words, or nothing. The next opener comes from it.",
    "ask next time": "The thread to pick up. It stands first when you next meet or write.",
    "depth": "How deep the conversation was, from small talk to what matters.",
    "you gave": "Advice, a contact, an article: Give keeps both sides, and shames nobody.",
    "you received": "What they did for you, so that a thank-you is not forgotten.",
    "next step": "What you will do, if anything. With a day it comes up in Follow-ups.",
    "by": "The day it is due. fri, 2w, 1 dec and end of month all work.",
    "show again": "The day it comes back. fri, 2w, 1 dec and end of month all work.",
    "reached": "With no it counts as an attempt: nothing is reset, and it comes back in a week.",
    "with": "Who took part. Enter opens the list.",
    "your keys": "A command and a key, one a line: done = D, snooze = N, B. Letters as you type offer the commands; "
    "right takes one.",
    "whose": "Your promise to them, theirs to you, or a next step.",
    "what": "What is to be done, such as: send the deck.",
    "why the day changes": "If it does: a word for later. Nothing is counted against you.",
    "tone": "How drafts sound: warm, plain or formal.",
    "sent by": "How you send it; that is how it is logged.",
    "subject": "The subject of a mail. Other channels leave it out.",
    "goal": "Something to come home with. A number is counted: 3 real conversations.",
    "file": "A path on this machine; ~ is your home.",
}
"""What a field is for, by its label in small letters."""

_KINDS = {
    "Choice": "Left and right choose, or the first letter of the word.",
    "Paragraph": "A few lines; enter begins a new one, tab goes on to the next field.",
    "Entries": "One entry a line; enter begins the next, an empty one goes on.",
    "Button": "Enter opens a list to choose from.",
}
"""How a kind of field is filled in."""
_TYPED = "Type; tab goes on to the next field, and back with shift."


def field_help(label: str, control: str) -> tuple[str, str]:
    """Return what a field with a label is for (empty if that says it all), and how its kind of control is filled in."""
    return FIELDS.get(label.casefold(), ""), _KINDS.get(control, _TYPED)
