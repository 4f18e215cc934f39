"""Posts that are one talk, and posts without a title of their own."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, RST, Markup
from tests.tools.posts import Post, build_posts, talks_of, words_of


def test_the_title_is_the_talk(build: Build, markup: Markup) -> None:
    text = "What I heard.\n\n" + markup.heading("A part - of it", 2) + "\nMore.\n"
    head = markup.heading("Bees at Work") + "\nSpeakers: Ann Lee\n\n"
    fields = {"event": "con", "talk-patterns": '"= {title} // Speakers: {speakers}"'}
    built = build({markup.file("a"): markup.metadata(fields) + head + text})
    assert built.warnings == []
    assert talks_of(built, "a") == [("Bees at Work", ["Ann Lee"])]
    page = built.page("a.html").main
    assert page.words == "Bees at Work con Ann Lee What I heard. A part - of it More."
    section = page.by_id("talk-bees-at-work")
    assert section.by_tag("h1")
    assert section.words == page.words
    assert built.talks_json()["talks"][0]["notes"][0]["anchor"] == "talk-bees-at-work"


def test_the_title_of_the_metadata_is_the_talk(build: Build, markup: Markup) -> None:
    fields = {
        "title": "Bees - Ann Lee",
        "event": "con",
        "talk-patterns": '"= {title} - {speakers}"',
    }
    body = f"Text.\n\n{markup.heading('Part - Bob', 2)}\nMore.\n"
    built = build({markup.file("a"): markup.metadata(fields) + body})
    assert built.warnings == []
    assert talks_of(built, "a") == [("Bees", ["Ann Lee"])]
    assert built.page("a.html").main.words == "Bees con Ann Lee Text. Part - Bob More."


def test_metadata_makes_the_post_a_talk(build: Build, markup: Markup) -> None:
    fields = {
        "event": "con", "talk": "true", "speakers": "Ann Lee, Bob Ray", "start": "2020-02-08 10:00",
        "kind": "keynote", "video": "https://v.example", "status": "published", "url": "/old/bees/",
        "tags": "hives, honey",
    }  # fmt: skip
    text = markup.metadata(fields) + markup.heading("Bees at Work") + "\nText.\n"
    built = build({markup.file("a"): text})
    assert built.warnings == []
    (talk,) = built.catalogue.talks
    assert (talk.title, talk.speakers, talk.kind) == (
        "Bees at Work",
        ("ann-lee", "bob-ray"),
        "keynote",
    )
    assert (str(talk.begins), talk.status) == ("2020-02-08 10:00:00", "attended")
    assert {link.label: link.url for link in talk.links} == {"video": "https://v.example"}
    assert talk.topics == ("hives", "honey")
    no = build({markup.file("a"): text.replace("true", "false")}, folder="no")
    assert no.catalogue.talks == ()


def test_metadata_says_more_than_the_title(build: Build, markup: Markup) -> None:
    fields = {
        "title": "Keynote | Bees - Ann", "event": "con", "talk": "yes", "room": "Hive",
        "talk-patterns": '"= {title} - {speakers}"',
    }  # fmt: skip
    built = build({markup.file("a"): markup.metadata(fields) + "Text.\n"})
    assert built.warnings == []
    (talk,) = built.catalogue.talks
    assert (talk.title, talk.kind, talk.speakers, talk.room) == (
        "Bees",
        "keynote",
        ("ann",),
        "Hive",
    )


def test_options_of_a_post_that_are_wrong_are_said(build: Build, markup: Markup) -> None:
    fields = {"title": "Bees", "event": "con", "talk": "true", "rating": "9"}
    built = build({markup.file("a"): markup.metadata(fields) + "Text.\n"})
    (warning,) = built.warnings
    assert warning.startswith(f"{markup.file('a')}:{4 if markup is RST else 5}: ")
    assert "expected a whole number from 1 to 5" in warning


def test_whole_folders_of_talks(build: Build, markup: Markup) -> None:
    conf = """
