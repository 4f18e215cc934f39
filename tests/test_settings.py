"""Config values of a type that they do not have: one warning each, and the default."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.settings import SETTINGS, Setting
from tests.tools.building import Build
from tests.views.listings.test_search_box import filtered_pages, project


@pytest.mark.parametrize("wrong", ["1.5", "b'x'", "lambda: 1"])
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_one_warning(build: Build, setting: Setting, wrong: str) -> None:
    built = build({"a.md": "# A\n\n```{talklist}\n```\n"}, f"{setting.name} = {wrong}\n")
    about = [warning for warning in built.warnings if setting.name in warning]
    assert len(about) == 1
    assert built.app.config[setting.name] == setting.default


@pytest.mark.parametrize("wrong", ["'20'", "None", "20.0"])
def test_what_stands_there_by_default_is_used(build: Build, wrong: str) -> None:
    built = build(project(), f"tripreport_filter_from = {wrong}\n")
    assert filtered_pages(built) == {"list", "table", "cards", "schedule", "timeline"}
