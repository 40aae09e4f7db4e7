"""What the pictures say: for every network a sentence, and names only as text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.rules.making import NOW, TODAY, days_ago, event, person, step, touch
from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Goal, Profile
from tui.rules.insights.period import last_year
from tui.rules.insights.whole import insights
from tui.view.insights.picture import Picture
from tui.view.insights.pictures import pictures
from tui.view.insights.report import report
from tui.view.insights.rows import insight_rows, insight_text
from tui.view.lines import text_of


def shown(network: Network) -> dict[str, Picture]:
    return {it.key: it for it in pictures(network, insights(network, NOW))}


def test_an_empty_network_is_told_how_each_picture_begins() -> None:
    for picture in shown(Network()).values():
        assert picture.sentence.endswith((".", "?"))
        assert not picture.behind
        picture.draw(40)
    # The key that logs on every page: l is for pages with somebody on them.
    assert "L logs one" in shown(Network())["rhythm"].sentence


def test_the_numbers_are_those_of_the_people_behind_them() -> None:
    found = shown(sample_network(NOW))
    assert found["new_people"].figure == str(found["new_people"].people)
    alive, weak = map(int, found["ties"].figure.split(" of "))
    groups = {it.words: it.people for it in found["ties"].behind}
    assert alive == len(groups["alive"])
    assert weak == len(groups["alive"]) + len(groups["quiet for a year"])


def test_nothing_reproaches() -> None:
    for network in (Network(), sample_network(NOW)):
        for picture in shown(network).values():
            assert not re.search(r"\b(fail|bad|poor|only|shame|must|should|worst|neglect)", picture.sentence)


def test_a_word_that_can_still_be_in_time_is_what_is_said() -> None:
    found = shown(Network([person("maya"), event("forum", "maya", start=days_ago(1))]))
    assert found["after_events"].sentence.startswith("Maya Lin can still hear from you within 48 hours")


def test_a_bar_of_some_out_of_more_shows_how_many_of_them() -> None:
    forum = replace(
        event("forum", "maya", start=days_ago(3)), goals=(Goal(text="say hello", done=1),), kind="meet-up"
    )
    talk = replace(
        event("talk", "maya", start=days_ago(9)),
        goals=(Goal(text="ask something", done=1), Goal(text="thank the host"), Goal(text="stay late")),
        kind="virtual",
    )
    drawn = shown(Network([person("maya"), forum, talk]))["goals"].draw(60)
    whole, part = (text_of(spans).count("▇") for spans in sorted(drawn, key=lambda it: "3" in text_of(it)))
    assert part == round(whole / 3)


def test_a_promise_that_has_time_is_not_counted_as_open() -> None:
    steps = (step(uid=f"step {ago}", due=days_ago(ago)) for ago in (2, -2))
    found = shown(Network([person("maya"), *steps]))["promises"]
    assert "yours, past the day" in "".join(text_of(spans) for spans in found.draw(60))
    assert [(it.words, it.people) for it in found.behind] == [("Yours, past the day", ("maya",))]


def test_half_in_one_value_is_told_and_a_tier_is_not_a_fault() -> None:
    people = [person(f"p{number}", industry="Energy" if number else "Law") for number in range(4)]
    found = shown(Network([*people, *(touch(it.uid, ago=3) for it in people)]))
    assert "More than half are in “Energy”" in found["spread: industry"].sentence
    assert "More than half" not in found["spread: tier"].sentence


def test_a_sponsor_inside_your_company_alone_is_told() -> None:
    found = shown(
        Network(
            [
                Profile(uid="me", organization="Acme"),
                person("maya", roles=("sponsor", "mentor"), organization="ACME"),
                person("tomas", roles=("mentor",), organization="Elsewhere"),
            ]
        )
    )
    assert found["roles"].sentence.startswith("You have no sponsor outside Acme.")


def test_the_report_holds_every_picture_and_hostile_names_as_text() -> None:
    hostile = "# [x](http://evil.example) <b>\x1b[31m```"
    network = Network(
        [person("maya", name=hostile, met_day=days_ago(5)), touch("maya", ago=2), step(due=days_ago(3))]
    )
    found = tuple(shown(network).values())
    page = report(network, found, last_year(TODAY), TODAY)
    assert all(f"## {it.title}" in page for it in found)
    assert "\x1b" not in page
    assert "\\[x\\](http\\:" in page
    assert page.count("```") % 2 == 0
    assert "# My network: the last 12 months" in page


def test_data_and_text_have_every_figure() -> None:
    network = sample_network(NOW)
    found = tuple(shown(network).values())
    data = insight_rows(network, found, last_year(TODAY))
    assert [it["key"] for it in data["figures"]] == [it.key for it in found]
    text = "\n".join(insight_text(found, last_year(TODAY), 80))
    assert all(it.title in text for it in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.integers(-3, 1500), st.booleans(), st.text(max_size=3)),
        max_size=12,
    ),
    st.integers(20, 120),
)
def test_any_history_can_be_drawn(history: list[tuple[str, int, bool, str]], cells: int) -> None:
    people = [person(uid, introduced_by=chr(ord(uid) + 1), industry=uid * 40) for uid in "abcd"]
    touches = [
        touch(uid, ago=ago, uid=str(number), attempt=attempt, gave=gave)
        for number, (uid, ago, attempt, gave) in enumerate(history)
    ]
    network = Network([*people, *touches, event("forum", "a", "b", start=days_ago(9))])
    for picture in shown(network).values():
        assert all("\n" not in text_of(spans) for spans in picture.draw(cells))
