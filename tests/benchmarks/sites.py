"""What it costs to list other sites, beside what one of them costs, and one project of all talks.

Each site is a project of its own, built for its ``talks.json``. The hub has no talk of its own: a
list of the newest, and a page of each event, speaker and topic.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from .corpus import OURS, make_posts, write_project
from .measure import Cost, build, output_of

_PAGES = 'tripreport_pages = ["events", "speakers", "topics"]\n'
_LIST = "# The newest\n\n```{talklist}\n:limit: 100\n```\n"


def measure_sites(folder: Path, sites: int, talks: int, seed: int) -> Iterator[str]:
    """Build some sites of so many talks each, then what lists them; a line for each cost.

    :param folder: an empty one to work in
    """
    made = [_site(folder / f"site-{number}", talks, seed + number) for number in range(sites)]
    files = [output_of(project) / "talks.json" for project in made]
    size = sum(file.stat().st_size for file in files) / sites / 1e6
    yield f"{sites} sites of {talks} talks, a talks.json of {size:.2f} MB each; CPU s and MB"
    unit = _full(made[0])
    yield _line("one site, full", unit, unit)
    yield _line("one site, nothing to do", build(made[0], jobs=1), unit)
    hub = _hub(folder / "hub", files)
    yield _line("hub, full", build(hub, jobs=1), unit)
    yield _line("hub, nothing to do", build(hub, jobs=1), unit)
    text = files[0].read_text(encoding="utf-8")
    files[0].write_text(text.replace('"title": "', '"title": "New ', 1), encoding="utf-8")
    yield _line("hub, one site changed", build(hub, jobs=1), unit)
    whole = _whole(folder / "whole", made)
    yield _line("one project of all, full", build(whole, jobs=1), unit)
    yield _line("one project of all, nothing to do", build(whole, jobs=1), unit)


def _full(project: Path) -> Cost:
    shutil.rmtree(output_of(project))
    return build(project, jobs=1)


def _line(name: str, cost: Cost, unit: Cost) -> str:
    ratio = cost.seconds / unit.seconds
    return f"{name:<36} {cost.seconds:>7.2f} s  {ratio:>6.2f} of a site  {cost.megabytes:>6.0f} MB"


def _site(folder: Path, talks: int, seed: int) -> Path:
    write_project(folder, make_posts(talks, seed), OURS)
    build(folder, jobs=1)
    return folder


def _hub(folder: Path, files: list[Path]) -> Path:
    write_project(folder, (), OURS)
    named = {file.parents[1].name: (_address(file), str(file)) for file in files}
    conf = folder / "conf.py"
    settings = f"tripreport_sites = {named!r}\n{_PAGES}"
    conf.write_text(conf.read_text(encoding="utf-8") + settings, encoding="utf-8")
    (folder / "posts" / "newest.md").write_text(_LIST, encoding="utf-8")
    return folder


def _address(file: Path) -> str:
    return f"https://{file.parents[1].name}.example/"


def _whole(folder: Path, made: list[Path]) -> Path:
    write_project(folder, (), OURS)
    conf = folder / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + _PAGES, encoding="utf-8")
    (folder / "posts" / "newest.md").write_text(_LIST, encoding="utf-8")
    for project in made:
        for post in (project / "posts").iterdir():
            shutil.copy(post, folder / "posts" / f"{project.name}-{post.name}")
    return folder
