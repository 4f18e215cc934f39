"""After any edit, an incremental build writes exactly what a clean build writes.

By default the tests make 120 edits to 20 small random projects, of each kind that there is. For a
long run, as ``tox -e fuzz`` is, set TRIPREPORT_FRESHNESS_EDITS to more, and
TRIPREPORT_FRESHNESS_SEED to begin elsewhere. As many more builds are stopped: see test_stopped.py.
"""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.freshness.edits import apply_edit
from tests.freshness.project import Project, make_project
from tests.freshness.site import (
    Site,
    Snapshot,
    difference,
    hidden_pages,
    look_at,
    page_times,
    private_files,
)

EDITS = int(os.environ.get("TRIPREPORT_FRESHNESS_EDITS", "120"))
FIRST_SEED = int(os.environ.get("TRIPREPORT_FRESHNESS_SEED", "0"))
EDITS_PER_PROJECT = 6

pytestmark = [
    pytest.mark.freshness,
    # MyST's own, where a link names something by its key
    pytest.mark.filterwarnings("ignore:.*MystReferenceResolver"),
]

Check = Callable[[Path, int, Sequence[int]], str]
"""Replays some edits of a project in a folder; gives the first failure, or nothing."""


def _projects(share: float) -> pytest.MarkDecorator:
    """As many projects as make this share of all edits."""
    count = math.ceil(EDITS * share / EDITS_PER_PROJECT)
    return pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + count))


@_projects(0.7)
def test_incremental_build_writes_what_a_clean_build_writes(seed: int, tmp_path: Path) -> None:
    _assert_holds(check_incremental, tmp_path, seed)


@_projects(0.1)
def test_parallel_and_repeated_builds_write_the_same_bytes(seed: int, tmp_path: Path) -> None:
    _assert_holds(check_parallel, tmp_path, seed)


@_projects(0.1)
@pytest.mark.parametrize("builder", ["dirhtml", "text"])
def test_another_builder_in_between_changes_nothing(
    seed: int, builder: str, tmp_path: Path
) -> None:
    def check(folder: Path, seed: int, steps: Sequence[int]) -> str:
        return check_switching(folder, seed, steps, builder)

    _assert_holds(check, tmp_path, seed)


def check_incremental(folder: Path, seed: int, steps: Sequence[int]) -> str:
    """Build after each edit; then build again with nothing to do."""
    site, project = _site(folder, seed, 4)
    site.build("incremental")
    for done in _edits(site, project, seed, steps):
        output = site.build("incremental")
        if wrong := difference(_clean(site, folder), look_at(output)):
            return f"{done}\n\nnot as a clean build writes it:\n{wrong}"
        if shown := hidden_pages(output, project):
            return f"{done}\n\npages of drafts and private reports: {shown}"
        if shown := private_files(output, project):
            return f"{done}\n\nwhat is private is in {shown}"
        before = page_times(output, project)
        site.build("incremental")
        after = page_times(output, project)
        if not project.has_slides:
            continue  # Sphinx reads a document again as long as a file of it is missing
        if rewritten := [name for name in before if before[name] != after[name]]:
            return f"{done}\n\nrewritten with nothing to do: {rewritten}"
    return ""


def check_parallel(folder: Path, seed: int, steps: Sequence[int]) -> str:
    """Build with two processes, clean and incremental, and clean once more."""
    site, project = _site(folder, seed, 6)
    first = _clean(site, folder)
    if wrong := _byte_difference(first, _clean(site, folder)):
        return f"two clean builds of project {seed} differ:\n{wrong}"
    if wrong := _byte_difference(first, _clean(site, folder, jobs=2)):
        return f"-j 1 and -j 2 differ on project {seed}:\n{wrong}"
    site.build("incremental", jobs=2)
    for done in _edits(site, project, seed, steps):
        output = site.build("incremental", jobs=2)
        if wrong := difference(_clean(site, folder), look_at(output)):
            return f"{done}\n\nnot as a clean build writes it, with -j 2:\n{wrong}"
        if shown := private_files(output, project):
            return f"{done}\n\nwith -j 2, what is private is in {shown}"
    return ""


def check_switching(folder: Path, seed: int, steps: Sequence[int], builder: str) -> str:
    """After each edit build something else first, with the same doctrees."""
    site, project = _site(folder, seed, 4, has_two_builders=True)
    site.build("incremental")
    for done in _edits(site, project, seed, steps):
        for name in (builder, "html"):
            output = site.build("incremental", name)
            if wrong := difference(_clean(site, folder, name), look_at(output)):
                return f"{done}\n\n{name} is not as a clean build writes it:\n{wrong}"
    return ""


def _site(
    folder: Path, seed: int, posts: int, *, has_two_builders: bool = False
) -> tuple[Site, Project]:
    """A project to begin with, and its sources on disk.

    Every other one has pages of its speakers, events, topics and years. Every third one is
    translated, two of them with a file of translations a document, then two with one a folder.
    Two of four list another site.
    """
    translated = "" if seed % 3 != 1 else "compact" if seed // 6 % 2 else "apart"
    lists_another = seed // 2 % 2 == 0
    project = make_project(Random(seed), posts, translated=translated, lists_another=lists_another)
    site = Site(
        folder,
        has_pages=bool(seed % 2),
        translations=project.translations,
        has_two_builders=has_two_builders,
        lists_another=lists_another,
    )
    site.write(project)
    return site, project


def _assert_holds(check: Check, folder: Path, seed: int) -> None:
    """Fail with as few edits as will do, or pass."""
    steps = list(range(EDITS_PER_PROJECT))
    failure = check(folder / "all", seed, steps)
    if not failure:
        return
    for step in reversed(steps):
        fewer = [one for one in steps if one != step]
        if shorter := check(folder / f"without-{step}", seed, fewer):
            steps, failure = fewer, shorter
    pytest.fail(f"project {seed}: {failure}", pytrace=False)


def _edits(site: Site, project: Project, seed: int, steps: Sequence[int]) -> Iterator[str]:
    """Make one edit after the other; gives all that was done so far, one a line.

    Each step draws from a seed of its own, so that it does the same without others.
    """
    done: list[str] = []
    for step in steps:
        done.append(f"{step}. {apply_edit(project, Random(f'{seed}/{step}'))}")
        site.write(project)
        yield "\n".join(done)


def _clean(site: Site, folder: Path, builder: str = "html", jobs: int = 1) -> Snapshot:
    shutil.rmtree(folder / "clean", ignore_errors=True)
    return look_at(site.build("clean", builder, jobs))


def _byte_difference(expected: Snapshot, actual: Snapshot) -> str:
    if expected == actual:
        return ""
    names = sorted(expected.keys() ^ actual.keys()) or [
        name for name in expected if expected[name] != actual[name]
    ]
    return difference(expected, actual) or f"bytes of {names}"
