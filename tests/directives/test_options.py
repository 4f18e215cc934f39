"""Every option of ``talk``, ``speaker`` and ``event`` shows what it should."""

from __future__ import annotations

from typing import Any

import pytest

from sphinxcontrib_tripreport.core.options.tables import (
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
)
from sphinxcontrib_tripreport.core.text.links import KNOWN_LABELS
from tests.tools.building import Build, Built
from tests.tools.markup import RST, Markup, Options

TALK: dict[str, tuple[str, str, dict[str, Any]]] = {
    "speakers": (
        "Ann Lee <https://ann.example.org>; Lee, Bob",
        "Ann Lee and Lee, Bob",
        {"speakers": ["ann-lee", "lee-bob"]},
    ),
    "event": ("Other Con", "other-con", {"event": "other-con"}),
    "kind": ("Lightning", "Lightning talk", {"kind": "lightning"}),
    "topics": ("python, type hints", "python, type hints", {"topics": ["python", "type hints"]}),
    "tags": ("python, types", "python, types", {"topics": ["python", "types"]}),
    "start": (
        "2020-07-23 09:00",
        "23 July 2020, 09:00",
        {"start": "2020-07-23T09:00:00", "day": "2020-07-23"},
    ),
    "day": ("2020-07-24", "24 July 2020", {"day": "2020-07-24", "start": None}),
    "room": ("Room  42", "Room 42", {"room": "Room 42"}),
    "track": ("Data", "Data", {"track": "Data"}),
    "language": ("pt_BR", "Portuguese (Brazil)", {"language": "pt-BR"}),
    "level": ("for beginners", "for beginners", {"level": "for beginners"}),
    "status": ("watched", "Watched as a recording", {"status": "watched"}),
    "rating": ("4", "Rated 4 of 5", {"rating": 4}),
    "url": ("https://x.example/1", "Talk page", {"links": {"url": "https://x.example/1"}}),
    "slides": ("https://x.example/2", "Slides", {"links": {"slides": "https://x.example/2"}}),
    "video": ("https://x.example/3", "Video", {"links": {"video": "https://x.example/3"}}),
    "code": ("https://x.example/4", "Code", {"links": {"code": "https://x.example/4"}}),
    "paper": ("www.x.example/5", "Paper", {"links": {"paper": "https://www.x.example/5"}}),
    "links": (
        "Handout <https://x.example/6>\nhttps://www.y.example/7",
        "Handout · y.example",
        {"links": {"Handout": "https://x.example/6", "y.example": "https://www.y.example/7"}},
    ),
}
"""By option: a value, the byline it gives, and what it changes in ``talks.json``."""


def test_options_of_a_talk(build: Build, markup: Markup) -> None:
    talks = [markup.talk(f"About {name}", {name: TALK[name][0]}) for name in TALK]
    built = build({markup.file("a"): markup.document("Trip", *talks)})
    assert built.warnings == []
    page = built.page("a.html")
    found = {talk["title"]: talk for talk in built.talks_json()["talks"]}
    for name, (_, byline, data) in TALK.items():
        (shown,) = page.by_id(f"talk-about-{name}").by_class("trip-byline")
        assert shown.words == byline
        assert {part: found[f"About {name}"][part] for part in data} == data


def test_every_option_of_a_talk_is_tested() -> None:
    # With others, or not at all.
    unseen = {"end", "duration", "key", "programme", "image", "abstract", "again", "audience"}
    unseen |= {"formerly", "withheld"}
    assert TALK.keys() | unseen == TALK_OPTIONS.keys()


