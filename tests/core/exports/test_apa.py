"""Citations to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sphinxcontrib_tripreport.core.exports.apa import readable
from sphinxcontrib_tripreport.core.exports.cited_talks import CitedTalk

BEES = CitedTalk(
    key="bees", title="Bees", people=(("Lee", "Ann"), ("Ray", "Bob J.")), day=date(2024, 5, 7),
    event="Con 2024", place="Basel, Switzerland", series="", first=None, last=None, kind="Keynote",
    url="https://s.example/", language="en",
)  # fmt: skip


def test_all_is_known() -> None:
    assert readable(BEES).text == (
        "Lee, A., & Ray, B. J. (2024, May 7). Bees [Keynote]. Con 2024, Basel, Switzerland. "
        "https://s.example/"
    )


def test_little_is_known() -> None:
    bare = replace(BEES, people=(), day=None, event="", place="", url="", kind="Talk")
    assert readable(bare).text == "Bees [Talk]. (n.d.)."
    assert readable(replace(bare, event="Con!")).text == "Bees [Talk]. (n.d.). Con!"


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        (("Lee", "Jean-Paul É."), "Lee, J.-P. É."),
        (("Cher", ""), "Cher."),
        (("山田", "太郎"), "山田, 太郎."),
        (("van Rossum", "guido"), "van Rossum, G."),
    ],
)
def test_names(person: tuple[str, str], shown: str) -> None:
    assert readable(replace(BEES, people=(person,))).before == f"{shown} (2024, May 7). "


def test_many_people() -> None:
    many = tuple((f"N{number}", "A") for number in range(22))
    said = readable(replace(BEES, people=many)).before
    assert said.startswith("N0, A., N1, A.,")
    assert "N18, A., … N21, A. (" in said
    assert "N19" not in said
