"""Codes of languages: read in any spelling, and compared."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.languages.codes import (
    is_right_to_left,
    is_same,
    read_code,
    speaks,
)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("EN_gb.UTF-8", "en-GB"),
        ("de-DE-u-co-phonebk", "de-DE"),
        ("de-u-co-phonebk-x-ab", "de-x-ab"),
        ("zh-cmn-Hans", "zh-Hans"),
        ("zh-yue-HK", "yue-HK"),
        ("de-1996", "de-1996"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("es-419", "es-419"),
        ("sr@latin", "sr-Latn"),
    ],
)
def test_codes_are_read(written: str, code: str) -> None:
    assert read_code(written) == code
    assert read_code(code) == code


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("jp", "ja"),
        ("cn", "zh"),
        ("cz", "cs"),
        ("us", "en"),
        ("en-UK", "en-GB"),
        ("Spanish", "es"),
        ("Brazilian Portuguese", "pt-BR"),
        ("Simplified Chinese", "zh-Hans"),
    ],
)
def test_what_is_no_code_but_clear(written: str, meant: str) -> None:
    with pytest.raises(ValueError, match=rf"zh-Hant\. Did you mean “{meant}”\?$"):
        read_code(written)


@pytest.mark.parametrize("written", [
    "", "xx", "klingonish", "zh-xxx", "en-XX", "es-u", "a-b-c", "zz", "zz-foo", "xa", "001", "aq"
])  # fmt: skip
def test_what_is_no_code(written: str) -> None:
    with pytest.raises(ValueError, match=r"zh-Hant$"):
        read_code(written)


def test_what_is_private_is_no_territory() -> None:
    assert is_same("de-x-ch", "de-AT")
    assert not is_same("de-CH", "de-AT")


def test_who_knows_one_language_reads_the_other() -> None:
    assert speaks("pt", "pt_BR")
    assert speaks("ZH-hant", "zh-CN")
    assert not speaks("pt", "es")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("ar", True), ("he-IL", True), ("az-Arab", True), ("az", False), ("en", False)],
)
def test_which_way_a_language_runs(code: str, expected: bool) -> None:
    assert is_right_to_left(code) is expected
