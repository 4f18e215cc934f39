"""Ids that sessions of different titles share."""

from __future__ import annotations

from pathlib import Path

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.programmes.files import read_path
from sphinxcontrib_tripreport.core.programmes.shared_ids import problems_of_shared_ids


def said(*sessions: Session) -> list[str]:
    found = problems_of_shared_ids(Programme("table", sessions=list(sessions)))
    return [problem.text for problem in found]


def test_what_is_held_twice_is_no_problem() -> None:
    assert said(Session("Bees", ids=("B",)), Session("BEES", ids=("B",)), Session("Ants")) == []


def test_one_problem_names_all() -> None:
    pairs = [Session(f"{name} {n}", ids=(n,)) for n in "123456" for name in ("A", "B")]
    assert said(*pairs[:2]) == [
        "Sessions of different titles have one id: “1” of “A 1” and “B 1”; expected an id of each."
    ]
    (text,) = said(*pairs)
    assert "“3” of “A 3” and “B 3” and 3 more; expected" in text


def test_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text("title,id\nBees,X\nAnts,X\n")
    programme = read_path(file)
    assert len(programme.sessions) == 2
    assert len(programme.problems) == 1
