"""Builds that are stopped, or that run two at once, leave nothing wrong in what is built next.

By default 12 are stopped and five run beside another; TRIPREPORT_FRESHNESS_EDITS has more of them,
in the same measure as it has more edits.
"""

from __future__ import annotations

import json
import math
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest

from sphinxcontrib_tripreport.freshness.memory import VERSION, WrittenOutput
from tests.freshness.edits import apply_edit
from tests.freshness.halting import Halted
from tests.freshness.project import Project, make_project
from tests.freshness.site import Site, difference, hidden_pages, look_at
from tests.freshness.test_freshness import EDITS
from tests.tools.building import Build, Built
from tests.tools.markup import Markup

FIRST_WRITES, LATER_WRITES = 100, 45
"""About as many as the first build of a small project has, and one after an edit."""

# MyST's own, where a link names something by its key
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*MystReferenceResolver"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="stops processes that it forks"),
]


@pytest.mark.freshness
@pytest.mark.parametrize("seed", range(math.ceil(EDITS / 10)))
def test_a_killed_build_leaves_nothing_stale(seed: int, tmp_path: Path) -> None:
    """At a random moment; every third build that is killed is the first of all."""
    random = Random(f"kill {seed}")
    site, project = _site(tmp_path, seed)
    done = []
    is_first = not seed % 3
    if not is_first:
        site.build("built")
        done.append(_edit(site, project, random))
    moment = random.randrange(FIRST_WRITES if is_first else LATER_WRITES)
    halted = Halted(lambda: site.build("built"), tmp_path, moment)
    halted.kill()
    done.append("killed" if halted.is_halted else "built")
    done.append(_edit(site, project, random))
    _assert_as_clean(site, project, tmp_path, done)
    # What was unsure has become known, whatever it is.
    done.append(_edit(site, project, random))
    _assert_as_clean(site, project, tmp_path, done)


@pytest.mark.freshness
@pytest.mark.parametrize("seed", range(math.ceil(EDITS / 24)))
def test_two_builds_at_once_leave_nothing_stale(seed: int, tmp_path: Path) -> None:
    """The second begins in the middle of the first, of other sources; either may end before."""
    random = Random(f"two {seed}")
    site, project = _site(tmp_path, seed)
    site.build("built")
    done = [_edit(site, project, random)]
    first = Halted(lambda: site.build("built"), tmp_path, random.randrange(LATER_WRITES))
    done.append(_edit(site, project, random))
    second = Halted(lambda: site.build("built"), tmp_path, random.randrange(LATER_WRITES))
    for halted in (first, second) if seed % 2 else (second, first):
        halted.go_on()
    done.append(_edit(site, project, random))
    _assert_as_clean(site, project, tmp_path, done)


def _site(folder: Path, seed: int) -> tuple[Site, Project]:
    project = make_project(Random(seed), 4)
    site = Site(folder, has_pages=bool(seed % 2))
    site.write(project)
    return site, project


def _edit(site: Site, project: Project, random: Random) -> str:
    done = apply_edit(project, random)
    site.write(project)
    return done


def _assert_as_clean(site: Site, project: Project, folder: Path, done: list[str]) -> None:
    output = site.build("built")
    shutil.rmtree(folder / "clean", ignore_errors=True)
    wrong = difference(look_at(site.build("clean")), look_at(output))
    wrong = wrong or "\n".join(hidden_pages(output, project))
    assert not wrong, "\n".join([*done, wrong])


def _project(markup: Markup, title: str = "Bees") -> dict[str, str]:
    """A report, and a document that names its talk in every way."""
    talk = markup.talk(title, {"key": "bees", "speakers": "Ann"})
    ways = [markup.role("trip:talk", "con/bees"), markup.role("any", "con/bees")]
    if markup.suffix == ".md":
        ways.append("[](<#con/bees>)")
    return {
        markup.file("a"): markup.document("First", talk, metadata={"event": "con"}),
        markup.file("b"): markup.document("Second", markup.directive("talklist")),
        markup.file("c"): markup.document("Third", " and ".join(ways) + "\n"),
    }


def _memory(built: Built) -> Path:
    found = (built.folder / "build" / "html" / "doctrees").glob("tripreport-*.json")
    (path,) = (each for each in found if not each.stem.endswith("-objects"))
    return path


