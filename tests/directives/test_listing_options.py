"""What authors get wrong in listings: one warning each, and never a wider list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, RST, Markup, Options
from tests.views.listings.test_listings import TALKS, listing, project, titles

CELL = """\
.. list-table::

   * - Before
     - .. {name}::
          :layout: {layout}
"""
ALL = [title for title, _, _ in TALKS]
NEWEST_FIRST = ["three", "four", "two", "one"]


@pytest.mark.parametrize("builder", ["html", "text", "man", "latex"])
@pytest.mark.parametrize(
    ("name", "layout"),
    [("talklist", "table"), ("talklist", "schedule"), ("eventlist", "table")],
)
def test_a_table_in_a_cell_is_a_list(build: Build, builder: str, name: str, layout: str) -> None:
    page = RST.document("Lists", CELL.format(name=name, layout=layout))
    conf = 'man_pages = [("lists", "lists", "Lists", ["Me"], 1)]\n'
    built = build({**project(RST), "lists.rst": page}, conf, builder=builder)
    (warning,) = built.warnings
    assert warning.startswith("lists.rst:7:")
    assert f"A {layout} cannot be in the cell of a table: it is drawn as a list." in warning
    if builder == "html":
        main = built.page("lists.html").main
        assert len(main.by_tag("table")) == 1
        talks = ALL if layout == "schedule" else NEWEST_FIRST
        assert titles(built) == (talks if name == "talklist" else ["Con 2021", "con-2020"])


@pytest.mark.parametrize("builder", ["text", "man", "latex"])
@pytest.mark.parametrize("layout", ["cards", "timeline", "list"])
def test_other_layouts_stand_in_cells(build: Build, builder: str, layout: str) -> None:
    page = RST.document("Lists", CELL.format(name="talklist", layout=layout))
    conf = 'man_pages = [("lists", "lists", "Lists", ["Me"], 1)]\n'
    built = build({**project(RST), "lists.rst": page}, conf, builder=builder)
    assert built.warnings == []
    files = [path for path in (built.folder / "build" / builder).rglob("*") if path.is_file()]
    assert any("four" in _text(path) for path in files)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_a_table_in_a_cell_is_a_list_in_markdown(build: Build) -> None:
    inner = MYST.directive("talklist", "", {"layout": "table", "columns": "title"})
    cells = "* - Before\n  - " + inner.replace("\n", "\n    ")
    table = MYST.directive("list-table", "", {}, cells)
    built = build({**project(MYST), "lists.md": MYST.document("Lists", table)})
    (warning,) = built.warnings
    assert warning.startswith("lists.md:")
    assert titles(built) == NEWEST_FIRST


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"tags": "bees"}, ["three", "one"]),
        ({"rating": ">=3, !3"}, ["one"]),
        ({"until": "2020-04"}, []),
    ],
)
def test_what_is_understood(
    build: Build, markup: Markup, options: Options, expected: list[str]
) -> None:
    built = listing(build, markup, "talklist", options)
    assert built.warnings == []
    assert titles(built) == expected


@pytest.mark.parametrize(
    ("name", "argument", "options", "said"),
    [
        ("talklist", "", {"people": "Ann Lee"}, "has no option “people”"),
        ("talklist", "testing", {}, "Did you mean “:topic: testing”?"),
        ("talklist", "", {"since": "2021", "until": "2019"}, "“since” is 2021-01-01, but “until”"),
    ],
)
def test_nothing_is_listed(
    build: Build, markup: Markup, name: str, argument: str, options: Options, said: str
) -> None:
    directive = markup.directive(name, argument, options, "Nothing at all.")
    page = markup.document("Lists", directive)
    built = build({**project(markup), markup.file("lists"): page})
    (warning,) = built.warnings
    assert warning.startswith(markup.file("lists"))
    assert said in warning
    assert built.page("lists.html").main.words == "Lists Nothing at all."


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("talklist", {"tpic": "foo"}, "No talks here."),
        ("speakerlist", {"topic": ""}, "No speakers here."),
        ("eventlist", {"year": "soon", "layout": "table"}, "No events here."),
        ("reportlist", {"year": "2020", "until": "2019"}, "No reports here."),
    ],
)
def test_a_wrong_filter_leaves_no_hole(
    build: Build, markup: Markup, name: str, options: Options, sentence: str
) -> None:
    built = listing(build, markup, name, options)
    assert len(built.warnings) == 1
    assert built.page("lists.html").main.words == f"Lists {sentence}"


def test_a_wrong_filter_in_a_report_of_another_language(build: Build, markup: Markup) -> None:
    lists = markup.directive("talklist", "", {"rating": "7"})
    page = markup.document("Listas", lists, metadata={"event": "con-2020", "language": "es"})
    built = build({**project(markup), markup.file("lists"): page})
    (warning,) = built.warnings
    assert "expected numbers from 1 to 5" in warning
    assert built.page("lists.html").main.by_class("trip-nothing")[0].words == "No hay charlas."


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"columns": "title"}, "“columns” is ignored: the layout “list” has none"),
        ({"topic": "!nosuch"}, "No topic is “nosuch”: nothing is left out for it."),
    ],
)
def test_the_rest_stands(build: Build, markup: Markup, options: Options, said: str) -> None:
    built = listing(build, markup, "talklist", options)
    (warning,) = built.warnings
    assert said in warning
    words = built.page("lists.html").main.words
    assert [title for title in ALL if title not in words] == []


def test_names_with_a_comma(build: Build, markup: Markup) -> None:
    talk = markup.talk("five", {"speakers": "Bob Jones, Jr.", "event": "con-2020"})
    lists = markup.directive("talklist", "", {"speaker": "Bob Jones, Jr"})
    sources = {
        **project(markup),
        markup.file("more"): markup.document("More", talk),
        markup.file("lists"): markup.document("Lists", lists),
    }
    built = build(sources)
    assert built.warnings == []
    assert titles(built) == ["five"]


def test_content_needs_no_empty_line_above_it(build: Build) -> None:
    text = ".. talklist::\n   Come *back*.\n"
    sources = {"lists.rst": RST.document("Lists", text)}
    built = build(sources)
    assert built.warnings == []
    assert built.page("lists.html").main.words == "Lists Come back."


@pytest.mark.parametrize("topic", ["bees", "!bees, !wasps, !data wax"])
def test_nothing_leads_to_the_content_of_a_list(build: Build, markup: Markup, topic: str) -> None:
    label = ".. _inner:\n\n" if markup is RST else "(inner)=\n"
    content = markup.talk("Hidden", {"event": "con-2020"}, "Words.") + f"\n{label}Come back.\n"
    directive = markup.directive("talklist", "", {"topic": topic}, content)
    links = markup.role("ref", "there <inner>")
    page = markup.document("Lists", directive, links)
    built = build({**project(markup), markup.file("lists"): page})
    said = "\n".join(built.warnings)
    assert "A “talk” is in the content of a list" in said
    assert "The label “inner” is in the content of a list" in said
    assert "undefined label: 'inner'" in said
    assert len(built.warnings) == 3
    assert all(warning.startswith(markup.file("lists")) for warning in built.warnings)
    assert "Hidden" not in built.out("talks.json")
    shown = built.page("lists.html").main.words
    assert ("Hidden" in shown) == (topic != "bees")


def test_a_list_in_a_cell_is_never_stale(build: Build) -> None:
    page = RST.document("Lists", CELL.format(name="talklist", layout="table"))
    built = build({**project(RST), "lists.rst": page})
    changed = project(RST)["con-2021.rst"].replace(":: four", ":: fourth")
    built.rebuild({"con-2021.rst": changed})
    assert titles(built) == ["three", "fourth", "two", "one"]