TIMES: list[tuple[Options, str, str | None, str | None]] = [
    (
        {"start": "2020-07-23 09:00", "end": "09:45"},
        "23 July 2020, 09:00–09:45",
        "2020-07-23T09:00:00",
        "2020-07-23T09:45:00",
    ),
    (
        {"start": "2020-07-23 09:00", "duration": "1:30"},
        "23 July 2020, 09:00–10:30",
        "2020-07-23T09:00:00",
        "2020-07-23T10:30:00",
    ),
    (
        {"start": "2020-07-23 23:30", "duration": "60 min"},
        "23 July 2020, 23:30–00:30",
        "2020-07-23T23:30:00",
        "2020-07-24T00:30:00",
    ),
    (
        {"start": "2020-07-23 23:30", "end": "2020-07-24 00:15"},
        "23 July 2020, 23:30–00:15",
        "2020-07-23T23:30:00",
        "2020-07-24T00:15:00",
    ),
    (
        {"day": "2020-07-23", "start": "9:00", "end": "9:45"},
        "23 July 2020, 09:00–09:45",
        "2020-07-23T09:00:00",
        "2020-07-23T09:45:00",
    ),
    ({"start": "09:00", "duration": "30"}, "09:00–09:30", None, None),
    ({"day": "day 2", "start": "09:00"}, "Day 2, 09:00", None, None),
]
"""Options, what the byline says, and start and end in ``talks.json``."""


def test_times_of_a_talk(build: Build, markup: Markup) -> None:
    talks = [markup.talk(f"T{number}", options) for number, (options, *_) in enumerate(TIMES)]
    built = build({markup.file("a"): markup.document("Trip", *talks)})
    (warning,) = built.warnings
    assert "“T5” (and 1 more here) has a time but no event" in warning
    assert warning.endswith("[tripreport.dates]")
    page = built.page("a.html")
    found = {talk["title"]: talk for talk in built.talks_json()["talks"]}
    for number, (_, shown, start, end) in enumerate(TIMES):
        (when,) = page.by_id(f"talk-t{number}").by_class("trip-when")
        assert when.words == shown
        talk = found[f"T{number}"]
        assert (talk["start"], talk["end"]) == (start, end)


def test_times_are_in_the_time_zone_of_the_event(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip",
                markup.directive(
                    "event", "Con", {"start": "2020-07-23", "end": "2020-07-26",
                                     "timezone": "Europe/Berlin"}
                ),
                markup.talk("T", {"event": "con", "day": "2", "start": "09:00"}),
                markup.talk("W", {"event": "con", "day": "Day 3"}),
            )
        }
    )  # fmt: skip
    assert built.warnings == []
    talks = {talk["title"]: talk for talk in built.talks_json()["talks"]}
    assert talks["T"]["start"] == "2020-07-24T09:00:00+02:00"
    assert talks["W"]["day"] == "2020-07-25"
    assert built.page("a.html").by_id("talk-t").by_class("trip-when")[0].words == (
        "24 July 2020, 09:00"
    )


def test_the_links_of_a_byline_lead_somewhere(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip",
                markup.talk(
                    "T",
                    {
                        "speakers": "Ann Lee",
                        "topics": "type hints",
                        "event": "con",
                        "slides": "https://x.example/s",
                    },
                ),
            )
        }
    )
    (byline,) = built.page("a.html").by_class("trip-byline")
    assert byline.links == {
        "Ann Lee": "trip-speakers.html#speaker-ann-lee",
        "con": "trip-events.html#event-con",
        "type hints": "trip-topics.html#topic-type-hints",
        "Slides": "https://x.example/s",
    }
    assert "speaker-ann-lee" in built.page("trip-speakers.html").ids
    assert "event-con" in built.page("trip-events.html").ids
    assert "topic-type-hints" in built.page("trip-topics.html").ids


def test_the_key_is_the_anchor_and_what_roles_refer_to(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip",
                f"See {markup.role('talk', 'short')}.\n",
                markup.talk("A long title", {"key": "short", "programme": "ABC-7"}),
            )
        }
    )
    assert built.warnings == []
    assert built.page("a.html").links["A long title"] == "#talk-short"


def test_kinds_statuses_and_ratings_are_words(build: Build, markup: Markup) -> None:
    cases = {
        "kind": {
            "talk": "", "keynote": "Keynote", "tutorial": "Tutorial", "workshop": "Workshop",
            "lightning": "Lightning talk", "panel": "Panel", "poster": "Poster",
            "open-space": "Open space", "sprint": "Sprint", "other": "Other session",
        },
        "status": {
            "attended": "", "watched": "Watched as a recording", "missed": "Missed",
            "planned": "Planned", "cancelled": "Cancelled",
        },
        "rating": {str(number): f"Rated {number} of 5" for number in range(1, 6)},
    }  # fmt: skip
    wanted = {
        f"{option} {value}": shown for option in cases for value, shown in cases[option].items()
    }
    talks = [markup.talk(name, dict([name.split()])) for name in wanted]
    built = build({markup.file("a"): markup.document("Trip", *talks)})
    assert built.warnings == []
    page = built.page("a.html")
    for name, shown in wanted.items():
        bylines = page.by_id(f"talk-{name.replace(' ', '-')}").by_class("trip-byline")
        assert "".join(byline.words for byline in bylines) == shown


