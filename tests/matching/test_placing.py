"""What becomes of a post whose patterns match: headings, list items, paragraphs, lines, days."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup
from tests.tools.pages import Page


def post(markup: Markup, body: str, **fields: str) -> str:
    """A post without a title in its body; ``_`` in a field's name is a dash."""
    fields = {"title": "Trip", "event": "con", **fields}
    lines = {name.replace("_", "-"): value for name, value in fields.items()}
    if markup is MYST:
        head = "".join(f"{name}: {value}\n" for name, value in lines.items())
        return f"---\n{head}---\n\n{body}"
    return "".join(f":{name}: {value}\n" for name, value in lines.items()) + f"\n{body}"


def talks(built: Built) -> list[tuple[str, list[str]]]:
    """Titles and speakers, in the order of the page."""
    notes = built.app.env.domains["trip"].data["notes"]["a"]
    return [(note.title, [person.name for person in note.speakers]) for note in notes]


def build_post(build: Build, markup: Markup, body: str, conf: str = "", **fields: str) -> Built:
    return build({markup.file("a"): post(markup, body, **fields)}, conf)


def main(built: Built) -> Page:
    return built.page("a.html").main


def test_headings(build: Build, markup: Markup) -> None:
    body = "".join(
        (
            markup.heading("Before", 2),
            "\nWords.\n\n",
            markup.heading("09:00, Bees and *wasps*, Ann Lee", 2),
            "\nWhat I heard.\n\n",
            markup.heading("Part, x, y", 3),
            "\nMore.\n",
        )
    )
    built = build_post(build, markup, body, talk_patterns='"{time}, {title}, {speakers}"')
    assert built.warnings == []
    assert talks(built) == [("Bees and wasps", ["Ann Lee"])]
    page = main(built)
    assert page.by_tag("h1")[0].words == "Trip"
    section = page.by_id("talk-bees-and-wasps")
    assert section.classes == ["trip-talk"]
    assert section.words == "Bees and wasps Ann Lee · 09:00 What I heard. Part, x, y More."
    assert section.by_tag("em")[0].words == "wasps"
    assert "Trip Before Words." in page.words.replace(" con ", " ")


def test_the_old_anchor_of_a_heading_still_leads_there(build: Build, markup: Markup) -> None:
    body = markup.heading("Bees - Ann", 2) + "\nText.\n"
    built = build_post(build, markup, body, talk_patterns='"{title} - {speakers}"')
    section = main(built).by_id("talk-bees")
    assert "bees-ann" in {anchor for part in section.walk() for anchor in part.ids}


def test_levels_are_those_of_the_author(build: Build, markup: Markup) -> None:
    body = "".join(
        f"{markup.heading(title, level)}\nText.\n\n"
        for title, level in (("One", 2), ("Two", 3), ("Three", 3), ("Four", 2))
    )
    built = build_post(build, markup, body, talk_patterns='"### {title}"')
    assert [title for title, _ in talks(built)] == ["Two", "Three"]


def test_first_level_headings_are_below_the_title(build: Build) -> None:
    body = "# Trip\n\nIntro.\n\n# Bees - Ann\n\nText.\n\n## Sub\n\n# End\n\nBye.\n"
    built = build_post(build, MYST, body, talk_patterns='"# {title} - {speakers}"')
    assert built.warnings == []
    page = main(built)
    assert [h.words.rstrip("¶") for h in page.by_tag("h1")] == ["Trip"]
    assert [h.words.rstrip("¶") for h in page.by_tag("h2")] == ["Bees", "End"]


def test_lines_below_a_heading(build: Build, markup: Markup) -> None:
    body = f"{markup.heading('Bees', 2)}\n*By Ann Lee (Acme)*\nRoom: R1\nRest of it.\n\nMore.\n"
    pattern = '"{title} // By {speakers} // Room: {room}"'
    built = build_post(build, markup, body, talk_patterns=pattern)
    assert built.warnings == []
    assert talks(built) == [("Bees", ["Ann Lee"])]
    words = main(built).by_id("talk-bees").words
    assert words == "Bees Ann Lee (Acme) · R1 Rest of it. More."
    assert built.catalogue.speakers["ann-lee"].affiliation == "Acme"


