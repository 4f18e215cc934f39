"""A field is put into metadata of every form, and is read again from there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.posts.adding_field import with_field
from sphinxcontrib_tripreport.core.posts.pattern_fields import patterns_in, take_patterns
from sphinxcontrib_tripreport.core.posts.readers import read_metadata

NAME = "talk-patterns"
TWO = ["## {title} ({speakers})", '* "{title}" - {speakers}']
FORMS = [
    ("---\ntitle: Trip\n---\n\nText.\n", "markdown"),
    ("---\ntitle: Trip\n...\n\nText.\n", "markdown"),
    ('+++\ntitle = "Trip"\n+++\n\nText.\n', "markdown"),
    ("Title: Trip\nDate: 2020-05-01\n\nText.\n", "markdown"),
    ("<!--\n.. title: Trip\n-->\n\nText.\n", "markdown"),
    ("# Trip\n\nText.\n", "markdown"),
    ("", "markdown"),
    (".. title: Trip\n.. date: 2020-05-01\n\nText.\n", "restructuredtext"),
    ("Trip\n====\n\nText.\n", "restructuredtext"),
    (":date: 2020-05-01\n\nTrip\n====\n\nText.\n", "restructuredtext"),
]


@pytest.mark.parametrize(("text", "markup"), FORMS)
@pytest.mark.parametrize("values", [TWO[:1], TWO])
def test_what_is_put_in_is_read(text: str, markup: str, values: list[str]) -> None:
    written = with_field(text, markup, NAME, values)
    taken = take_patterns(written, markup)
    metadata = read_metadata(taken.text, markup)
    rules = taken.rules | patterns_in(metadata.fields)
    assert [each.text for each in rules.talks] == values
    before = read_metadata(text, markup)
    assert {
        name: value.value
        for name, value in metadata.fields.items()
        if name not in (NAME, "tripreport")
    } == {name: value.value for name, value in before.fields.items()}


@pytest.mark.parametrize(
    ("text", "reason"),
    [('{"title": "Trip"}\n\nText.\n', "JSON"), ("---\ntitle: Trip\n\nText.\n", "no end")],
)
def test_forms_that_take_no_field(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        with_field(text, "markdown", NAME, TWO)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_every_other_line_stays(text: str) -> None:
    try:
        written = with_field(text, "markdown", NAME, TWO)
    except ValueError:
        return
    rest = iter(written.split("\n"))
    assert all(line in rest for line in text.split("\n"))
