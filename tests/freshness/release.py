"""The ``talks.json`` of the last release, in which much was called otherwise than by now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from sphinxcontrib_tripreport.core.text.slugs import slug

FILE = "last-release.json"
CONF = f'tripreport_previous = "{FILE}"\n'
"""If the file is gone, it cannot be read."""
FORMER_KEYS = ("docker", "hints", "zen", "docker-and-python", "keynote", "old-key")
"""Some are those of talks that are there."""
_FORMER_EVENTS = (("europython", "EuroPython 2020"), ("pycon", "The Conference"))
_FORMER_AUTHORS = (("builder", "Bob Builder"), ("ada", "A. Lovelace"), ("bob-builder", "Bob B."))
_FORMER_TOPICS = (("snakes", "Snakes"), ("py", "py"), ("python", "Python"))


@dataclass(slots=True)
class Release:
    """What the last release had."""

    talks: list[dict[str, Any]] = field(default_factory=list)
    speakers: list[dict[str, Any]] = field(default_factory=list)
    is_broken: bool = False
    is_gone: bool = True

    def files(self) -> dict[str, str]:
        """Its file; none if it is gone."""
        data = {
            "version": 2, "talks": self.talks, "speakers": self.speakers,
            "events": _named(_FORMER_EVENTS), "authors": _named(_FORMER_AUTHORS),
            "topics": _named(_FORMER_TOPICS),
        }  # fmt: skip
        text = json.dumps(data, ensure_ascii=False, indent=1)
        return {} if self.is_gone else {FILE: text[: len(text) // 2] if self.is_broken else text}


def edit_release(
    release: Release,
    random: Random,
    *,
    speakers: Sequence[str],
    events: Sequence[str],
    posts: Sequence[str],
) -> str:
    """Give, take or replace the file; gives what was done, in words."""
    release.is_gone = not release.is_gone and random.random() < 0.2
    release.is_broken = random.random() < 0.1
    names = (*speakers, "Old Name")
    release.talks = [_talk(random, names, events, posts) for _ in range(6)]
    release.speakers = [{"key": slug(name), "name": name} for name in random.sample(names, 4)]
    return f"the last release: {release}"


def _talk(
    random: Random, speakers: Sequence[str], events: Sequence[str], posts: Sequence[str]
) -> dict[str, Any]:
    key, event = random.choice(FORMER_KEYS), random.choice((*events, "europython", "pycon"))
    day, start = random.choice((("2020-07-23", "09:00"), ("2020-07-24", None), (None, None)))
    return {
        "key": key,
        "name": f"{event}/{key}" if event else key,
        "title": key,
        "event": event or None,
        "speakers": [slug(name) for name in random.sample(speakers, random.randint(0, 2))],
        "day": day,
        "start_time": start,
        "notes": [{"docname": random.choice(posts)}],
    }


def _named(pairs: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"key": key, "name": name} for key, name in pairs]
