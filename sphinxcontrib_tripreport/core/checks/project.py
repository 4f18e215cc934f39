"""All that checks look at. Plain values; what takes long to get is asked for when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.records import Speaker
from sphinxcontrib_tripreport.core.model.tried_patterns import TriedPattern


class Passage(NamedTuple):
    """Some lines that readers see."""

    docname: str
    first_line: int
    """From 1; 0 if it is not known."""
    included_at: str
    """As that of a note."""
    text: str


def _no_lines(_passage: Passage) -> Sequence[str]:
    return ()


class BrokenLink(NamedTuple):
    """What linkcheck said of an address."""

    status: str
    """``broken`` or ``timeout``."""
    reason: str


@dataclass(frozen=True, slots=True)
class Project:
    """A project, as its checks see it."""

    catalogue: Catalogue
    """What it says itself, without other sites."""
    today: date
    people: tuple[Speaker, ...] = ()
    """Everybody as described, those who are withheld among them."""
    data_places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By section and key of what data files describe, where: ``people.yaml:12``."""
    patterns: tuple[TriedPattern, ...] = ()
    conf: str = ""
    """The text of ``conf.py``."""
    broken: Mapping[str, BrokenLink] = field(default_factory=dict)
    """By address."""
    passages: Callable[[], Iterable[Passage]] = tuple
    """All that readers see of the project, apart from what views draw."""
    lines_around: Callable[[Passage], Sequence[str]] = _no_lines
    """All lines of the file that a passage is in; none if that is not known."""
