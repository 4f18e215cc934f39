"""Charts: a table of numbers in every builder, drawn where that is possible, and never stale."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup, Options

EXTENSIONS = 'extensions.append("myst_parser")\nsource_suffix[".md"] = "markdown"\n'
PAGES = 'tripreport_pages = ["topics", "years", "speakers"]\n'
MARKUPS = pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])


def project(markup: Markup, *charts: str) -> dict[str, str]:
    return {
        markup.file("a"): markup.document(
            "A",
            markup.talk("Bees", {"topics": "Insects, Wax", "speakers": "Kim Ray"}),
            markup.talk("Ants", {"topics": "Insects", "kind": "keynote"}),
            metadata={"event": "con-2019", "date": "2019-05-02", "author": "Ann"},
        ),
        markup.file("b"): markup.document(
            "B",
            markup.talk("<i>Moths</i>", {"topics": "<b>Moths</b>", "rating": "4"}),
            metadata={"event": "con-2021", "date": "2021-05-02", "author": "Bo"},
        ),
        markup.file("charts"): markup.document("Charts", *charts),
    }


def chart(markup: Markup, options: Options | None = None, content: str = "") -> str:
    return markup.directive("talkchart", "", options or {}, content)


def words(built: Built, page: str = "charts.html") -> str:
    (found,) = built.page(page).by_class("trip-chart")
    return " ".join(found.words.split())


@MARKUPS
def test_a_table_of_numbers_with_links(build: Build, markup: Markup) -> None:
    charts = [
        chart(markup, {"caption": "By *topic*", "by": "topic"}),
        chart(markup, {"by": "year"}),
    ]
    built = build(project(markup, *charts), EXTENSIONS + PAGES)
    assert built.warnings == []
    first, second = built.page("charts.html").by_class("trip-chart")
    assert " ".join(first.words.split()) == "Topic Talks Insects 2 Wax 1 <b>Moths</b> 1"
    assert " ".join(second.words.split()) == "Year Talks 2019 2 2020 0 2021 1"
    page = built.out("charts.html")
    assert "By <em>topic</em></p>" in page
    assert 'href="trip/topics/insects.html"' in page
    assert 'href="trip/years/2021.html"' in page
    assert "<b>Moths" not in page


def test_by_track(build: Build) -> None:
    sources = project(RST, chart(RST, {"by": "track"}))
    sources["a.rst"] = sources["a.rst"].replace(":topics: Insects\n", ":track: Small *fauna*\n", 1)
    built = build(sources)
    assert built.warnings == []
    assert words(built) == "Track Talks Small *fauna* 1 Not given 2"


@MARKUPS
def test_two_fields(build: Build, markup: Markup) -> None:
    built = build(project(markup, chart(markup, {"by": "year, kind"})), EXTENSIONS)
    assert words(built).startswith("Year Total Talk Keynote 2019")
    built.rebuild({markup.file("charts"): markup.document("C", chart(markup, {
        "layout": "calendar"}))})  # fmt: skip
    months = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"
    assert words(built).startswith(f"Year {months} Total 2019")


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "epub", "singlehtml"])
def test_every_builder_has_the_numbers(build: Build, builder: str) -> None:
    charts = [
        chart(MYST, {"caption": "By topic", "by": "topic"}),
        chart(MYST, {"by": "year, kind"}),
        chart(MYST, {"layout": "calendar"}),
        chart(MYST, {"layout": "columns"}),
    ]
    conf = f'{EXTENSIONS}man_pages = [("index", "talks", "T", [], 1)]\n'
    built = build(project(MYST, *charts), conf, builder=builder)
    assert built.warnings == []
    names = {
        "latex": "*.tex", "text": "charts.txt", "man": "*.1", "texinfo": "*.texi",
        "epub": "charts.xhtml", "singlehtml": "index.html",
    }  # fmt: skip
    (file,) = built.outdir.glob(names[builder])
    text = file.read_text(encoding="utf-8")
    for word in ("By topic", "Insects", "Keynote", "Total", "2020", "Aug"):
        assert word in text


def test_bars_are_drawn_in_the_table(build: Build) -> None:
    charts = [
        chart(MYST, {"by": "year"}),
        chart(MYST, {"by": "year, kind"}),
        chart(MYST, {"layout": "calendar"}),
    ]
    built = build(project(MYST, *charts), EXTENSIONS)
    page = built.out("charts.html")
    assert '<span class="trip-fill" style="--trip-share: 100%"></span>' in page
    assert '<span class="trip-fill" style="--trip-share: 50%"></span>' in page
    assert page.count('class="trip-fill"') == 2, "nothing is no bar"
    part = '<span class="trip-shade-2" style="flex: 1" title="Keynote: 1"></span>'
    assert f'<span class="trip-stack" style="--trip-share: 100%">{part}' not in page
    assert part in page
    assert page.count("trip-heat-4") == 1
    assert page.count("trip-heat-2") == 1
    assert '<th class="stub trip-bar-name">' in page
    assert "<script" not in page[page.index("trip-chart") : page.rindex("trip-chart")]


def test_readers_of_books_need_no_variables(build: Build) -> None:
    charts = [chart(MYST, {"by": "year"}), chart(MYST, {"by": "year, kind"})]
    built = build(project(MYST, *charts), EXTENSIONS, builder="epub")
    page = built.out("charts.xhtml")
    assert '<span class="trip-fill" style="width: 80%"></span>' in page
    assert '<span class="trip-fill" style="width: 40%"></span>' in page
    stack = '<span class="trip-stack" style="width: 80%"><span class="trip-shade-1"'
    assert f'{stack} style="width: 50%" title="Talk: 1"></span>' in page
    style = built.out("_static/tripreport.css")
    assert ".trip-fill" in style
    assert "--trip" not in page + style


def test_short_heads_are_upright_among_those_that_are_not(build: Build) -> None:
    charts = chart(MYST, {"by": "topic, rating", "layout": "heatmap"})
    page = build(project(MYST, charts), EXTENSIONS).out("charts.html")
    assert "trip-turned" in page
    assert '"head trip-part trip-upright"><p>4<' in page
    assert '"head trip-part"><p>Not given<' in page


def test_bars_are_rules_in_print(build: Build) -> None:
    charts = [
        chart(MYST, {"by": "year"}),
        chart(MYST, {"by": "year, kind"}),
        chart(MYST, {"layout": "calendar"}),
        chart(MYST, {"by": "topic, kind", "layout": "heatmap"}),
    ]
    built = build(project(MYST, *charts), EXTENSIONS, builder="latex")
    (file,) = built.outdir.glob("*.tex")
    text = file.read_text(encoding="utf-8")
    assert r"\tripbar{0.500}" in text
    assert r"\tripbarpart{0.500}{100}\tripbarpart{0.500}{50}" in text
    assert r"\tripswatch{50}Keynote" in text
    assert r"\tripheat{50}{2}" in text
    assert r"\tripturned{Keynote}" in text


@MARKUPS
def test_a_chart_of_nothing(build: Build, markup: Markup) -> None:
    charts = [chart(markup, {"of": "speakers", "year": "1999"}),
              chart(markup, {"year": "1999"}, "Not yet.")]  # fmt: skip
    built = build(project(markup, *charts), EXTENSIONS)
    assert built.warnings == []
    assert words(built) == "No speakers here."
    assert "Not yet." in built.page("charts.html").main.words


@MARKUPS
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"by": "topik"}, "Did you mean “topic”?"),
        ({"layout": "calendar", "by": "topic"}, "A calendar does not go by “topic”"),
        ({"topic": "inects"}, "No topic is “inects”: nothing is listed for it. Did you mean"),
        ({"limit": "0"}, "“limit” is “0”: expected a whole number from 1."),
    ],
)
def test_slips(build: Build, markup: Markup, options: Options, said: str) -> None:
    built = build(project(markup, chart(markup, options)), EXTENSIONS)
    (warning,) = built.warnings
    assert warning.startswith(markup.file("charts"))
    assert said in warning
    head = "Topic" if options.get("by") == "topic" else "Year"
    shown = words(built)
    assert shown == "No talks here." if "topic" in options else shown.startswith(f"{head} Talks")


def test_in_a_cell_it_is_a_list(build: Build) -> None:
    cell = ".. list-table::\n\n   * - .. talkchart::\n          :by: topic\n"
    built = build(project(RST, cell), EXTENSIONS, builder="latex")
    (warning,) = built.warnings
    assert "A chart cannot be in the cell of a table: it is drawn as a list." in warning


def test_never_stale(build: Build) -> None:
    built = build(project(MYST, chart(MYST)), EXTENSIONS)
    built.rebuild({"b.md": None})
    assert words(built) == "Year Talks 2019 2"
    built.rebuild({"a.md": MYST.document("A", MYST.talk("Ants"), metadata={"date": "2018-01-01"})})
    assert words(built) == "Year Talks 2018 1"


def test_what_is_private_is_not_counted(build: Build) -> None:
    charts = [chart(MYST, {"by": "speaker"}), chart(MYST, {"by": "topic"})]
    sources = project(MYST, *charts)
    sources["p.md"] = MYST.document(
        "P", MYST.talk("Secret", {"topics": "Secrets", "audience": "private"})
    )
    sources["people.md"] = MYST.document(
        "People", MYST.directive("speaker", "Kim Ray", {"withheld": "true"})
    )
    built = build(sources, EXTENSIONS)
    first, second = built.page("charts.html").by_class("trip-chart")
    assert " ".join(first.words.split()) == "Speaker Talks Not given 3"
    assert "Secrets" not in second.words


def test_in_the_language_of_the_page(build: Build) -> None:
    charts = [chart(MYST, {"by": "month"}), chart(MYST, {"by": "kind, year"})]
    built = build(project(MYST, *charts), EXTENSIONS + 'language = "es"\n')
    first, second = built.page("charts.html").by_class("trip-chart")
    assert " ".join(first.words.split()).startswith("Mes Charlas enero 0 febrero 0")
    assert " ".join(second.words.split()).startswith("Tipo Total 2019 2020 2021 Charla")
