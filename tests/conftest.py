"""What all tests share: a project built from texts, and the markups it is written in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from .building import Build, Built, Sources
from .markup import MYST, RST, Markup

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
