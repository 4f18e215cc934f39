"""The comparison form and the key of a text."""

from __future__ import annotations

import unicodedata
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.slugs import fold, slug

ANY_TEXT = st.text(st.characters(exclude_categories=[]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Docker AND Python", "docker and python"),
        ("ＥｕｒｏＰｙｔｈｏｎ　２０２０", "europython 2020"),
        ("ﾊﾟｲｿﾝ", "パイソン"),
        ("Tania  Allard\n", "tania allard"),
        ("tab\there", "tab here"),
        ("Éric Àéîõü", "eric aeiou"),
        ("E\u0301ric", "éric"),
        ("Straße Ørsted Đặng Łódź Æther œuvre", "strasse orsted dang lodz aether oeuvre"),
        ("İstanbul ISPARTA ısparta", "istanbul isparta isparta"),
        ("Άλφα Ωμέγας", "αλφα ωμεγασ"),
        ("Алёна", "алена"),
        ("“panic” «now» „so“ 「は」", "'panic' 'now' 'so' 'は'"),
        ('Don\'t "x" `y`', "don’t ’x’ ´y´"),
        ("2019–2020 — a\u2212b", "2019-2020 - a-b"),
        ("co\u00adop\u200ber\u200date\u200f", "cooperate"),
        ("❤\ufe0f", "❤"),
        ("〜", "～"),
        ("bell\x07", "bell"),
    ],
)
def test_fold_unifies(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("й", "и"), ("が", "か"), ("パ", "ハ"), ("कि", "क"), ("c++", "c"), ("a b", "ab")],
)
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_fold_gives_composed_text() -> None:
    assert fold("Йод が 한국") == "йод が 한국"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Docker and Python", "docker-and-python"),
        ("C++ & C#", "cpp-and-csharp"),
        ("F# for C++20", "fsharp-for-cpp20"),
        ("R&D", "r-d"),
        ("abc# x", "abc-x"),
        ("Don't panic!", "don-t-panic"),
        ("snake_case.py", "snake-case-py"),
        ("Ünïcode: die Straße", "unicode-die-strasse"),
        ("中文：标题", "中文-标题"),
        ("हिन्दी में पाइथन", "हिन्दी-में-पाइथन"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("グイド・ヴァンロッサム", "グイド-ヴァンロッサム"),
        ("🎉 Party", "party"),
        ("🎉", "party-popper"),
        ("👩\u200d💻", "woman-personal-computer"),
        ("&", "and"),
        ("?!", "question-mark-exclamation-mark"),
        ("\ue000", "ue000"),
        ("\u0301", "combining-acute-accent"),
        ("हि!\u093f", "हि"),
        ("", ""),
        (" \t\u200d\x00", ""),
    ],
)
def test_slug(text: str, key: str) -> None:
    assert slug(text) == key


def test_long_slugs_are_cut_between_words_and_stay_distinct() -> None:
    one, other = slug("word " * 40 + "one"), slug("word " * 40 + "other")
    assert one != other
    assert len(one) <= 80
    assert one.startswith("word-word-")
    assert one.rpartition("-")[0].endswith("-word")


@pytest.mark.parametrize("text", ["x" * 200, "a " + "x" * 200, "漢" * 90])
def test_long_words_are_cut_anywhere(text: str) -> None:
    assert len(slug(text)) == 80


def test_a_long_slug_is_cut_where_a_word_ends() -> None:
    assert slug("x" * 13 + " " + "y" * 9, limit=20).startswith("x" * 13 + "-")
    assert len(slug("x" * 50, limit=1)) == 16


def test_every_letter_but_han_folds_and_slugs_to_something_stable() -> None:
    for char in map(chr, chain(range(0x3400), range(0xA000, 0xAC00), range(0xF900, 0x17000))):
        folded = fold(char)
        assert fold(folded) == folded, hex(ord(char))
        assert bool(slug(char)) == bool(folded), hex(ord(char))


@given(ANY_TEXT)
def test_fold_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(ANY_TEXT, st.integers(16, 100))
def test_slug_is_a_key(text: str, limit: int) -> None:
    key = slug(text, limit)
    assert slug(key, limit) == key
    assert len(key) <= limit
    assert not set(key) & set("/<>\"'#%&?:`")
    assert not any(char.isspace() or unicodedata.category(char)[0] == "C" for char in key)
    assert key == key.strip("-")
    assert "--" not in key


@given(ANY_TEXT)
def test_slug_is_empty_only_where_nothing_is_visible(text: str) -> None:
    assert bool(slug(text)) == bool(fold(text))


@given(ANY_TEXT)
def test_what_folds_alike_has_one_slug(text: str) -> None:
    assert slug(fold(text)) == slug(text)


def test_accents_that_nobody_writes_are_no_part_of_a_text() -> None:
    pile = "\N{COMBINING ACUTE ACCENT}\N{COMBINING GRAVE ACCENT BELOW}"
    assert fold("a" + pile * 10_000) == "a"
    devanagari = "\N{DEVANAGARI LETTER KA}\N{DEVANAGARI SIGN VIRAMA}\N{DEVANAGARI LETTER SSA}"
    assert fold(devanagari) == devanagari
    assert len(fold(devanagari + pile * 10_000)) < 40
