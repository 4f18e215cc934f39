"""The programmes of the events: sessions that are renamed, moved, cancelled, added, dropped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random

Session = dict[str, str]
Programmes = dict[str, list[Session] | str]
"""By path, the sessions of a file, or the text of one that cannot be read."""

PATHS = ("programmes/one.json", "programmes/two.json")
_MOMENTS = ("2020-07-23 09:00", "2020-07-24 11:30", "2021-05-14 10:15", "2021-05-14 14:00")
_ROOMS = ("Room 1", "Main Hall", "Cellar")
_BROKEN = '{"sessions": ['
_MOST = 6


def make_programme(random: Random, titles: Sequence[str], people: Sequence[str]) -> list[Session]:
    """The sessions of a file to begin with."""
    return [_session(random, titles, people) for _ in range(random.randint(1, 4))]


def text_of(sessions: list[Session] | str) -> str:
    """The text of the file: a table of one's own in JSON, unless it cannot be read."""
    if isinstance(sessions, str):
        return sessions
    return json.dumps({"timezone": "Europe/Dublin", "sessions": sessions}, ensure_ascii=False)


def edit_programme(
    programmes: Programmes, random: Random, titles: Sequence[str], people: Sequence[str]
) -> str:
    """Change one of the files; gives what was done, in words."""
    path = random.choice(PATHS)
    sessions = programmes[path]
    if isinstance(sessions, str) or random.random() < 0.1:
        is_broken = isinstance(sessions, str) or random.random() < 0.5
        programmes[path] = make_programme(random, titles, people) if is_broken else _BROKEN
        return f"{path}: is replaced by {programmes[path]}"
    if len(sessions) < _MOST and (not sessions or random.random() < 0.25):
        sessions.insert(random.randint(0, len(sessions)), _session(random, titles, people))
        return f"{path}: a session more, {sessions}"
    session = random.choice(sessions)
    match random.choice(("rename", "move", "cancel", "people", "drop", "video")):
        case "rename":
            session["title"] = random.choice(titles)
        case "move":
            session["start"] = random.choice(_MOMENTS)
            session["room"] = random.choice(_ROOMS)
        case "cancel":
            session["title"] = f"Cancelled: {session['title'].removeprefix('Cancelled: ')}"
        case "people":
            session["speakers"] = "; ".join(random.sample(people, random.randint(0, 2)))
        case "video":
            session["video"] = "https://video.example.org/3"
        case _:
            sessions.remove(session)
            return f"{path}: no longer has {session}"
    return f"{path}: now has {session}"


def _session(random: Random, titles: Sequence[str], people: Sequence[str]) -> Session:
    return {
        "title": random.choice((*titles, "Only in the programme", "Lunch")),
        "id": f"S{random.randint(1, 5)}",
        "speakers": "; ".join(random.sample(people, random.randint(0, 2))),
        "start": random.choice(_MOMENTS),
        "room": random.choice(_ROOMS),
        "track": random.choice(("Web", "")),
        "topics": random.choice(("Python", "Bees", "")),
    }
