"""Names of people that are together, as each language joins them, in every output."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

LANGUAGES = {
    "en": ("Ann Lee and Íñigo Ibarra", "Ann Lee, Bob Ray and Íñigo Ibarra"),
    "es": ("Ann Lee e Íñigo Ibarra", "Ann Lee, Bob Ray e Íñigo Ibarra"),
    "de": ("Ann Lee und Íñigo Ibarra", "Ann Lee, Bob Ray und Íñigo Ibarra"),
    "zh_CN": ("Ann Lee和Íñigo Ibarra", "Ann Lee、Bob Ray和Íñigo Ibarra"),
    "ja": ("Ann Lee、Íñigo Ibarra", "Ann Lee、Bob Ray、Íñigo Ibarra"),
    "ar": ("Ann Lee وÍñigo Ibarra", "Ann Lee وBob Ray وÍñigo Ibarra"),
}
"""Two names, and three."""
TOPICS = {"zh_CN": "bees、wax", "ja": "bees、wax", "ar": "bees، wax"}
LAYOUTS = ("list", "table", "cards", "schedule", "timeline")


def sources(markup: Markup) -> dict[str, str]:
    """Talks of two and three, a report by two, and every layout of all."""
    two = {"speakers": "Ann Lee, Íñigo Ibarra", "topics": "bees, wax", "day": "2020-05-01"}
    three = {**two, "speakers": "Ann Lee, Bob Ray, Íñigo Ibarra"}
    metadata = {"event": "con", "authors": "Ann Lee, Íñigo Ibarra", "date": "2020-05-02"}
    lists = [markup.directive("talklist", "", {"layout": layout}) for layout in LAYOUTS]
    columns = {"layout": "table", "columns": "title, authors"}
    return {
        markup.file("index"): markup.document(
            "Trips",
            *(f"{markup.role('doc', name)}\n" for name in ("a", "lists")),
            markup.directive("toctree", "", {}, "a\nlists"),
        ),
        markup.file("a"): markup.document(
            "Trip", markup.talk("One", two), markup.talk("Two", three), metadata=metadata
        ),
        markup.file("lists"): markup.document(
            "Lists",
            *lists,
            markup.directive("reportlist"),
            markup.directive("reportlist", "", columns),
            markup.heading("con", 2),
            markup.directive("event", "con"),
        ),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_the_language_joins_them(build: Build, markup: Markup, language: str) -> None:
    two, three = LANGUAGES[language]
    topics = TOPICS.get(language, "bees, wax")
    built = build(sources(markup), f"language = {language!r}\n")
    assert built.warnings == []
    report = built.page("a.html").main
    assert [part.words for part in report.by_class("trip-speakers")] == [two, three]
    assert [part.words for part in report.by_class("trip-authors")] == [two]
    assert [part.words for part in report.by_class("trip-topics")] == [topics, topics]
    lists = built.page("lists.html").main
    names = [part.words for part in lists.by_class("trip-speakers")]
    cells = [part.words for part in lists.by_tag("td") if part.words in (two, three)]
    # The description of the event lists its reports and talks; a table has classes in its head.
    assert [*names, *cells].count(three) == len(LAYOUTS) + 1
    assert [*names, *cells].count(two) == len(LAYOUTS) + 1 + 1 + 1
    assert [part.words for part in lists.by_class("trip-authors")] == [two]
    for page in ("trip-talks.html", "trip-topics.html", "trip-events.html"):
        extras = [part.words for part in built.page(page).main.by_class("trip-extra")]
        assert any(words.startswith(two) for words in extras)


def test_each_name_is_a_link_of_its_own(build: Build, markup: Markup) -> None:
    built = build(sources(markup))
    talks = built.page("a.html").main.by_class("trip-speakers")
    assert [name for part in talks for name in part.links] == [
        "Ann Lee", "Íñigo Ibarra", "Ann Lee", "Bob Ray", "Íñigo Ibarra"
    ]  # fmt: skip


def test_in_the_language_of_what_is_read(build: Build, markup: Markup) -> None:
    """A report's own; the project's on pages of lists and in the indices."""
    authors = {"authors": "Ann Lee, Bob Ray"}
    talk = markup.talk("Abejas", {"speakers": "Ann Lee (CERN), Íñigo Ibarra"})
    spanish = {**authors, "event": "con", "language": "es"}
    built = build(
        {
            markup.file("a"): markup.document("Viaje", talk, metadata=spanish),
            markup.file("lists"): markup.document("Lists", markup.directive("talklist")),
        }
    )
    assert built.warnings == []
    report = built.page("a.html").main
    assert report.by_class("trip-authors")[0].words == "Ann Lee y Bob Ray"
    assert report.by_class("trip-speakers")[0].words == "Ann Lee (CERN) e Íñigo Ibarra"
    lists = built.page("lists.html").main
    assert lists.by_class("trip-speakers")[0].words == "Ann Lee and Íñigo Ibarra"
    assert "Ann Lee and Íñigo Ibarra · con" in built.page("trip-talks.html").main.words


@pytest.mark.parametrize(("builder", "path"), [("latex", "trips.tex"), ("text", "lists.txt"),
                                               ("texinfo", "trips.texi")])  # fmt: skip
@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "myst"])
@pytest.mark.parametrize("language", ["en", "es", "zh_CN"])
def test_in_other_outputs(
    build: Build, markup: Markup, builder: str, path: str, language: str
) -> None:
    conf = f"language = {language!r}\nlatex_use_xindy = False\n"
    built = build(sources(markup), conf, builder=builder)
    assert built.warnings == []
    two, three = (_bare(words) for words in LANGUAGES[language])
    text = _bare(_without_commands(built, path))
    # A cell of a table of plain text has several lines.
    assert text.count(three) >= len(LAYOUTS) - 1
    assert text.count(two) >= len(LAYOUTS)
    assert "AnnLee,ÍñigoIbarra" not in text


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _without_commands(built: Built, path: str) -> str:
    """A text of TeX or Texinfo without what is no word."""
    text = built.out(path)
    if path.endswith(".txt"):
        return text
    text = re.sub(r"@ref\{\w+,,([^},]*)[^}]*\}", r"\1", text)
    text = re.sub(r"\{?\\hyperref\[[^]]*\]|\\(?:sphinx\w+|DUrole)(?:\{trip-\w+\})?", "", text)
    return re.sub(r"[{}]", "", text)


def test_in_the_index_of_a_book(build: Build, markup: Markup) -> None:
    built = build(sources(markup), "latex_use_xindy = False\n", builder="latex")
    assert "{Ann Lee and Íñigo Ibarra ·\N{NO-BREAK SPACE}con}" in built.out("trips.tex").replace(
        "~", "\N{NO-BREAK SPACE}"
    )
