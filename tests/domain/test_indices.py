"""The four indices: their entries and order, their switches, and references to them."""

from __future__ import annotations

import json
import re

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

SPEAKERS = (
    "Ludwig van Beethoven", "Guido van Rossum", "Łukasz Langa", "Óscar Ávila", "Zoë Ann Ångström",
    "王小明", "Ann Lee", "Amy Lee", "José Ortega y Gasset", "Plato", "김민준", "3Pio",
)  # fmt: skip
IN_ORDER = (
    "Zoë Ann Ångström", "Óscar Ávila", "Ludwig van Beethoven", "Łukasz Langa", "Amy Lee",
    "Ann Lee", "José Ortega y Gasset", "Plato", "Guido van Rossum", "김민준", "王小明", "3Pio",
)  # fmt: skip
"""By family name, without accents and particles; other scripts after Latin, digits last."""


def project(markup: Markup, **more: str) -> dict[str, str]:
    """Talks by many speakers at two events, on some topics."""
    people = "\n".join(f"{name};" for name in SPEAKERS)
    return {
        markup.file("a"): markup.document(
            "Trip",
            markup.talk("Zebras", {"speakers": people, "topics": "Élan, bees, 蜂蜜"}),
            markup.talk("“Ants” at work", {"topics": "bees"}),
            markup.talk("éclairs"),
            markup.talk("101 ways"),
            markup.talk("在生产环境"),
            metadata={"event": "Con 2020", "date": "2020-08-01"},
        ),
        markup.file("b"): markup.document(
            "Other trip",
            markup.talk("Zebras", {"rating": "2"}),
            metadata={"event": "Con 2020", "date": "2021-08-01"},
        ),
        markup.file("c"): markup.document(
            "Late", metadata={"event": "Late con", "date": "2022-08-01", "tags": "wasps"}
        ),
        **{markup.file(name): text for name, text in more.items()},
    }


def entries(built: Built, name: str) -> list[str]:
    """The first line of each entry of an index page, without what is said beside it."""
    (top,) = built.page(f"trip-{name}.html").by_class("trip-index")
    found: list[str] = []
    for group in top.by_class("trip-entries"):
        for item in group.children:
            if not isinstance(item, str):
                paragraph = item.by_tag("p")[0]
                extra = "".join(part.words for part in paragraph.by_class("trip-extra"))
                found.append(paragraph.words.removesuffix(extra).strip())
    return found


def headings(built: Built, name: str) -> list[str]:
    """The headings of an index page."""
    (top,) = built.page(f"trip-{name}.html").by_class("trip-index")
    return [heading.words for heading in top.by_tag("h2")]


def test_index_pages(build: Build) -> None:
    built = build(project(MYST))
    assert built.warnings == []
    assert entries(built, "speakers") == list(IN_ORDER)
    assert entries(built, "talks") == [
        "“Ants” at work", "éclairs", "Zebras", "在生产环境", "101 ways",
    ]  # fmt: skip
    assert headings(built, "talks") == ["A", "E", "Z", "在", "0–9"]
    assert entries(built, "topics") == ["bees", "Élan", "wasps", "蜂蜜"]
    assert headings(built, "topics") == ["B", "E", "W", "蜂"]
    assert entries(built, "events") == ["Late con", "Con 2020"]
    assert headings(built, "events") == ["2022", "2020"]


def test_every_line_leads_to_its_place(build: Build) -> None:
    built = build(project(MYST))
    for name in ("talks", "speakers", "events", "topics"):
        page = built.page(f"trip-{name}.html")
        (top,) = page.by_class("trip-index")
        assert len(page.ids) == len(set(page.ids))
        for link in top.by_tag("a"):
            path, _, anchor = link.attributes["href"].partition("#")
            target = built.page(path) if path else page
            assert not anchor or anchor in target.ids, link.attributes
    talk = built.page("trip-talks.html").by_id("talk-con-2020/zebras")
    assert talk.links["Other trip"] == "b.html#talk-zebras"
    assert "Con 2020" in talk.words
    speaker = built.page("trip-speakers.html").by_id("speaker-plato")
    assert speaker.links == {"Zebras": "a.html#talk-zebras"}


