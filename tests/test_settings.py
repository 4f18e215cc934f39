"""Config values of a type that they do not have: one warning each, and the default."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.settings import SETTINGS, Setting
from tests.tools.building import Build
from tests.tools.markup import Markup
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


LISTS = [setting for setting in SETTINGS if list in setting.types]


@pytest.mark.parametrize(("given", "read"), [("one, two", ["one", "two"]), ("", [])])
def test_every_list_can_be_given_on_the_command_line(
    build: Build, given: str, read: list[str]
) -> None:
    built = build({"a.md": "# A\n"}, overrides={setting.name: given for setting in LISTS})
    assert all(list(built.app.config[setting.name]) == read for setting in LISTS)
    assert not [line for line in built.warnings if "override" in line or not given]


def test_lists_of_the_command_line_do_what_those_of_conf_do(build: Build, markup: Markup) -> None:
    lines = [
        f"{markup.heading(title, 2)}\nText.\n" for title in ("Bees (Ann)", "Wasps", "Rest (1)")
    ]
    built = build(
        {markup.file("a"): markup.document("Trip", *lines, metadata={"date": "2024-05-03"})},
        overrides={
            "tripreport_pages": "speakers,archive",
            "tripreport_posts": "a",
            "tripreport_talk_patterns": "{title} ({speakers})",
            "tripreport_skip_headings": "Rest (1),Wasps",
        },
    )
    assert [talk.title for talk in built.catalogue.talks] == ["Bees"]
    assert {"trip/speakers/ann", "trip/archive"} <= built.app.env.all_docs.keys()
    assert built.warnings == []


def test_mappings_of_the_command_line(build: Build) -> None:
    built = build(
        {"a.md": "# A\n\n## Bees, by Ann\n"},
        overrides={
            "tripreport_posts": "a",
            "tripreport_talk_patterns.a": "{title}, by {speakers}",
            "tripreport_metadata.a": "con",
        },
    )
    assert [talk.title for talk in built.catalogue.talks] == ["Bees"]
    (warning,) = built.warnings
    assert "tripreport_metadata['a']" in warning
    assert "only conf.py" in warning
    assert "conf.py:" not in warning


def test_no_list_is_shared_between_projects(build: Build) -> None:
    built = build({"a.md": "# A\n"})
    built.app.config.tripreport_posts.append("x")
    assert build({"a.md": "# A\n"}, folder="other").app.config.tripreport_posts == []


@pytest.mark.parametrize(
    ("given", "read"),
    [("1", True), ("False", False), ("/:year/, /:title/", ("/:year/", "/:title/"))],
)
def test_yes_no_or_a_list(build: Build, given: str, read: object) -> None:
    built = build({"a.md": "# A\n"}, overrides={"tripreport_redirects": given})
    assert built.app.config.tripreport_redirects == read
    assert built.warnings == []