def test_a_line_can_be_a_list_item_or_go_on(build: Build, markup: Markup) -> None:
    body = (
        f"{markup.heading('Bees', 2)}\n* By Ann:\n* Kept.\n\nText.\n\n"
        f"{markup.heading('Wasps', 2)}\nBy Ann, Bob\nand Cy:\n\nText.\n"
    )
    built = build_post(build, markup, body, talk_patterns='"{title} // By {speakers}:"')
    assert talks(built) == [("Bees", ["Ann"]), ("Wasps", ["Ann", "Bob", "Cy"])]
    page = main(built)
    assert page.by_id("talk-bees").words == "Bees Ann Kept. Text."
    assert page.by_id("talk-wasps").words == "Wasps Ann, Bob and Cy Text."


def test_what_anything_caught_stays(build: Build, markup: Markup) -> None:
    body = f"{markup.heading('Bees (very *good*) - Ann', 2)}\nLevel: easy\nUntouched.\n"
    patterns = '"{title} ({}) - {speakers} // Level: {}"'
    built = build_post(build, markup, body, talk_patterns=patterns)
    section = main(built).by_id("talk-bees")
    assert section.words == "Bees Ann · very good easy Untouched."
    assert section.by_class("trip-remainder")[0].by_tag("em")[0].words == "good"


def test_items(build: Build, markup: Markup) -> None:
    body = "* Bees - Ann\n\n  What I heard.\n\n  * Deep - Er\n\n* Wasps -\n  Bob\n* No talk\n"
    built = build_post(build, markup, body, talk_patterns='"* {title} - {speakers}"')
    assert built.warnings == []
    assert talks(built) == [("Bees", ["Ann"]), ("Wasps", ["Bob"])]
    items = main(built).by_class("trip-talk")
    assert [item.words for item in items] == ["Bees Ann What I heard. Deep - Er", "Wasps Bob"]
    assert items[0].by_class("trip-name")[0].ids == ["talk-bees"]


def test_paragraphs_that_begin_with_strong_text(build: Build, markup: Markup) -> None:
    body = (
        f"{markup.heading('Friday', 2)}\n**Bees** Ann\n\nHeard.\n\n* a - b\n\n"
        "**Wasps** Bob\nMore.\n\nEnd.\n\n**Just strong.**\n"
    )
    built = build_post(build, markup, body, talk_patterns='"**{title}** {speakers}"')
    assert talks(built) == [("Bees", ["Ann"]), ("Wasps", ["Bob"])]
    page = main(built)
    assert page.by_id("talk-bees").words == "Bees Ann Heard. a - b"
    assert page.by_id("talk-wasps").words == "Wasps Bob More. End. Just strong."
    assert page.by_id("talk-bees").by_tag("h3")


def test_affiliations_stand_in_the_byline(build: Build, markup: Markup) -> None:
    body = (
        f"{markup.heading('Bees | Ann Lee (Hive & Co), Bob Ray', 2)}\nText.\n\n"
        f"{markup.heading('Wasps', 2)}\nCy Dee, Nest\n\nMore.\n"
    )
    patterns = '["{title} | {speakers}", "{title} // {speakers}, {affiliation}"]'
    built = build_post(build, markup, body, talk_patterns=patterns)
    assert built.warnings == []
    page = main(built)
    assert page.by_id("talk-bees").words == "Bees Ann Lee (Hive & Co) and Bob Ray Text."
    assert page.by_id("talk-wasps").words == "Wasps Cy Dee (Nest) More."
    affiliations = page.by_class("trip-affiliation")
    assert [part.words for part in affiliations] == ["(Hive & Co)", "(Nest)"]


def test_links(build: Build, markup: Markup) -> None:
    def link(text: str, url: str) -> str:
        return f"[{text}]({url})" if markup is MYST else f"`{text} <{url}>`__"

    title = f"{link('Bees', 'https://con.example/bees')} by {link('Ann', 'https://ann.example')}"
    line = f"{link('Slides', 'https://s.example')} | {link('here', 'https://h.example')}"
    body = f"{markup.heading(title, 2)}\n{line} | https://youtu.be/1\n\nText.\n"
    built = build_post(build, markup, body, talk_patterns='"{title} by {speakers} // {}"')
    (talk,) = built.catalogue.talks
    assert {link.label: link.url for link in talk.links} == {
        "url": "https://con.example/bees",
        "slides": "https://s.example",
        "video": "https://youtu.be/1",
    }
    assert built.catalogue.speakers["ann"].links[0].url == "https://ann.example"
    assert "Slides | here" in main(built).by_id("talk-bees").words