def test_sort_overrides_the_family_name(build: Build) -> None:
    people = MYST.document(
        "People",
        MYST.directive("speaker", "Guido van Rossum", {"sort": "Van Rossum, Guido"}),
        MYST.directive("speaker", "Plato", {"sort": "Aristocles"}),
    )
    order = entries(build(project(MYST, people=people)), "speakers")
    assert order == [
        "Zoë Ann Ångström", "Plato", "Óscar Ávila", "Ludwig van Beethoven", "Łukasz Langa",
        "Amy Lee", "Ann Lee", "José Ortega y Gasset", "Guido van Rossum", "김민준", "王小明",
        "3Pio",
    ]  # fmt: skip


def printed(text: str, title: str) -> list[str]:
    """The entries of an index in LaTeX."""
    _, _, rest = text.partition(rf"\renewcommand{{\indexname}}{{{title}}}")
    rest = rest.partition(r"\end{sphinxtheindex}")[0]
    return re.findall(r"\\sphinxstyleindexentry\s*\{(.*?)\}\\sphinxstyle", rest)


def test_latex_prints_them_in_the_same_order(build: Build) -> None:
    conf = 'suppress_warnings = ["tripreport.fonts"]\n'
    built = build(project(MYST), conf, builder="latex")
    assert built.warnings == []
    tex = built.out("trips.tex")
    assert list(dict.fromkeys(printed(tex, "Speakers"))) == list(IN_ORDER)
    assert list(dict.fromkeys(printed(tex, "Talks"))) == [
        "“Ants” at work", "éclairs", "Zebras", "在生产环境", "101 ways",
    ]  # fmt: skip
    assert list(dict.fromkeys(printed(tex, "Topics"))) == ["bees", "Élan", "wasps", "蜂蜜"]
    assert list(dict.fromkeys(printed(tex, "Events"))) == ["Late con", "Con 2020"]
    labels = set(re.findall(r"\\label\{\\detokenize\{(.*?)\}\}", tex))
    for page in re.findall(r"\\sphinxstyleindexpageref\{(.*?)\}\n", tex):
        assert page.replace(r"\detokenize{", "").rstrip("}") in labels


def test_pages_of_talks_take_nothing_from_the_printed_indices(build: Build) -> None:
    conf = 'suppress_warnings = ["tripreport.fonts"]\n'
    toctree = RST.directive("toctree", content="a\nb\nc\ntrip/talks/index")
    sources = {**project(MYST), "index.rst": "Trips\n=====\n\n" + toctree}
    without, with_pages = (
        build(sources, conf + pages, builder="latex", folder=f"folder{number}").out("trips.tex")
        for number, pages in enumerate(["", 'tripreport_pages = ["talks"]\n'])
    )
    assert "trip/talks/" in with_pages
    for title in ("Talks", "Speakers", "Topics"):
        assert printed(with_pages, title) == printed(without, title) != []


def test_talks_without_notes_are_printed_with_their_pages(build: Build) -> None:
    options = {"key": "bee", "programme": "p.csv", "scope": "all"}
    sources = {
        "index.md": MYST.document(
            "Trips",
            MYST.directive("event", "BeeConf", options),
            MYST.directive("toctree", content="trip/talks/index"),
        ),
        "p.csv": "title,speakers\nBees,Ann Lee\n",
    }
    conf = 'extensions.append("myst_parser")\nsource_suffix[".md"] = "markdown"\n'
    built = build(sources, conf + 'tripreport_pages = ["talks"]\n', builder="latex")
    assert built.warnings == []
    tex = built.out("trips.tex")
    assert printed(tex, "Speakers") == ["Ann Lee"]
    assert r"\label{\detokenize{trip/talks/bee/bees::doc}}" in tex
    assert r"\sphinxstyleindexpageref{trip/talks/bee/bees:\detokenize{:doc}}" in tex


def test_texinfo_prints_them(build: Build) -> None:
    built = build(project(MYST), builder="texinfo")
    assert built.warnings == []
    texi = built.out("trips.texi")
    for title in ("Talks", "Speakers", "Events", "Topics"):
        assert f"@unnumbered {title}" in texi
    assert texi.count("Łukasz Langa") >= 2  # the byline, and the index


