"""What all tests share: a project built from texts, and the markups it is written in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from .browser import Browser, find_browser, start_browser
from .building import Build, Built, Sources
from .markup import MYST, RST, Markup
from .themes import THEMES, Theme, build_once

# How long one example takes says nothing on a busy machine.
settings.register_profile("tripreport", deadline=None)
settings.load_profile("tripreport")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a project of the test's own."""

    def build(
        sources: Sources,
        conf: str = "",
        *,
        builder: str = "html",
        parallel: int = 0,
        tags: tuple[str, ...] = (),
        folder: str = "project",
    ) -> Built:
        return Built(
            tmp_path / folder, sources, conf, builder=builder, parallel=parallel, tags=tags
        )

    return build


@pytest.fixture(params=[RST, MYST], ids=["rst", "myst"])
def markup(request: pytest.FixtureRequest) -> Markup:
    """Each markup in turn."""
    found: Markup = request.param
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running browser."""
    program = find_browser()
    if program is None:
        pytest.skip("needs Chromium")
    with start_browser(program) as browser:
        yield browser


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all workers of this run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(params=list(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each theme in turn."""
    theme = THEMES[request.param]
    if not theme.is_there:
        pytest.skip(f"needs {theme.name}")
    return theme


@pytest.fixture
def themed(theme: Theme, run_folder: Path) -> Path:
    """The pages of the example project in that theme."""
    return build_once(theme, run_folder / "themes")
