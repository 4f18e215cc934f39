"""Excerpts: texts are cut between words, and it is known how long they take to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.excerpts import (
    LONGEST,
    Excerpt,
    RoleInText,
    count_words,
    mark_role,
    minutes_for,
    read_excerpt,
    shorten,
    with_titles,
)
from sphinxcontrib_tripreport.core.text.plain_words import plain_words


def test_short_texts_stay() -> None:
    assert shorten("Ann and Bob.") == "Ann and Bob."
    assert shorten("x" * LONGEST) == "x" * LONGEST


def test_long_texts_are_cut_at_a_word() -> None:
    shown = shorten("word, " * 100)
    assert len(shown) <= LONGEST
    assert shown.endswith("word…")


def test_long_words_are_cut_anywhere() -> None:
    assert shorten("x" * 10_000) == "x" * (LONGEST - 1) + "…"
    assert shorten("漢" * 400) == "漢" * (LONGEST - 1) + "…"


@given(st.text(max_size=700))
def test_nothing_is_longer_than_wanted(text: str) -> None:
    assert len(shorten(text)) <= LONGEST


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        ([], 0),
        (["", "  "], 0),
        (["one word"], 1),
        (["word " * 500, "word " * 100], 3),
        (["漢字" * 400], 2),
        (["Größe " * 600], 3),
    ],
)
def test_reading_takes_time(lines: list[str], minutes: int) -> None:
    assert minutes_for(count_words(lines)) == minutes


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("A *b* **c** ***d*** _e_ __f__ `g` ``h``", "A b c d e f g h"),
        ("[link](http://x.y) and `text <http://x.y>`_, [one][two]", "link and text, one"),
        ("[a](http://x.y/A_(b)) ![b](c_(d).png) [e](x:f(1)).", "a e."),
        ("![alt](a.png) text <!-- gone --> <b>bold</b>", "text bold"),
        (":talk:`words <key>` {talk}`key` :doc:`x`", "words key x"),
        ("Note[^1] and note [1]_.", "Note and note."),
        ("# Heading\n\nText", "Heading Text"),
        ("snake_case, 2*3*4, array[0], x < y", "snake_case, 2*3*4, array[0], x < y"),
        ("R&amp;D <script>alert(1)</script>!", "R&D !"),
        ("<script>alert(1)", ""),
        ("a\x00b\n c", "ab c"),
    ],
)
def test_words_are_without_markup(written: str, words: str) -> None:
    assert plain_words(written) == words


@pytest.mark.parametrize(
    "piece", ["*a", "[a", "<", "`", "[a](", "[a](b(", "![](a(", "_a ", ":a:", "<!--", "{a", "`a <"]
)
def test_no_text_takes_long(piece: str) -> None:
    assert len(plain_words(piece * 10_000)) <= 10_000


MARKED = f"By {mark_role('speaker', 'bo', 'bo')}: {mark_role('talk', 'a/b', 'a/b')}."


def test_marked_roles_are_words_with_places() -> None:
    found = read_excerpt(MARKED)
    assert found.text == "By bo: a/b."
    assert found.roles == (
        RoleInText(3, 5, "speaker", "bo"),
        RoleInText(7, 10, "talk", "a/b"),
    )


def test_roles_that_are_cut_off_are_none() -> None:
    found = read_excerpt(MARKED, 9)
    assert found == Excerpt("By bo…", (RoleInText(3, 5, "speaker", "bo"),))


def test_titles_are_in_the_place_of_names() -> None:
    titles = {"a/b": "A talk"}
    said = with_titles(read_excerpt(MARKED), lambda role, name: titles.get(name, ""))
    assert said == "By bo: A talk."
    assert len(with_titles(read_excerpt(MARKED), lambda role, name: "long " * 99)) <= LONGEST
