"""Beside ``sphinx_external_toc``, as Jupyter Book has it: its file names pages that are made."""

from __future__ import annotations

import pytest
from sphinx.environment.collectors.toctree import TocTreeCollector

from tests.neighbours.test_autosectionlabel import PAGES, in_order
from tests.tools.building import Build, Built
from tests.tools.markup import Markup

pytest.importorskip("sphinx_external_toc")
# What these extensions ask of Sphinx is their own.
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"
)


@pytest.fixture(autouse=True)
def keep_the_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have other tests find Sphinx as it is: these extensions put a function of theirs into it."""
    own = TocTreeCollector.assign_section_numbers
    monkeypatch.setattr(TocTreeCollector, "assign_section_numbers", own)


TOC = """\
format: jb-book
root: index
chapters:
- file: a
- file: b
- file: trip/speakers/index
  title: People
- file: trip/events/index
  sections:
  - glob: trip/events/*
- glob: trip/years/*
- file: trip/archive
"""


def book(build: Build, markup: Markup, order: str = "after", toc: str = TOC) -> Built:
    report = {"event": "con", "date": "2024-05-03"}
    return build(
        {
            "index.rst": "Home\n====\n\nHello.\n",
            "_toc.yml": toc,
            markup.file("a"): markup.document(
                "Trip", markup.talk("Bees", {"speakers": "Ann"}), metadata=report
            ),
            markup.file("b"): markup.document("Draft", metadata={"event": "con", "draft": "true"}),
        },
        in_order(order, "sphinx_external_toc") + PAGES + 'exclude_patterns = ["_toc.yml"]\n',
    )


@pytest.mark.parametrize("order", ["before", "after"])
def test_made_pages_can_be_named(build: Build, markup: Markup, order: str) -> None:
    built = book(build, markup, order)
    assert built.warnings == []
    includes = built.app.env.toctree_includes
    made = ["trip/speakers/index", "trip/events/index", "trip/years/2024", "trip/years/index"]
    assert includes["index"] == ["a", *made, "trip/archive"]
    assert includes["trip/events/index"] == ["trip/events/con-2"]
    # Our own table, because the file says nothing of what is below.
    assert includes["trip/speakers/index"] == ["trip/speakers/ann"]
    before = built.written()
    built.rebuild()
    assert built.warnings == []
    assert built.app.env.toctree_includes == includes
    assert built.written()["a.html"] == before["a.html"]


def test_pages_come_and_go(build: Build, markup: Markup) -> None:
    built = book(build, markup, toc=TOC + "- file: trip/speakers/bob\n")
    (warning,) = built.warnings
    assert "'trip/speakers/bob'" in warning
    talk = markup.talk("Wasps", {"speakers": "Bob"})
    built.rebuild(
        {markup.file("c"): markup.document("More", talk), "_toc.yml": TOC + "- file: c\n"}
    )
    assert built.warnings == []
    built.rebuild({"_toc.yml": TOC + "- file: trip/speakers/bob\n- file: c\n"})
    assert built.warnings == []
    assert built.app.env.toctree_includes["index"][-2:] == ["trip/speakers/bob", "c"]
    built.rebuild({markup.file("c"): markup.document("More")})
    assert len(built.warnings) == 1
    assert "'trip/speakers/bob'" in built.warnings[0]


def test_a_draft_comes_into_the_table_when_it_is_none(build: Build, markup: Markup) -> None:
    built = book(build, markup)
    assert "b" not in built.app.env.toctree_includes["index"]
    built.rebuild({markup.file("b"): markup.document("Second", metadata={"event": "con"})})
    assert built.warnings == []
    assert built.app.env.toctree_includes["index"][:2] == ["a", "b"]
