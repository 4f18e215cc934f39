"""What a build writes again: nothing without a reason, and everything with one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sphinx.cmd.build import build_main

from tests.tools.building import Build, Built
from tests.tools.markup import MYST
from tests.tools.remembered import remembered

INDICES = {"trip-talks.html", "trip-speakers.html", "trip-events.html", "trip-topics.html"}
OF_ALL = INDICES | {"talks.json"}
"""What is made from the records of all documents."""


def project() -> dict[str, str]:
    """Two reports, and a page that is none."""
    talk = MYST.talk("Bees", {"speakers": "Ann", "topics": "honey"}, "Text.")
    return {
        "a.md": MYST.document("First", talk, metadata={"event": "con"}),
        "b.md": MYST.document("Second", "Words.\n", metadata={"event": "con"}),
        "c.md": MYST.document("Third", "Words.\n"),
    }


def written(built: Built, before: Mapping[str, int]) -> set[str]:
    """What the latest build wrote of ours and of documents; Sphinx's own files are left out."""
    now = built.written()
    changed = {path for path, time in now.items() if before.get(path) != time}
    return changed & (OF_ALL | {"a.html", "b.html", "c.html"})


def test_nothing_is_written_with_nothing_to_do(build: Build) -> None:
    built = build(project())
    before = built.written()
    assert before.keys() >= OF_ALL
    assert written(built.rebuild(), before) == set()


@pytest.mark.parametrize("name", ["a.md", "c.md"])
def test_words_of_a_page_change_only_that_page(build: Build, name: str) -> None:
    built = build(project())
    before = built.written()
    built.rebuild({name: project()[name] + "\nMore.\n"})
    assert written(built, before) == {name.replace(".md", ".html")}


def test_a_line_more_above_a_talk_changes_only_that_page(build: Build) -> None:
    built = build(project())
    before = built.written()
    built.rebuild({"a.md": project()["a.md"].replace("# First\n", "# First\n\n% More.\n")})
    assert written(built, before) == {"a.html"}


def test_a_speaker_more_changes_what_is_made_from_all(build: Build) -> None:
    built = build(project())
    before = built.written()
    built.rebuild({"a.md": project()["a.md"].replace("Ann", "Ann, Bob")})
    assert written(built, before) == {"a.html", *OF_ALL}
    assert "Bob" in built.page("trip-speakers.html").main.words


def test_titles_that_themes_show_beside_every_page_count(build: Build) -> None:
    built = build(project())
    before = built.written()
    built.rebuild({"c.md": MYST.document("Other", "Words.\n")})
    assert written(built, before) >= INDICES


def test_what_is_missing_comes_back(build: Build) -> None:
    built = build(project())
    for name in OF_ALL:
        (built.outdir / name).unlink()
    built.rebuild()
    assert built.written().keys() >= OF_ALL


def test_a_changed_config_changes_the_pages_of_indices(build: Build) -> None:
    built = build(project())
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    built.rebuild({"conf.py": conf.replace('project = "Trips"', 'project = "Journeys"')})
    assert "Journeys" in built.out("trip-talks.html")
    assert built.talks_json()["project"] == "Journeys"


def test_a_build_that_broke_off_leaves_nothing_stale(build: Build) -> None:
    """Also where the edit that it wrote some pages of is taken back."""
    sources = project() | {"c.md": MYST.document("Third", f"{MYST.role('talk', 'con/bees')}\n")}
    built = build(sources)
    again = (
        sources["a.md"]
        .replace("Bees", "Bees and wasps")
        .replace(":speakers", ":key: bees\n:speakers")
    )
    breaking = 'def setup(app):\n    app.connect("html-page-context", fail)\n\n\n'
    breaking += "def fail(app, page, *rest):\n    if page == 'genindex':\n        raise OSError\n"
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    with pytest.raises(Exception, match="html-page-context"):
        built.rebuild({"a.md": again, "conf.py": f"{conf}\n{breaking}"})
    assert "Bees and wasps" in built.page("c.html").main.words
    built.rebuild({"a.md": sources["a.md"], "conf.py": conf})
    assert "wasps" not in built.page("c.html").main.words
    assert "wasps" not in built.page("trip-talks.html").main.words


def test_every_page_leads_to_the_indices(build: Build) -> None:
    """As to Sphinx's own: after the general index, before the next page."""
    built = build(project(), 'html_theme = "classic"\n')
    names = ["genindex", "trip-talks", "trip-speakers", "trip-events", "trip-topics"]
    for page in ("a", "c", "genindex", "trip-talks"):
        bar = built.page(f"{page}.html").by_class("related")[0]
        leads = [link.attributes["href"] for link in bar.by_tag("a")]
        expected = ["#" if name == page else f"{name}.html" for name in names]
        assert leads[: len(names)] == expected


def test_an_index_that_is_switched_off_has_neither_page_nor_link(build: Build) -> None:
    conf = 'html_theme = "classic"\nhtml_domain_indices = ["trip-talks"]\n'
    built = build(project(), conf)
    assert (built.outdir / "trip-talks.html").is_file()
    assert not (built.outdir / "trip-speakers.html").exists()
    assert "trip-speakers" not in built.out("c.html")
    assert "trip-talks" in built.out("c.html")


def test_pages_name_a_description_by_the_title_of_its_document(build: Build) -> None:
    people = MYST.document("People", MYST.directive("speaker", "Ann", {}, "Words."))
    sources = {**project(), "people.md": people}
    built = build(sources, "tripreport_pages = ['speakers']")
    built.rebuild({"people.md": people.replace("# People", "# Folk")})
    assert "More in Folk" in built.page("trip/speakers/ann.html").words


def test_builders_that_take_turns_in_one_folder(build: Build) -> None:
    sources = {
        **project(),
        "a.md": project()["a.md"].replace("event: con", "event: con\naliases: [/old/]"),
        "d/index.md": MYST.document("Fourth", MYST.role("talk", "Bees")),
    }
    conf = 'html_baseurl = "https://x.example/"\ntripreport_redirects = True\n'
    conf += 'tripreport_exports = ["atom"]\n'
    built = build(sources, conf)
    names = [*OF_ALL - INDICES, "objects.inv", "feeds/talks.xml", "old/index.html", "d/index.html"]

    def turn(builder: str) -> dict[str, bytes]:
        output = built.folder / "mixed"
        given = ["-q", "-b", builder, "-d", str(built.folder / "doctrees")]
        with remembered():
            assert build_main([*given, str(built.source), str(output)]) == 0
        return {name: (output / name).read_bytes() for name in names}

    html, dirhtml = turn("html"), turn("dirhtml")
    assert all(html[name] != dirhtml[name] for name in names)
    assert turn("html") == html
    assert turn("dirhtml") == dirhtml
