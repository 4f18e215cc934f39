"""What sessions were called before, kept beside a programme."""

from __future__ import annotations

import json

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.programmes.earlier_titles import render_earlier, with_earlier


def programme(*sessions: Session) -> Programme:
    return Programme("x", sessions=list(sessions))


def test_titles_and_ids_that_changed() -> None:
    before = programme(
        Session("Bees", ids=("B", "old-slug")),
        Session("Ants", ids=("A",)),
        Session("Gone", ids=("G",)),
    )
    after = programme(
        Session("Bees at work", ids=("B", "new-slug")), Session("Ants", ids=("A",)), Session("New")
    )
    text = render_earlier(before, after)
    assert json.loads(text) == {"B": {"titles": ["Bees"], "ids": ["old-slug"]}}
    bees, ants, new = with_earlier(after, text).sessions
    assert (bees.earlier_titles, bees.ids) == (("Bees",), ("B", "new-slug", "old-slug"))
    assert (ants.earlier_titles, new.earlier_titles) == ((), ())
    assert render_earlier(after, after)


def test_nothing_changed() -> None:
    same = programme(Session("Bees", ids=("B",)))
    assert render_earlier(same, programme(Session("Bees", ids=("B",)))) == ""


def test_what_is_kept_is_broken() -> None:
    for text in ("[", "[1]", '{"B": 5}', "[" * 100_000):
        assert (
            with_earlier(programme(Session("Bees", ids=("B",))), text).sessions[0].earlier_titles
            == ()
        )
