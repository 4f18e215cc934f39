"""Notebooks as posts: what their metadata and their first cell say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.posts.notebook import Notebook, read_notebook, take_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.text.located import Located


def notebook(*cells: tuple[str, str], **metadata: Any) -> Notebook:
    """A notebook of these cells: their kinds and their texts."""
    made = [{"cell_type": kind, "source": text.splitlines(True)} for kind, text in cells]
    found = read_notebook(json.dumps({"nbformat": 4, "metadata": metadata, "cells": made}))
    assert found is not None
    return found


def fields(found: Notebook) -> dict[str, tuple[str, int]]:
    """Values and lines."""
    metadata, _ = take_metadata(found)
    return {name: (each.text(), each.line) for name, each in metadata.fields.items()}


@pytest.mark.parametrize("kind", ["raw", "markdown"])
@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Trip\nevent: con\n---",
        '+++\ntitle = "Trip"\nevent = "con"\n+++',
        '{\n"title": "Trip",\n"event": "con"\n}',
        "Title: Trip\nEvent: con\n",
    ],
)
def test_front_matter_in_the_first_cell(kind: str, front: str) -> None:
    found = notebook((kind, f"{front}\n\nWords."), ("markdown", "## Bees"))
    line = next(n for n, text in enumerate(front.split("\n"), 1) if "con" in text)
    assert fields(found)["event"] == ("con", 10_000 + line)
    assert found.text_of(0).strip() == ("Words." if kind == "markdown" else "")
    assert found.text_of(1) == "## Bees"


def test_the_notebooks_own_metadata() -> None:
    found = notebook(
        ("markdown", "# Trip"),
        kernelspec={"name": "python3"},
        event="con",
        authors=[{"name": "Ann Lee"}],
        nikola={"title": "Trip", "tags": "a, b"},
    )
    assert fields(found) == {
        "event": ("con", 1),
        "authors": ("name <Ann Lee>", 1),
        "title": ("Trip", 1),
        "tags": ("a, b", 1),
    }


def test_the_cell_counts_more() -> None:
    found = notebook(("raw", "---\nconference: mine\n---"), event="con", title="Trip")
    assert fields(found) == {"conference": ("mine", 10_002), "title": ("Trip", 1)}


def test_lists_and_mappings_of_the_cell_have_its_lines() -> None:
    text = "---\nevent: con\ntalks:\n- Bees\n- title: Ants\n  rating: 4\n---"
    metadata, _ = take_metadata(notebook(("code", ""), ("raw", text)))
    talks = read_report(metadata, "trip").talks
    assert [(each.title, each.line) for each in talks] == [("Bees", 20_004), ("Ants", 20_005)]
    ants = {"title": Located("Ants", 20_005), "rating": Located("4", 20_006)}
    assert metadata.fields["talks"].value == [Located("Bees", 20_004), Located(ants, 20_005)]


def test_cells_can_be_changed() -> None:
    found = notebook(("markdown", "# Trip"), ("code", "1"), ("markdown", "## Bees"))
    assert list(found.markdown_cells()) == [0, 2]
    found.set_text(2, "## Bienen, süß")
    assert "süß" in found.source()
    again = read_notebook(found.source())
    assert again is not None
    assert [again.text_of(number) for number in range(3)] == ["# Trip", "1", "## Bienen, süß"]


@pytest.mark.parametrize("metadata", ["null", "[]", '{"nikola": 1}'])
def test_a_notebook_without_metadata(metadata: str) -> None:
    found = read_notebook(f'{{"metadata": {metadata}, "cells": []}}')
    assert found is not None
    assert fields(found) == {}


def test_patterns_and_problems_have_their_lines() -> None:
    text = "---\ntitle: A: b\ntalk-patterns: ## {title}\n---\n"
    metadata, rules = take_metadata(notebook(("code", ""), ("raw", text)))
    assert [(each.text, each.line) for each in rules.talks] == [("## {title}", 20_003)]
    assert [each.line for each in metadata.problems] == [20_002]


def test_fastpages() -> None:
    text = (
        '# "My trip"\n> What I heard.\n\n- toc: true\n- author: "Ann Lee"\n- event: con\n\nWords.'
    )
    found = notebook(("markdown", text))
    assert fields(found)["author"] == ("Ann Lee", 10_005)
    assert fields(notebook(("markdown", text)))["title"] == ("My trip", 10_001)
    assert found.text_of(0) == "# My trip\n> What I heard.\n\n\n\n\n\nWords."


@pytest.mark.parametrize(
    "text",
    ["# Recipe\n\n- honey: 2 spoons\n- water: 1 cup", "# Trip\n\n- a list", "Words.\n- title: x"],
)
def test_a_list_is_a_list(text: str) -> None:
    found = notebook(("markdown", text))
    assert fields(found) == {}
    assert found.text_of(0) == text


def test_code_is_no_metadata() -> None:
    assert fields(notebook(("code", "---\nevent: con\n---"))) == {}


@pytest.mark.parametrize("source", ["", "[]", "{}", '{"cells": 1}', '{"cells": [1]}', "[" * 9999])
def test_no_notebook(source: str) -> None:
    assert read_notebook(source) is None