def test_a_link_on_part_of_a_title_is_the_authors_own(build: Build) -> None:
    body = "## More on [PyTorch](https://t.example) - Ann\n\nText.\n"
    built = build_post(build, MYST, body, talk_patterns='"{title} - {speakers}"')
    assert built.catalogue.talks[0].links == ()
    assert main(built).by_id("talk-more-on-pytorch").by_tag("h2")[0].links


def test_kinds(build: Build, markup: Markup) -> None:
    titles = ("Keynote: Bees (Ann)", "[Tutorial] Wasps (Bob)", "Ants (Keynote)", "Flies: 1 (Cy)")
    body = "".join(f"{markup.heading(title, 2)}\nText.\n\n" for title in titles)
    built = build_post(build, markup, body, talk_patterns='"{title} ({speakers})"')
    found = {talk.title: (talk.kind, talk.speakers) for talk in built.catalogue.talks}
    assert found == {
        "Bees": ("keynote", ("ann",)),
        "Wasps": ("tutorial", ("bob",)),
        "Ants": ("keynote", ()),
        "Flies: 1": ("talk", ("cy",)),
    }


def test_a_kind_can_be_the_title(build: Build, markup: Markup) -> None:
    body = "".join(
        f"{markup.heading(f'Keynote - {name}', 2)}\nText.\n\n" for name in ("Ann", "Bob")
    )
    built = build_post(build, markup, body, talk_patterns='"{kind} - {speakers}"')
    assert built.warnings == []
    assert talks(built) == [("Keynote", ["Ann"]), ("Keynote", ["Bob"])]


def test_each_day_can_have_its_lightning_talks(build: Build, markup: Markup) -> None:
    body = "".join(
        f"{markup.heading(title, level)}\nText.\n\n"
        for title, level in (
            ("Friday", 2), ("Lightning talks", 3), ("Bees - Ann", 3),
            ("Saturday", 2), ("Lightning talks", 3), ("Bees - Bob", 3),
        )
    )  # fmt: skip
    built = build_post(
        build,
        markup,
        body,
        talk_patterns='["### {title} - {speakers}", "### {title}"]',
        day_patterns='"{weekday}"',
    )
    (warning,) = built.warnings
    assert "Two different talks have the key “bees”" in warning
    assert [title for title, _ in talks(built)] == ["Lightning talks", "Bees"] * 2


def test_days(build: Build, markup: Markup) -> None:
    body = "".join(
        f"{markup.heading(title, level)}\nText.\n\n"
        for title, level in (
            ("Before", 2), ("Early", 3), ("Friday 9", 2), ("Bees", 3),
            ("Saturday, 10th", 2), ("Wasps", 3),
        )
    )  # fmt: skip
    built = build_post(
        build,
        markup,
        body,
        date="2018-03-03",
        talk_patterns='"### {title}"',
        day_patterns='["{weekday} {day}", "{weekday}, {day}"]',
    )
    assert built.warnings == []
    days = {talk.title: str(talk.day) for talk in built.catalogue.talks}
    assert days == {"Early": "None", "Bees": "2018-02-09", "Wasps": "2018-02-10"}


@pytest.mark.parametrize("title", ["Con, Saturday", "Saturday"])
def test_a_post_can_be_called_by_its_day(build: Build, markup: Markup, title: str) -> None:
    body = f"{markup.heading('Bees', 2)}\nText.\n\n{markup.heading('Sunday', 2)}\nMore.\n\n"
    body += f"{markup.heading('Wasps', 3)}\nText.\n"
    built = build_post(
        build,
        markup,
        body,
        title=title,
        date="2018-02-11",
        talk_patterns='["## {title}", "### {title}"]',
        day_patterns='["{}, {weekday}", "{weekday}"]',
    )
    days = {talk.title: str(talk.day) for talk in built.catalogue.talks}
    assert days == {"Bees": "2018-02-10", "Wasps": "2018-02-11"}


