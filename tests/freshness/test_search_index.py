"""The index of the search page: left alone with nothing to do, otherwise that of a clean build."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from sphinx.search import IndexBuilder

from tests.tools.building import Build, Built
from tests.tools.markup import MYST


def project() -> dict[str, str]:
    """A report with a talk, and a page that is none."""
    talk = MYST.talk("Bees", {"speakers": "Ann", "topics": "honey"}, "Dancing.")
    return {
        "a.md": MYST.document("First", talk, metadata={"event": "con"}),
        "b.md": MYST.document("Second", "Words.\n"),
    }


def index_of(built: Built) -> Path:
    return built.outdir / "searchindex.js"


def what_it_says(built: Built) -> dict[str, Any]:
    """All of it but words in the text: Sphinx has others of a page that it did not read."""
    text = index_of(built).read_text(encoding="utf-8")
    said: dict[str, Any] = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    del said["terms"]
    return said


def test_it_is_neither_loaded_nor_written_with_nothing_to_do(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build(project(), 'tripreport_pages = ["talks"]')
    before = index_of(built).stat()

    def fail(*args: object) -> None:
        raise AssertionError("the index was loaded or written")

    with monkeypatch.context() as patch:
        patch.setattr(IndexBuilder, "load", fail)
        patch.setattr(IndexBuilder, "dump", fail)
        built.rebuild()
    after = index_of(built).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize(
    "changed",
    [
        {"b.md": "# Second\n\nOther phrases.\n"},
        {"b.md": None},
        {"a.md": project()["a.md"].replace("Ann", "Bob")},
        {"c.md": "# Third\n\nMore.\n"},
    ],
)
def test_it_is_that_of_a_clean_build(build: Build, changed: dict[str, str | None]) -> None:
    built = build(project())
    built.rebuild()
    built.rebuild(changed)
    files = {name: text for name, text in {**project(), **changed}.items() if text is not None}
    expected = what_it_says(build(files, folder="anew"))
    assert what_it_says(built) == expected
    built.rebuild()
    assert what_it_says(built) == expected


def test_one_that_is_touched_is_written_again(build: Build) -> None:
    built = build(project())
    os.utime(index_of(built), (1, 1))
    built.rebuild()
    assert index_of(built).stat().st_mtime > 1
