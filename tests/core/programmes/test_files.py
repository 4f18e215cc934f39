"""Programmes from the disk: a file, what is kept beside it, and a folder."""

from __future__ import annotations

import json
from pathlib import Path

from sphinxcontrib_tripreport.core.programmes.files import path_of_earlier, read_path


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "con.csv"
    path.write_text("title,id\nBees,1\nAnts,1\n", encoding="utf-8")
    programme = read_path(path)
    assert [session.title for session in programme.sessions] == ["Bees", "Ants"]
    path_of_earlier(path).write_text("not what is kept", encoding="utf-8")
    assert [session.title for session in read_path(path).sessions] == ["Bees", "Ants"]


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "videos").mkdir()
    for name in ("bees", "ants"):
        video = {"title": name.title(), "speakers": [], "recorded": "2024-05-07", "videos": []}
        path = tmp_path / "videos" / f"{name}.json"
        path.write_text(json.dumps(video), encoding="utf-8")
    (tmp_path / "category.json").write_text('{"title": "Con"}', encoding="utf-8")
    programme = read_path(tmp_path)
    assert programme.title == "Con"
    assert sorted(session.title for session in programme.sessions) == ["Ants", "Bees"]
