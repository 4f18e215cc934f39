"""What a citation says of a talk. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.names import family_and_given
from sphinxcontrib_tripreport.core.text.numbered import first_free
from sphinxcontrib_tripreport.core.text.regexes import regex

_NO_KEY = regex(r"[^A-Za-z0-9:-]+")
_KINDS = {
    "talk": "Talk", "keynote": "Keynote", "tutorial": "Tutorial", "workshop": "Workshop",
    "lightning": "Lightning talk", "panel": "Panel discussion", "poster": "Poster",
    "open-space": "Open space", "sprint": "Sprint", "other": "Presentation",
}  # fmt: skip
_CITED = ("url", "video", "paper", "slides")
"""The links that a citation can have, the best one first."""


@dataclass(frozen=True, slots=True)
class CitedTalk:
    """A talk as it is cited. What nobody knows is empty."""

    key: str
    """ASCII, unique among those that are cited together."""
    title: str
    people: tuple[tuple[str, str], ...]
    """Family names with what is before them; of single names the second is empty."""
    day: date | None
    """Of the talk, else the first day of its event."""
    event: str
    place: str
    series: str
    first: date | None
    last: date | None
    """The event's first and last day."""
    kind: str
    """In English, as styles of citations print it."""
    url: str
    language: str


def cited_talks(
    catalogue: Catalogue, talks: Iterable[Talk], address: Callable[[Talk], str]
) -> Iterator[CitedTalk]:
    """The talks as they are cited, in their order.

    :param address: where a talk is on the site: cited if it has no page or recording of its own
    """
    return Citations(catalogue, address).citations_of(talks)


class Citations:
    """How the talks of a catalogue are cited, each found out once: several files cite it.

    :param address: where a talk is on the site: cited if it has no page or recording of its own
    """

    def __init__(self, catalogue: Catalogue, address: Callable[[Talk], str]) -> None:
        self._catalogue = catalogue
        self._address = address
        self._cited: dict[str, CitedTalk] = {}
        """By the name of the talk."""
        self._texts: dict[Callable[[CitedTalk], str], dict[str, str]] = {}
        """What is written of it, by what writes it and the name of the talk."""
        self._names: dict[str, tuple[str, str]] = {}
        """Family names and the rest, by the key of the person."""

    def citations_of(self, talks: Iterable[Talk]) -> Iterator[CitedTalk]:
        """Talks that are cited together, in their order."""
        keys: set[str] = set()
        for talk in talks:
            cited = self._cited.get(talk.name)
            if cited is None:
                cited = self._cited[talk.name] = self._cite(talk)
            key = first_free(cited.key, keys.__contains__, "-")
            keys.add(key)
            yield cited if key == cited.key else replace(cited, key=key)

    def texts(self, talks: Sequence[Talk], write: Callable[[CitedTalk], str]) -> Iterator[str]:
        """What is written of talks that are cited together: of each once for all files.

        :param write: makes the text of one
        """
        known = self._texts.setdefault(write, {})
        for talk, cited in zip(talks, self.citations_of(talks), strict=True):
            if cited is not self._cited[talk.name]:  # Its key has a number here.
                yield write(cited)
                continue
            if talk.name not in known:
                known[talk.name] = write(cited)
            yield known[talk.name]

    def _cite(self, talk: Talk) -> CitedTalk:
        catalogue = self._catalogue
        event = catalogue.events.get(talk.event)
        links = {link.label: link.url for link in talk.links if "://" in link.url}
        first, last = catalogue.days_of(event) if event is not None else (None, None)
        url = next((links[label] for label in _CITED if label in links), "")
        return CitedTalk(
            key=_NO_KEY.sub("", talk.name.replace("/", ":")).strip("-:") or "talk",
            title=without_controls(talk.title),
            people=tuple(map(self._name, talk.speakers)),
            day=catalogue.effective_date(talk),
            event=without_controls(event.name) if event is not None else "",
            place=without_controls(event.place_and_country) if event is not None else "",
            series=without_controls(event.series) if event is not None else "",
            first=first,
            last=last,
            kind=_KINDS[talk.kind],
            url=url or self._address(talk),
            language=talk.language,
        )

    def _name(self, key: str) -> tuple[str, str]:
        if key not in self._names:
            person = self._catalogue.people[key]
            family, given = family_and_given(person.name, person.sort)
            self._names[key] = without_controls(family), without_controls(given)
        return self._names[key]
