"""What matched lines tell of a talk. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, cast

from sphinxcontrib_tripreport.core.languages.day_names import Day
from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.patterns.line import Field
from sphinxcontrib_tripreport.core.patterns.marked_text import MarkedText
from sphinxcontrib_tripreport.core.text.names import NamedPerson


class MatchedLine(NamedTuple):
    """A line that matched, and its fields."""

    marked: MarkedText
    fields: tuple[Field, ...]


class LinePart(NamedTuple):
    """A part of one of the matched lines."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class FoundTalk:
    """A talk that matched lines tell of."""

    title: str
    title_span: LinePart | None
    """None if no line has a title of its own: the title is a word for the kind."""
    values: TalkValues = field(default_factory=TalkValues)
    """As :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gives them."""
    day: Day | None = None
    """Where the talk's own lines name it."""
    left: tuple[LinePart, ...] = ()
    """Words of the fields that none of the values has: they stay on the page."""
    original_title: str = ""
    """In the language of the source, if the lines are translated."""

    @property
    def known_by(self) -> str:
        """The title that says which talk it is: the same in every language."""
        return self.original_title or self.title


def as_original(translated: FoundTalk, original: FoundTalk) -> FoundTalk:
    """A talk of translated lines with the speakers and times of the original ones."""
    before = cast("dict[str, Any]", original.values)
    values: dict[str, Any] = {
        name: value for name, value in translated.values.items() if name not in _FACTS
    }
    values.update((name, before[name]) for name in _FACTS if name in before)
    shown = translated.values.get("speakers", ())
    people: Sequence[NamedPerson] = original.values.get("speakers", ())
    if len(shown) == len(people):
        # References have their addresses only now.
        pairs = zip(people, shown, strict=True)
        values["speakers"] = tuple(
            person._replace(url=other.url, affiliation=other.affiliation) for person, other in pairs
        )
    return replace(
        translated,
        values=cast("TalkValues", values),
        day=original.day,
        original_title=original.title,
    )


def share_facts(talk: FoundTalk, first: FoundTalk, own: set[str]) -> FoundTalk:
    """A further talk of a line, with what the first says before its title.

    :param own: the names of the fields that the talk has itself
    """
    shared = {
        option: value
        for option, value in first.values.items()
        if _SHARED.get(option, option) not in own and option in _SHARED
    }
    values = cast("TalkValues", {**shared, **talk.values})
    return replace(talk, values=values, day=first.day if talk.day is None else talk.day)


_SHARED: Final = {
    "start": "time",
    "end": "end",
    "duration": "duration",
    "room": "room",
    "track": "track",
    "status": "status",
}
"""Options that talks of one line may share, and their fields."""
_FACTS: Final = ("speakers", "kind", "start", "end", "duration")
