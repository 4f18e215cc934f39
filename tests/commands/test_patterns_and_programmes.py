"""``tripreport patterns`` says which talks of a post are in the programme of its event."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxcontrib_tripreport.commands import main

POST = """---
title: Trip
event: con-2020
talk-patterns: "## {time}, {title} - {speakers}"
---

## 10:00, Bees at night - Ann Lee and Bob Ray

Text.

## 11:00, Ants of the deep - Zoe Zed

Text.
"""
PROGRAMME = "title,id,speakers\nBees,BEE,Ann Lee\nAnts of the woods,ANT,Cy Dow\nMoths,MOTH,\n"
RST = ".. event:: Con\n   :key: con 2020\n   :programme: bees.csv,\n      gone.csv, https://a.example\n"
DESCRIBED = {
    "events.rst": f"Events\n======\n\nWords.\n\n{RST}\nMore.\n",
    "events.md": "# Events\n\n:::{event} Con 2020\n:programme: bees.csv\n:::\n",
    "a/b.md": "```{trip:event} Con 2020\n---\nprogramme: ../bees.csv\nplace: here\n---\n```\n",
    "data/e.yaml": "events:\n  con-2020: {programme: ../bees.csv}\n",
}


@pytest.mark.parametrize("name", DESCRIBED)
def test_what_is_near(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    for path, text in {
        "conf.py": "", "bees.csv": PROGRAMME, "posts/post.md": POST, name: DESCRIBED[name],
        "x.md": "```{event} Con 2020\n:programme: javascript:x\n```\n",
        "y.md": "```{event} Con 2020\n:url: https://programme.example\n```\n",
    }.items():  # fmt: skip
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "bad.md").write_bytes(b"programme \xff")
    assert main(["patterns", str(tmp_path / "posts/post.md")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == [
        "  programme of “con-2020”: 1 session found for 2 notes (1 by speaker)",
        (
            "  “Ants of the deep” has no session; the nearest, with scores: “Ants of the woods”"
            " (57, ANT); expected 70 or more; to join one: programme: ID"
        ),
    ]


@pytest.mark.parametrize("conf", [True, False])
def test_without_a_programme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], conf: bool
) -> None:
    if conf:
        (tmp_path / "conf.py").write_text("", encoding="utf-8")
        (tmp_path / "e.md").write_text("```{event} Con 2020\n:programme: gone.csv\n```\n")
    path = tmp_path / "post.md"
    path.write_text(POST, encoding="utf-8")
    assert main(["patterns", str(path)]) == 0
    assert "programme of" not in capsys.readouterr().out
