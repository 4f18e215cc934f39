"""Another project reaches talks, speakers, topics and events through intersphinx."""

from __future__ import annotations

import pytest

from tests.directives.test_same_doctree import post
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

BASE = "https://trips.example/"


def other_project(
    build: Build,
    markup: Markup,
    *lines: str,
    events: tuple[str, str] = ("pycon-2020", "pycon-2020"),
    conf: str = "",
    builder: str = "html",
) -> Built:
    """Build the project of the talks, then another with these lines that links to it."""
    trips = build({"a.rst": post(RST, events[0]), "b.md": post(MYST, events[1])}, folder="trips")
    inventory = trips.outdir / "objects.inv"
    return build(
        {markup.file("page"): markup.document("Page", *(f"{line}\n" for line in lines))},
        'extensions.append("sphinx.ext.intersphinx")\n'
        f"intersphinx_mapping = {{'trips': ('{BASE}', {str(inventory)!r})}}\n{conf}",
        folder="other",
        builder=builder,
    )


def test_names_of_another_project(build: Build, markup: Markup) -> None:
    built = other_project(
        build,
        markup,
        markup.role("talk", "one <pycon-2020/typing>"),
        markup.role("trip:talk", "two <PyCon-2020/Typing>"),
        markup.role("speaker", "three <Tania Allard>"),
        markup.role("speaker", "four <tania ALLARD>"),
        markup.role("topic", "five <docker>"),
        markup.role("event", "six <pycon-2020>"),
        events=("pycon-2020", "pycon-2020"),
    )
    assert built.warnings == []
    links = built.page("page.html").links
    typing = f"{BASE}a.html#talk-typing"
    docker = f"{BASE}a.html#talk-docker-and-python"
    assert links["one"] == links["two"] == typing
    assert links["three"] == links["four"] == links["five"] == docker
    assert links["six"] == f"{BASE}a.html"


def test_spellings_that_are_understood_at_home(build: Build, markup: Markup) -> None:
    built = other_project(
        build,
        markup,
        markup.role("event", "one <PyCon 2020>"),
        markup.role("speaker", "two <tania-allard>"),
        markup.role("speaker", "three <Tania Állard>"),
        events=("pycon-2020", "pycon-2020"),
    )
    assert built.warnings == []
    assert built.page("page.html").links["one"] == f"{BASE}a.html"


def test_key_and_title_of_one_event(build: Build, markup: Markup) -> None:
    built = other_project(
        build,
        markup,
        markup.role("talk", "one <typing>"),
        markup.role("talk", "two <Typing at Scale>"),
        markup.role("talk", "Docker and Python"),
        markup.role("talk", "BEES & hives"),
        events=("pycon-2020", "pycon-2020"),
    )
    assert built.warnings == []
    links = built.page("page.html").links
    assert links["one"] == links["two"] == f"{BASE}a.html#talk-typing"
    assert links["Docker and Python"] == f"{BASE}a.html#talk-docker-and-python"
    assert f"{BASE}a.html#talk-bees-and-hives" in links.values()


def test_unknown_and_ambiguous_names_warn_once(build: Build, markup: Markup) -> None:
    built = other_project(
        build,
        markup,
        markup.role("talk", "typing"),
        markup.role("speaker", "Nobody"),
        markup.role("talk", "pycon-2021/typing"),
        events=("pycon-2020", "pycon-2021"),
    )
    assert len(built.warnings) == 2
    assert all(line.startswith(f"page{markup.suffix}:") for line in built.warnings)
    assert all("[tripreport." in line for line in built.warnings)
    page = built.page("page.html")
    assert "typing" in page.words
    assert "Nobody" in page.words
    assert f"{BASE}b.html#talk-typing" in page.links.values()


def test_our_own_talks_come_first(build: Build, markup: Markup) -> None:
    built = other_project(
        build,
        markup,
        f"See {markup.role('talk', 'typing')}.",
        markup.talk("Typing"),
        events=("pycon-2020", "pycon-2020"),
    )
    assert built.page("page.html").links["Typing"] == "#talk-typing"


def test_external_role(build: Build, markup: Markup) -> None:
    built = other_project(
        build,
        markup,
        markup.role("external:trip:talk", "one <pycon-2020/typing>"),
        events=("pycon-2020", "pycon-2020"),
    )
    assert built.warnings == []
    assert built.page("page.html").links["one"] == f"{BASE}a.html#talk-typing"


def test_an_index_of_another_project_is_never_ours(build: Build, markup: Markup) -> None:
    lines = (
        markup.role("external+trips:ref", "one <trip-talks>"),
        markup.role("external+trips:ref", "trip-talks"),
        markup.role("ref", "two <trip-talks>"),
    )
    built = other_project(build, markup, *lines, markup.talk("Bees"))
    assert built.warnings == []
    page = built.page("page.html")
    assert page.links["one"] == page.links["Talks"] == f"{BASE}trip-talks.html"
    assert page.links["two"] == "trip-talks.html"
    built.rebuild(builder="latex")
    assert built.out("trips.tex").count(rf"\sphinxhref{{{BASE}trip-talks.html}}") == 2


def test_an_index_that_a_project_has_not_is_sought_in_others(build: Build, markup: Markup) -> None:
    lines = [
        markup.role("ref", "one <trip-talks>"),
        markup.role("ref", "trip-speakers"),
        markup.role("any", "two <trip-events>"),
        markup.role("ref", "trip-none"),
    ]
    if markup is MYST:
        lines += ["[three](#trip-topics)", "[](#trip-events)"]
    built = other_project(build, markup, *lines)
    assert len(built.warnings) == 1
    assert "trip-none" in built.warnings[0]
    links = built.page("page.html").links
    assert links["one"] == f"{BASE}trip-talks.html"
    assert links["Speakers"] == f"{BASE}trip-speakers.html"
    assert links["two"] == f"{BASE}trip-events.html"
    if markup is MYST:
        assert links["three"] == f"{BASE}trip-topics.html"
        assert links["Events"] == f"{BASE}trip-events.html"
    name = markup.file("more")
    built.rebuild({name: markup.document("More", markup.talk("Bees"))})
    assert built.page("page.html").links["one"] == "trip-talks.html"


@pytest.mark.parametrize("disabled", ["*", "trip:*", "trip:talk"])
def test_warnings_have_the_name_that_is_written(
    build: Build, markup: Markup, disabled: str
) -> None:
    line = markup.role("talk", "Typing at Scale")
    conf = f"intersphinx_disabled_reftypes = [{disabled!r}]\n"
    (warning,) = other_project(build, markup, line, conf=conf).warnings
    assert "“Typing at Scale”" in warning
