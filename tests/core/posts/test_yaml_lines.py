"""Front matter that is no YAML: what is read all the same, and what its author is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.posts.metadata import shown_text
from sphinxcontrib_tripreport.core.posts.readers import read_metadata

MARKUPS = ("markdown", "restructuredtext")


def post(lines: str) -> str:
    """A post with this metadata, and two good fields around it."""
    return f"---\nevent: con\n{lines}\ndate: 2020-07-23\n---\n\nText\n"


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(
    ("line", "value", "quoted"),
    [
        ("title: Conf: a report", "Conf: a report", 'title: "Conf: a report"'),
        ('title: "Bees" at Work', '"Bees" at Work', "title: '\"Bees\" at Work'"),
        ("title: [Bees] at Work", "[Bees] at Work", 'title: "[Bees] at Work"'),
        ("title: *Bees* at Work", "*Bees* at Work", 'title: "*Bees* at Work"'),
        ("title: @ann's trip", "@ann's trip", 'title: "@ann\'s trip"'),
        ("title: `bees`", "`bees`", 'title: "`bees`"'),
        ("title: Part 1:", "Part 1:", 'title: "Part 1:"'),
        ('title: It\'s "so": a', 'It\'s "so": a', "title: 'It''s \"so\": a'"),
    ],
)
def test_text_without_quotation_marks(markup: str, line: str, value: str, quoted: str) -> None:
    found = read_metadata(post(line), markup)
    assert {name: field.text() for name, field in found.fields.items()} == {
        "event": "con",
        "title": value,
        "date": "2020-07-23",
    }
    (problem,) = found.problems
    assert problem.line == 3
    assert "quote the value" in problem.text
    assert quoted in problem.text
    shown = shown_text(post(line), found)
    if markup == "markdown":
        assert shown.split("\n")[2] == quoted
        assert not read_metadata(shown, markup).problems
    else:
        assert shown.strip() == "Text"


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(
    ("lines", "number", "said"),
    [
        ("tags: [a, b", 3, "“tags” is no YAML (did not find expected ',' or ']'): quote the value"),
        ('title: "Bees', 3, "“title” is no YAML"),
        ("title: Bees\nat work", 4, "“at work” is no field of the metadata"),
        ("title: Bees\n  author: Ann", 4, "begin the line with “author: Ann”"),
        ("title: Bees\n  author: |\n    Ann", 4, "begin the line with “author: |”"),
        ("tags: [a,\n  b", 3, "“tags” is no YAML"),
        ("\ttitle: Bees", 3, "begin the line with “title: Bees”"),
    ],
)
def test_what_cannot_be_read(markup: str, lines: str, number: int, said: str) -> None:
    text = post(lines)
    found = read_metadata(text, markup)
    assert {"event", "date"} <= found.fields.keys()
    assert "author" not in found.fields
    (problem,) = found.problems
    assert problem.line == number
    assert said in problem.text
    if markup == "markdown":
        assert not read_metadata(shown_text(text, found), markup).problems


@pytest.mark.parametrize("markup", MARKUPS)
def test_comments_above_the_fields(markup: str) -> None:
    # YAML has no such sign, not even in comments; there is nothing to say of them.
    for comment in ("# Bees", "# Bees\x01"):
        found = read_metadata(f"---\n{comment}\nevent: con\ntitle: A: b\n---\n", markup)
        assert {name: field.text() for name, field in found.fields.items()} == {
            "event": "con",
            "title": "A: b",
        }
        assert [problem.line for problem in found.problems] == [4]


@pytest.mark.parametrize("above", ["# Bees", ""])
def test_what_cannot_be_read_below_a_comment(above: str) -> None:
    found = read_metadata(f"---\n{above}\n  tags: [a\n  b\nevent: con\n---\n", "markdown")
    assert found.fields.keys() == {"event"}
    (problem,) = found.problems
    assert problem.line == 3
    assert "“tags: [a” is no field of the metadata" in problem.text


def test_fields_that_are_yaml_only_one_by_one() -> None:
    # YAML has each anchor once. The block is hidden, for MyST-Parser could not read it either.
    text = "---\ntitle: A: b\nevent: &x con\nauthor: &x Ann\n---\n\nText\n"
    found = read_metadata(text, "markdown")
    assert {name: field.text() for name, field in found.fields.items()} == {
        "title": "A: b",
        "event": "con",
        "author": "Ann",
    }
    assert [problem.line for problem in found.problems] == [2]
    assert shown_text(text, found).strip() == "Text"


def test_talks_of_a_list() -> None:
    text = post("talks:\n- title: Bees: a life\n  speakers: Ann\n- Ants")
    found = read_metadata(text, "markdown")
    assert found.fields["talks"].text() == "title <Bees: a life>\nspeakers <Ann>\nAnts"
    assert [problem.line for problem in found.problems] == [4]


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("above", ["\n", "\n  \n\n", "\N{BYTE ORDER MARK}"])
def test_blank_lines_above(markup: str, above: str) -> None:
    from sphinxcontrib_tripreport.core.posts.source import plain_text

    text = plain_text(above + post("title: Day 1"))
    skipped = text.count("\n", 0, text.index("---"))
    found = read_metadata(text, markup)
    assert found.fields["title"].line == 3 + skipped
    assert not found.problems
    shown = shown_text(text, found)
    assert shown.split("\n").index("Text") == text.split("\n").index("Text")
    assert shown.startswith("---\nevent") == (markup == "markdown")


def test_a_line_across_the_page_below_a_blank_one_is_no_metadata() -> None:
    assert not read_metadata("\n---\nWords: so many\n---\n", "markdown").fields


@given(st.text(alphabet="ab:-[]{}\"'#&*!|>%@` \n\t\\,?", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    for markup in MARKUPS:
        found = read_metadata(f"---\nevent: con\n{text}\n---\n", markup)
        shown_text(f"---\nevent: con\n{text}\n---\n", found)


@pytest.mark.parametrize("markup", MARKUPS)
def test_aliases_without_end_are_said_once(markup: str) -> None:
    lists = [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 10)]
    text = "\n".join(["---", "event: pycon", "a0: &a0 [x]", *lists, "---", "", "Text"])
    read = read_metadata(text, markup)
    (problem,) = read.problems
    assert problem.text.startswith("The metadata is not YAML: aliases repeat more than 100000")
    assert problem.line == 1
    assert not read.fields
