"""Beside ``sphinx.ext.autosectionlabel``: pages that are made take no label from authors."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup

EXTENSION = "sphinx.ext.autosectionlabel"
PAGES = 'tripreport_pages = ["events", "speakers", "topics", "years", "archive"]\n'


def in_order(order: str, extension: str) -> str:
    """The line of ``conf.py`` that has an extension before or after this one."""
    names = [extension, "sphinxcontrib_tripreport"]
    return f"extensions = {names if order == 'before' else names[::-1]}\n"


@pytest.mark.parametrize("order", ["before", "after"])
def test_made_pages_have_no_automatic_labels(build: Build, markup: Markup, order: str) -> None:
    talks = [
        markup.talk("Bees", {"speakers": "Ann", "topics": "honey"}),
        markup.directive("speaker", "Ann", None, "A keeper."),
        markup.heading("Speakers", 2),
        *(f"{markup.role('ref', name)}\n" for name in ("Ann", "Bees", "Talks")),
        markup.heading("Talks", 2),
        markup.heading("Archive", 2),
        markup.heading("honey", 2),
        markup.heading("2024", 2),
    ]
    metadata = {"event": "con", "date": "2024-05-03"}
    built = build(
        {markup.file("a"): markup.document("Con", *talks, metadata=metadata)},
        in_order(order, EXTENSION) + PAGES,
    )
    assert built.warnings == []
    page = built.page("a.html")
    assert page.links["Talks"] == "#talks"
    labels = built.app.env.domains.standard_domain.labels
    assert labels["ann"][0] == labels["speakers"][0] == labels["bees"][0] == "a"
    made = {name for name, label in labels.items() if label[0].startswith("trip/")}
    # Those of the indices that overviews are in the place of are no automatic ones.
    assert made == {"trip-events", "trip-speakers", "trip-topics"}


@pytest.mark.parametrize("order", ["before", "after"])
def test_headings_that_have_no_words_yet_have_no_label(build: Build, order: str) -> None:
    talks = "\n".join(f".. talk:: |t{number}|\n" for number in range(3))
    defined = "\n".join(f".. |t{number}| replace:: Talk {number}" for number in range(3))
    text = f"Trip\n====\n\n{talks}\n{defined}\n"
    listed = "---\nevent: con\ntalks:\n- title: One\n- title: Two\n---\n# Listed\n"
    built = build({"a.rst": text, "b.md": listed}, in_order(order, EXTENSION))
    assert built.warnings == []
    labels = built.app.env.domains.standard_domain.labels
    assert "" not in labels
