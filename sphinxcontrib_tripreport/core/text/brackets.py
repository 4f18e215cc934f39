"""Brackets in lists of people: what they hold after a name is the affiliation.

A list is not cut within them. Options and talk patterns read both by the rules here. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.regexes import regex

_OPENING: Final = "([（【［〔"
_CLOSING: Final = ")]）】］〕"
BRACKETS: Final = _OPENING + _CLOSING
_BRACKET: Final = regex(f"[{re.escape(BRACKETS)}]")
EDGES: Final = " \t\n\u00a0-–—|:,;·•*_\"'“”„«»‘’"
"""Signs at the ends of a name or an affiliation that do not belong to it."""


class Stretch(NamedTuple):
    """A stretch of a text that is outside of brackets, or all that is within a pair."""

    start: int
    end: int
    brackets: str = ""
    """The brackets around it, such as ``()``; only the first if it is never closed."""

    @property
    def is_open(self) -> bool:
        """Whether its bracket is never closed."""
        return len(self.brackets) == 1


@dataclass(slots=True)
class ListPart:
    """What is between two separators."""

    stretches: list[Stretch] = field(default_factory=list)
    separator_before: str = ""
    """The separator that it comes after."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.stretches[0].start

    @property
    def end(self) -> int:
        """Where it ends, a bracket at its end with it."""
        return self.stretches[-1].end

    def pieces(self, text: str) -> list[tuple[str, str]]:
        """The texts of the stretches, and the brackets around each."""
        return [(text[start:end], brackets) for start, end, brackets in self.stretches]


def closing(bracket: str) -> str:
    """The bracket that closes an opening one."""
    return _CLOSING[_OPENING.index(bracket)]


def find_stretches(text: str, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """Cut a text where brackets begin and end.

    Brackets in brackets belong to the inside of these, and every kind closes every other. One that
    is never closed runs to the end of its line.
    """
    end = len(text) if end is None else end
    brackets = list(_BRACKET.finditer(text, start, end))
    partners = _partners(brackets)
    place = start
    for found in brackets:
        opened = found.start()
        if opened < place or found[0] not in _OPENING:
            continue
        yield Stretch(place, opened)
        place = partners.get(opened, -1)
        if place >= 0:
            yield Stretch(opened + 1, place, text[opened] + text[place])
            place += 1
        else:
            place = text.find("\n", opened, end)
            place = end if place < 0 else place
            yield Stretch(opened + 1, place, text[opened])
    yield Stretch(place, end)


def _partners(brackets: Iterable[re.Match[str]]) -> dict[int, int]:
    """From each bracket that is closed to the one that closes it."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for found in brackets:
        if found[0] in _OPENING:
            opened.append(found.start())
        elif opened:
            partners[opened.pop()] = found.start()
    return partners


def split_outside(
    text: str,
    stretches: Iterable[Stretch],
    separator: re.Pattern[str],
    is_no_separator: Callable[[re.Match[str]], bool] | None = None,
) -> Iterator[ListPart]:
    """The parts of a text between separators that are outside of brackets.

    :param is_no_separator: whether a match of *separator* separates nothing at its place
    """
    part = ListPart()
    for stretch in stretches:
        if stretch.brackets:
            part.stretches.append(stretch)
            continue
        place = stretch.start
        for found in separator.finditer(text, stretch.start, stretch.end):
            if is_no_separator is not None and is_no_separator(found):
                continue
            part.stretches.append(Stretch(place, found.start()))
            yield part
            part, place = ListPart(separator_before=found[0]), found.end()
        part.stretches.append(Stretch(place, stretch.end))
    yield part


def name_and_affiliation(pieces: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """A person's name, and the affiliation that is in brackets after it.

    Brackets between two words of the name belong to it, as in ``James (Jim) Smith``.

    :param pieces: the texts of a part's stretches, and the brackets around each
    :return: both without spaces at their ends, and empty if there is none
    """
    pieces = [(without_controls(text), brackets) for text, brackets in pieces]
    if len(pieces) == 1 and not pieces[0][1]:
        return " ".join(pieces[0][0].split()), ""
    named = [
        number
        for number, (text, brackets) in enumerate(pieces)
        if not brackets and any(map(str.isalpha, text))
    ]
    name: list[str] = []
    affiliations: list[str] = []
    for number, (text, brackets) in enumerate(pieces):
        inside = " ".join(text.split()).strip(EDGES)
        if not brackets:
            name.append(text)
        elif inside and named and named[0] < number < named[-1]:
            name.append(f"{brackets[0]}{text}{brackets[1:]}")
        else:
            affiliations += [inside] if inside else []
            name.append(" ")
    return " ".join("".join(name).split()), ", ".join(affiliations)


def join_cut(items: Iterable[str], joint: str) -> list[str]:
    """The items of a list; those that were cut within brackets are one item again."""
    whole: list[str] = []
    waiting: list[str] = []
    depth = 0
    for item in items:
        waiting.append(item)
        for found in _BRACKET.finditer(item):
            depth = depth + 1 if found[0] in _OPENING else max(depth - 1, 0)
        if not depth:
            whole.append(joint.join(waiting))
            waiting = []
    return [*whole, *waiting]  # one that is never closed was not cut