def test_keynote_is_a_talk_of_its_kind(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip",
                markup.directive("keynote", "K", {"speakers": "Ann Lee"}),
                markup.directive("keynote", "P", {"kind": "panel"}),
                markup.heading("H", 2),
                markup.directive("keynote"),
            )
        }
    )
    kinds = {talk["title"]: talk["kind"] for talk in built.talks_json()["talks"]}
    assert kinds == {"K": "keynote", "P": "panel", "H": "keynote"}
    assert built.page("a.html").by_id("talk-k").words == "K Keynote · Ann Lee"


SPEAKER: Options = {
    "affiliation": "Bees, Inc.",
    "aliases": "A. Lee; annlee",
    "sort": "Lee, Ann",
    "pronouns": "she/her",
    "description": "Keeps bees.",
    "photo": "ann.png",
    "homepage": "https://ann.example.org",
    "github": "annlee",
    "gitlab": "@annlee",
    "mastodon": "@ann@social.example",
    "bluesky": "ann.example.org",
    "twitter": "annlee",
    "linkedin": "ann-lee",
    "orcid": "0000-0002-1825-0097",
    "links": "Blog <https://blog.example.org>",
}
LINKS = {
    "Website": "https://ann.example.org",
    "GitHub": "https://github.com/annlee",
    "GitLab": "https://gitlab.com/annlee",
    "Mastodon": "https://social.example/@ann",
    "Bluesky": "https://bsky.app/profile/ann.example.org",
    "Twitter": "https://twitter.com/annlee",
    "LinkedIn": "https://www.linkedin.com/in/ann-lee",
    "ORCID": "https://orcid.org/0000-0002-1825-0097",
    "Blog": "https://blog.example.org",
}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
"""The smallest picture."""


def speaker_project(markup: Markup) -> dict[str, str | bytes]:
    """A person with every option, and two talks of theirs."""
    return {
        markup.file("people"): markup.document(
            "People", markup.directive("speaker", "Ann Lee", SPEAKER, "Keeps bees.")
        ),
        markup.file("a"): markup.document(
            "Trip",
            markup.talk("Second", {"speakers": "annlee", "start": "2020-07-24 09:00"}),
            markup.talk("First", {"speakers": "ANN LEE", "event": "con", "day": "2020-07-23"}),
        ),
        "ann.png": PIXEL,
    }


def test_every_option_of_a_speaker_is_tested() -> None:
    assert SPEAKER.keys() | {"withheld"} == SPEAKER_OPTIONS.keys()


def test_speaker_entry(build: Build, markup: Markup) -> None:
    built = build(speaker_project(markup))
    assert built.warnings == []
    entry = built.page("people.html").by_id("speaker-ann-lee")
    facts, more = (entry.by_class(name)[0] for name in ("trip-facts", "trip-more"))
    assert facts.words == "Bees, Inc. · she/her · also known as A. Lee and annlee"
    assert more.links == LINKS
    assert entry.by_class("trip-description")[0].words == "Keeps bees."
    assert "Keeps bees." in entry.words
    assert [item.words for item in entry.by_class("trip-list")[0].by_tag("li")] == [
        "Second · 24 July 2020",
        "First · con · 23 July 2020",
    ]
    assert entry.links["First"] == "a.html#talk-first"
    (picture,) = entry.by_tag("img")
    assert (built.outdir / picture.attributes["src"]).read_bytes() == PIXEL
    assert picture.attributes["alt"] == "Ann Lee"
    assert built.page("a.html").links["Ann Lee"] == "people.html#speaker-ann-lee"


