"""What all tests share: a project built from texts, and the markups it is written in.

The tests of ``core`` need no Sphinx, so what needs it is loaded by the fixtures that use it.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.tools.markup import MYST, RST, Markup

if TYPE_CHECKING:
    from tests.tools.browser import Browser
    from tests.tools.building import Build, Built, Sources

# How long one example takes says nothing on a busy machine.
settings.register_profile("tripreport", deadline=None)
settings.load_profile("tripreport")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """No workers for a single file or test: to start them takes longer than they save."""
    only = config.args[0].partition("::")[0] if len(config.args) == 1 else ""
    return 0 if only.endswith(".py") else None


_LONG = ("documentation", "printing", "freshness", "browser")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Mark whatever starts a browser, before "-m" chooses, and then put first what takes long.

    So no worker is left alone with a long test at the end; and what tests of the documentation make
    for each other is made in one worker, while the others do something else and need not wait.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
    yield
    items.sort(key=_how_late)


def _how_late(item: pytest.Item) -> int:
    marks = {mark.name for mark in item.iter_markers()}
    return next((late for late, name in enumerate(_LONG) if name in marks), len(_LONG))


def pytest_collection_finish() -> None:
    """Have the collector of garbage look for less, and less often.

    All that is there by now stays to the end: thousands of tests, and what they import. Each build
    makes a hundred thousand objects more, in cycles that are found as well a little later.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a project of the test's own."""
    from tests.tools.building import Built

    def build(
        sources: Sources,
        conf: str = "",
        *,
        builder: str = "html",
        parallel: int = 0,
        tags: tuple[str, ...] = (),
        folder: str = "project",
        overrides: Mapping[str, str] | None = None,
    ) -> Built:
        return Built(
            tmp_path / folder,
            sources,
            conf,
            builder=builder,
            parallel=parallel,
            tags=tags,
            overrides=overrides,
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
    from tests.tools.browser import find_browser, start_browser

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
