"""What the fields of a report may look like, in every engine's spelling."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report

DAY = dt.date(2020, 7, 23)


def report(text: str, markup: str = "markdown", docname: str = "day-1") -> Report:
    """The report of a post, whose metadata is in order."""
    read = read_report(read_metadata(text, markup), docname)
    assert not read.problems
    return read.report


def yaml(lines: str) -> str:
    """Front matter."""
    return f"---\n{lines}\n---\n"


@pytest.mark.parametrize(
    ("lines", "topics"),
    [
        ("tags: [Python, Data Science]", ("Python", "Data Science")),
        ('tags: ["Python", "Data Science"]', ("Python", "Data Science")),
        ("tags:\n- Python\n- Data Science", ("Python", "Data Science")),
        ("tags: Python, Data Science", ("Python", "Data Science")),
        ("tags: Python; Data Science", ("Python", "Data Science")),
        ("tags: python conference talks", ("python", "conference", "talks")),
        ('tags: "Data Science"', ("Data", "Science")),
        ("categories: python conference", ("python", "conference")),
        ("Tags: python", ("python",)),
        ("keywords: Data Science", ("Data Science",)),
        ("category: Data Science", ("Data Science",)),
        ("blogpost: true\ndate: 2020-07-23\ntags: Data Science", ("Data Science",)),
        ("categories: [Blog]\ntags: [Python, blog]", ("Python", "blog")),
        ("category: Talks\ntag: Bees\nkeywords: [Ants]", ("Ants", "Talks", "Bees")),
        ("tags: []\ncategories: [Blog]", ("Blog",)),
        ("taxonomies:\n  tags: [Python]", ("Python",)),
        ('tags: \'["Python", "Data"]\'', ("Python", "Data")),
        ('tags: ["Berlin, Spring", x]', ("Berlin, Spring", "x")),
        ("tags:\n- Berlin, Spring; Night\n- '#x'\n- X", ("Berlin, Spring; Night", "x")),
        ('tags: \'["Berlin, Spring", "x"]\'', ("Berlin, Spring", "x")),
    ],
)
def test_topics_in_yaml(lines: str, topics: tuple[str, ...]) -> None:
    assert report(yaml(lines)).topics == topics


@pytest.mark.parametrize(
    ("value", "topics"),
    [
        ("data science, python", ("data science", "python")),
        ("data science; python", ("data science", "python")),
        ("data science", ("data science",)),
        ('["data science", "python"]', ("data science", "python")),
        ("[data science, python]", ("data science", "python")),
        ("[data science], python", ("[data science]", "python")),
    ],
)
def test_topics_in_lines(value: str, topics: tuple[str, ...]) -> None:
    assert report(f"Title: Day 1\nTags: {value}\n").topics == topics
    assert report(f".. tags: {value}\n", "restructuredtext").topics == topics
    assert report(f":tags: {value}\n\nDay 1\n=====\n", "restructuredtext").topics == topics


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("Jane Doe, Rick Roe", ("Jane Doe", "Rick Roe")),
        ("Jane Doe & Rick Roe", ("Jane Doe", "Rick Roe")),
        ("Jane Doe &amp; Rick Roe", ("Jane Doe", "Rick Roe")),
        ("Jane Doe and Rick Roe", ("Jane Doe", "Rick Roe")),
        ("Jane Doe, Rick Roe, and Alexander Sand", ("Jane Doe", "Rick Roe", "Alexander Sand")),
        ("Doe, Jane; Roe, Rick", ("Doe, Jane", "Roe, Rick")),
        ("The R&D team", ("The R&D team",)),
        ("Jane Doe <https://example.org/?a & b>", ("Jane Doe",)),
        ('["Jane Doe", "Roe, Rick"]', ("Jane Doe", "Roe, Rick")),
        ('[{"name": "Jane Doe"}]', ("Jane Doe",)),
    ],
)
def test_authors_in_lines(value: str, authors: tuple[str, ...]) -> None:
    assert report(f"Title: Day 1\nAuthor: {value}\n").authors == authors
    assert report(f".. author: {value}\n", "restructuredtext").authors == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("authors: [Jane Doe, Rick Roe]", ("Jane Doe", "Rick Roe")),
        ("author: ['Jane Doe', 'Jane Doe', '']", ("Jane Doe",)),
        ("authors: [Smith and Sons]", ("Smith and Sons",)),
        ("author: {name: Jane Doe, email: x}", ("Jane Doe",)),
        ("authors:\n- name: Jane Doe\n- Rick Roe", ("Jane Doe", "Rick Roe")),
        ("author:\n- name: {given: Jane, family: Doe}", ("Jane Doe",)),
        ("params:\n  author: Jane Doe", ("Jane Doe",)),
        ("AUTHOR: Jane Doe", ("Jane Doe",)),
    ],
)
def test_authors_in_yaml(lines: str, authors: tuple[str, ...]) -> None:
    assert report(yaml(lines)).authors == authors


def test_authors_in_tables_of_toml() -> None:
    text = "+++\n[[extra.authors]]\nname = 'Jane'\n[[extra.authors]]\nname = 'Rick'\n+++\n"
    assert report(text).authors == ("Jane", "Rick")


@pytest.mark.parametrize(
    "value",
    [
        "2020-07-23",
        "2020-7-23",
        "2020-07-23 18:00:00 +0800",
        "2020-07-23T18:00:00Z",
        "2020-07-23T18:00:00.5+05:30",
        "2020-07-23 20:10:28 UTC+01:00",
        "2020-07-23 20:10 UTC+1",
        "2020-07-23 20:10 (UTC-3)",
        "2020-07-23 20:10:28 -0700 PDT",
        "2020-07-23 20:10:28 +0000 UTC",
        "2020-07-23 20:10:28 -5",
        "22:30 07-23-2020",
        "2020/07/23 10:20",
        "23.07.2020",
        "07/23/2020",
        "July 23, 2020",
        "Jul 23, 2020",
        "23 July, 2020",
        "Thu, 23 Jul 2020 10:00:00 GMT",
        "2020年7月23日",
    ],
)
def test_dates(value: str) -> None:
    assert report(yaml(f"date: {value}")).date == DAY
    assert report(f"Title: Day 1\nDate: {value}\n").date == DAY
    assert report(f".. post:: {value}\n", "restructuredtext").date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "+++\ndate = 2020-07-23\n+++\n",
        "+++\ndate = 2020-07-23T10:00:00\n+++\n",
        "+++\ndate = 2020-07-23T10:00:00.25-07:00\n+++\n",
        "+++\ndate = '2020-07-23 10:00'\n+++\n",
        yaml("publishDate: 2020-07-23"),
        yaml("date:\n  created: 2020-07-23\n  updated: 2021-01-01"),
    ],
)
def test_dates_of_engines(text: str) -> None:
    assert report(text).date == DAY


@pytest.mark.parametrize(
    ("docname", "day"),
    [
        ("_posts/2020-07-23-day-1", DAY),
        ("2020-7-23_day-1", DAY),
        ("2020-07-23", DAY),
        ("2020-07-2345", None),
        ("2020-13-23-day-1", None),
        ("2020-07-23/day-1", None),
        ("day-2020-07-23", None),
    ],
)
def test_date_in_the_name_of_the_file(docname: str, day: dt.date | None) -> None:
    assert report(yaml("title: Day 1"), docname=docname).date == day
    other = report(yaml("date: 2019-01-01"), docname=docname)
    assert other.date == dt.date(2019, 1, 1)


@pytest.mark.parametrize(
    ("lines", "draft"),
    [
        ("draft: true", True),
        ("Draft: yes", True),
        ("draft: false", False),
        ("published: false", True),
        ("published: true", False),
        ("published: 2020-07-23", False),
        ("status: draft", True),
        ("status: Hidden", True),
        ("status: private", True),
        ("status: published", False),
        ("blogpost: true", True),
        ("blogpost: true\ndate: 2020-07-23", False),
        ("draft: {a: b}", False),
    ],
)
def test_drafts(lines: str, draft: bool) -> None:
    assert report(yaml(f"title: Day 1\n{lines}")).draft is draft


@pytest.mark.parametrize(
    ("text", "markup", "draft"),
    [
        ("+++\ndraft = true\n+++\n", "markdown", True),
        ("Title: Day 1\nStatus: draft\n", "markdown", True),
        (".. title: Day 1\n.. status: draft\n", "restructuredtext", True),
        (".. post::\n", "restructuredtext", True),
        (".. post:: 2020-07-23\n", "restructuredtext", False),
        ("```{post}\n```\n", "markdown", True),
    ],
)
def test_drafts_of_engines(text: str, markup: str, draft: bool) -> None:
    assert report(text, markup).draft is draft


@pytest.mark.parametrize("name", ["lang", "language", "locale", "Language"])
def test_language(name: str) -> None:
    assert report(yaml(f"{name}: pt_BR")).language == "pt-BR"


def test_the_words_of_quartos_pages_are_no_language() -> None:
    assert report(yaml("language: {title-block: Trip}\nevent: con")).language == ""


def test_series_of_hugo() -> None:
    assert report(yaml("series: [EuroPython]")).series == "EuroPython"


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        (yaml("title: Day 1\ndate: soon"), 3, "date"),
        (yaml("title: Day 1\nevent: [a, b]"), 3, "event"),
        (yaml("event: con\nprogramme: {a: b}"), 3, "programme"),
        ("+++\ntitle = 'Day 1'\n\n[taxonomies]\ntags = {a = 1}\n+++\n", 5, "tags"),
        ("Title: Day 1\nAuthor: Jane\nDate: soon\n", 3, "date"),
        ("<!--\n.. title: Day 1\n.. date: soon\n-->\n", 3, "date"),
        ("```{post} soon\n```\n", 1, "date"),
    ],
)
def test_problems_have_their_line(text: str, line: int, name: str) -> None:
    read = read_report(read_metadata(text, "markdown"), "day-1")
    (problem,) = read.problems
    assert problem.line == line
    assert f"“{name}”" in problem.text


def test_a_post_that_is_a_talk() -> None:
    lines = (
        "event: con\ntalk: true\nrating: 4\nroom: Hall\nurl: https://x.example\nstatus: missed\n"
        "tags: [data, 'a, b']\nlanguage: de"
    )
    read = read_report(read_metadata(yaml(lines), "markdown"), "day-1")
    assert read.problems == ()
    assert read.talk == {
        "rating": 4,
        "room": "Hall",
        "url": "https://x.example",
        "status": "missed",
        "topics": ("data", "a, b"),
    }
    assert read.report.language == "de"


def test_an_engines_own_fields_are_not_of_the_talk() -> None:
    lines = "talk: true\nurl: /bees/\nstatus: draft"
    read = read_report(read_metadata(yaml(lines), "markdown"), "day-1")
    assert (read.talk, read.problems) == ({}, ())
    assert read.report.draft


@pytest.mark.parametrize("lines", ["rating: 4", "talk: false\nrating: 4"])
def test_a_post_that_is_no_talk(lines: str) -> None:
    assert read_report(read_metadata(yaml(lines), "markdown"), "day-1").talk is None


def test_what_is_wrong_with_a_post_that_is_a_talk() -> None:
    read = read_report(read_metadata(yaml("talk: true\nrating: 9\nroom: Hall"), "markdown"), "a")
    assert read.talk == {"room": "Hall"}
    (problem,) = read.problems
    assert problem.line == 3
    assert "“rating” is “9”" in problem.text


@pytest.mark.parametrize(
    ("lines", "files"),
    [
        ("event: con\nprogramme: con.json", ["con.json"]),
        ("event: con\nprogramme: [a.json, /b.csv]", ["a.json", "/b.csv"]),
        ('event: con\nprogramme: \'["a.json", "b.csv"]\'', ["a.json", "b.csv"]),
        ("event: con\ntalk: false\nprogramme: con.json", ["con.json"]),
        ("event: con\ntalk: true\nprogramme: ABC", []),
        ("programme: con.json", []),
    ],
)
def test_files_of_a_programme(lines: str, files: list[str]) -> None:
    assert [link.url for link in report(yaml(lines)).programme] == files
