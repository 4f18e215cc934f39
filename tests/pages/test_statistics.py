"""The page of statistics, and small charts where they say more than a list."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST

CONF = """
extensions.append("myst_parser")
source_suffix[".md"] = "markdown"
tripreport_pages = ["events", "speakers", "topics", "years", "statistics"]
"""
CHART = "trip-chart"


def posts(*years: int, talks: int = 4) -> dict[str, str]:
    """A report a year on talks by one speaker, on topics of which one is that of all."""
    sources = {}
    for year in years:
        fields = {"event": f"con-{year}", "date": f"{year}-05-02", "author": f"A{year % 2}"}
        notes = [
            MYST.talk(f"T{number} {year}", {
                "topics": f"Bees, T{number % 3}", "speakers": "Kim", "rating": "4",
                "kind": "keynote" if number == 1 else "talk",
            })
            for number in range(talks)
        ]  # fmt: skip
        sources[f"p{year}.md"] = MYST.document(f"P {year}", *notes, metadata=fields)
    return sources


def charts(built: Built, page: str) -> list[str]:
    return [" ".join(each.words.split()) for each in built.page(page).by_class(CHART)]


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Built:
    index = MYST.document("Home", MYST.directive("toctree", "", {"glob": ""}, "*\ntrip/statistics"))
    sources = {**posts(2019, 2020, 2022), "index.md": index}
    return Built(tmp_path_factory.mktemp("years"), sources, CONF)


def test_the_page_says_how_much_there_is(years: Built) -> None:
    assert years.warnings == []
    page = years.page("trip/statistics.html").main.words
    assert "12 talks at 3 conferences" in page
    assert "2019 to 2022" in page
    assert "1 speaker" in page
    assert "3 reports" in page
    assert "Statistics" in years.page("index.html").main.words
    by_year, calendar, kinds, topics, heat, authors, ratings = charts(years, "trip/statistics.html")
    assert by_year == "Year Talks 2019 4 2020 4 2021 0 2022 4"
    assert calendar.startswith("Year Jan")
    assert kinds == "Kind Talks Talk 9 Keynote 3"
    assert topics.startswith("Topic Talks Bees 12 T0 6")
    assert heat.startswith("Topic 2019 2020 2021 2022 Total Bees 4 4 0 4 12")
    assert authors == "Author Notes A0 8 A1 4"
    assert ratings.startswith("Rating Talks 1 0 2 0 3 0 4 12")


def test_many_talks_in_several_years_have_a_chart(years: Built) -> None:
    assert charts(years, "trip/topics/bees.html") == ["Year Talks 2019 4 2020 4 2021 0 2022 4"]
    assert charts(years, "trip/speakers/kim.html") == charts(years, "trip/topics/bees.html")
    assert charts(years, "trip/topics/t0.html") == []
    assert charts(years, "trip/events/con-2019.html") == []


def test_many_talks_on_several_topics_have_one(build: Build) -> None:
    built = build(posts(2019, talks=10), CONF)
    (chart,) = charts(built, "trip/events/con-2019.html")
    assert chart == "Topic Talks Bees 10 T0 4 T1 3 T2 3"
    assert charts(built, "trip/topics/bees.html") == []


def test_a_project_without_talks(build: Build) -> None:
    built = build({"a.md": "# A\n"}, CONF)
    assert built.warnings == []
    assert "No talks here." in built.page("trip/statistics.html").main.words
    built.rebuild(posts(2019))
    assert "4 talks at 1 conference" in built.page("trip/statistics.html").main.words


def test_a_template_of_the_project(build: Build) -> None:
    own = "{{ _('Statistics') | heading }}\n\n.. talkchart::\n   :by: topic\n"
    sources = {**posts(2019), "_templates/tripreport/statistics.rst": own}
    built = build(sources, CONF + 'templates_path = ["_templates"]\n')
    assert len(charts(built, "trip/statistics.html")) == 1


def test_a_word_near_it(build: Build) -> None:
    built = build(posts(2019), CONF + 'tripreport_pages = ["statistic"]\n')
    (warning,) = built.warnings
    assert "Did you mean “statistics”?" in warning


@pytest.mark.parametrize("builder", ["latex", "text"])
def test_in_other_builders(build: Build, builder: str) -> None:
    index = MYST.document("Home", MYST.directive("toctree", "", {"glob": ""}, "*\ntrip/statistics"))
    built = build({**posts(2019, 2020), "index.md": index}, CONF, builder=builder)
    assert built.warnings == []
    (file,) = built.outdir.glob("*.tex" if builder == "latex" else "trip/statistics.txt")
    text = file.read_text(encoding="utf-8")
    for words in ("8 talks at 2 conferences", "Calendar", "Ratings"):
        assert words in text


def test_same_bytes_in_parallel(build: Build) -> None:
    sources = {**posts(*range(2014, 2022)), "c.md": MYST.document("C", MYST.directive(
        "talkchart", "", {"by": "topic, year", "layout": "heatmap"}))}  # fmt: skip
    alone = build(sources, CONF, folder="alone")
    together = build(sources, CONF, folder="together", parallel=2)
    for page in ("c.html", "trip/statistics.html", "trip/topics/bees.html"):
        assert alone.out(page) == together.out(page)
