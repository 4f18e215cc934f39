"""For whom something is: what cannot be read is private."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.options.audience import (
    is_private,
    is_slip_of_audience,
    options_say_private,
    read_audience,
    read_withheld,
)
from sphinxcontrib_tripreport.core.options.option import read_options
from sphinxcontrib_tripreport.core.options.tables import TALK_OPTIONS
from sphinxcontrib_tripreport.core.options.values import Unreadable
from sphinxcontrib_tripreport.core.text.slugs import slug


@pytest.mark.parametrize("text", ["public", "Public", '"public"', " PUBLIC "])
def test_only_public_is_public(text: str) -> None:
    assert read_audience(text) == "public"
    assert not is_private(text)


def test_what_cannot_be_read_is_kept_as_private() -> None:
    with pytest.raises(Unreadable, match="expected one of public, private") as caught:
        read_audience("the team")
    assert caught.value.kept == "private"


@given(st.text())
def test_everything_else_is_private(text: str) -> None:
    is_public = slug(text.strip("\"' ")) == "public"
    assert is_private(text) is not is_public


@pytest.mark.parametrize(("text", "meant"), [("true", True), ("Yes", True), ("no", False)])
def test_withheld_is_yes_or_no(text: str, meant: bool) -> None:
    assert read_withheld(text) is meant


def test_withheld_is_yes_if_it_cannot_be_read() -> None:
    with pytest.raises(Unreadable, match="expected true or false") as caught:
        read_withheld("perhaps")
    assert caught.value.kept is True


@pytest.mark.parametrize(
    ("lines", "is_said"),
    [
        ([":audience: private", "", "Text"], True),
        ([":speakers: Ann", ":audience: private"], True),
        ([":links: a", "   b", ":audience: private"], True),
        (["---", "speakers: Ann", "audience: private", "---", "Text"], True),
        ([":audiance: private"], True),
        ([":audience: the team"], True),
        ([":audience: public", "Text"], False),
        (["---", "speakers: Ann", "---", ":audience: private"], False),
        (["", ":audience: private"], False),
        (["Text", ":audience: private"], False),
        ([":audience:"], False),
        ([], False),
    ],
)
def test_options_of_a_directive(lines: list[str], is_said: bool) -> None:
    assert options_say_private(lines) is is_said


def test_slips() -> None:
    assert [is_slip_of_audience(name) for name in ("audience", "audence", "audiance", "speakers")] \
        == [False, True, True, False]  # fmt: skip


def test_an_option_that_is_nearly_so_is_taken_for_it() -> None:
    values, problems = read_options({"audiense": "public"}, TALK_OPTIONS, "talk")
    assert values == {"audience": "private"}
    assert "Did you mean “audience”?" in problems[0].text
