"""What files on events are called."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.catalogue.pages import Page, Pages
from sphinxcontrib_tripreport.core.exports.file_names import files_of_events


def test_every_system_can_have_them() -> None:
    files = files_of_events(Pages(), ["con", "con-2", "pycon", "a" * 300])
    *short, long = files.values()
    assert short == ["events/con-2", "events/con-2-2", "events/pycon"]
    assert long.startswith(f"events/{'a' * 50}")
    assert len(long) < 80


def test_they_are_called_as_pages() -> None:
    pages = Pages([Page("trip/events/con-3", "event", "con")])
    assert files_of_events(pages, ["con"]) == {"con": "events/con-3"}
