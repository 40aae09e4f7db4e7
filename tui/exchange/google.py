"""Google Contacts as CSV, with the headers of before and after 2024.

Known shapes: 'Given Name', 'E-mail 1 - Type', 'Organization 1 - Name', 'Group Membership' before; 'First
Name', 'E-mail 1 - Label', 'Organization Name', 'Labels' since. Several values in one cell stand with ' ::: '
between them; '* ' before a label marks the preferred address, before a group one of Google's own. Days are
'1906-12-09', or '--12-09' without a year.
"""

from __future__ import annotations

from tui.exchange.columns import Format

SEPARATOR = " ::: "
"""Stands between several values of one cell."""

GOOGLE = Format(
    key="google",
    words="Google Contacts",
    columns={
        "name": ("name",),
        "prefix": ("name prefix",),
        "given": ("first name", "given name"),
        "middle": ("middle name", "additional name"),
        "family": ("last name", "family name"),
        "suffix": ("name suffix",),
        "nickname": ("nickname", "short name"),
        "organization": ("organization name", "organization # - name"),
        "title": ("organization title", "organization # - title"),
        "department": ("organization department", "organization # - department"),
        "email": ("e-mail # - value",),
        "email.label": ("e-mail # - label", "e-mail # - type"),
        "phone": ("phone # - value",),
        "phone.label": ("phone # - label", "phone # - type"),
        "profile": ("website # - value",),
        "place": ("address # - city",),
        "country": ("address # - country",),
        "birthday": ("birthday",),
        "event.label": ("event # - label", "event # - type"),
        "event.value": ("event # - value",),
        "groups": ("labels", "group membership"),
        "languages": ("language",),
        "custom.label": ("custom field # - label", "custom field # - type"),
        "answer": ("custom field # - value",),
        "notes": ("notes",),
    },
    marks=frozenset(
        (
            *("e-mail # - value", "phone # - value", "group membership", "file as", "yomi name"),
            *("phonetic first name", "organization # - name", "organization name", "given name yomi"),
        )
    ),
)
"""How Google Contacts writes a table."""
