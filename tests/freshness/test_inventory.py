"""The inventory of a build with nothing to do: the same, without putting the records together."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from tests.tools.building import Build, Built
from tests.tools.markup import MYST


def project() -> dict[str, str]:
    """A report with a talk, a speaker, an event and a topic; and a page that is none."""
    talk = MYST.talk("Bees", {"speakers": "Ann", "topics": "honey"}, "Text.")
    return {
        "a.md": MYST.document("First", talk, metadata={"event": "con"}),
        "b.md": MYST.document("Second", "Words.\n"),
    }


def remembered(built: Built) -> Path:
    (path,) = built.outdir.parent.rglob("tripreport-html-*-objects.json")
    return path


def test_nothing_to_do_puts_no_records_together(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build(project())
    before = built.inventory()

    def fail(*args: object) -> None:
        raise AssertionError("the records were put together")

    with monkeypatch.context() as patch:
        patch.setattr(Catalogue, "__init__", fail)
        built.rebuild()
    assert built.inventory() == before


def test_it_is_written_if_anything_in_it_is_different(build: Build) -> None:
    built = build(project())
    path = built.outdir / "objects.inv"
    os.utime(path, (1, 1))
    built.rebuild({"b.md": project()["b.md"] + "More.\n"})
    assert path.stat().st_mtime == 1
    changed = {"b.md": "(label)=\n\n" + project()["b.md"]}
    built.rebuild(changed)
    assert "label" in built.inventory()["std:label"]
    assert built.inventory() == build({**project(), **changed}, folder="anew").inventory()
    path.unlink()
    built.rebuild()
    assert "label" in built.inventory()["std:label"]


@pytest.mark.parametrize(
    ("old", "new", "role"),
    [("Ann", "Bob", "speaker"), ("honey", "wax", "topic"), ("Bees", "Wasps", "talk")],
)
def test_what_changes_is_in_the_inventory(build: Build, old: str, new: str, role: str) -> None:
    built = build(project())
    changed = {"a.md": project()["a.md"].replace(old, new)}
    built.rebuild(changed)
    assert built.inventory() == build({**project(), **changed}, folder="anew").inventory()
    assert new.lower() in str(built.inventory()[f"trip:{role}"]).lower()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"made_from": 1}', '{"version": 4, "objects": [1]}', "\0"]
)
def test_a_damaged_file_is_made_anew(build: Build, text: str) -> None:
    built = build(project())
    before, path = built.inventory(), remembered(built)
    kept = path.read_bytes()
    path.write_text(text)
    built.rebuild()
    assert built.inventory() == before
    assert path.read_bytes() == kept


def test_a_file_of_another_shape_is_made_anew(build: Build) -> None:
    built = build(project())
    before, path = built.inventory(), remembered(built)
    found = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**found, "objects": [["only a name"]]}), encoding="utf-8")
    built.rebuild()
    assert built.inventory() == before
