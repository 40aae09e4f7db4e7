"""Pictures of who they are: ties, spread, who introduced whom, roles."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.network import Network
from tui.rules.insights.origins import Branch
from tui.rules.insights.roles import WORTH_HAVING, Role
from tui.rules.insights.spread import Spread
from tui.rules.insights.ties import Ties
from tui.rules.phrases import count, listed
from tui.view.charts import bars
from tui.view.insights.picture import Behind, Picture, names
from tui.view.lines import Line, line

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MOST_ROWS = 12
"""Bars of one picture; the rest is counted in the last one."""
_MOST_NAMES = 60
"""Names drawn of a tree; all of them are behind it."""


def ties(network: Network, found: Ties) -> Picture:
    """Draw the ties by their silence."""
    words = (
        f"{len(found.alive)} of {count(found.weak, 'weak tie')} alive: touched within a year. New openings mostly "
        "come through them. "
        if found.weak
        else "Weak ties, people you touch now and then, are what new openings come through. "
    )
    words += (
        "After years of silence a call is welcome more often than one thinks: "
        f"{names(network, found.worth_a_call[:2], 'or')}?"
        if found.worth_a_call
        else "Nobody has been silent for three years."
    )
    rows = [
        ("alive", float(len(found.alive)), f"{len(found.alive):,}"),
        ("quiet a year", float(len(found.quiet)), f"{len(found.quiet):,}"),
        ("dormant 3 years", float(len(found.dormant)), f"{len(found.dormant):,}"),
    ]
    groups = (
        Behind("dormant and worth a call", found.worth_a_call),
        Behind("dormant: silent for three years or more", found.dormant),
        Behind("quiet for a year", found.quiet),
        Behind("alive", found.alive),
    )
    return Picture(
        "ties",
        "Weak ties alive",
        f"{len(found.alive):,} of {found.weak:,}" if found.weak else "–",
        words,
        lambda cells: bars(rows, cells),
        tuple(group for group in groups if group.people),
    )


def spread(network: Network, found: Spread) -> Picture:
    """Draw how people are spread over one dimension."""
    people = {uid for share in found.shares for uid in share.people}
    named = found.dimension
    if not people:
        words = f"Of nobody you were in touch with is the {named} known. e on a contact adds it."
    else:
        top = found.shares[0]
        words = (
            f"{_kinds(found)}; weighed by people they come to {found.effective:.1f} equal ones "
            f"({found.before:.1f} the year before). "
        )
        if len(top.people) == 1:
            words += "No two people share one."
        elif named not in ("tier", "circle") and len(top.people) * 2 > len(people) and len(found.shares) > 1:
            words += f"More than half are in “{top.value}”: the daily reconnect looks for others."
        else:
            words += f"Most: “{top.value}”, {count(len(top.people), 'person', 'people')}."
        if found.unknown:
            words += f" Not known of {len(found.unknown):,}."
    shares = found.shares[:_MOST_ROWS]
    rows = [(it.value, float(len(it.people)), f"{len(it.people):,}") for it in shares]
    rest = found.shares[_MOST_ROWS:]
    left = (line((f"and {count(len(rest), 'more', 'more')}", "dim")),) if rest else ()
    return Picture(
        f"spread: {named}",
        f"Spread: {named}",
        f"{found.effective:.1f}" if people else "–",
        words,
        lambda cells: [*bars(rows, cells), *left],
        (
            *(Behind(it.value, it.people) for it in found.shares),
            *((Behind(f"{named} not known", found.unknown),) if found.unknown else ()),
        ),
    )


def _kinds(found: Spread) -> str:
    many = {"industry": "industries", "circle": "circles"}.get(found.dimension, f"{found.dimension}s")
    return count(len(found.shares), found.dimension, many)


def origins(network: Network, found: Sequence[Branch]) -> Picture:
    """Draw who introduced whom, as a tree."""
    through = sum(it.brought for it in found)
    if found:
        first = network.contacts[found[0].contact].name
        words = (
            f"{count(through, 'person', 'people')} came to you through somebody, "
            f"{found[0].brought} of them through {first}. A word of thanks for that never comes too late."
        )
    else:
        words = "Who introduced you is not written down yet: ~ in the capture line, or e on a contact."
    uids: list[str] = []
    depths: list[int] = []
    trunks: list[str] = []
    stack = [(branch, 0, "", "") for branch in reversed(found)]
    while stack:
        branch, depth, mark, before = stack.pop()
        uids.append(branch.contact)
        depths.append(depth)
        trunks.append(before + mark)
        inner = before + {"": "", "├─ ": "│  ", "└─ ": "   "}[mark]
        last = len(branch.through) - 1
        stack += [
            (it, depth + 1, "└─ " if place == last else "├─ ", inner)
            for place, it in reversed(list(enumerate(branch.through)))
        ]

    def draw(_cells: int) -> list[Line]:
        lines = [
            line((trunk, "dim"), (network.contacts[uid].name, "" if trunk else "strong"))
            for uid, trunk in zip(uids[:_MOST_NAMES], trunks, strict=False)
        ]
        more = len(uids) - len(lines)
        return [*lines, line((f"and {more:,} more", "dim"))] if more else lines

    return Picture(
        "origins",
        "Who introduced whom",
        f"{through:,}" if found else "–",
        words,
        draw,
        (Behind("who brought whom", tuple(uids), tuple(depths)),) if uids else (),
        always=True,
    )


def roles(network: Network, found: Sequence[Role]) -> Picture:
    """Draw the roles, and name those that nobody has."""
    mine = network.profile.organization
    missing = [it.name for it in found if it.name in WORTH_HAVING and not it.people]
    inside = [it.name for it in found if it.name in WORTH_HAVING and it.people and not it.outside]
    if missing:
        words = (
            f"You have no {listed(missing, 'and no')} yet. Who comes to mind? e on a contact gives a role."
        )
    elif inside and mine:
        words = f"You have no {listed(inside, 'and no')} outside {mine}. One who sees you from outside helps."
    else:
        words = "A mentor and a sponsor, and both from outside as well: that is a good place to stand."
    rows = [(it.name, float(len(it.people)), str(len(it.people))) for it in found]
    return Picture(
        "roles",
        "Roles in your life",
        f"{sum(bool(it.people) for it in found)}",
        words,
        lambda cells: bars(rows, cells),
        tuple(Behind(it.name, it.people) for it in found if it.people),
        always=True,
    )