@pytest.mark.parametrize(("value", "there"), [(False, ()), (["trip-talks"], ("Talks",))])
def test_switches(build: Build, value: object, there: tuple[str, ...]) -> None:
    titles = ("Talks", "Speakers", "Events", "Topics")
    conf = "".join(f"{b}_domain_indices = {value!r}\n" for b in ("html", "latex", "texinfo"))
    built = build(project(MYST), conf)
    assert built.warnings == []
    for title in titles:
        page = built.outdir / f"trip-{title.lower()}.html"
        assert page.exists() == (title in there)
    for link in built.page("a.html").by_class("trip-byline")[1].by_tag("a"):
        assert not link.attributes["href"].startswith("trip-speakers")
    built.rebuild(builder="latex")
    assert [t for t in titles if rf"\indexname}}{{{t}}}" in built.out("trips.tex")] == list(there)
    built.rebuild(builder="texinfo")
    texi = built.out("trips.texi")
    assert [t for t in titles if f"@unnumbered {t}" in texi] == list(there)


REFERENCES = ("trip-talks", "trip-speakers", "trip-events", "trip-topics")
TITLES = "See Talks, Speakers, Events, Topics and the people."


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "latex", "text", "epub"])
def test_references_to_the_indices(build: Build, builder: str) -> None:
    sources: dict[str, str] = {}
    for name, markup in (("refs-a", RST), ("refs-b", MYST)):
        refs = ", ".join(markup.role("ref", index) for index in REFERENCES[:3])
        sources[markup.file(name)] = markup.document(
            "References",
            f"See {refs}, {markup.role('ref', REFERENCES[3])} and"
            f" {markup.role('ref', 'the people <trip-speakers>')}.\n",
            markup.talk(f"T {name}", {"speakers": "Ann", "topics": "bees", "event": "con"}),
        )
    built = build(sources, builder=builder)
    assert built.warnings == []
    for name in ("refs-a", "refs-b"):
        if builder in ("html", "dirhtml", "epub"):
            path = {"html": f"{name}.html", "dirhtml": f"{name}/index.html",
                    "epub": f"{name}.xhtml"}[builder]  # fmt: skip
            page = built.page(path)
            (sentence,) = (p for p in page.by_tag("p") if p.words.startswith("See "))
            assert sentence.words == TITLES
            assert len(sentence.links) == 5
            for link in sentence.links.values():
                target = (built.outdir / path).parent / link
                assert (target / "index.html" if target.is_dir() else target).is_file()
        elif builder == "singlehtml":
            page = built.page("index.html")
            sentences = [p for p in page.by_tag("p") if p.words.startswith("See ")]
            assert [p.words for p in sentences] == [TITLES, TITLES]
            assert not any(
                "trip-" in link for sentence in sentences for link in sentence.links.values()
            )
    if builder == "text":
        assert TITLES in " ".join(built.out("refs-a.txt").replace('"', "").split())
    if builder == "latex":
        tex = built.out("trips.tex")
        assert "trip-talks" not in tex.replace(r"\hyphen", "-").replace("{}", "")
        plain = re.sub(r"\\\w+\{|\}|\{|\\sphinxAtStartPar", "", tex)
        assert plain.count("Talks, Speakers, Events, Topics") == 2


def test_an_empty_project_has_no_indices(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): markup.document("Page")})
    assert built.warnings == []
    assert not list(built.outdir.glob("trip-*.html"))


def test_search_finds_talks_and_speakers(build: Build) -> None:
    text = build(project(MYST)).out("searchindex.js")
    index = json.loads(text.removeprefix("Search.setIndex(").rstrip(";)"))
    kinds = {number: kind for number, (_, kind, _) in index["objnames"].items()}
    found = {
        (kinds[str(item[1])], item[4]): (index["docnames"][item[0]], item[3])
        for item in index["objects"][""]
    }
    assert found["talk", "Zebras"] == ("a", "talk-zebras")
    assert found["speaker", "Plato"] == ("a", "talk-zebras")
    assert found["topic", "bees"][0] == "a"
    assert found["event", "Con 2020"][0] == "a"
