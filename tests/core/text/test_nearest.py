"""What somebody may have meant by an unknown name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.nearest import NearNames, nearest

KNOWN = (
    "europython-2020/docker-and-python",
    "europython-2020/packaging",
    "pycon-es-2018/Gradual typing",
    "Tania Allard",
    "Łukasz Langa",
)


def test_the_most_similar_comes_first() -> None:
    assert nearest("Tanja Alard", KNOWN) == ("Tania Allard",)
    assert nearest("lukasz langa", KNOWN)[0] == "Łukasz Langa"
    assert nearest("packing", KNOWN)[0] == "europython-2020/packaging"


def test_a_whole_word_of_a_name_is_near() -> None:
    assert nearest("docker", KNOWN) == ("europython-2020/docker-and-python",)
    assert nearest("ALLARD", KNOWN) == ("Tania Allard",)
    assert nearest("dock", KNOWN) == ()
    assert nearest("c++", ["Modern C++ in an hour of your time"]) != ()


def test_nothing_is_near_to_nothing() -> None:
    assert nearest("", KNOWN) == ()
    assert nearest("\u200d", KNOWN) == ()
    assert nearest("qqq", KNOWN) == ()
    assert nearest("packaging", []) == ()


def test_count_and_order_do_not_depend_on_the_order_known() -> None:
    known = ["talk-1", "talk-2", "talk-3", "talk-4", "talk-1"]
    assert nearest("talk-0", known) == ("talk-1", "talk-2", "talk-3")
    assert nearest("talk-0", reversed(known), 1) == ("talk-1",)
    assert nearest("talk-0", known, 0) == ()


@given(st.text(), st.lists(st.text()), st.integers(0, 5))
def test_nearest_returns_some_of_the_known(word: str, known: list[str], count: int) -> None:
    found = nearest(word, known, count)
    assert len(found) <= count
    assert set(found) <= set(known)


def test_names_without_end_are_no_slips() -> None:
    assert nearest("a" * 301, ["a" * 301]) == ()


def test_near_names_are_found_once_and_have_a_limit() -> None:
    asked: list[str] = []

    def known() -> list[str]:
        asked.append("known")
        return ["bees", "ants"]

    near = NearNames(most=4)
    assert near.find("talk", "beez", known) == ("bees",)
    assert near.find("talk", "beez", known) == ("bees",)
    assert near.find("talk", "antz", known) == ("ants",)
    assert near.find("talk", "bee", known) == ()
    assert near.find("talk", "beez", known) == ("bees",)
    assert asked == ["known"]
