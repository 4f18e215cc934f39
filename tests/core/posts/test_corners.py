"""Metadata of posts at the edges of each form: what is broken, and what is none."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.configured import configured_fields
from sphinxcontrib_tripreport.core.posts.front_matter import read_yaml_front_matter
from sphinxcontrib_tripreport.core.posts.metadata import Metadata, flat_fields
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.posts.source import may_be_draft
from sphinxcontrib_tripreport.core.text.located import Located


def fields(metadata: Metadata) -> dict[str, str]:
    """The fields as text."""
    return {name: value.text() for name, value in metadata.fields.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("draft: true", True), (".. post::", True), ("Words", False)],
)
def test_a_word_that_makes_drafts(text: str, expected: bool) -> None:
    assert may_be_draft(text) is expected


def test_fields_before_and_after_a_title() -> None:
    before = ":event: a\n:date: 2020-01-01\n\n"
    after = "T\n=\n\n:event: b\n:author: Ann\n\nWords.\n"
    both = read_metadata(before + after, "restructuredtext")
    assert fields(both) == {"event": "a", "date": "2020-01-01", "author": "Ann"}
    assert fields(read_metadata(after, "restructuredtext")) == {"event": "b", "author": "Ann"}


@pytest.mark.parametrize(
    ("text", "markup", "expected"),
    [
        # A block break of MyST; a line above a title.
        ("+++\n\nWords.\n", "markdown", {}),
        ("---\n\nWords.\n\n---\n", "restructuredtext", {}),
        ('{"event": "a"} words\n', "markdown", {}),
        ('---\ntags: "[a"\n---\n', "markdown", {"tags": "[a"}),
    ],
)
def test_what_is_none(text: str, markup: str, expected: dict[str, str]) -> None:
    assert fields(read_metadata(text, markup)) == expected


def test_talks_that_are_no_yaml_in_a_field() -> None:
    found = read_metadata(":event: a\n:talks: [a\n", "restructuredtext")
    assert fields(found)["talks"].startswith("not YAML: ")


def test_options_of_a_post_that_are_no_yaml() -> None:
    found = read_metadata("```{post} 2020-01-01\n---\ntags: [\n---\n```\n\n# T\n", "markdown")
    assert fields(found) == {"blogpost": "true", "date": "2020-01-01"}


def test_no_mapping_has_no_fields() -> None:
    assert flat_fields(None) == {}
    assert flat_fields(Located("text", 1)) == {}


def test_json_that_yaml_cannot_read() -> None:
    deep = '{"event": ' + "[" * 60 + "]" * 60 + "}\n"
    (problem,) = read_metadata(deep, "markdown").problems
    assert problem.text == "The metadata is not JSON: nested too deeply. It is not read."
    deeper = '{"event": ' + "[" * 100_000 + "\n"
    (problem,) = read_metadata(deeper, "markdown").problems
    assert "nested too deeply" in problem.text


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("\tevent: a", "begins with a tab"),
        ("- event", "no field of the metadata: expected “name: value”."),
        ("\n".join(["talks:"] + [f"- a: {n}: b: c" for n in range(60)]), "lack quotation marks"),
    ],
)
def test_front_matter_that_cannot_be_mended(lines: str, said: str) -> None:
    found = read_metadata(f"---\n{lines}\ntitle: T\n---\n", "markdown")
    assert found.fields["title"].value == "T"
    assert any(said in problem.text for problem in found.problems), found.problems


def test_mappings_in_conf() -> None:
    value: dict[object, object] = {"*": {"authors": [{"name": "Ann Lee"}]}}
    found = configured_fields(value, lambda _: True)
    assert read_report(Metadata(found), "a").report.authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("authors", "expected"),
    [("'[\"Ann Lee\" x]'", ('["Ann Lee" x]',)), ("'[Ann Lee]: x]'", ("[Ann Lee]: x]",))],
)
def test_brackets_that_are_no_list(authors: str, expected: tuple[str, ...]) -> None:
    read = read_metadata(f"---\nauthors: {authors}\n---\n", "markdown")
    assert read_report(read, "a").report.authors == expected


def test_an_answer() -> None:
    read = read_metadata("---\nlist-talks: yes\n---\n", "markdown")
    found = read_report(read, "a")
    assert found.problems == ()
    assert found.lists_talks is True


@pytest.mark.parametrize(
    ("text", "markup"),
    [("---more\ntitle: x\n---\n", "markdown"), ("+++ x\ntitle = 'x'\n+++\n", "markdown")],
)
def test_lines_that_begin_no_block(text: str, markup: str) -> None:
    assert read_metadata(text, markup).fields == {}


def test_fields_below_a_title_that_only_an_engine_has() -> None:
    found = read_metadata("T\n=\n\n:slug: x\n:status: draft\n\nWords.\n", "restructuredtext")
    assert fields(found) == {"slug": "x", "status": "draft"}


def test_lines_of_fields_that_are_all_of_a_file() -> None:
    found = read_metadata("Title: T\nEvent: a", "markdown")
    assert fields(found) == {"title": "T", "event": "a"}


def test_a_day_that_no_month_has_becomes_a_text() -> None:
    """Others read the block, too: of a date that is none they would make no metadata at all."""
    text = "---\ndate: 2024-04-31\ntalks:\n- start: 2024-02-30 10:00\n  end: 2024-02-29\n---\n"
    found = read_yaml_front_matter(text)
    assert found is not None
    assert found.rewritten == {1: 'date: "2024-04-31"', 3: '- start: "2024-02-30 10:00"'}


def test_a_tab_below_a_field() -> None:
    found = read_metadata("---\ntags:\n\t- bees\n---\n", "markdown")
    assert "bees" in str(found.fields["tags"].value)
    assert ["is indented by a tab" in problem.text for problem in found.problems] == [True]
