"""The ``talks.json`` of another site, about talks, people and events of the same small pools."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

from sphinxcontrib_tripreport.core.text.slugs import slug

FILE = "ann.json"
CONF = f'tripreport_sites = {{"ann": ("http://127.0.0.1:9/notes/", "{FILE}")}}\n'
"""If the file is gone, nobody answers there."""
_DOCNAMES = ("day-1", "day-2")
_KEYS = ("docker", "hints", "zen", "")


@dataclass(slots=True)
class OtherSite:
    """What another site says."""

    name: str = "Ann’s notes"
    talks: list[dict[str, Any]] = field(default_factory=list)
    speakers: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    is_broken: bool = False
    is_gone: bool = False

    def files(self) -> dict[str, str]:
        """Its file; none if it is gone."""
        data = {"version": 2, "project": self.name, "events": self.events,
                "speakers": self.speakers, "talks": self.talks, "reports": []}  # fmt: skip
        text = json.dumps(data, ensure_ascii=False, indent=1)
        return {} if self.is_gone else {FILE: text[: len(text) // 2] if self.is_broken else text}


class Pools:
    """What names are drawn from."""

    def __init__(
        self,
        titles: tuple[str, ...],
        speakers: tuple[str, ...],
        topics: tuple[str, ...],
        events: tuple[str, ...],
        authors: tuple[str, ...],
    ) -> None:
        self._titles, self._speakers, self._topics = titles, speakers, topics
        self._events, self._authors = events, authors

    def site(self, random: Random) -> OtherSite:
        """A site to begin with."""
        site = OtherSite()
        for _ in range(6):
            self.edit(site, random)
        return site

    def edit(self, site: OtherSite, random: Random) -> str:
        """Change what a site says; gives what was done, in words."""
        what = random.choice(("talk", "talk", "talk", "less", "name", "people", "events", "file"))
        if what == "talk":
            site.talks.append(self._talk(random))
        elif what == "less":
            del site.talks[:1]
        elif what == "name":
            site.name = random.choice(("Ann’s notes", "Notes & <more>", ""))
        elif what == "people":
            site.speakers = [self._speaker(name, random) for name in self._speakers]
        elif what == "events":
            site.events = [
                {"key": key, "name": random.choice((key, "EuroPython 2020", "The Conference")),
                 "place": random.choice(("Dublin", None))}
                for key in self._events if key
            ]  # fmt: skip
        else:
            site.is_broken, site.is_gone = random.choice(
                ((False, False), (False, False), (True, False), (False, True))
            )
        return f"ann: {what}: {site}"

    def _speaker(self, name: str, random: Random) -> dict[str, Any]:
        aliases = random.sample(self._speakers, random.randint(0, 1))
        return {"key": slug(name), "name": name, "aliases": aliases,
                "affiliation": random.choice(("Analytical Engines", None))}  # fmt: skip

    def _talk(self, random: Random) -> dict[str, Any]:
        title = random.choice(self._titles)
        return {
            "key": random.choice(_KEYS) or slug(title),
            "event": random.choice(self._events) or None,
            "title": title,
            "speakers": [slug(random.choice(self._speakers))],
            "topics": random.sample(self._topics, random.randint(0, 2)),
            "day": random.choice(("2020-07-23", None)),
            "rating": random.choice((3, 5, None)),
            "notes": [
                {"docname": random.choice(_DOCNAMES), "anchor": f"talk-{random.randint(1, 3)}",
                 "report": random.choice(("Ann’s day", "A <day>", None)), "date": "2020-07-25",
                 "authors": [random.choice(self._authors)]}
            ],
        }  # fmt: skip
