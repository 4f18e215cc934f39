"""The documentation in each theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.themes import THEMES, Theme, build_once


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