def test_speaker_in_the_data_file(build: Build, markup: Markup) -> None:
    (speaker,) = build(speaker_project(markup)).talks_json()["speakers"]
    assert speaker["name"] == "Ann Lee"
    assert speaker["aliases"] == ["A. Lee", "annlee"]
    assert speaker["affiliation"] == "Bees, Inc."
    assert sorted(speaker["links"].values()) == sorted(LINKS.values())
    assert (speaker["docname"], speaker["anchor"]) == ("people", "speaker-ann-lee")


@pytest.mark.parametrize("builder", ["latex", "epub", "singlehtml", "texinfo"])
def test_speaker_entry_in_other_builders(build: Build, markup: Markup, builder: str) -> None:
    built = build(speaker_project(markup), builder=builder)
    assert built.warnings == []
    page = {"latex": "trips.tex", "epub": "people.xhtml", "singlehtml": "index.html",
            "texinfo": "trips.texi"}[builder]  # fmt: skip
    text = built.out(page)
    assert "Bees, Inc." in text
    assert "she/her" in text
    assert "https://github.com/annlee" in text
    assert any(built.outdir.rglob("ann.png"))


EVENT: Options = {
    "key": "con20",
    "start": "2020-07-23",
    "end": "2020-07-26",
    "place": "Rimini",
    "country": "Italy",
    "url": "https://con.example",
    "series": "Con",
    "timezone": "Europe/Rome",
    "programme": "https://con.example/schedule",
    "scope": "all",
    "coordinates": "44.06, 12.57",
}


def event_project(markup: Markup) -> dict[str, str]:
    """An event with every option, and two reports on it."""
    first = {"event": "con20", "date": "2020-08-01", "author": "Ida Bee"}
    return {
        markup.file("events"): markup.document(
            "Events", markup.directive("event", "Con 2020", EVENT, "It was hot.")
        ),
        markup.file("a"): markup.document(
            "My trip",
            markup.talk("T", {"speakers": "Ann Lee", "day": "1"}),
            metadata=first,
        ),
        markup.file("b"): markup.document("Short", metadata={"event": "Con20"}),
    }


def test_every_option_of_an_event_is_tested() -> None:
    assert EVENT.keys() == EVENT_OPTIONS.keys()


def test_event_entry(build: Build, markup: Markup) -> None:
    built = build(event_project(markup))
    assert built.warnings == []
    entry = built.page("events.html").by_id("event-con20")
    facts = entry.by_class("trip-facts")[0]
    assert facts.words == "23–26 July 2020 · Rimini, Italy · Con"
    (more,) = entry.by_class("trip-more")
    assert more.links == {
        "Website": "https://con.example",
        "Programme": "https://con.example/schedule",
    }
    assert "It was hot." in entry.words
    reports, talks = entry.by_class("trip-list")
    assert [item.words for item in reports.by_tag("li")] == [
        "Short · 26 July 2020",
        "My trip · Ida Bee · 1 August 2020",
    ]
    assert reports.links["My trip"] == "a.html"
    assert [item.words for item in talks.by_tag("li")] == ["T · Ann Lee · 23 July 2020"]
    (byline,) = built.page("a.html").by_class("trip-report")
    assert byline.words == "Con 2020 · 1 August 2020 · Ida Bee"
    assert byline.links == {"Con 2020": "events.html#event-con20"}


