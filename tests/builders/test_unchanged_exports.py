"""Files for other programs when nothing changed: none is written, and nothing is looked up."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from tests.tools.building import Build, Built
from tests.tools.markup import MYST

CONF = """
extensions.append("myst_parser")
source_suffix[".md"] = "markdown"
html_baseurl = "https://s.example/"
html_extra_path = ["extra"]
tripreport_exports = ["atom", "icalendar", "bibtex", "csl", "csv", "text"]
tripreport_pages = ["events", "speakers", "talks"]
"""


def project() -> dict[str, str]:
    talk = MYST.talk("Bees", {"speakers": "Ann Lee", "start": "2024-05-07 10:00"}, "Sweet.\n")
    metadata = {"event": "pycon", "date": "2024-05-20"}
    return {
        "index.md": "# Home\n\n```{toctree}\n:glob:\n*\ntrip/**\n```\n",
        "a.md": MYST.document("A", talk, metadata=metadata),
        "extra/x.txt": "x",
    }


def ours(built: Built) -> dict[str, int]:
    """When each of the files was written."""
    beginnings = ("feeds/", "calendars/", "citations/", "talks.")
    return {name: when for name, when in built.written().items() if name.startswith(beginnings)}


def test_a_build_with_nothing_to_do(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(project(), CONF)
    before = ours(built)
    assert len(before) == 18

    def fail(*_anything: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(Catalogue, "__init__", fail)
        for _ in range(2):
            assert built.rebuild().warnings == []
    assert ours(built) == before


def test_what_is_lost_is_written_again(build: Build) -> None:
    built = build(project(), CONF)
    texts = {name: built.out(name) for name in ours(built)}
    for name in ("talks.csv", "feeds/events/pycon.xml"):
        (built.outdir / name).unlink()
        built.rebuild()
        assert {each: built.out(each) for each in ours(built)} == texts


def test_a_file_of_the_projects_own_that_comes_and_goes(build: Build) -> None:
    built = build(project(), CONF)
    table = built.out("talks.csv")
    for _ in range(2):
        built.rebuild({"extra/talks.csv": "own"})
        assert "talks.csv" in "".join(built.warnings)
        assert built.out("talks.csv") == "own"
    built.rebuild({"extra/talks.csv": None})
    assert built.warnings == []
    assert built.out("talks.csv") == table


def test_other_words_and_another_limit_of_a_feed(build: Build) -> None:
    sources = project()
    built = build(sources, CONF)
    edits = [sources["a.md"].replace("Sweet.", f"Sweet. {'Long. ' * 99} Sour."), sources["a.md"]]
    for text in edits:
        built.rebuild({"a.md": text})
        assert built.rebuild().warnings == []
        for name in ("feeds/talks.xml", "talks.json"):
            assert ("Sour" in built.out(name)) == ("Sour" in text)
    slip = sources["a.md"].replace("event:", "feed-limit: x\nevent:")
    assert "feed-limit" in "".join(built.rebuild({"a.md": slip}).warnings)
