"""The example team, built for everybody and for the team alone."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from tests.tools.building import Built, Sources
from tests.tools.example import Example
from tests.tools.repository import DOCS

CONF = """
tripreport_data = ["examples/people.yaml"]
tripreport_pages = ["talks", "events", "speakers", "authors", "topics", "years", "archive"]
tripreport_exports = ["atom", "icalendar", "bibtex", "csl", "csv", "text"]
html_baseurl = "https://example.org/"
html_copy_source = True
suppress_warnings = ["ref", "myst.xref_missing", "image.not_readable", "toc.not_readable"]
"""
PRIVATE = {
    "two-days": ("our own traces", "would be the fifth exercise"),
    "nordlicht-2020-de": ("nicht ins Netz",),
}
"""Words of the private parts, by report."""


def sources() -> Sources:
    """The examples, without the rest of the documentation."""
    folder = DOCS / "examples"
    return {
        f"examples/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def leaks(folder: Path) -> list[str]:
    """The files below a folder that have one of the private words."""
    words = [word.encode() for some in PRIVATE.values() for word in some]
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if path.suffix == ".inv":
                content = zlib.decompress(content.split(b"\n", maxsplit=4)[4])
            if any(word in b" ".join(content.split()) for word in words):
                found.append(path.relative_to(folder).as_posix())
    return found


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What everybody may read."""
    return Built(tmp_path_factory.mktemp("public"), sources(), CONF)


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What the team reads."""
    return Built(tmp_path_factory.mktemp("team"), sources(), CONF, tags=("private",))


def test_the_reports_have_private_parts() -> None:
    for name, words in PRIVATE.items():
        (path,) = (DOCS / "examples").glob(f"{name}.*")
        text = " ".join(path.read_text(encoding="utf-8").split())
        assert all(word in text for word in words)


def test_the_public_build_has_none_of_them(public: Built) -> None:
    assert leaks(Path(public.outdir).parent) == []
    assert "fifth exercise" not in public.page("examples/team.html").main.words
    assert not list(public.outdir.rglob("two-days*.txt"))
    assert list(public.outdir.rglob("saltmarsh-ida*.txt"))


def test_the_build_for_the_team_has_all_of_them_marked(team: Built) -> None:
    for name, words in PRIVATE.items():
        page = team.page(f"examples/{name}.html").main
        assert all(word in page.words for word in words)
        marks = [part.words for part in page.by_class("trip-audience")]
        assert len(marks) == len(words)
    marked = team.page("examples/team.html").main.words
    assert "Our own import would be the fifth exercise" in marked


def test_one_folder_by_turns(team: Built) -> None:
    team.rebuild({}, tags=())
    assert leaks(Path(team.outdir).parent) == []
    team.rebuild({}, tags=("private",))
    assert "examples/team.html" in leaks(Path(team.outdir))


def test_the_documentation_is_public(example: Example) -> None:
    assert leaks(example.build("html")) == []