def test_days_are_for_directives_and_listed_talks_too(build: Build, markup: Markup) -> None:
    inner = markup.directive("talk", "", {"start": "10:00"})
    body = f"{markup.heading('Day 2', 2)}\n{markup.heading('Bees', 3)}\n{inner}\nText.\n"
    event = markup.directive(
        "event", "Con", {"key": "con", "start": "2018-02-09", "end": "2018-02-10"}
    )
    built = build(
        {
            markup.file("a"): post(markup, body, day_patterns='"Day {day}"'),
            markup.file("b"): markup.document("B", event),
        }
    )
    assert built.warnings == []
    (talk,) = built.catalogue.talks
    assert str(talk.begins) == "2018-02-10 10:00:00"


@pytest.mark.parametrize("names", ['["“intro”", "Agenda/*"]', "[intro, Agenda/*]"])
def test_headings_to_skip(build: Build, markup: Markup, names: str) -> None:
    titles = (("Intro!", 2), ("Bees", 3), ("Agenda", 2), ("Wasps", 3), ("Ants", 2))
    body = "".join(f"{markup.heading(title, level)}\nText.\n\n" for title, level in titles)
    built = build_post(
        build,
        markup,
        body,
        talk_patterns='"{title}"',
        skip_headings=names,
    )
    assert [title for title, _ in talks(built)] == ["Bees", "Ants"]


def test_a_talk_is_one_where_a_report_tells_of_it_twice(build: Build, markup: Markup) -> None:
    body = f"* Bees - Ann\n* Wasps - Bob\n\n{markup.heading('Bees', 2)}\nText.\n"
    built = build_post(
        build, markup, body, talk_patterns='["* {title} - {speakers}", "## {title}"]'
    )
    assert sorted(talks(built)) == [("Bees", ["Ann"]), ("Wasps", ["Bob"])]
    page = main(built)
    assert page.by_id("talk-bees").words == "Bees Ann Text."
    assert "Bees - Ann" in page.words


def test_patterns_of_the_project(build: Build, markup: Markup) -> None:
    body = markup.heading("Bees - Ann", 2) + "\nText.\n"
    own = markup.heading("Bees by Bob", 2) + "\nText.\n"
    conf = 'tripreport_talk_patterns = {"a*": ["{title} - {speakers}"], "c": "{title}"}\n'
    built = build(
        {
            markup.file("a"): post(markup, body),
            markup.file("ab"): post(
                markup, own, talk_patterns='"{title} by {speakers}"', event="x"
            ),
            markup.file("b"): post(markup, body, event="y"),
        },
        conf,
    )
    assert built.warnings == []
    found = {talk.event: talk.speakers for talk in built.catalogue.talks}
    assert found == {"con": ("ann",), "x": ("bob",)}


def test_unquoted_patterns_keep_the_metadata(build: Build) -> None:
    head = "---\ntitle: Trip\nevent: con\ntalk-patterns:\n- ## {title}: {speakers}\n- * {title}\n"
    head += "author: Me\n---\n"
    built = build({"a.md": f"{head}\n* Wasps\n\n## Bees: Ann\n"})
    assert built.warnings == []
    assert sorted(talks(built)) == [("Bees", ["Ann"]), ("Wasps", [])]
    rst = (
        ":title: Trip\n:event: con\n:talk-patterns:\n   ** {title} **\n   * {title} - {speakers}\n"
    )
    rst += ":author: Me\n"
    built = build({"a.rst": f"{rst}\n* Bees - Ann\n"}, folder="other")
    assert [warning.split(" ")[0] for warning in built.warnings] == ["a.rst:4:"]
    assert talks(built) == [("Bees", ["Ann"])]
    assert built.catalogue.reports["a"].authors == ("Me",)


def test_bad_patterns_are_said(build: Build, markup: Markup) -> None:
    body = markup.heading("Bees", 2) + "\nText.\n"
    for number, (pattern, said) in enumerate(
        (
            ('"{titel}"', "Did you mean “{title}”?"),
            ('"{title} {speakers}"', "side by side"),
            ('"Talk"', "expected a field"),
            ('"Talk: {title}"', "matches nothing"),
            ("", "expected a value such as"),
        )
    ):
        built = build(
            {markup.file("a"): post(markup, body, talk_patterns=pattern)}, folder=f"p{number}"
        )
        (warning,) = built.warnings
        line = 4 if markup is MYST else 3
        assert warning.startswith(f"{markup.file('a')}:{line}: ")
        assert said in warning
        assert warning.endswith("[tripreport.pattern]")
        assert "Bees" in main(built).words


