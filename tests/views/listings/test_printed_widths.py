"""Tables in plain text and in Texinfo: no word is cut, and cells are apart."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.tools.building import Build
from tests.tools.markup import RST

COLUMNS = "title, speakers, date, time, kind, topics, status, rating"
TALK = {
    "speakers": "Maximilian Hasenhüttl, Bob Poe",
    "start": "2020-05-01 09:00",
    "end": "10:30",
    "topics": "accessibility",
    "kind": "keynote",
    "status": "missed",
    "rating": "5",
}
WORDS = "Internationalisation Hasenhüttl 09:00–10:30 Keynote accessibility Missed Status Speakers"


def sources(**options: str) -> dict[str, str]:
    """A report, and a table of its talk."""
    title = "Internationalisation everywhere for everybody"
    table = RST.directive("talklist", "", options)
    return {
        "con.rst": RST.document("Trip", RST.talk(title, TALK), metadata={"event": "Con"}),
        "z.rst": RST.document("All", table),
    }


def test_no_word_is_cut_in_plain_text(build: Build) -> None:
    text = build(sources(layout="table", columns=COLUMNS), builder="text").out("z.txt")
    assert [word for word in WORDS.split() if word not in text] == []


def test_a_table_takes_no_more_than_it_needs(build: Build) -> None:
    options = {"layout": "table", "columns": "title, time, status"}
    text = build(sources(**options), builder="text").out("z.txt")
    assert "| Internationalisation everywhere for everybody | 09:00–10:30 | Missed |" in text
    assert max(map(len, text.splitlines())) < 80


@pytest.mark.printing
@pytest.mark.skipif(shutil.which("makeinfo") is None, reason="needs Texinfo")
def test_cells_stand_apart_in_info(build: Build) -> None:
    built = build(sources(layout="table", columns=COLUMNS), builder="texinfo")
    (source,) = built.outdir.glob("*.texi")
    made = subprocess.run(
        ["makeinfo", "--plaintext", "--output=-", source],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    (line,) = (each for each in made.stdout.splitlines() if "09:00–10:30  " in each)
    assert "for everybody: 0.  " in line
    assert "Keynote  " in line
