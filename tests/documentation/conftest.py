"""The documentation, which is the example project: built once for all tests that look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.example import Example
from tests.tools.themes import THEMES, Theme, build_in_theme

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.documentation)


@pytest.fixture(scope="session")
def example(run_folder: Path) -> Example:
    """The documentation in any builder and language."""
    return Example(run_folder / "documentation")


@pytest.fixture(params=list(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each theme in turn."""
    theme = THEMES[request.param]
    if not theme.is_there:
        pytest.skip(f"needs {theme.name}")
    return theme


@pytest.fixture
def themed(theme: Theme, example: Example) -> Path:
    """The pages of the documentation in that theme."""
    return build_in_theme(example, theme)
