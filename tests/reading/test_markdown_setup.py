"""Markdown works with our entry alone, and beside those who read Markdown themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, MYST_COLON, RST

POST = MYST.document("Trip", MYST.talk("T", {"speakers": "Ann"}), MYST_COLON.talk("U"))
OURS = "sphinxcontrib_tripreport"


@pytest.mark.parametrize(
    "extensions",
    [
        [OURS],
        ["myst_parser", OURS],
        [OURS, "myst_parser"],
        ["sphinx_design", OURS],
        [OURS, "sphinx_design"],
        ["sphinx_design", "myst_parser", OURS],
        [OURS, "sphinx_design", "myst_parser"],
    ],
    ids=lambda names: "+".join(name[:6] for name in names),
)
def test_in_any_order(build: Build, extensions: list[str]) -> None:
    built = build({"a.md": POST}, f"extensions = {extensions}")
    assert built.warnings == []
    page = built.page("a.html")
    assert page.by_id("talk-t").words == "T Ann Text."
    assert page.by_id("talk-u").words == "U Text."


def test_a_project_without_markdown(build: Build) -> None:
    built = build({"a.rst": RST.document("Trip", RST.talk("T", {"speakers": "Ann"}))})
    assert built.warnings == []
    assert built.page("a.html").by_id("talk-t").words == "T Ann Text."


def test_markdown_that_the_project_excludes(build: Build) -> None:
    conf = "exclude_patterns = ['README.md']"
    built = build({"index.rst": RST.document("Trip", RST.talk("T")), "README.md": "# Readme"}, conf)
    assert built.warnings == []
    assert built.app.env.found_docs == {"index"}


def test_own_settings_of_markdown_are_kept(build: Build) -> None:
    conf = "extensions.append('myst_parser')\nmyst_enable_extensions = ['deflist']\n"
    built = build({"a.md": f"{POST}\nTerm\n: Meaning\n"}, conf)
    assert built.warnings == []
    assert [part.words for part in built.page("a.html").main.by_tag("dd")] == ["Meaning"]


NOTEBOOKS = '''\
"""Like MyST-NB: brings MyST-Parser, and cannot be set up after it."""

from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.sphinx_ext.main import setup_sphinx


class Parser(MystParser):
    supported = ("myst-nb",)

    def parse(self, inputstring, document):
        super().parse(inputstring + "\\n\\nRead by notebooks.\\n", document)


def setup(app):
    app.add_source_suffix(".md", "myst-nb")
    app.add_source_suffix(".ipynb", "myst-nb")
    app.add_source_parser(Parser)
    setup_sphinx(app, load_parser=False)
    return {"parallel_read_safe": True}
'''


@pytest.mark.parametrize("extensions", [["myst_nb", OURS], [OURS, "myst_nb"]])
def test_notebooks_stay_in_charge(build: Build, tmp_path: Path, extensions: list[str]) -> None:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    (folder / "myst_nb.py").write_text(NOTEBOOKS, encoding="utf-8")
    conf = (
        f"import sys\nsys.path.insert(0, {str(folder)!r})\nsys.modules.pop('myst_nb', None)\n"
        f"extensions = {extensions}\n"
    )
    metadata = MYST.metadata({"event": "Con"})
    built = build({"a.md": metadata + POST}, conf)
    assert built.warnings == []
    page = built.page("a.html")
    assert "Read by notebooks." in page.words
    assert page.by_id("talk-t").words == "T Ann Text."
    assert page.by_class("trip-report")[0].words == "Con"


def test_a_report_with_extensions_of_its_own_keeps_colon_fences(build: Build) -> None:
    front = "---\nevent: con\nmyst:\n  enable_extensions:\n    - deflist\n---\n"
    text = "# Trip\n\n:::{talk} Bees\n:speakers: Ann\n\nTerm\n: Its meaning\n:::\n"
    built = build({"a.md": front + text, "b.md": "# Other\n\n:::{talk} Wasps\n:::\n\nNo\n: term\n"})
    assert built.warnings == []
    assert [talk.title for talk in built.catalogue.talks] == ["Bees", "Wasps"]
    assert list(built.page("a.html").by_tag("dt"))
    assert not list(built.page("b.html").by_tag("dt"))
