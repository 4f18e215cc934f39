"""Texts that nobody would write: what reads them refuses or reads them, and keeps its promises.

The texts are drawn from fixed seeds, so that every run reads the same 20,000. ``FUZZ`` in the
environment is how many times as many are read, and from which seed on (``tox -e fuzz``).
"""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest

from sphinxcontrib_tripreport.core.languages.collation import collate, initial
from sphinxcontrib_tripreport.core.languages.dates import (
    read_date,
    read_day,
    read_duration,
    read_moment,
)
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.options.data_files import read_data
from sphinxcontrib_tripreport.core.options.option import OptionTable, read_options
from sphinxcontrib_tripreport.core.options.tables import (
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
)
from sphinxcontrib_tripreport.core.patterns.fields import read_day as read_found_day
from sphinxcontrib_tripreport.core.patterns.fields import read_talk
from sphinxcontrib_tripreport.core.patterns.found_talk import MatchedLine
from sphinxcontrib_tripreport.core.patterns.marked_text import (
    EMPHASIS,
    LINK,
    STRONG,
    Mark,
    MarkedText,
)
from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, read_pattern
from sphinxcontrib_tripreport.core.patterns.tokens import FIELDS
from sphinxcontrib_tripreport.core.posts.headings import mend_headings
from sphinxcontrib_tripreport.core.posts.leftovers.clean import clean
from sphinxcontrib_tripreport.core.posts.leftovers.held import Held
from sphinxcontrib_tripreport.core.posts.metadata import shown_text
from sphinxcontrib_tripreport.core.posts.pattern_fields import take_patterns
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.posts.source import plain_text
from sphinxcontrib_tripreport.core.text.links import is_file, read_link, read_url
from sphinxcontrib_tripreport.core.text.names import family_first, name_key, split_speakers
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.slugs import fold, slug
from sphinxcontrib_tripreport.core.text.topics import split_topics
from sphinxcontrib_tripreport.core.text.videos import find_player
from tests.core.queries.questions import ask
from tests.core.records import Post, known
from tests.tools.slow_texts import POSTS, TEMPLATES, TOML, WORDS, YAML

TIMES: Final = int(os.environ.get("FUZZ", "1"))
MARKUPS: Final = ("markdown", "restructuredtext")
_ANY: Final = (
    "\N{SNOWMAN}",
    "\ud800",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "é",
    "ß",
    "蜂",
    "x",
    " ",
    "\n",
)


def texts(name: str, count: int, *units: tuple[str, ...]) -> Iterator[str]:
    """So many texts of a few of the units, some of which are repeated."""
    for number in range(count * TIMES):
        drawn = random.Random(f"{name} {number} {TIMES}")
        kinds = (*units, _ANY)
        parts = (
            drawn.choice(drawn.choice(kinds)) * drawn.choice((1, 1, 1, 1, 2, 5))
            for _ in range(drawn.randint(1, 14))
        )
        yield "".join(parts)


def are_within(problems: tuple[Problem, ...], text: str) -> bool:
    """Tell whether each problem is on a line of the text; YAML ends lines at other signs, too."""
    return all(0 <= problem.line <= len(text.splitlines()) + 1 for problem in problems)


def find(path: str) -> Held | None:
    return Held(path, "a") if path.endswith("b") else None


@pytest.mark.parametrize("markup", MARKUPS)
def test_leftovers(markup: str) -> None:
    for text in texts(f"leftovers {markup}", 1500, TEMPLATES, POSTS):
        cleaned = clean(text, markup, find)
        assert cleaned.text.count("\n") == text.count("\n"), text
        assert are_within(cleaned.problems, text), text


@pytest.mark.parametrize("markup", MARKUPS)
def test_posts(markup: str) -> None:
    heads = ("---\n", "+++\n", "<!--\n", "title: a\n", "{\n", ":a: b\n", "talk-patterns: {title}\n")
    for text in map(plain_text, texts(f"posts {markup}", 2000, heads, POSTS, YAML, TOML)):
        taken = take_patterns(text, markup)
        metadata = read_metadata(taken.text, markup)
        report = read_report(metadata, "post")
        shown = shown_text(taken.text, metadata)
        shown = mend_headings(shown) if markup == "markdown" else shown
        assert shown.count("\n") == text.count("\n"), text
        assert are_within((*taken.problems, *report.problems), text), text


def test_data_files() -> None:
    keys = (
        "speakers:\n",
        "events:\n",
        "  a:\n",
        "    url: ",
        "    name: ",
        "    aliases: [",
        "  ]\n",
    )
    for text in texts("data", 2000, keys, YAML, WORDS):
        data = read_data(text, "a.yaml")
        assert are_within(tuple(data.problems), text), text


