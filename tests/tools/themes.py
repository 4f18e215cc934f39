"""The documentation, which is the example project, in each of the themes that people use.

As a program, ``python -m tests.tools.themes THEME FOLDER LANGUAGE PAGE...``, it builds a sample of
the pages. Some themes change Sphinx itself when they are loaded, so each build has its own process.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.util.tags import Tags

from tests.tools.example import THEME, Example
from tests.tools.once import make_once
from tests.tools.repository import DOCS, ROOT


class Theme(NamedTuple):
    """A theme, and where its pages have what we need to know."""

    name: str
    main: str
    """The selector of the content, without the theme's own frame around it."""
    dark: str = ""
    """The script that makes a page dark, where the theme has that."""
    is_extension: bool = False
    wants_all: bool = False
    """Whether it changes pages at the end, and misses those that were not written."""
    options: tuple[tuple[str, object], ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the theme can be used here."""
        return find_spec(self.name) is not None


THEMES = {
    theme.name: theme
    for theme in (
        Theme("alabaster", "div.body"),
        Theme("furo", "article[role=main]", "document.body.dataset.theme = 'dark'"),
        Theme("pydata_sphinx_theme", "article", "document.documentElement.dataset.theme = 'dark'"),
        Theme("sphinx_book_theme", "article", "document.documentElement.dataset.theme = 'dark'"),
        Theme("sphinx_rtd_theme", "div.document"),
        Theme(
            "sphinxawesome_theme",
            "#content",
            "document.documentElement.className = 'dark'",
            wants_all=True,
        ),
        Theme("piccolo_theme", "div.body", "document.documentElement.dataset.mode = 'dark'"),
        Theme(
            "sphinx_wagtail_theme",
            "main",
            "document.body.classList.add('theme-dark')",
            is_extension=True,
        ),
        Theme("shibuya", "article.yue", "document.documentElement.className = 'dark'"),
        Theme("sphinx_nefertiti", "article", "document.documentElement.className = 'dark'"),
        Theme(
            "sphinx_immaterial",
            "article",
            "document.body.setAttribute('data-md-color-scheme', 'slate')",
            is_extension=True,
            options=(
                ("font", False),  # else it asks another site for some
                ("palette", [{"scheme": "default"}]),
            ),
        ),
    )
}
_MADE = (
    "trip/archive",
    "trip/statistics",
    "trip/authors/index",
    "trip/authors/nell-farrow",
    "trip/events/index",
    "trip/events/nordlicht-2020",
    "trip/speakers/index",
    "trip/speakers/ines-aldarete",
    "trip/talks/index",
    "trip/talks/nordlicht-2020/million-clocks",
    "trip/topics/index",
    "trip/topics/data-quality",
    "trip/years/index",
    "trip/years/2020",
)
"""Of the pages that nobody wrote one of each kind."""
_WRITTEN = tuple(
    path.relative_to(DOCS).with_suffix("").as_posix()
    for path in sorted((DOCS / "examples").iterdir())
    if path.suffix in (".md", ".rst")
)
PAGES = (*_WRITTEN, "guide/gallery", *_MADE)
"""The pages that are looked at. Every layout of every kind of list is in the gallery."""


def build_in_theme(example: Example, theme: Theme) -> Path:
    """Where the pages of the example project in a theme are; in its own, all of them."""
    if theme.name == THEME:
        return example.build("html")
    out = example.folder / "themes" / theme.name
    return make_once(out, lambda: _make(example, theme, out))


def build_in_language(example: Example, language: str, pages: Iterable[str]) -> Path:
    """Where some pages are whose own words are in a language; all documents are read."""
    out = example.folder / language / "sample"

    def make() -> None:
        assert _run(THEMES[THEME], out, language, pages) == ""

    return make_once(out, make)


def _make(example: Example, theme: Theme, out: Path) -> None:
    if not theme.is_extension:
        example.copy_doctrees(_doctrees(out))
    _run(theme, out, "en", PAGES)


def _run(theme: Theme, out: Path, language: str, pages: Iterable[str]) -> str:
    """Build in a process of its own.

    :return: the warnings
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.tools.themes", theme.name, str(out), language, *pages],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stderr


def _doctrees(out: Path) -> Path:
    return out.with_name(f"{out.name}-doctrees")


def _build(theme: Theme, out: Path, language: str, pages: Iterable[str]) -> None:
    changes: dict[str, object] = {
        "html_theme": theme.name,
        "html_theme_options": dict(theme.options),
        "language": language,
    }
    if theme.is_extension:
        changes["extensions"] = [
            *Config.read(DOCS, overrides={}, tags=Tags()).extensions,
            theme.name,
        ]
    app = Sphinx(DOCS, DOCS, out, _doctrees(out), "html", changes, status=None)
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)

    def build_sample() -> None:
        # The index for searching would be of the sample only, which Sphinx warns of.
        builder.search = False
        builder.compile_update_catalogs()
        builder.build(pages, summary="a sample", method="specific")

    if theme.wants_all:
        app.build()
        return
    with patch.object(builder, "build_update", build_sample):
        app.build()


if __name__ == "__main__":
    _build(THEMES[sys.argv[1]], Path(sys.argv[2]), sys.argv[3], sys.argv[4:])
