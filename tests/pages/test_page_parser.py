"""Pages of talks are read in a short way, which gives what docutils would."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.pages import parser
from tests.pages.test_talk_pages import CONF, SOURCES, SPRING
from tests.tools.building import Build, Built

# MyST's own, where a link names something by its key.
pytestmark = pytest.mark.filterwarnings("ignore:.*MystReferenceResolver")

STRANGE = {
    **SOURCES,
    "posts/one.md": SPRING.replace(
        "## Waggle", "## Waggle: *a* `b` c_ http://x.org | \\\\ x__ -- ..."
    ).replace("Bees in spring", "Bees: in `spring` |x|"),
}


def pages(built: Built) -> dict[str, tuple[str, object]]:
    """Of each page the doctree, and what it shows."""
    store = store_of(built.app.env)
    source = str(built.source)
    return {
        docname: (
            built.doctree(docname).pformat().replace(source, ""),
            store.shown_in(docname),
        )
        for docname in sorted(store.data["pages"])
    }


def test_the_short_way_and_the_long_one(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    short = build(STRANGE, CONF, folder="short")
    monkeypatch.setattr(parser, "_parts_of_source", lambda text: None)
    long = build(STRANGE, CONF, folder="long")
    assert pages(short) == pages(long)
    assert len(pages(short)) > 4
    assert short.warnings == long.warnings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text.\n",
        "Title\n=====\n\nText.\n",
        "Title\n=====\n\n.. note:: x\n",
        "Title\n=====\n\n.. trip:talklist::\n   :talk: this\n",
        ".. trip:facts::\n",
        "=====\nTitle\n=====\n",
        " Title\n======\n",
    ],
)
def test_all_else_is_for_docutils(text: str) -> None:
    assert parser._parts_of_source(text) is None


def test_a_prolog_is_for_docutils(build: Build) -> None:
    built = build(SOURCES, CONF + 'rst_prolog = "A prolog."\n')
    assert "A prolog." in built.page("trip/talks/beecon-2024/waggle.html").words