@pytest.mark.parametrize(
    "options", [TALK_OPTIONS, SPEAKER_OPTIONS, EVENT_OPTIONS], ids=["talk", "speaker", "event"]
)
def test_options(options: OptionTable[Any]) -> None:
    drawn = random.Random("names")
    names = [*options]
    for text in texts(f"options {names[0]}", 1500, WORDS):
        values, problems = read_options({drawn.choice(names): text}, options, "a")
        assert all(problem.text.endswith((".", "?")) for problem in problems), text
        for value in values.values():
            assert value is not None, text
            assert "\0" not in str(value), text


def test_names() -> None:
    for text in texts("names", 2000, WORDS):
        for person in split_speakers(text):
            assert person.name, text
            assert name_key(person.name), text
            assert family_first(person.name).split(), text
        for topic in split_topics(text):
            assert fold(topic), text


def test_words() -> None:
    for text in texts("words", 2500, WORDS):
        folded = fold(text)
        assert fold(folded) == folded, text
        assert len(slug(text)) <= 80, text
        assert not set(slug(text)) & set(" /\\?#<>\"'"), text
        nearest(text, ("bees", text, text[::-1]))
        assert isinstance(initial(text, "es"), str), text
        assert collate(text, "es") == collate(text, "es"), text


def test_addresses() -> None:
    schemes = ("javascript", "data", "&#106;avascript", "jAvAsCrIpT", "http", "java", "script", ":")
    for text in texts("addresses", 2000, WORDS, schemes):
        for read in (read_url, lambda each: read_link(each).url):
            url = refused(read, text)
            if url is not None:
                assert url.split(), text
                assert is_file(url) or not url.lower().startswith(("javascript:", "data:")), text
                find_player(url)


def test_dates() -> None:
    digits = (
        "20",
        "2020",
        "31",
        "4",
        "07-",
        "April ",
        "abril ",
        "月",
        "日",
        "10:",
        "30 ",
        "am",
        "Z",
    )
    readers: tuple[Callable[[str], Any], ...] = (read_date, read_day, read_moment, read_duration)
    for text in texts("dates", 2000, WORDS, digits):
        for read in readers:
            refused(read, text)


def refused(read: Callable[[str], Any], text: str) -> Any:
    """What is read of a text; None where it is refused, with a reason."""
    try:
        return read(text)
    except ValueError as error:
        reason = str(error)
    assert reason, text
    return None


def test_patterns() -> None:
    fields = (*(f"{{{name}}}" for name in FIELDS), "{}", "{title}", "{speakers}", "{titel}")
    signs = (
        " - ",
        " (",
        ")",
        "**",
        "*",
        "[",
        "](x)",
        " // ",
        ", ",
        ": ",
        "#",
        "## ",
        "* ",
        "\\",
        " / …",
    )
    said = ("Ann Lee", "9:30", "45 min", "Friday", "3 May", "Keynote", "12", "Bees at work", "by ")
    drawn = random.Random("lines")
    lines = texts("lines", 100_000, said, signs, WORDS)
    for written in texts("patterns", 2500, fields, signs):
        pattern: Pattern | None = refused(read_pattern, written)
        if pattern is None:
            continue
        pieces: list[MatchedLine] = []
        for line in pattern.lines:
            text = next(lines).replace("\n", " ")
            marks = [_mark(drawn, text) for _ in range(drawn.randint(0, 3))]
            marked = MarkedText(text, tuple(sorted(marks, key=lambda mark: mark.start)))
            found = line.match(marked)
            place = 0
            for field in found or ():
                assert place <= field.start <= field.end <= len(text), (written, text)
                place = field.end
            pieces += [MatchedLine(marked, found)] if found is not None else []
        read_talk(pieces, "en")
        read_found_day(pieces)


def _mark(drawn: random.Random, text: str) -> Mark:
    start = drawn.randint(0, max(len(text) - 1, 0))
    end = drawn.randint(min(start + 1, len(text)), len(text))
    return Mark(drawn.choice((STRONG, EMPHASIS, LINK)), start, end, "https://a.example")


def test_listings() -> None:
    found = known(
        Post(
            Report("a", event="con", date=dt.date(2020, 7, 23), topics=("bees",)),
            {"Bees": {"speakers": "Ann Lee (Acme)", "start": "09:00"}, "Ants": {"rating": "4"}},
        )
    )
    signs = (
        "!",
        "*",
        ">=",
        "..",
        "-",
        "this",
        "bees",
        "con",
        "Ann Lee",
        "2020",
        "4",
        "none",
        "speaker",
    )
    drawn = random.Random("options")
    for text in texts("listings", 1500, signs, WORDS):
        kind = drawn.choice(("talk", "speaker", "event", "report"))
        option = drawn.choice(("speaker", "topic", "year", "rating", "since", "sort", "group-by",
                               "limit", "columns", "layout", "event", "kind"))  # fmt: skip
        answer = ask(found, kind, {option: text})
        assert len(answer.names) <= 2, text
        assert all(answer.problems), text
