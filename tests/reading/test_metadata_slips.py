"""What authors get wrong in metadata, and metadata at other places: as a build shows it."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import Markup


def report(built: Built, docname: str) -> dict[str, object]:
    """The report in the data file."""
    (found,) = (r for r in built.talks_json()["reports"] if r["docname"] == docname)
    return dict(found)


def test_metadata_of_a_folder(build: Build, markup: Markup) -> None:
    conf = """
import datetime
tripreport_metadata = {
    "posts/*": {
        "event": "con",
        "author": "Ann Lee",
        "date": datetime.date(2020, 7, 23),
        "talk-patterns": "{title} ({speakers})",
    },
    "drafts/*": {"draft": True},
}
"""
    talk = markup.heading("Bees (Bob Ng)", 2) + "\nWords.\n"
    sources = {
        markup.file("posts/a"): markup.document("A", talk),
        markup.file("posts/b"): markup.document("B", talk, metadata={"authors": "Di Fox"}),
        markup.file("drafts/c"): markup.document("C", "Words.\n"),
        markup.file("d"): markup.document("D", "Words.\n"),
    }
    built = build(sources, conf)
    assert built.warnings == []
    assert "drafts/c" in built.said
    data = built.talks_json()
    assert {each["docname"]: each["authors"] for each in data["reports"]} == {
        "posts/a": ["Ann Lee"],
        "posts/b": ["Di Fox"],
    }
    assert {(each["event"], each["date"]) for each in data["reports"]} == {("con", "2020-07-23")}
    assert [each["speakers"] for each in data["talks"]] == [["bob-ng"]]
    assert built.page("posts/a.html").main.words.startswith("A con · 23 July 2020 · Ann Lee")


def test_metadata_of_a_folder_that_is_wrong_is_said_once(build: Build, markup: Markup) -> None:
    conf = "tripreport_metadata = {'*': {'event': 'con', 'date': 'soon'}, 'b': 1}\n"
    documents = {markup.file(name): markup.document(name, "Words.\n") for name in "ab"}
    date, type_ = build(documents, conf).warnings
    assert date.startswith("conf.py:10: WARNING: tripreport_metadata['*']: The metadata field")
    assert type_.startswith("conf.py:10: WARNING: tripreport_metadata['b'] is of type int")


def test_yaml_that_cannot_be_read(build: Build) -> None:
    front = "---\ntitle: Con: a report\nevent: con\ntags: [a, b\ndate: 2020-07-23\n---\n\n"
    built = build({"a.md": f"{front}Words.\n", "b.rst": f"{front}Words.\n"})
    assert [line.partition(" WARNING: ")[0] for line in built.warnings] == [
        "a.md:2:",
        "a.md:4:",
        "b.rst:2:",
        "b.rst:4:",
    ]
    assert all("quote the value" in line for line in built.warnings)
    for name in "ab":
        found = report(built, name)
        assert (found["title"], found["event"], found["date"]) == (
            "Con: a report",
            "con",
            "2020-07-23",
        )
        assert built.page(f"{name}.html").main.words == "Con: a report con · 23 July 2020 Words."


@pytest.mark.parametrize("above", ["\n", "\n\n", "\N{BYTE ORDER MARK}"])
def test_what_stands_above_front_matter(build: Build, above: str) -> None:
    front = f"{above}---\ntitle: Trip\nevent: con\ntalk-patterns: ## {{title}}\n---\n\n"
    sources = {
        "a.md": f"{front}Words.\n\n## Bees\n\n{{talk}}`none`\n",
        "b.rst": f"{front}Words.\n\nBees\n----\n\n:talk:`none`\n",
    }
    built = build(sources)
    assert built.page("a.html").main.words.startswith("Trip con Words. Bees")
    assert built.page("b.html").main.words.startswith("Trip con Words. Bees")
    for (name, text), warning in zip(sources.items(), built.warnings, strict=True):
        line = text.count("\n", 0, text.index("none")) + 1
        assert warning.startswith(f"{name}:{line}: ")


def test_json_front_matter(build: Build) -> None:
    front = '{\n  "title": "Trip",\n  "event": "con",\n  "date": "2020-07-23"\n}\n\nWords.\n'
    built = build({"a.md": front, "b.rst": front})
    assert built.warnings == []
    for name in "ab":
        assert built.page(f"{name}.html").main.words == "Trip con · 23 July 2020 Words."


def test_a_field_that_is_nearly_known(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): markup.document("A", "Words.\n", metadata={"evnt": "con"})})
    (warning,) = built.warnings
    assert "The metadata field “evnt” is not known. Did you mean “event”?" in warning


def test_other_documents_get_no_warning_on_their_fields(build: Build, markup: Markup) -> None:
    talk = markup.talk("Bees", {"event": "con"})
    fields = {"date": "soon", "language": "none"}
    built = build(
        {
            markup.file("a"): markup.document("A", "Words.\n", metadata=fields),
            markup.file("b"): markup.document("B", talk, metadata=fields),
            markup.file("c"): markup.document("C", "Words.\n", metadata=fields | {"event": "con"}),
            markup.file("d"): markup.document("D", "W.\n", metadata={"event": "x", "date": "$Id$"}),
        }
    )
    assert [line[:1] for line in built.warnings] == ["b", "b", "c", "c"]


def test_a_date_that_can_be_read_two_ways(build: Build, markup: Markup) -> None:
    event = markup.directive("event", "Con", {"start": "2024-03-04", "end": "2024-03-06"})
    fields = {"event": "con", "date": "03/04/2024"}
    built = build(
        {
            markup.file("a"): markup.document("A", "Words.\n", metadata=fields),
            markup.file("b"): markup.document("B", event),
            markup.file("c"): markup.document("C", "W.\n", metadata=fields | {"event": "other"}),
        }
    )
    assert report(built, "a")["date"] == "2024-03-04"
    assert "4 March 2024" in built.page("a.html").main.words
    (warning,) = built.warnings
    assert warning.startswith(markup.file("c") + ":")
    assert "can be read two ways: 2024-04-03 or 2024-03-04" in warning
    assert warning.endswith("[tripreport.ambiguous]")
    built.rebuild({markup.file("b"): markup.document("B", "No event.\n")})
    assert "3 April 2024" in built.page("a.html").main.words


def test_a_day_against_a_whole_start(build: Build, markup: Markup) -> None:
    event = markup.directive("event", "Con", {"start": "2020-07-23", "end": "2020-07-26"})
    talk = markup.talk("T", {"event": "con", "day": "3", "start": "2020-07-23 09:00"})
    (warning,) = build({markup.file("a"): markup.document("A", event, talk)}).warnings
    assert "“T” is on day 3 and on 2020-07-23: day 3 of “con” is 2020-07-25" in warning
    assert warning.endswith("[tripreport.contradiction]")


def test_days_and_times_without_dates_are_in_the_data_file(build: Build, markup: Markup) -> None:
    talk = markup.talk("T", {"event": "con", "day": "2", "start": "9:00", "end": "9:30"})
    (found,) = build({markup.file("a"): markup.document("A", talk)}).talks_json()["talks"]
    assert (found["day"], found["start"], found["end"]) == (None, None, None)
    assert (found["day_number"], found["start_time"], found["end_time"]) == (2, "09:00", "09:30")


def test_a_day_that_no_month_has_gives_one_warning(build: Build) -> None:
    """MyST would make a date of it, fail, and lose all of the block."""
    talks = "talks:\n- title: Bees\n  start: 2024-02-30 10:00\n"
    text = (
        f"---\nevent: con\ndate: 2024-04-31\nmyst:\n  title_to_header: true\n{talks}---\n# Trip\n"
    )
    built = build({"a.md": text})
    assert not [line for line in built.warnings if "YAML" in line]
    assert ["a.md:3" in built.warnings[0], "a.md:8" in built.warnings[1]] == [True, True]
    assert len(built.warnings) == 2
