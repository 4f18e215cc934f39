"""The order of texts in a language, and the headings of an index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.languages.collation import DIGITS, collate, initial

ORDERS: list[tuple[str, str, str]] = [
    ("en", "Adam Ångström Ärlig Elan élan Éric Öberg Østergård Straße Zorn", "A A A E E E O O S Z"),
    ("de-AT", "Ahrens Ärger Bach Özil Pohl", "A A B O P"),
    ("sv", "Adam Über Yngve Zorn Ångström Ärlig Öberg Østergård", "A Y Y Z Å Ä Ö Ö"),
    ("da", "Adam Zorn Ærø Østergård Aagaard Åse", "A Z Æ Ø Å Å"),
    ("nb_NO", "Zorn Ærø Østby Ås", "Z Æ Ø Å"),
    ("fi", "Zorn Åke Äijö Östman", "Z Å Ä Ö"),
    ("et", "Sepp Šveits Zoja Žanna Tamm Wolf Õnne Ääs Öö Ülo Xi", "S Š Z Ž T W Õ Ä Ö Ü X"),
    ("is", "Arna Árni Dagur Ðrífa Zoë Þór Ævar Örn", "A Á D Ð Z Þ Æ Ö"),
    ("es-MX", "Nuñez Núñez Nz Ñandú Oso", "N N N Ñ O"),
    ("en", "Ñandú Nuñez Nz Oso", "N N N O"),
    ("cs", "Cz Čapek Dvořák Hus Chalupa Ivan", "C Č D H Ch I"),
    ("hr", "Cvrk Čabar Ćiro Dunja Džep Đuro Luka Ljubo", "C Č Ć D Dž Đ L Lj"),
    ("hu", "Cica Cz Csaba Olga Ödön Őze Pál Zoltán Zsolt", "C C Cs O Ö Ö P Z Zs"),
    ("pl", "Ćma Lech Łukasz Zorn Źrebak Żaba", "Ć L Ł Z Ź Ż"),
    ("lt", "Ivas Yla Jonas", "I Y J"),
    ("ro", "Andrei Ăla Âta Saba Șerban Ştefan Tudor Țara", "A Ă Â S Ș Ș T Ț"),
    ("tr", "Can Çelik Hasan Irmak Işık ilk İnci Jale", "C Ç H I I İ İ J"),
    ("vi", "An ắc Ăn Ân Ấn Dung Dũng Đỗ", "A Ă Ă Â Â D D Đ"),
    ("uk", "Галя Ґава Дана Елла Євген Жук Іван Їжак Йосип Яна Ann", "Г Ґ Д Е Є Ж І Ї Й Я A"),
    ("ru", "Егор Ёлкин Жук Ann", "Е Е Ж A"),
    ("en", "Ann Жук Йод", "A Ж Й"),
    ("el", "Άννα Βάσω Ann", "Α Β A"),
    ("fa", "آرش بهار پارسا ثریا Ann", "ا ب پ ث A"),
    ("ja", "Ann あお カナ がま きた わた 山田", "A あ か か か わ 山"),
    ("ko", "김철수 까치 나라 Ann", "ㄱ ㄱ ㄴ A"),
    ("zh", "安娜 李四 林冲 欧阳锋 王小明 王一 赵云 鈴木 闫妮 Ann", "安 李 林 欧 王 王 赵 鈴 闫 A"),
    ("zh-CN", "王小明 小明 Ann", "王 小 A"),
    ("zh_TW", "丁一 王小明 林冲 張三 陳雅婷 劉備 欧阳锋 Ann", "丁 王 林 張 陳 劉 欧 A"),
    ("zh-Hant", "丁一 張三 陳雅婷 Ann", "丁 張 陳 A"),
    ("ja", "李四 王小明 赵云", "李 王 赵"),
    ("en", "Ann 김철수 カナ 山田 🎉 7up ٣", "A ㄱ か 山 * 0–9 0–9"),
]


@pytest.mark.parametrize(("language", "ordered", "headings"), ORDERS)
def test_known_orders(language: str, ordered: str, headings: str) -> None:
    words = ordered.split()
    mixed = sorted(words, key=lambda word: word[::-1])
    assert sorted(mixed, key=lambda word: collate(word, language)) == words
    assert [initial(word, language) for word in words] == headings.split()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Éric", "E"), ("Ø", "O"), ("ß", "S"), ("7 things", "0–9"), ("٣", "0–9"), ("Жук", "Ж"),
        ("Йод", "Й"), ("Ωmega", "Ω"), ("ანა", "ა"), ("漢字", "漢"), ("김", "ㄱ"), ("힣", "ㅎ"),
        ("ㅂ", "ㅂ"), ("カナ", "か"), ("ﾊﾅ", "は"), ("ガ", "か"), ("ヴ", "あ"), ("ん", "わ"),
        ("“Hello”", "H"), ("#metoo", "M"), ("'t Hooft", "T"), ("🎉 Party", "*"), ("...", "*"),
        ("", "*"), ("（Ａ", "A"), ("i", "I"), ("ʻOkina", "O"), ("ʿAlī", "A"), ("ʻ", "*"),
    ],
)  # fmt: skip
def test_headings(text: str, heading: str) -> None:
    assert initial(text, "en") == heading


def test_accents_and_case_decide_only_among_equals() -> None:
    words = ["cote", "Cote x", "coté", "côte y"]
    assert sorted(words, key=lambda word: collate(word, "en")) == [
        "cote", "coté", "Cote x", "côte y",
    ]  # fmt: skip


def test_a_composed_letter_is_a_decomposed_one() -> None:
    assert collate("A\u030angström", "sv") == collate("Ångström", "sv")
    assert initial("A\u030angström", "sv") == "Å"


@given(st.text(), st.sampled_from(["en", "sv", "tr", "ko", "xx", "zh-Hant", ""]))
def test_any_text_has_a_place(text: str, language: str) -> None:
    heading = initial(text, language)
    assert heading == DIGITS or 1 <= len(heading) <= 3
    collate(text, language)


@given(st.lists(st.text(min_size=1, max_size=3)), st.sampled_from(["en", "cs", "tr", "ja", "ko"]))
def test_what_has_one_heading_stands_together(texts: list[str], language: str) -> None:
    ordered = sorted(texts, key=lambda text: collate(text, language))
    headings = [initial(text, language) for text in ordered]
    runs = [heading for n, heading in enumerate(headings) if not n or headings[n - 1] != heading]
    assert len(runs) == len(set(runs))


def test_letters_of_hangul_by_themselves() -> None:
    assert [initial(text, "ko") for text in ("ㄲ", "까", "ㄱ", "\u1101")] == ["ㄱ"] * 4