def test_event_in_the_data_file(build: Build, markup: Markup) -> None:
    (event,) = build(event_project(markup)).talks_json()["events"]
    assert event == {
        "key": "con20",
        "name": "Con 2020",
        "start": "2020-07-23",
        "end": "2020-07-26",
        "place": "Rimini",
        "country": "Italy",
        "url": "https://con.example",
        "series": "Con",
        "timezone": "Europe/Rome",
        "scope": "all",
        "coordinates": {"latitude": 44.06, "longitude": 12.57},
        "sessions": None,
        "noted": None,
        "docname": "events",
        "anchor": "event-con20",
        "address": "events.html#event-con20",
    }


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_a_file_of_the_project_can_be_downloaded(
    build: Build, markup: Markup, builder: str
) -> None:
    options = {
        "slides": "files/slides.pdf",
        "code": "/posts/files/code.py",
        "links": "Handout <files/handout.txt>",
    }
    names = ("slides.pdf", "code.py", "handout.txt")
    built = build(
        {
            markup.file("posts/a"): markup.document("Trip", markup.talk("T", options)),
            **{f"posts/files/{name}": f"content of {name}" for name in names},
        },
        builder=builder,
    )
    assert built.warnings == []
    path = {"html": "posts/a.html", "dirhtml": "posts/a/index.html", "singlehtml": "index.html"}
    page = path[builder]
    (byline,) = built.page(page).by_class("trip-byline")
    labels = ("Slides", "Code", "Handout")
    for label, name in zip(labels, names, strict=True):
        link = (built.outdir / page).parent / byline.links[label]
        assert link.read_text() == f"content of {name}"
    links = built.talks_json()["talks"][0]["links"]
    for label, name in zip(("slides", "code", "Handout"), names, strict=True):
        assert (built.outdir / links[label]).read_text() == f"content of {name}"


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "texinfo", "man"])
def test_where_nothing_can_be_downloaded_the_label_is_shown(
    build: Build, markup: Markup, builder: str
) -> None:
    built = build(
        {
            markup.file("a"): markup.document("Trip", markup.talk("T", {"slides": "slides.pdf"})),
            "slides.pdf": "slides",
        },
        builder=builder,
    )
    assert built.warnings == []
    page = {"latex": "trips.tex", "text": "a.txt", "epub": "a.xhtml", "texinfo": "trips.texi",
            "man": "trips.1"}[builder]  # fmt: skip
    assert "Slides" in built.out(page)


@pytest.mark.parametrize("builder", ["latex", "text"])
def test_the_byline_in_other_builders(build: Build, markup: Markup, builder: str) -> None:
    options = {
        "speakers": "Ann Lee, Bob Ng",
        "kind": "workshop",
        "start": "2020-07-23 09:00",
        "room": "R1",
        "topics": "bees",
        "rating": "5",
        "video": "https://x.example/v",
    }
    built = build(
        {markup.file("a"): markup.document("Trip", markup.talk("T", options))}, builder=builder
    )
    assert built.warnings == []
    text = built.out({"latex": "trips.tex", "text": "a.txt"}[builder])
    for shown in ("Workshop", "Ann Lee", "Bob Ng", "23 July 2020", "R1", "bees", "Rated 5 of 5"):
        assert shown in text
    assert "Video" in text


def test_what_a_talk_contains_can_be_anything(build: Build, markup: Markup) -> None:
    content = "\n".join(
        (
            "Before.\n",
            markup.directive("note", "", None, "A note."),
            "\n* one\n* two\n",
            markup.directive("code-block", "python", None, "print(1)"),
        )
    )
    built = build({markup.file("a"): markup.document("Trip", markup.talk("T", None, content))})
    assert built.warnings == []
    talk = built.page("a.html").by_id("talk-t")
    assert talk.by_class("note")[0].words == "Note A note."
    assert [item.words for item in talk.by_tag("li")] == ["one", "two"]
    assert talk.by_class("highlight-python")[0].words == "print(1)"


@pytest.mark.parametrize("around", ["note", "list-table", "grid"])
def test_a_talk_where_no_section_can_stand(build: Build, markup: Markup, around: str) -> None:
    talk = markup.talk("Inside", {"speakers": "Ann Lee"})
    row = "* - " + talk.strip().replace("\n", "\n    ") + "\n  - Other"
    outer = {
        "note": markup.directive("note", "", None, talk),
        "list-table": markup.directive("list-table", "", None, row),
        "grid": markup.directive("grid", "1", None, markup.directive("grid-item", "", None, talk)),
    }[around]
    built = build({markup.file("a"): markup.document("Trip", outer)})
    assert built.warnings == []
    page = built.page("a.html")
    assert page.by_id("talk-inside").words == "Inside"
    assert "Ann Lee" in page.words
    assert list(built.inventory()["trip:talk"]) == ["inside"]


def built_bylines(built: Built) -> list[str]:
    """The words of all bylines of the page ``a``."""
    return [byline.words for byline in built.page("a.html").by_class("trip-byline")]