def test_headings_that_commonmark_does_not_see(build: Build) -> None:
    body = "Intro.\n<br>\n\n##Bees: Ann\n\nText.\n\n<br>\n## Wasps: Bob\n\n"
    body += "```\n##no: talk\n```\n\n#python #bees\n"
    built = build_post(build, MYST, body, talk_patterns='"## {title}: {speakers}"')
    assert built.warnings == []
    assert talks(built) == [("Bees", ["Ann"]), ("Wasps", ["Bob"])]
    assert "##no: talk" in main(built).words
    assert "#python #bees" in main(built).words


def test_same_doctrees_as_directives(build: Build, markup: Markup) -> None:
    """However a talk was written, it becomes the same section."""
    directive = markup.directive("talk", "", {"speakers": "Ann", "start": "09:00"})
    by_directive = f"{markup.heading('Bees', 2)}\n{directive}\nText.\n"
    by_pattern = f"{markup.heading('09:00, Bees, Ann', 2)}\nText.\n"
    first = build({markup.file("a"): post(markup, by_directive)}, folder="one")
    fields = {"talk_patterns": '"{time}, {title}, {speakers}"'}
    second = build({markup.file("a"): post(markup, by_pattern, **fields)}, folder="two")
    assert first.talks_json()["talks"] == second.talks_json()["talks"]
    assert main(first).by_id("talk-bees").words == main(second).by_id("talk-bees").words


def test_latex(build: Build, markup: Markup) -> None:
    body = "* Wasps - Bob\n\n**Ants** Cy\n\nMore.\n\n"
    body += f"{markup.heading('Bees - Ann', 2)}\nText.\n"
    patterns = '["## {title} - {speakers}", "* {title} - {speakers}", "**{title}** {speakers}"]'
    built = build({markup.file("a"): post(markup, body, talk_patterns=patterns)}, builder="latex")
    assert built.warnings == []
    tex = built.out("trips.tex")
    assert r"\section{Bees}" in tex or r"\subsection{Bees}" in tex
    assert "Bees - Ann" not in tex


def test_names_and_titles_are_escaped(build: Build) -> None:
    body = "## <script>alert(1)</script> x - Ann <b>Lee</b>\n\nText.\n"
    built = build_post(build, MYST, body, talk_patterns='"{title} - {speakers}"')
    assert "<script>alert" not in built.out("a.html")
    assert "<script>alert" not in built.out("trip-talks.html")


def test_rst_targets_below_their_use(build: Build) -> None:
    body = "`Bees`_ - Ann\n-------------\n\nText.\n\n.. _Bees: https://con.example/bees\n"
    built = build_post(build, RST, body, talk_patterns='"{title} - {speakers}"')
    assert built.warnings == []
    assert built.catalogue.talks[0].links[0].url == "https://con.example/bees"


def test_a_link_of_the_talk_is_shown_once(build: Build, markup: Markup) -> None:
    url = "https://con.example/bees"
    title = f"[Bees]({url})" if markup is MYST else f"`Bees <{url}>`__"
    body = f"{markup.heading(f'{title} - Ann', 2)}\nText.\n"
    built = build_post(build, markup, body, talk_patterns='"{title} - {speakers}"')
    section = main(built).by_id("talk-bees")
    assert not section.by_tag("h2")[0].links.keys() - {"¶"}
    assert list(section.links.values()).count(url) == 1


@pytest.mark.parametrize(
    ("pattern", "is_bold"), [("## **{title}** - {speakers}", False), ("## {title} - {}", True)]
)
def test_bold_that_the_pattern_names_goes(
    build: Build, markup: Markup, pattern: str, is_bold: bool
) -> None:
    body = f"{markup.heading('**Bees** - Ann', 2)}\nText.\n"
    built = build_post(build, markup, body, talk_patterns=f'"{pattern}"')
    (heading,) = main(built).by_id("talk-bees").by_tag("h2")
    assert bool(heading.by_tag("strong")) == is_bold


def test_the_language_of_names_is_guessed(build: Build, markup: Markup) -> None:
    text = "Fue un buen día en el congreso. Se habló de las abejas, pero no de la miel."
    body = f"{markup.heading('Abejas - Ana Paz y Luis Ray', 2)}\n{text}\n"
    built = build_post(build, markup, body, talk_patterns='"{title} - {speakers}"')
    assert built.catalogue.talks[0].speakers == ("ana-paz", "luis-ray")
    assert "lang" not in main(built).attributes
