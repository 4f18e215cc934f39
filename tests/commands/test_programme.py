"""``tripreport programme``: what it prints of a programme."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sphinxcontrib_tripreport.commands import main
from tests.tools.repository import ROOT

MEETUP = """
title: Bee meetup
timezone: Europe/Berlin
sessions:
  - {title: Bees, speakers: Ann Lee, start: 2024-05-07 19:00, room: Red, video: "https://youtu.be/abcdefghijk"}
  - {title: Lightning talks, speakers: Bob Ray, start: 2024-05-07 20:00}
  - {title: Lightning talks, start: 2024-05-08 20:00, colour: red}
  - {title: Coffee}
"""


def test_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "meetup.yaml"
    path.write_text(MEETUP, encoding="utf-8")
    assert main(["programme", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{path}: sessions of the project's own",
        "  “Bee meetup”",
        "  3 talks, beside 1 entry of other kinds",
        "  2 people",
        "  2 days: 2024-05-07, 2024-05-08",
        "  1 room: Red",
        "  times: Europe/Berlin",
        "  without speakers: 1 of 3",
        "  with a video: 1 of 3",
        "  with slides: 0 of 3",
        "  cancelled: 0 of 3",
        "  titles of several talks: “Lightning talks” (2)",
        "  ! line 7: Unknown field “colour” is not read.",
    ]


def test_a_file_that_is_none_and_one_that_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    path.write_text("{", encoding="utf-8")
    assert main(["programme", str(path), str(tmp_path / "none.json")]) == 1
    printed = capsys.readouterr()
    assert "  ! line 1: Not JSON: Expecting property name" in printed.out
    assert printed.err == f"{tmp_path / 'none.json'}: cannot be read: No such file or directory\n"


def test_a_folder_of_pyvideo_and_times_without_a_zone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    videos = tmp_path / "videos"
    videos.mkdir()
    text = '{"title": "Bees", "speakers": [], "recorded": "2018-07-07", "videos": []}'
    (videos / "bees.json").write_text(text, encoding="utf-8")
    table = tmp_path / "x.csv"
    rows = "".join(
        f"Talk {number},2024-05-{number:02} 10:00,R{number}\n" for number in range(1, 15)
    )
    table.write_text(f"title,start,room\n{rows}" + ",y,\n" * 14, encoding="utf-8")
    assert main(["programme", str(tmp_path), str(table)]) == 0
    out = capsys.readouterr().out
    assert (
        f"{tmp_path}: pyvideo\n  1 talk\n  0 people\n  1 day: 2018-07-07\n  0 rooms\n  times: none"
        in out
    )
    assert "  14 days: 2024-05-01," in out
    assert ", …\n  14 rooms: R1," in out
    assert "  times: without a zone: those of the event's “timezone” are meant" in out
    assert "  ! … and 16 more" in out


def test_whoever_reads_may_stop(tmp_path: Path) -> None:
    rows = "".join(f"  - {{title: Talk {n}, colour{n}: red}}\n" for n in range(3_000))
    (tmp_path / "x.yaml").write_text(f"sessions:\n{rows}", encoding="utf-8")
    program = "from sphinxcontrib_tripreport.commands import main; main(['programme', 'x.yaml'])"
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
