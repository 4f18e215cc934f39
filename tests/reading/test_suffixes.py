"""Posts in files of other endings: read where ``conf.py`` names them, else said once."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Sources

POST = '---\ntitle: Trip\nevent: con\ntalk-patterns: "## {title}"\n---\n\n## Bees\n\nText.\n'


@pytest.mark.parametrize("suffix", [".markdown", ".mkd", ".qmd", ".mdx"])
def test_other_endings(build: Build, suffix: str) -> None:
    sources = {f"posts/a{suffix}": POST}
    conf = 'tripreport_posts = ["posts/*"]\n'
    (warning,) = build(sources, conf).warnings
    assert f"“posts/a{suffix}”" in warning
    assert f'source_suffix = {{…, "{suffix}": "markdown"}}' in warning
    assert warning.endswith("[tripreport.metadata]")
    conf += f'source_suffix["{suffix}"] = "markdown"\n'
    index = "Trips\n=====\n\n.. toctree::\n\n   posts/a\n"
    built = build({**sources, "index.rst": index}, conf, folder="known")
    assert built.warnings == []
    assert [talk.title for talk in built.catalogue.talks] == ["Bees"]


def test_one_warning_for_all(build: Build) -> None:
    sources: Sources = {
        "posts/a.qmd": POST, "posts/b.mdx": POST, "posts/c/d.mkd": POST, "other/e.mkd": POST,
        "posts/drafts/f.mkd": POST, "posts/picture.png": b"",
    }  # fmt: skip
    conf = 'tripreport_posts = ["posts/**"]\nexclude_patterns = ["posts/drafts"]\n'
    (warning,) = build(sources, conf).warnings
    assert "“posts/a.qmd” and 2 more" in warning
    assert '{…, ".mdx": "markdown", ".mkd": "markdown", ".qmd": "markdown"}' in warning


def test_nothing_is_said_where_no_folder_is_named(build: Build) -> None:
    assert build({"posts/a.mkd": POST}).warnings == []
    conf = 'tripreport_posts = ["none/*", "x"]\n'
    assert build({"posts/a.mkd": POST}, conf, folder="other").warnings == []
