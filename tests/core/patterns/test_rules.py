"""What a report says on where its talks are."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.patterns.rules import (
    Rules,
    WrittenRule,
    make_usable,
    normalise_heading,
)

TITLE, DAY, LUNCH = (
    WrittenRule("## {title}", 2),
    WrittenRule("# Day {day}", 3),
    WrittenRule("Lunch", 4),
)


def test_rules_with_and_without_patterns() -> None:
    assert not Rules(skip=(LUNCH,))
    assert Rules(talks=(TITLE,))
    assert Rules(days=(DAY,))


def test_rules_that_take_the_title_of_the_post() -> None:
    assert Rules(talks=(TITLE, WrittenRule(" = {title}"))).takes_title
    assert not Rules(talks=(TITLE,), days=(WrittenRule("= {day}"),)).takes_title


def test_rules_of_two_places() -> None:
    own, others = Rules(talks=(TITLE,)), Rules(talks=(WrittenRule("x"),), days=(DAY,))
    assert own | others == Rules((TITLE, WrittenRule("x")), (DAY,))
    assert own.or_else(others) == Rules((TITLE,), (DAY,))


@pytest.mark.parametrize("text", ["Lunch", "LUNCH!", "  “Lunch” …", "## Lunch:", "*Lunch*"])
def test_headings_are_compared_bare(text: str) -> None:
    usable, problems = make_usable(Rules(skip=(LUNCH,)))
    assert problems == []
    assert usable.skips("Other", text)
    assert not usable.skips_below(text)
    assert normalise_heading(text) == "lunch"


def test_all_below_a_heading() -> None:
    usable, _ = make_usable(Rules(skip=(WrittenRule("Links/*"),)))
    assert usable.skips("links")
    assert usable.skips_below("Links")
    assert not usable.skips_below("Lunch")


def test_patterns_that_cannot_be_read() -> None:
    wrong = WrittenRule("## {titel}", 7)
    usable, problems = make_usable(Rules((TITLE, wrong), (DAY,)))
    assert [written for written, _ in usable.talks] == [TITLE]
    assert [written for written, _ in usable.days] == [DAY]
    ((written, said),) = problems
    assert written == wrong
    assert "titel" in said


@pytest.mark.parametrize("text", ["## {room}", "{time} // {affiliation}", "## {}"])
def test_patterns_that_name_no_talk(text: str) -> None:
    usable, problems = make_usable(Rules((WrittenRule(text),)))
    assert usable.talks == ()
    assert "it has no {title}" in problems[0][1]


@pytest.mark.parametrize("text", ["{kind}", "{speakers}", "## Keynote: {room}", "Taller {}"])
def test_patterns_that_name_a_talk_without_a_title(text: str) -> None:
    assert make_usable(Rules((WrittenRule(text),)))[1] == []


def test_days_need_no_title() -> None:
    assert make_usable(Rules(days=(WrittenRule("{weekday}"),)))[1] == []
