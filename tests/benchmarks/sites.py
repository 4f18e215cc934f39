"""What it costs to list other sites, beside what one of them costs, and one project of all talks.

Each site is a project of its own, built for its ``talks.json``. The hub has no talk of its own: a
list of the newest, and a page of each event, speaker and topic.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .corpus import OURS, make_posts, write_project
from .measure import Cost, build, output_of

_PAGES = 'tripreport_pages = ["events", "speakers", "topics"]\n'
_LIST = "# The newest\n\n```{talklist}\n:limit: 100\n```\n"


def measure_sites(folder: Path, sites: int, talks: int, seed: int, repeat: int) -> Iterator[str]:
    """Build some sites of so many talks each, then what lists them; a line for each cost.

    :param folder: an empty one to work in
    """
    made = [_site(folder / f"site-{number}", talks, seed + number) for number in range(sites)]
    files = [output_of(project) / "talks.json" for project in made]
    size = sum(file.stat().st_size for file in files) / sites / 1e6
    yield f"{sites} sites of {talks} talks, a talks.json of {size:.2f} MB each; CPU s and MB"
    hub, whole = _hub(folder / "hub", files), _whole(folder / "whole", made)
    costs: dict[str, list[Cost]] = {}
    for _ in range(repeat):
        for name, project in (("one site", made[0]), ("hub", hub), ("one project of all", whole)):
            shutil.rmtree(output_of(project), ignore_errors=True)
            costs.setdefault(f"{name}, full", []).append(build(project, jobs=1))
            costs.setdefault(f"{name}, nothing to do", []).append(build(project, jobs=1))
        text = files[0].read_text(encoding="utf-8")
        try:
            files[0].write_text(text.replace('"title": "', '"title": "New ', 1), encoding="utf-8")
            costs.setdefault("hub, one site changed", []).append(build(hub, jobs=1))
        finally:
            files[0].write_text(text, encoding="utf-8")
    unit = median(cost.seconds for cost in costs["one site, full"])
    for name, found in costs.items():
        seconds = median(cost.seconds for cost in found)
        memory = median(cost.megabytes for cost in found)
        yield f"{name:<36} {seconds:>7.2f} s  {seconds / unit:>6.2f} of a site  {memory:>6.0f} MB"


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
