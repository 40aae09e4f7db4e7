"""Phone numbers as they are written for people."""

from __future__ import annotations

import re

from tui.model.text import one_line

_ABROAD = re.compile(r"\+?[\d\s().\-/]{6,30}(?:\s*(?:x|ext\.?|extension)\s*\d{1,6})?", re.IGNORECASE)


def written(number: str) -> str:
    """Return a phone number with its country as it is written abroad: '+351912345678' is '+351 912 345 678'.

    A number without a country (neither + nor 00 in front), or one that no country has, stays as it was typed:
    nobody knows where it would ring. Spaces, brackets and dashes are as ITU-T E.123 has them.
    """
    text = one_line(number)
    if not text.startswith(("+", "00")) or not _ABROAD.fullmatch(text):
        return text
    import phonenumbers  # 0.1 s to load, and most forms have no new number

    typed = f"+{text[2:]}" if text.startswith("00") else text
    try:
        parsed = phonenumbers.parse(typed, None)
    except phonenumbers.NumberParseException:
        return text
    if not phonenumbers.is_possible_number(parsed):
        return text
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
