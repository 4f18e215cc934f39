"""Names of other scripts in Latin letters, and what their spellings have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.romanised import (
    family_name_of_syllable,
    romanise,
    sound_of,
)
from sphinxcontrib_tripreport.core.text.slugs import fold


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Юлия", "yuliya"),
        ("Щербаков", "shcherbakov"),
        ("Хрущёв", "khrushchev"),
        ("Григорій", "hryhoriy"),
        ("Љиљана", "lyilyana"),
        ("Παπαδόπουλος", "papadopoulos"),
        ("Ευάγγελος", "evangelos"),
        ("Ψαρρός", "psarros"),
        ("민준", "minjun"),
        ("박", "bak"),
        ("최", "choe"),
        ("권", "gwon"),
        ("たろう", "taro"),
        ("しゅんすけ", "shunsuke"),
        ("ジョージ", "joji"),
        ("ち", "chi"),
        ("山田", "山田"),
        ("محمد", "محمد"),
        ("Ann", "ann"),
        ("", ""),
    ],
)
def test_names_in_latin_letters(name: str, latin: str) -> None:
    assert romanise(fold(name)) == latin


@pytest.mark.parametrize(
    "spellings",
    [
        "Юлия Юлія Yulia Julia Yuliya Iuliia Julija",
        "Евгений Evgeny Yevgeny Evgenii Evgeniy Jewgenij",
        "Сергеев Sergeev Sergeyev",
        "Дмитрий Dmitry Dmitri Dmitriy Dmitrii",
        "Александр Alexander Alexandr Aleksandr",
        "Чайковский Chaikovsky Chaykovskiy Tchaikovsky Tschaikowski",
        "Попович Поповић Popovich Popović Popovic",
        "Цветаева Tsvetaeva Cvetaeva Tsvetayeva",
        "Жуков Zhukov Žukov",
        "Ђорђе Đorđe Djordje",
        "Χρήστος Christos Hristos",
        "Κωνσταντίνος Konstantinos Constantinos",
        "Ελευθερία Eleftheria",
        "민준 Minjun Min-jun",
        "승훈 Seunghoon Seung-hoon",
        "하은 Haeun Ha-eun",
        "경주 Kyungju Kyung-joo",
        "Müller Mueller Muller",
        "Søren Soeren Soren",
        "Åse Aase",
    ],
)
def test_spellings_of_one_name_are_alike(spellings: str) -> None:
    parts = [spelling.split("-") for spelling in spellings.split()]
    joined = {"".join(sound_of(fold(part)) for part in each) for each in parts}
    assert len(joined) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zhou", "Zhu"), ("Anna", "Anne"), ("Choi", "Cho"), ("Ivan", "Ian"), ("지은", "준")],
)
def test_other_names_are_not_alike(one: str, other: str) -> None:
    assert sound_of(fold(one)) != sound_of(fold(other))


@pytest.mark.parametrize(("syllable", "name"), [("김", "kim"), ("박", "park"), ("한", "han")])
def test_family_names_of_koreans(syllable: str, name: str) -> None:
    assert family_name_of_syllable(romanise(syllable)) == name


@given(st.text())
def test_any_text_is_romanised(text: str) -> None:
    assert isinstance(romanise(fold(text)), str)
    assert isinstance(sound_of(fold(text)), str)