@pytest.mark.parametrize("file", ["/b.html", "/trip-talks.html", "/b.doctree"])
def test_a_build_that_is_killed_after_another_one_leaves_nothing_stale(
    build: Build, markup: Markup, tmp_path: Path, file: str
) -> None:
    """What it was about to write, it writes over what the other one has written meanwhile."""
    built = build(_project(markup))

    def rename(title: str) -> dict[str, str]:
        sources = _project(markup, title)
        changed = (markup.file("a"), markup.file("b"))
        return {name: f"{sources[name]}\n{title}\n" for name in changed}

    _write_all(built, rename("Wasps"))
    first = Halted(built.rebuild, tmp_path, file)
    assert first.is_halted
    built.rebuild(rename("Flies"))
    first.step()
    first.kill()
    built.rebuild({markup.file("c"): _project(markup)[markup.file("c")] + "\nMore.\n"})
    for page in ("a", "b", "c", "trip-talks"):
        assert "Wasps" not in built.page(f"{page}.html").main.words
        assert "Flies" in built.page(f"{page}.html").main.words
    built.rebuild({markup.file("b"): rename("Flies")[markup.file("b")] + "\nMore.\n"})
    assert "Wasps" not in built.out("b.html")


def _write_all(built: Built, sources: dict[str, str]) -> None:
    for name, text in sources.items():
        (built.source / name).write_text(text, encoding="utf-8")


_DAMAGED = {
    "empty": "",
    "no-json": "{",
    "too-deep": "[" * 100_000,
    "list": "[]",
    "no-keys": "{}",
    "old": '{"version": 1, "pages": {}}',
    "keys-alone": json.dumps({"version": VERSION, "pages": {}}),
    "other-types": json.dumps(dict.fromkeys(asdict(WrittenOutput()), 1) | {"version": VERSION}),
    "other-pages": json.dumps(asdict(WrittenOutput()) | {"pages": {"b": 1}}),
    "other-digests": json.dumps(
        asdict(WrittenOutput()) | {"pages": {"b": {"asked": 1, "digest": 2}}}
    ),
}


@pytest.mark.parametrize("name", _DAMAGED)
def test_a_memory_that_says_nothing_has_all_written_anew(
    build: Build, markup: Markup, name: str
) -> None:
    built = build(_project(markup))
    before = built.written()
    _memory(built).write_text(_DAMAGED[name], encoding="utf-8")
    built.rebuild()
    now = built.written()
    assert all(now[page] != before[page] for page in ("a.html", "b.html", "c.html"))
    _assert_follows(built, markup)


def test_pages_that_a_lost_memory_does_not_know_are_written_again(
    build: Build, markup: Markup
) -> None:
    built = build(_project(markup))
    _memory(built).unlink()
    built.rebuild()
    _assert_follows(built, markup)


def _assert_follows(built: Built, markup: Markup) -> None:
    """Have everything that names a talk follow its title; nothing else is written after that."""
    built.rebuild({markup.file("a"): _project(markup, "Wasps")[markup.file("a")]})
    for page in ("a", "b", "c", "trip-talks"):
        words = built.page(f"{page}.html").main.words
        assert "Wasps" in words
        assert "Bees" not in words
    before = built.written()
    built.rebuild()
    assert built.written()["c.html"] == before["c.html"]


@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.write_text("{", "utf-8")])
def test_pages_of_a_post_that_became_a_draft_go_with_a_lost_memory(
    build: Build, markup: Markup, lose: Callable[[Path], object]
) -> None:
    sources = _project(markup)
    built = build(sources, 'tripreport_pages = ["speakers"]\n')
    page = built.outdir / "trip" / "speakers" / "ann.html"
    assert page.is_file()
    lose(_memory(built))
    draft = "draft: true\nevent:" if markup.suffix == ".md" else ":draft: true\n:event:"
    event = "event:" if markup.suffix == ".md" else ":event:"
    built.rebuild({markup.file("a"): sources[markup.file("a")].replace(event, draft, 1)})
    assert not page.exists()
    assert not (built.outdir / "a.html").exists()


@pytest.mark.parametrize("name", ["trip/speakers/../../../victim", "../victim", "\0", "/victim"])
def test_no_file_outside_of_the_output_is_removed(build: Build, name: str) -> None:
    built = build({"a.rst": "A\n=\n"}, 'tripreport_pages = ["speakers"]\n')
    victim = built.outdir.parent / "victim.html"
    victim.write_text("Precious.", encoding="utf-8")
    memory = json.loads(_memory(built).read_text(encoding="utf-8"))
    memory["made"] = [name, str(victim.with_suffix(""))]
    _memory(built).write_text(json.dumps(memory), encoding="utf-8")
    built.rebuild()
    assert victim.is_file()
