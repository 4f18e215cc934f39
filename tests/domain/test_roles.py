"""What the roles lead to, what they say, and the warnings where they lead nowhere."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup


def project(markup: Markup, *lines: str, event: str = "") -> dict[str, str]:
    """Two events with a talk of one title, a described speaker, and a page of roles."""
    return {
        markup.file("mentions"): markup.document(
            "Mentions",
            *(f"{line}\n" for line in lines),
            metadata={"event": event} if event else None,
        ),
        markup.file("a"): markup.document(
            "Trip one",
            markup.talk("Keeping bees", {"speakers": "Ann Lee, José Niño", "topics": "Bee hives"}),
            markup.talk("Typing", {"speakers": "Ann Lee"}),
            metadata={"event": "Con 2020"},
        ),
        markup.file("b"): markup.document(
            "Trip two",
            markup.talk("Keeping bees", {"speakers": "Ann Lee"}),
            metadata={"event": "Con 2021"},
        ),
        markup.file("people"): markup.document(
            "People",
            markup.directive("speaker", "Ann Lee", {"aliases": "annlee, 李安"}),
            markup.directive("event", "Con 2021"),
        ),
    }


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_names_that_roles_understand(build: Build, markup: Markup, builder: str) -> None:
    cases = {
        ("talk", "typing"): ("Typing", "a", "#talk-typing"),
        ("talk", "con-2020/typing"): ("Typing", "a", "#talk-typing"),
        ("talk", "CON-2020/Typing"): ("Typing", "a", "#talk-typing"),
        ("talk", "TYPING"): ("Typing", "a", "#talk-typing"),
        ("talk", "Ｔｙｐｉｎｇ"): ("Typing", "a", "#talk-typing"),
        ("talk", "con-2021/keeping-bees"): ("Keeping bees", "b", "#talk-keeping-bees"),
        ("talk", "my text <typing>"): ("my text", "a", "#talk-typing"),
        ("speaker", "Ann Lee"): ("Ann Lee", "people", "#speaker-ann-lee"),
        ("speaker", "ann  LEE"): ("Ann Lee", "people", "#speaker-ann-lee"),
        ("speaker", "AnnLee"): ("Ann Lee", "people", "#speaker-ann-lee"),
        ("speaker", "李安"): ("Ann Lee", "people", "#speaker-ann-lee"),
        ("speaker", "she <李安>"): ("she", "people", "#speaker-ann-lee"),
        ("speaker", "Jose Nino"): ("José Niño", "trip-speakers", "#speaker-jose-nino"),
        ("event", "con-2020"): ("Con 2020", "trip-events", "#event-con-2020"),
        ("event", "con 2021"): ("Con 2021", "people", "#event-con-2021"),
        ("topic", "bee-hives"): ("Bee hives", "trip-topics", "#topic-bee-hives"),
        ("topic", "BEE HIVES"): ("Bee hives", "trip-topics", "#topic-bee-hives"),
    }
    lines = [f"* {markup.role(*case)}" for case in cases]
    lines += [f"* {markup.role(f'trip:{role}', name)}" for role, name in cases]
    built = build(project(markup, *lines), builder=builder)
    assert built.warnings == []
    page = built.page("mentions.html" if builder == "html" else "mentions/index.html")
    items = page.main.by_tag("li")
    assert len(items) == len(lines)
    for item, case in zip(items, [*cases, *cases], strict=True):
        text, docname, anchor = cases[case]
        path = f"{docname}.html" if builder == "html" else f"../{docname}/"
        assert (case, item.links) == (case, {text: path + anchor})


def test_a_title_that_two_events_have_means_the_one_of_the_report(
    build: Build, markup: Markup
) -> None:
    built = build(project(markup, markup.role("talk", "Keeping bees"), event="Con 2021"))
    assert built.warnings == []
    assert built.page("mentions.html").links["Keeping bees"] == "b.html#talk-keeping-bees"


def test_an_ambiguous_name_warns_with_its_candidates(build: Build, markup: Markup) -> None:
    built = build(project(markup, f"See {markup.role('talk', 'Keeping bees')}, please."))
    (warning,) = built.warnings
    assert warning.startswith(f"mentions{markup.suffix}:")
    assert warning.endswith("[tripreport.ambiguous]")
    for name, docname in (("con-2020/keeping-bees", "a"), ("con-2021/keeping-bees", "b")):
        lines = (built.source / markup.file(docname)).read_text().splitlines()
        line = next(number for number, text in enumerate(lines, 1) if "Keeping bees" in text)
        assert f"“{name}” ({docname}, line {line})" in warning
    assert "See Keeping bees, please." in built.page("mentions.html").words


def test_an_unknown_name_warns_with_the_nearest(build: Build, markup: Markup) -> None:
    cases = {
        ("talk", "Typin"): "Typing",
        ("speaker", "An Lee"): "Ann Lee",
        ("speaker", "anlee"): "annlee",
        ("event", "Con 2022"): "Con 2021",
        ("topic", "be hives"): "Bee hives",
    }
    built = build(project(markup, *(f"See {markup.role(*case)}, please." for case in cases)))
    assert len(built.warnings) == len(cases)
    path = markup.file("mentions")
    lines = (built.source / path).read_text(encoding="utf-8").splitlines()
    for (role, name), near in cases.items():
        (warning,) = (line for line in built.warnings if f"“{name}”" in line)
        line = lines.index(f"See {markup.role(role, name)}, please.") + 1
        assert warning.startswith(f"{path}:{line}: ")
        assert near in warning.partition("Did you mean")[2]
        assert warning.endswith("[tripreport.reference]")
        assert f"See {name}, please." in built.page("mentions.html").words


def test_a_key_with_its_event_warns_with_the_nearest_too(build: Build, markup: Markup) -> None:
    built = build(project(markup, markup.role("talk", "con-2020/typin")))
    (warning,) = built.warnings
    assert "typing" in warning.partition("Did you mean")[2]


def test_a_name_like_nothing_else_offers_nothing(build: Build, markup: Markup) -> None:
    built = build(project(markup, markup.role("talk", "text <zzzzzzzzzzzz>")))
    (warning,) = built.warnings
    assert "Did you mean" not in warning
    assert "text" in built.page("mentions.html").by_tag("p")[0].words


def test_warnings_can_be_suppressed(build: Build, markup: Markup) -> None:
    sources = project(markup, markup.role("talk", "nothing"), markup.role("talk", "Keeping bees"))
    one = build(sources, 'suppress_warnings = ["tripreport.reference"]', folder="one")
    assert ["ambiguous" in line for line in one.warnings] == [True]
    assert build(sources, 'suppress_warnings = ["tripreport"]', folder="all").warnings == []


def test_any_finds_talks_speakers_events_and_topics(build: Build, markup: Markup) -> None:
    names = {
        "typing": "a.html#talk-typing",
        "Ann Lee": "people.html#speaker-ann-lee",
        "Con 2021": "people.html#event-con-2021",
        "Bee hives": "trip-topics.html#topic-bee-hives",
    }
    built = build(project(markup, *(markup.role("any", name) for name in names)))
    assert built.warnings == []
    links = built.page("mentions.html").by_class("any")
    found = [link.attributes["href"] for link in built.page("mentions.html").by_tag("a")]
    assert set(names.values()) <= set(found), links


@pytest.mark.parametrize("builder", ["latex", "singlehtml"])
def test_without_index_pages_a_speaker_leads_to_their_first_talk(
    build: Build, markup: Markup, builder: str
) -> None:
    lines = (markup.role("speaker", "José Niño"), markup.role("topic", "Bee hives"))
    built = build(project(markup, *lines), builder=builder)
    assert built.warnings == []
    if builder == "latex":
        for name in ("José Niño", "Bee hives"):
            link = rf"\\hyperref\[\\detokenize{{a:talk-keeping-bees}}\]{{.*{name}}}"
            assert re.search(link, built.out("trips.tex")), name
    else:
        page = built.page("index.html")
        # Sphinx 9.0 writes "#document-a#talk-…" in this builder, for its own roles too.
        anchors = {page.links[name].rpartition("#")[2] for name in ("José Niño", "Bee hives")}
        assert anchors == {"talk-keeping-bees"}


def test_a_book_shows_the_names_of_what_it_leaves_out(build: Build, markup: Markup) -> None:
    names = {("event", "con-2021"): "Con 2021", ("speaker", "annlee"): "Ann Lee",
             ("talk", "typing"): "Typing", ("talk", "that one <typing>"): "that one"}  # fmt: skip
    lines = [f"* {markup.role(*case)} it is" for case in names]
    conf = 'latex_documents = [("mentions", "book.tex", "Book", "Ann Lee", "manual")]'
    built = build(project(markup, *lines), conf, builder="latex")
    assert built.warnings == []
    tex = built.out("book.tex")
    for name in names.values():
        assert re.search(rf"{{{name}}}}}* it is", tex), name


def test_where_the_index_is_switched_off_too(build: Build, markup: Markup) -> None:
    sources = project(markup, markup.role("speaker", "José Niño"))
    built = build(sources, "html_domain_indices = ['trip-talks']")
    assert built.page("mentions.html").links["José Niño"] == "a.html#talk-keeping-bees"


def test_a_role_in_a_heading_and_in_a_table(build: Build, markup: Markup) -> None:
    built = build(
        project(
            markup,
            markup.heading(f"On {markup.role('talk', 'typing')}", 2),
            markup.directive("csv-table", "", None, f'"{markup.role("speaker", "Ann Lee")}", 2'),
        )
    )
    assert built.warnings == []
    page = built.page("mentions.html")
    assert page.by_tag("h2")[0].links == {"Typing": "a.html#talk-typing"}
    assert page.by_tag("td")[0].links == {"Ann Lee": "people.html#speaker-ann-lee"}
