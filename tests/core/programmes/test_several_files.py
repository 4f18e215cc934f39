"""Several files of one programme."""

from __future__ import annotations

from datetime import datetime

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.programmes.several_files import add_up
from sphinxcontrib_tripreport.core.text.links import Link


def test_later_files_win_and_earlier_titles_are_kept() -> None:
    earlier = Programme(
        "a",
        "BeeConf",
        "Europe/Berlin",
        sessions=[
            Session(
                "Bees",
                ids=("BEE", "1"),
                track="Insects",
                links=(Link("slides", "https://a.example"),),
            ),
            Session("Ants", begins=datetime(2024, 5, 7, 10)),
            Session("Wasps", ids=("2",)),
        ],
    )
    later = Programme(
        "b",
        url="https://bees.example",
        sessions=[
            Session(
                "Bees, again",
                ids=("BEE",),
                is_cancelled=True,
                links=(Link("video", "https://b.example"),),
            ),
            Session("ants", begins=datetime(2024, 5, 7, 10), level="deep"),
            Session("Moths", ids=("2",)),
        ],
    )
    whole = add_up([earlier, later])
    assert (whole.format, whole.title, whole.timezone) == ("b", "BeeConf", "Europe/Berlin")
    assert whole.url == "https://bees.example"
    bees, ants, wasps, moths = whole.sessions
    assert (bees.title, bees.earlier_titles, bees.track) == ("Bees, again", ("Bees",), "Insects")
    assert (bees.is_cancelled, bees.ids) == (True, ("BEE", "1"))
    assert [link.label for link in bees.links] == ["video", "slides"]
    assert (ants.title, ants.level) == ("ants", "deep")
    assert (wasps.title, moths.title) == ("Wasps", "Moths")


def test_two_sessions_of_one_id_in_one_file_are_two() -> None:
    twice = [Session("Workshop", ids=("W",), begins=datetime(2024, 5, day)) for day in (7, 8)]
    assert len(add_up([Programme("a", sessions=twice), Programme("b")]).sessions) == 2
