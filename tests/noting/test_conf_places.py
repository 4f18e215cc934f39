"""Warnings of settings name their line of ``conf.py``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

CONF = """\
extensions = ["sphinxcontrib_tripreport"]
tripreport_page: list[str] = []
tripreport_pages = [
    "speekers",
]
tripreport_exports = ["atmo"]
tripreport_redirects = ["/:yeer/"]
tripreport_talk_notes = "whole"
if tripreport_pages == []:
    pass
"""


def warnings_of(folder: Path, **settings: object) -> list[tuple[str, str]]:
    """The places of all warnings, and what they say."""
    (folder / "index.md").write_text("# Home\n", encoding="utf-8")
    app = SphinxTestApp("html", srcdir=folder, confoverrides=settings)
    app.cleanup()
    return re.findall(r"(?:conf\.py:(\d+): )?WARNING: (.*?) ?\[trip", app.warning.getvalue())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with slips in its settings."""
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    return tmp_path


def test_each_has_its_line(folder: Path) -> None:
    said = warnings_of(folder)
    assert ("2", "There is no setting “tripreport_page”. Did you mean “tripreport_pages”?") in said
    assert sorted(place for place, _ in said) == ["2", "3", "6", "7", "8"]


def test_what_the_command_line_says_has_none(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(CONF.splitlines()[0], encoding="utf-8")
    ((place, said),) = warnings_of(tmp_path, tripreport_pages="speekers")
    assert place == ""
    assert "Did you mean “speakers”?" in said
