"""What programmes cost: one of 1,300 sessions, joining 300 notes, and archives without notes."""

from __future__ import annotations

import json
import random
import re
import shutil
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from html import unescape
from pathlib import Path
from statistics import median
from textwrap import indent
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.sessions import join_sessions
from sphinxcontrib_tripreport.core.model.records import Event, Note
from sphinxcontrib_tripreport.core.programmes.files import read_path
from sphinxcontrib_tripreport.core.text.names import NamedPerson

from .measure import build, output_of

_SESSIONS, _NOTES = 1300, 300
_LONGEST = 2800
"""Letters of an abstract: with so many, 1,300 sessions are 4 MB."""
_PER_EVENT, _PER_SPEAKER = 40, 2
_WORDS = [
    first + second + end
    for first in ("ba", "ce", "di", "fo", "gu", "ka", "li", "mo", "nu", "pa", "ra")
    for second in ("lan", "mir", "nos", "tek", "vin", "zor")
    for end in ("a", "e", "is", "o", "us")
]
_BLOCK = re.compile("<pre><span></span>(.*?)</pre>", re.DOTALL)
_FACTS = ("speakers", "start", "duration", "room", "track", "url")
_CONF = """\
extensions = [{extensions}]
project = "Programmes"
html_theme = "basic"
"""
_PLAIN = """\
exclude_patterns = ["_build"]
highlight_language = "none"
"""
_OURS = """\
tripreport_data = ["data.yaml"]
tripreport_pages = ["events", "speakers", "talks"]
"""


def measure_programmes(folder: Path, talks: int, seed: int, repeat: int) -> Iterator[str]:
    """Say what programmes cost, line by line.

    :param talks: sessions of the archive
    """
    yield from _measure_one(folder / "one", seed, repeat)
    yield from _measure_joining(folder / "one", seed)
    yield from _measure_archive(folder / "archive", talks, seed, repeat)


def _measure_one(folder: Path, seed: int, repeat: int) -> Iterator[str]:
    """A build with the programme of a large conference, and one whose notes say the same."""
    costs: dict[str, list[tuple[float, float]]] = {"without": [], "with": []}
    for name in costs:
        _write_reports(folder / name, seed, has_programme=name == "with")
        build(folder / name, jobs=1)
    for number in range(repeat):
        for name, found in costs.items():
            shutil.rmtree(output_of(folder / name))
            full = build(folder / name, jobs=1).seconds
            with (folder / name / "day-1.rst").open("a", encoding="utf-8") as report:
                report.write(f"\nEdition {number}.\n")
            found.append((full, build(folder / name, jobs=1).seconds))
    size = (folder / "with" / "programme.json").stat().st_size / 1e6
    for at, kind in enumerate(("full build", "an edit")):
        before, after = (min(each[at] for each in found) for found in costs.values())
        yield (
            f"programme of {_SESSIONS} sessions ({size:.1f} MB), {kind}: {before:.2f} s without,"
            f" {after:.2f} s with, {after - before:+.2f} s"
        )


def _measure_joining(folder: Path, seed: int) -> Iterator[str]:
    """Finding the sessions of notes, without a build."""
    programme = read_path(folder / "with" / "programme.json")
    notes = [
        Note(f"day-{number % 4}", f"n{number}", number, f"n{number}", title, "con",
             tuple(NamedPerson(name) for name in people))
        for number, (title, people, _) in enumerate(_notes(_sessions(seed, _SESSIONS), seed))
    ]  # fmt: skip
    times = []
    for _ in range(5):
        begin = time.process_time()
        found = join_sessions(notes, {"con": programme}, {"con": Event("con", "Con")}, [])
        times.append(time.process_time() - begin)
    joined = len(found.officials)
    yield f"joining {len(notes)} notes: {min(times):.3f} s, {joined} joined"


def _measure_archive(folder: Path, talks: int, seed: int, repeat: int) -> Iterator[str]:
    """Events whose sessions all are talks, and plain documents of the same text."""
    ours, plain = folder / f"ours-{talks}", folder / f"plain-{talks}"
    _write_archive(ours, talks, seed)
    build(ours, jobs=1)
    to_copy = _texts_to_copy(output_of(ours))
    build(ours, jobs=1, builder="text")
    documents = _write_plain(plain, output_of(ours), to_copy)
    pairs = []
    for _ in range(repeat):
        costs = []
        for project in (plain, ours):
            shutil.rmtree(output_of(project), ignore_errors=True)
            costs.append(build(project, jobs=1))
        pairs.append(costs)
    ratio = median(second.seconds / first.seconds for first, second in pairs)
    first, second = (min(cost[at].seconds for cost in pairs) for at in (0, 1))
    memory = (max(cost[at].megabytes for cost in pairs) for at in (0, 1))
    yield (
        f"archive of {talks} sessions, {documents} documents: {first:.1f} s plain, {second:.1f} s"
        f" ours, {ratio:.2f} times; MB {' and '.join(f'{each:.0f}' for each in memory)}"
    )


