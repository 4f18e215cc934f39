"""How notes found their sessions, in words."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.model.programme import Session
from sphinxcontrib_tripreport.core.programmes.explaining import explain_joins
from sphinxcontrib_tripreport.core.programmes.joining import Joiner, NoteFacts

JOINER = Joiner(
    [
        Session("How not to lose a hive in winter", ids=("HIVE",)),
        Session("Wasps in the city"),
        Session("Wasps in the woods"),
    ]
)


def test_how_many_by_what_and_what_is_near() -> None:
    titles = ("Wasps in the city", "A hive lost", "Wasps", "Chess")
    found = [
        (f"a, line {n}", title, JOINER.find(NoteFacts(title))) for n, title in enumerate(titles)
    ]
    assert list(explain_joins("con", found)) == [
        "programme of “con”: 1 session found for 4 notes (1 by title)",
        (
            "a, line 1: “A hive lost” has no session; the nearest, with scores: “How not to lose a"
            " hive in winter” (45, HIVE); expected 70 or more; to join one: programme: ID"
        ),
        (
            "a, line 2: “Wasps” has no session; the nearest, with scores: “Wasps in the city” (96),"
            " “Wasps in the woods” (96); expected the first 15 ahead of the second; to join one:"
            " programme: ID"
        ),
        "a, line 3: “Chess” has no session; none is near",
    ]
    assert list(explain_joins("con", [("", *found[3][1:])])) == [
        "programme of “con”: 0 sessions found for 1 note",
        "“Chess” has no session; none is near",
    ]
