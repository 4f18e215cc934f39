"""A report's own language: its attributes, its words, and its titles in other documents."""

from __future__ import annotations

import re

import pytest

from tests.tools.browser import Browser, serve
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup


def project(markup: Markup, language: str = "es", **more: str) -> dict[str, str]:
    """A report in another language, and one in the project's on the same talk."""
    talk = {"speakers": "Ann Lee", "topics": "bees", "start": "2020-07-23 09:00", "rating": "4"}
    return {
        markup.file("a"): markup.document(
            "Viaje a Rieka",
            markup.talk("Las abejas", {**talk, "key": "bees", "slides": "https://x.org/s"}),
            markup.talk("Mesa", {"kind": "panel", "language": "en"}),
            markup.directive("talklist", options={"kind": "poster"}),
            metadata={"event": "con-2020", "date": "2020-08-01", "lang": language},
        ),
        markup.file("b"): markup.document(
            "A trip to Rieka",
            markup.talk("Bees", {**talk, "key": "bees"}),
            metadata={"event": "con-2020", "date": "2021-08-01"},
        ),
        "list.rst": "List\n====\n\n.. talklist::\n\n.. talklist::\n   :layout: table\n\n"
        ".. talklist::\n   :layout: cards\n\n.. reportlist::\n\n:talk:`bees`\n\n"
        "Ann Lee\n-------\n\n.. speaker::\n\nCon\n---\n\n.. event::\n   :key: con-2020\n",
        **more,
    }


def languages(built: Built, name: str) -> list[tuple[str, str, str]]:
    """What has a language of its own in the content of a page: tag, language, first words."""
    return [
        (part.tag, part.attributes["lang"], part.words[:10])
        for part in built.page(name).main.walk()
        if "lang" in part.attributes
    ]


def directions(built: Built, name: str) -> list[str]:
    """The directions that a page sets."""
    return [p.attributes["dir"] for p in built.page(name).walk() if "dir" in p.attributes]


def test_a_report_has_its_language(build: Build, markup: Markup) -> None:
    built = build(project(markup))
    assert built.warnings == []
    first, *rest = languages(built, "a.html")
    assert first == ("section", "es", "Viaje a Ri")
    # The talk is called by the title in the first report; the other report is English.
    assert rest == [("a", "en", "A trip to ")]
    page = built.page("a.html").main
    (byline,) = page.by_id("talk-bees").by_class("trip-byline")
    assert "23 de julio de 2020" in byline.words or "23 jul 2020" in byline.words
    assert "Diapositivas" in byline.words
    assert "Mesa redonda" in page.words
    assert "inglés" in page.words.lower()
    assert "Slides" not in page.words
    assert "No talks here" not in page.words


def test_titles_elsewhere_have_their_language(build: Build, markup: Markup) -> None:
    built = build(project(markup))
    assert {found[1:] for found in languages(built, "b.html")} == {("es", "Viaje a Ri")}
    found = languages(built, "list.html")
    assert {language for _, language, _ in found} == {"es"}
    titles = [words for _, _, words in found]
    # Three lists, a role, the entries of the speaker and the event; each with both talks or one.
    assert titles.count("Las abejas") == 6
    assert titles.count("Mesa") == 4
    assert titles.count("Viaje a Ri") == 2
    for name in ("talks", "topics", "speakers"):
        assert ("a", "es", "Las abejas") in languages(built, f"trip-{name}.html")
    assert ("a", "es", "Viaje a Ri") in languages(built, "trip-events.html")


@pytest.mark.parametrize("same", ["en", "en-GB", "EN_us", "eng"])
def test_the_project_s_language_changes_nothing(build: Build, same: str) -> None:
    plain = build(project(MYST, "")).out("a.html")
    built = build(project(MYST, same), folder="same")
    assert built.warnings == []
    assert built.out("a.html") == plain
    assert "lang=" not in str(languages(built, "list.html"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [("es_ES.UTF-8", "es-ES"), ("zh-cn", "zh-CN"), ("ZH_hant", "zh-Hant"), ("sr@latin", "sr-Latn")],
)
def test_codes_of_any_spelling(build: Build, markup: Markup, written: str, shown: str) -> None:
    metadata = {"event": "con", "language": written}
    built = build({markup.file("a"): markup.document("Trip", metadata=metadata)})
    assert built.warnings == []
    assert languages(built, "a.html") == [("section", shown, "Trip con")]
    assert built.talks_json()["reports"][0]["language"] == shown


@pytest.mark.parametrize("code", ["klingonish", "xx-yy-zz!", "xx", "es-QQQQ-1", 'en\\" onx=1'])
def test_an_unknown_code_is_said_once(build: Build, code: str) -> None:
    front_matter = f'---\nevent: con\nlang: "{code}"\n---\n'
    source = f"{front_matter}\n# Trip\n\n```{{talk}} One\n:language: {code}\n```\n"
    built = build({"a.md": source})
    front, option = built.warnings
    shown = code.replace("\\", "")
    assert front == (
        f"a.md:3: WARNING: The metadata field “lang” is “{shown}”: expected a language code such as"
        " en, pt-BR or zh-Hant. [tripreport.metadata]"
    )
    assert option.startswith("a.md:9: WARNING: “language” is ")
    assert languages(built, "a.html") == []


def test_a_script_that_runs_to_the_left(build: Build, markup: Markup) -> None:
    arabic = markup.document("رحلة", markup.talk("النحل"), metadata={"event": "con", "lang": "ar"})
    built = build({markup.file("a"): arabic})
    assert built.warnings == []
    around = [part for part in built.page("a.html").walk() if "dir" in part.attributes]
    assert directions(built, "a.html") == ["rtl"]
    (inside,) = (part for part in around[0].children if not isinstance(part, str))
    assert inside.attributes["lang"] == "ar"
    assert ("a", "ar", "النحل") in languages(built, "trip-talks.html")


@pytest.mark.parametrize("builder", ["epub", "singlehtml", "dirhtml"])
def test_other_pages_have_the_language(build: Build, builder: str) -> None:
    built = build(project(MYST), builder=builder)
    assert built.warnings == []
    name = {"epub": "a.xhtml", "singlehtml": "index.html", "dirhtml": "a/index.html"}[builder]
    sections = built.page(name).by_tag("section")
    found = [part.attributes["lang"] for part in sections if "lang" in part.attributes]
    assert found == ["es"]


def test_latex_hyphenates_in_the_language(build: Build) -> None:
    built = build(project(MYST), builder="latex")
    assert built.warnings == []
    text = built.out("trips.tex")
    (inside,) = re.findall(r"\\par\\begingroup(.*?)\\par\\endgroup", text, re.DOTALL)
    assert inside.startswith(r"\triplanguage{spanish}")
    assert "Viaje a Rieka" in inside
    assert "Diapositivas" in inside


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de-AT", "ngerman,naustrian"),
        ("fr-CA", "french,canadien"),
        ("de", "ngerman"),
        ("fa", ""),
    ],
)
def test_latex_has_patterns_of_a_country_or_of_its_language(
    build: Build, language: str, names: str
) -> None:
    text = build(project(MYST, language), builder="latex").out("trips.tex")
    assert rf"\par\begingroup\triplanguage{{{names}}}" in text or not names
    # The other report's title is English.
    found = {name for name in re.findall(r"\\triplanguage\{(.*?)\}", text) if name != "english"}
    assert found == ({names} if names else set())