def _write_reports(folder: Path, seed: int, *, has_programme: bool) -> None:
    """Four reports with notes on sessions of one event, which the programme completes."""
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(_CONF.format(extensions='"sphinxcontrib_tripreport"'))
    (folder / "index.rst").write_text("Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n")
    sessions = _sessions(seed, _SESSIONS)
    content = json.dumps({"timezone": "Europe/Berlin", "sessions": sessions})
    (folder / "programme.json").write_text(content, encoding="utf-8")
    option = "   :programme: programme.json\n" if has_programme else ""
    (folder / "event.rst").write_text(f"Events\n======\n\n.. event:: con\n{option}")
    by_title = {session["title"]: session for session in sessions}
    notes = list(_notes(sessions, seed))
    for day in range(4):
        text = f":event: con\n\nDay {day}\n=====\n"
        for title, people, official in notes[day::4]:
            text += f"\n{title}\n{'-' * len(title)}\n\n.. talk::\n"
            facts = {"speakers": "; ".join(people)} if has_programme else by_title[official]
            for name in _FACTS:
                said = facts.get(name)
                value = "; ".join(said) if isinstance(said, list) else said
                text += f"   :{name}: {value}\n" if value else ""
            text += "\nWords.\n"
        (folder / f"day-{day}.rst").write_text(text)


def _write_archive(folder: Path, talks: int, seed: int) -> None:
    folder.mkdir(parents=True)
    conf = _CONF.format(extensions='"sphinxcontrib_tripreport"') + _OURS
    (folder / "conf.py").write_text(conf)
    (folder / "index.rst").write_text("Home\n====\n\nWelcome.\n")
    events: dict[str, Any] = {}
    for number in range(talks // _PER_EVENT):
        content = {"sessions": _sessions(seed + number, _PER_EVENT, number, talks, longest=400)}
        (folder / f"c{number}.json").write_text(json.dumps(content))
        events[f"event-{number}"] = {
            "name": f"Event {number}", "programme": f"c{number}.json", "scope": "all",
        }  # fmt: skip
    # JSON is YAML.
    (folder / "data.yaml").write_text(json.dumps({"events": events}))


def _texts_to_copy(pages: Path) -> dict[str, list[str]]:
    """What is in the blocks of pages, by their names: plain text has no citations for programs."""
    return {
        path.relative_to(pages).with_suffix("").as_posix(): [
            unescape(block) for block in _BLOCK.findall(path.read_text(encoding="utf-8"))
        ]
        for path in pages.rglob("*.html")
    }


def _write_plain(folder: Path, text: Path, to_copy: dict[str, list[str]]) -> int:
    """The documents of an archive as plain text of one's own; gives how many there are."""
    folder.mkdir(parents=True)
    conf = _CONF.format(extensions="") + _PLAIN
    (folder / "conf.py").write_text(conf)
    paths = sorted(text.rglob("*.txt"))
    for path in paths:
        copy = folder / path.relative_to(text).with_suffix(".rst")
        copy.parent.mkdir(parents=True, exist_ok=True)
        orphan = "" if copy.name == "index.rst" and copy.parent == folder else ":orphan:\n\n"
        written = path.read_text(encoding="utf-8")
        lines = (_as_rst(line) for line in written.splitlines(keepends=True))
        name = path.relative_to(text).with_suffix("").as_posix()
        blocks = (f"\n::\n\n{indent(block, '   ')}\n" for block in to_copy.get(name, ()))
        copy.write_text(orphan + "".join((*lines, *blocks)), encoding="utf-8")
    return len(paths)


def _as_rst(line: str) -> str:
    """A line of plain text: the lines below the heads of tables are not those of reST."""
    return line.replace("|", "+") if line.startswith("|==") else line


def _sessions(
    seed: int, count: int, event: int = 0, talks: int = _SESSIONS, longest: int = _LONGEST
) -> list[dict[str, Any]]:
    """Sessions of an event of some days in four rooms."""
    draw = random.Random(seed)
    first = datetime.combine(date(2000, 1, 3) + timedelta(days=7 * event), datetime.min.time())
    found = []
    for number in range(count):
        slot, room = divmod(number, 4)
        start = first + timedelta(days=slot // 10, hours=9, minutes=45 * (slot % 10))
        title = " ".join(draw.sample(_WORDS, 5)).capitalize()
        abstract = " ".join(draw.choices(_WORDS, k=longest // 6))
        people = [f"Person {draw.randrange(max(talks // _PER_SPEAKER, 1))}" for _ in range(1)]
        found.append({
            "title": title, "id": f"S{event}-{number}", "speakers": people, "room": f"Room {room}",
            "start": start.isoformat(" ", "minutes"), "duration": 40, "abstract": abstract,
            "track": f"Track {number % 5}", "url": f"https://example.org/{event}/{number}",
        })  # fmt: skip
    return found


def _notes(sessions: list[dict[str, Any]], seed: int) -> Iterator[tuple[str, list[str], str]]:
    """Titles of notes, who speaks, and the official title: two thirds leave something out."""
    draw = random.Random(seed)
    for number, session in enumerate(draw.sample(sessions, _NOTES)):
        words = session["title"].split()
        title = " ".join(words[:4]) if number % 3 else session["title"]
        yield title, session["speakers"] if number % 3 == 1 else [], session["title"]