def test_a_talk_about_which_nothing_is_said_has_no_byline(build: Build, markup: Markup) -> None:
    assert built_bylines(build({markup.file("a"): markup.document("Trip", markup.talk("T"))})) == []


@pytest.mark.parametrize("order", [("topics", "tags"), ("tags", "topics")])
def test_topics_and_tags_count_both(build: Build, markup: Markup, order: tuple[str, str]) -> None:
    options = dict(zip(order, ("a, b", "B, c"), strict=True))
    metadata = "".join(f"    {name}: [{value}]\n" for name, value in options.items())
    texts = "".join(f"    {name}: {value}\n" for name, value in options.items())
    listed = f"---\ntalks:\n  - title: V\n{metadata}  - title: W\n{texts}---\n\n# Two\n\nWords.\n"
    project = {
        markup.file("a"): markup.document("Trip", markup.talk("T", options)),
        "b.md": listed,
    }
    built = build(project)
    assert built.warnings == []
    found = {talk["title"]: talk["topics"] for talk in built.talks_json()["talks"]}
    assert found == {title: ["a", "b", "c"] for title in "TVW"}


TWICE: Options = {
    "slides": "https://x.example/1",
    "video": "https://x.example/2",
    "links": "Video <https://x.example/3>\nNotes <https://x.example/4>\nvideo <https://x.example/5>\n"
    "Notes <https://x.example/6>\nVIDEO <https://x.example/2>",
}
"""Links of one name, and one that is given twice."""
TOLD_APART = ["Slides", "Video", "Video 2", "Notes", "Video 3", "Notes 2"]


def test_links_of_one_name_can_be_told_apart(build: Build, markup: Markup) -> None:
    lists = [
        markup.directive("talklist", options={"layout": "table", "columns": "title, links"}),
        markup.directive("talklist", options={"layout": "cards"}),
    ]
    built = build({markup.file("a"): markup.document("Trip", markup.talk("T", TWICE), *lists)})
    assert built.warnings == []
    page = built.page("a.html")
    (byline,) = page.by_id("talk-t").by_class("trip-byline")
    assert byline.words == " · ".join(TOLD_APART)
    assert [link.words for link in page.by_class("trip-link-video")][:3] == [
        "Video", "Video 2", "Video 3"
    ]  # fmt: skip
    (table,) = page.by_tag("table")
    assert [link.words for link in table.by_class("trip-link")] == TOLD_APART


@pytest.mark.parametrize(
    ("builder", "name"), [("text", "a.txt"), ("latex", "trips.tex"), ("texinfo", "trips.texi")]
)
def test_links_of_one_name_in_other_builders(
    build: Build, markup: Markup, builder: str, name: str
) -> None:
    project = {markup.file("a"): markup.document("Trip", markup.talk("T", TWICE))}
    text = build(project, "language = 'es'\n", builder=builder).out(name)
    for label in ("Vídeo", "Vídeo 2", "Vídeo 3", "Notes 2"):
        assert label in text
    assert "Vídeo 4" not in text


def test_every_known_name_of_a_link_has_its_words(build: Build) -> None:
    links = "\n".join(f"{label.upper()} <https://x.example/{label}>" for label in KNOWN_LABELS)
    built = build({"a.rst": RST.document("Trip", RST.talk("T", {"links": links}))})
    (byline,) = built.page("a.html").by_class("trip-byline")
    for label in KNOWN_LABELS:
        (link,) = byline.by_class(f"trip-link-{label}")
        assert link.words != label


def test_names_of_links_that_are_known_in_any_case(build: Build, markup: Markup) -> None:
    links = "Video <https://x.example/3>\nTalk page <https://x.example/4>"
    person = markup.directive("speaker", "Ann Lee", {"links": "GITHUB <https://github.com/ann>"})
    project = {
        markup.file("a"): markup.document("Trip", markup.talk("T", {"links": links}), person)
    }
    built = build(project)
    page = built.page("a.html").main
    assert [link.words for link in page.by_class("trip-link-video")] == ["Video"]
    assert [link.words for link in page.by_class("trip-link-github")] == ["GitHub"]
    (talk,) = built.talks_json()["talks"]
    assert talk["links"] == {"video": "https://x.example/3", "Talk page": "https://x.example/4"}
