"""People who are withheld, and are named in prose."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.checks.named_in_prose import check_withheld
from sphinxcontrib_tripreport.core.checks.project import Passage
from sphinxcontrib_tripreport.core.model.records import Speaker
from tests.core.checks.findings import found, said

WILMA = Speaker("wilma-weaver", "Wilma Weaver", aliases=("Wil", "Wilma Weaver-Oak"), withheld=True)
ANN = Speaker("ann-lee", "Ann Lee")


def test_names_and_aliases_are_found() -> None:
    passages = [
        Passage("a", 3, "", "Then came WILMA\n  Wéaver. Wil\nWilson was there, Wilhelm too."),
        Passage("a", 0, "", "Wilma Weaver-Oak"),
        Passage("b", 7, "parts/x.txt:2", "One.\nWil!"),
        Passage("b", 9, "", "Ann Lee met Wilma, and Weaver."),
    ]
    name = "does not want to be named, and is named here: expected other words."
    assert said(check_withheld, people=(WILMA, ANN), passages=lambda: passages) == [
        f"a:3 “Wilma Weaver” {name}",
        f"a:4 “Wil” {name}",
        f"a:0 “Wilma Weaver-Oak” {name}",
        f"parts/x.txt:3 “Wil” {name}",
    ]


def test_nothing_is_read_if_nobody_is_withheld() -> None:
    def never() -> Iterator[Passage]:
        raise AssertionError
        yield

    assert found(check_withheld, people=(ANN,), passages=never) == []
