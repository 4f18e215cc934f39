"""Tags of components in MDX, whose attributes may hold JavaScript. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex

_START = regex(r"(?:(?P<end></)|(?<![\w`])<)(?P<name>[A-Z]\w*(?:\.\w+)*)(?=[\s/>])")
_TOKEN = regex(r"\"[^\"]*\"|'[^']*'|`[^`]*`|[{}<>]")
_ATTRIBUTE = regex(
    r"([\w:-]+)=(?:\"([^\"\n]*)\"|'([^'\n]*)'|\{[\"'`]([^\"'`{}\n]*)[\"'`]\}|\{(\w+)\}|(\w+))"
)
_LONGEST = 2000


class Component(NamedTuple):
    """One tag of a component."""

    start: int
    end: int
    name: str
    rest: str
    """What is between the name and the end of the tag."""
    is_end: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where it is in the text."""
        return self.start, self.end

    @property
    def is_empty(self) -> bool:
        """Whether it closes itself."""
        return self.rest.rstrip().endswith("/")

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes whose values are texts or names."""
        found = _ATTRIBUTE.findall(self.rest)
        return {name: next(filter(None, values), "") for name, *values in found}


def read_components(text: str) -> Iterator[Component]:
    """The tags of a text, in their order; a tag within another's attributes is none."""
    done = 0
    for found in _START.finditer(text):
        if found.start() < done:
            continue
        end = _end(text, found.end())
        if end:
            done = end
            rest = text[found.end() : end - 1]
            yield Component(found.start(), end, found["name"], rest, found["end"] is not None)


def _end(text: str, start: int) -> int:
    """Where the tag ends whose name ends at *start*; 0 if it does not end."""
    depth = 0
    for token in _TOKEN.finditer(text, start, start + _LONGEST):
        sign = token[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth == 0 and sign == ">":
            return token.end()
        elif depth < 0 or (depth == 0 and sign == "<"):
            return 0
    return 0
