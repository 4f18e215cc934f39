"""Titles before and after names tell nobody apart."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.text.names import name_key, split_names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Dr. Ann Lee", "Ann Lee"),
        ("Prof. Dr. Ann Lee", "Ann Lee"),
        ("Ann Lee, PhD", "Ann Lee"),
        ("Ann Lee Ph.D.", "Ann Lee"),
        ("Mr Lee", "Lee"),
        ("Herr Lee", "Lee"),
        ("Sra. Ana Paz", "Ana Paz"),
        ("Mme Lee", "Lee"),
        ("Dott.ssa Anna Rossi", "Anna Rossi"),
        ("д-р Анна Ли", "Анна Ли"),
        ("د. منى", "منى"),
        ("李小龙博士", "李小龙"),
        ("田中花子さん", "田中花子"),
        ("김철수 교수님", "김철수"),
    ],
)
def test_one_person(title: str, name: str) -> None:
    assert name_key(title) == name_key(name)


@pytest.mark.parametrize("name", ["Dr", "Ann Lee, Jr.", "Pan Wei", "Don Knuth", "王博士"])
def test_names_that_stay(name: str) -> None:
    words = name_key(name)
    assert words == name_key(split_names(name)[0].name)
    assert words.count("-") >= name.count(" ")
