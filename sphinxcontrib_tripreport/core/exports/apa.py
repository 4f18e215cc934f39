"""A citation to read, much as the Publication Manual of the APA (7th edition) has it. Pure.

“Lee, A., & Ray, B. (2024, May 7). *Bees* [Keynote]. Con 2024, Basel, Switzerland. https://…”.
It is English, as the style is.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.exports.cited_talks import CitedTalk
from sphinxcontrib_tripreport.core.text.regexes import regex

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_MOST_NAMED: Final = 20
"""Of more people, the first nineteen and the last one are named."""
_GIVEN: Final = regex(r"[^\s-]+")
_ENDS_SENTENCE: Final = (".", "?", "!", "…", "。")


class Readable(NamedTuple):
    """A citation in the parts that look different."""

    before: str
    """The title."""
    title: str
    after: str
    url: str

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(filter(None, (f"{self.before}{self.title} {self.after}", self.url)))


def readable(talk: CitedTalk) -> Readable:
    """The citation of a talk, in words."""
    people = _people([_name(*each) for each in talk.people])
    held = ", ".join(filter(None, (talk.event, talk.place)))
    kind, day = f"[{talk.kind}].", f"({_date(talk.day)})."
    place = _sentence(held) if held else ""
    if not people:  # the title is in their place
        return Readable("", talk.title, " ".join(filter(None, (kind, day, place))), talk.url)
    after = " ".join(filter(None, (kind, place)))
    return Readable(f"{_sentence(people)} {day} ", talk.title, after, talk.url)


def _name(family: str, given: str) -> str:
    initials = " ".join(_GIVEN.sub(_initial, word) for word in given.split())
    return f"{family}, {initials}" if initials else family


def _initial(found: re.Match[str]) -> str:
    """The first letter of a name, if its script has capitals; else all of it."""
    word = found[0]
    return f"{word[0].upper()}." if word[0].upper() != word[0].lower() else word


def _people(names: list[str]) -> str:
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[: _MOST_NAMED - 1])}, … {names[-1]}"
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, & {names[-1]}"
    return "".join(names)


def _date(day: date | None) -> str:
    return f"{day.year}, {_MONTHS[day.month - 1]} {day.day}" if day is not None else "n.d."


def _sentence(text: str) -> str:
    return text if text.endswith(_ENDS_SENTENCE) else f"{text}."