def test_latex_hyphenates_titles_elsewhere_in_their_language(build: Build, markup: Markup) -> None:
    built = build(project(markup), builder="latex")
    assert built.warnings == []
    _, _, text = built.out("trips.tex").partition(r"\chapter{List}")
    lists, *indices = re.split(r"\\renewcommand\{\\indexname\}", text)
    in_spanish = re.compile(r"\{\\triplanguage\{spanish\}[^·\n]*?(Las abejas|Mesa|Viaje a Rieka)\}")
    titles = in_spanish.findall(lists)
    # Three lists, a role, the entries of the speaker and the event, as in HTML.
    assert titles.count("Las abejas") == len(re.findall("Las abejas", lists)) == 6
    assert titles.count("Mesa") == 4
    assert titles.count("Viaje a Rieka") == 2
    in_indices = [sorted(set(in_spanish.findall(index))) for index in indices]
    assert in_indices == [
        ["Las abejas", "Mesa"],  # talks
        ["Las abejas"],  # speakers
        ["Viaje a Rieka"],  # events
        ["Las abejas"],  # topics
        [],  # of all else
    ]


def test_headings_in_latex_have_titles_as_they_are(build: Build, markup: Markup) -> None:
    role = markup.role("talk", "bees")
    more = {markup.file("c"): markup.document("Third", markup.heading(f"On {role}", 2), "Words.\n")}
    text = build(project(markup, **more), builder="latex").out("trips.tex")
    (heading,) = re.findall(r"\\section\{On .*", text)
    assert "Las abejas" in heading
    assert "triplanguage" not in heading


def test_titles_in_texinfo_are_plain(build: Build) -> None:
    text = build(project(MYST), builder="texinfo").out("trips.texi")
    assert "Las abejas" in text
    assert "triplanguage" not in text


def test_talks_of_the_metadata(build: Build) -> None:
    source = "---\nevent: con\nlang: es\ntalks: [Cera]\n---\n\n# Viaje\n\nTexto.\n"
    built = build({"a.md": source})
    assert built.warnings == []
    assert languages(built, "a.html") == [("section", "es", "Viaje con ")]


def test_text_is_not_touched(build: Build) -> None:
    built = build(project(MYST), builder="text")
    assert built.warnings == []
    assert "Diapositivas" in built.out("a.txt")


def test_another_language_is_fresh_everywhere(build: Build) -> None:
    built = build(project(MYST))
    sources = project(MYST, "fr")
    built.rebuild({"a.md": sources["a.md"]})
    clean = build(sources, folder="clean")
    names = [path.relative_to(clean.outdir) for path in clean.outdir.rglob("*.html")]
    assert names
    for name in names:
        assert built.out(str(name)) == clean.out(str(name)), name
    assert {language for _, language, _ in languages(built, "list.html")} == {"fr"}


@pytest.mark.parametrize(
    ("language", "names", "selector"),
    [
        ("en", "ليلى, مها", ".trip-speakers a"),
        ("en", "ليلى, مها", ".trip-authors .trip-name"),
        ("ar", "Ann Lee, Bob Ray", ".trip-speakers a"),
        ("ar", "Ann Lee, Bob Ray", ".trip-authors .trip-name"),
    ],
)
def test_names_of_two_directions_keep_their_places(
    build: Build, browser: Browser, language: str, names: str, selector: str
) -> None:
    report = MYST.document(
        "Trip", MYST.talk("Bees", {"speakers": names}), metadata={"event": "con", "authors": names}
    )
    built = build({"a.md": report}, f"language = {language!r}\n")
    assert built.warnings == []
    script = (
        f"[...document.querySelectorAll('{selector}')]"
        ".map(link => link.getBoundingClientRect().left)"
    )
    with serve(built.outdir) as address, browser.open(f"{address}/a.html") as tab:
        first, second = tab.run(script)
    assert (first < second) is (language == "en")