tripreport_posts = ["talks/*"]
tripreport_talk_patterns = {"talks/*": ["= {title} // By {speakers}", "= {title}"]}
"""
    sources = {
        markup.file(f"talks/{name}"): markup.heading(title) + f"\n{below}\n"
        for name, title, below in (("a", "Bees", "By Ann"), ("b", "Ants", "Text."))
    }
    built = build(sources, conf)
    assert built.warnings == []
    assert talks_of(built, "talks/a") == [("Bees", ["Ann"])]
    assert talks_of(built, "talks/b") == [("Ants", [])]


def test_only_the_title_looks_like_the_pattern(build: Build, markup: Markup) -> None:
    fields = {"event": "con", "talk-patterns": '"{title} - {speakers}"'}
    body = markup.heading("Bees - Ann Lee") + "\nText.\n"
    (warning,) = build({markup.file("a"): markup.metadata(fields) + body}).warnings
    assert "Only the title looks like it" in warning
    assert "“= {title} - {speakers}”" in warning


@pytest.mark.parametrize(
    ("name", "title"), [("2020-02-08-my_trip", "My trip"), ("con/index", "Con"), ("x", "X")]
)
def test_a_post_without_a_title(build: Build, markup: Markup, name: str, title: str) -> None:
    fields = {"event": "con", "talk-patterns": '"## {title} - {speakers}"'}
    body = "".join(f"{markup.heading(f'{t} - Ann Lee', 2)}\nText.\n\n" for t in ("Bees", "Ants"))
    built = build({markup.file(name): markup.metadata(fields) + "Words.\n\n" + body})
    (warning,) = built.warnings
    assert warning.endswith("[tripreport.title]")
    assert f"It is called “{title}”" in warning
    assert "“title” in the metadata" in warning
    assert "a heading above the others" in warning
    assert talks_of(built, name) == [("Bees", ["Ann Lee"]), ("Ants", ["Ann Lee"])]
    assert built.page(f"{name}.html").main.by_tag("h1")[0].words.rstrip("¶") == title


def test_a_day_is_no_title(build: Build, markup: Markup) -> None:
    fields = {
        "event": "con", "date": "2020-02-11", "day-patterns": '"{weekday}"',
        "talk-patterns": '"{title} - {speakers}"',
    }  # fmt: skip
    body = "".join(
        f"{markup.heading(day)}\n{markup.heading(f'{title} - Ann', 2)}\nText.\n\n"
        for day, title in (("Saturday", "Bees"), ("Sunday", "Ants"))
    )
    built = build({markup.file("trip"): markup.metadata(fields) + body})
    (warning,) = built.warnings
    assert "It is called “Trip”" in warning
    days = {talk.title: str(talk.day) for talk in built.catalogue.talks}
    assert days == {"Bees": "2020-02-08", "Ants": "2020-02-09"}


def test_a_heading_without_siblings_stays_the_title(build: Build, markup: Markup) -> None:
    fields = {"event": "con", "talk-patterns": '"{title} - {speakers}"'}
    body = markup.heading("Trip - part 1") + markup.heading("Bees - Ann", 2) + "\nText.\n"
    built = build({markup.file("a"): markup.metadata(fields) + body})
    assert built.warnings == []
    assert talks_of(built, "a") == [("Bees", ["Ann"])]
    assert built.page("a.html").main.by_tag("h1")[0].words.rstrip("¶") == "Trip - part 1"


def test_paragraphs_that_begin_with_a_quotation_mark(build: Build, markup: Markup) -> None:
    body = '"Bees"\nby Ann Lee (Acme)\n\n„Ants at rest“\nby Bob Ray\n\n"No talk" is a title.\n'
    posts = {"a": Post("""'"{title}" // by {speakers}'""", body, [])}
    built = build_posts(build, markup, posts)
    assert built.warnings == []
    assert talks_of(built, "a") == [("Bees", ["Ann Lee"]), ("Ants at rest", ["Bob Ray"])]
    assert words_of(built, "a") == "Bees Ann Lee (Acme) Ants at rest Bob Ray “No talk” is a title."


def test_paragraphs_that_begin_with_a_link(build: Build, markup: Markup) -> None:
    end = "  " if markup is MYST else ""
    lines = (("[Bees](https://u.example)", "Ann Lee", "Good."), ("[Ants](https://v.example)", "Cy"))
    mark = "| " if markup is RST else ""
    blocks = ("".join(f"{mark}{line}{end}\n" for line in block) for block in lines)
    body = (
        "\n".join(blocks) + "\n[Words](https://w.example)\n\n## [Wasps](https://x.example)\n\nDi\n"
    )
    posts = {"a": Post('"[{title}](…) // {speakers}"', body, [])}
    built = build_posts(build, markup, posts)
    assert built.warnings == []
    assert talks_of(built, "a")[:2] == [("Bees", ["Ann Lee"]), ("Ants", ["Cy"])]
    assert talks_of(built, "a")[-1] == ("Wasps", ["Di"])
    assert words_of(built, "a").startswith("Bees Ann Lee Talk page Good. Ants Cy Talk page")
