"""Notebooks as posts, read by MyST-NB where it is there, else by something in its place."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.tools.building import Build, Built

STAND_IN = '''\
"""Like MyST-NB: reads the Markdown of notebooks, each cell from a line of its own."""

import json

from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.sphinx_ext.main import setup_sphinx


class Parser(MystParser):
    supported = ("myst-nb",)

    def parse(self, inputstring, document):
        cells = json.loads(inputstring)["cells"]
        texts = [str(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        super().parse("\\n\\n".join(texts), document)


def setup(app):
    app.add_source_suffix(".md", "myst-nb")
    app.add_source_suffix(".ipynb", "myst-nb")
    app.add_source_parser(Parser)
    setup_sphinx(app, load_parser=False)
    return {"parallel_read_safe": True}
'''
HAS_MYST_NB = find_spec("myst_nb") is not None
CELLS = (
    ("raw", "---\ntitle: Trip\nevent: con\ntalk-patterns: '## {title} ({speakers})'\n---"),
    ("markdown", "Words.\n\n##Bees (Ann Lee)\n\n!!! note\n    They sting.\n"),
    ("code", "hive = 1"),
    ("markdown", "## Ants (Bob Ray)\n\n{% seo %}"),
)


def notebook(*cells: tuple[str, str]) -> str:
    """The text of a notebook."""
    made: list[dict[str, Any]] = [
        {"cell_type": kind, "metadata": {}, "source": text} for kind, text in cells
    ]
    for number, cell in enumerate(made):
        cell["id"] = f"cell-{number}"
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python", "language": "python"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": made})


def build_notebooks(build: Build, folder: Path, sources: dict[str, str]) -> Built:
    """Build a project with notebooks, whose code is not run."""
    conf = "extensions.append('myst_nb')\n"
    if HAS_MYST_NB:
        conf += "nb_execution_mode = 'off'\n"
    else:
        (folder / "stand_in").mkdir()
        (folder / "stand_in" / "myst_nb.py").write_text(STAND_IN, encoding="utf-8")
        conf = (
            f"import sys\nsys.path.insert(0, {str(folder / 'stand_in')!r})\n"
            f"sys.modules.pop('myst_nb', None)\n{conf}"
        )
    names = "".join(f"   {name.partition('.')[0]}\n" for name in sources)
    index = {"index.rst": f"Home\n====\n\n.. toctree::\n\n{names}"}
    return build({**index, **sources}, conf)


def test_a_notebook_is_a_post(build: Build, tmp_path: Path) -> None:
    built = build_notebooks(build, tmp_path, {"a.ipynb": notebook(*CELLS)})
    (warning,) = built.warnings
    assert warning.startswith("a.ipynb:40003: ")
    assert "“{% seo %}” removed" in warning
    (report,) = built.talks_json()["reports"]
    assert (report["title"], report["event"]) == ("Trip", "con")
    talks = {each["title"]: each["speakers"] for each in built.talks_json()["talks"]}
    assert talks == {"Bees": ["ann-lee"], "Ants": ["bob-ray"]}
    page = built.page("a.html").main
    assert [title.words for title in page.by_class("admonition-title")] == ["Note"]
    for left in ("event", "talk-patterns", "{%", "!!!"):
        assert left not in page.words


def test_a_draft_has_no_page(build: Build, tmp_path: Path) -> None:
    draft = notebook(("raw", "---\ntitle: Trip\ndraft: true\n---"), ("markdown", "# Trip"))
    built = build_notebooks(build, tmp_path, {"a.ipynb": draft})
    assert built.warnings == []
    assert not (built.outdir / "a.html").exists()


def test_other_notebooks_stay_as_they_are(build: Build, tmp_path: Path) -> None:
    text = notebook(("markdown", "# Notes\n\n!!! note\n    {% x %}"))
    built = build_notebooks(build, tmp_path, {"a.ipynb": text})
    assert built.warnings == []
    assert "!!! note" in built.page("a.html").main.words
