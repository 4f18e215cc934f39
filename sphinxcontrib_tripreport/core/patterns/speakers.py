"""Speakers as a line names them: with companies, handles and links between the names. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sphinxcontrib_tripreport.core.languages.introductions import without_introduction
from sphinxcontrib_tripreport.core.languages.talk_words import and_expression, kind_of, link_label
from sphinxcontrib_tripreport.core.patterns.marked_text import Mark, MarkedText
from sphinxcontrib_tripreport.core.text.brackets import (
    EDGES,
    ListPart,
    Stretch,
    find_stretches,
    name_and_affiliation,
    split_outside,
)
from sphinxcontrib_tripreport.core.text.links import Link, read_url
from sphinxcontrib_tripreport.core.text.names import NamedPerson, each_once, is_suffix
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

_PUNCTUATION: Final = r"[,;&/+，、；＆／＋،؛]"
_HANDLE: Final = regex(r"(?<![\w.])@[\w.-]*\w(?:@[\w.-]+\w)?")
_ADDRESS: Final = regex(r"https?://\S+[^\s.,;:!?)\]}>'\"]")
_NUMBER: Final = regex(r"\w+")
_FULL_STOP: Final = regex(r"(?<=\w{3})\.+$")

_DEEPEST: Final = 10
"""Names in more brackets than that are none."""


@dataclass(frozen=True)
class Speakers:
    """What a line says of the speakers."""

    people: tuple[NamedPerson, ...] = ()
    links: tuple[Link, ...] = ()
    """Of the talk: those that say what they are."""
    kind: str = ""
    """Where one "speaker" is a word for a kind of talk."""
    left: tuple[tuple[int, int], ...] = ()
    """Words that say nothing of these: their places in the line."""


def read_speakers(
    marked: MarkedText, start: int, end: int, language: str, words: tuple[str, ...] = ()
) -> Speakers:
    """The speakers in a part of a line.

    :param language: of the report: only there a single letter can mean "and"
    :param words: more words that mean "and"
    """
    reader = _Reader(marked, language, and_expression(language, words))
    reader.read(start, end)
    return Speakers(
        each_once(reader.people), tuple(reader.links), reader.kind, tuple(_merge_spans(reader.left))
    )


class _Reader:
    """Reads the names of one field."""

    def __init__(self, marked: MarkedText, language: str, words: str) -> None:
        self.marked = marked
        self.language = language
        self.words = words
        self.people: list[NamedPerson] = []
        self.links: list[Link] = []
        self.kind = ""
        self.left: list[tuple[int, int]] = []
        self._links = sorted(marked.links(), key=lambda link: link.start)
        self._starts = [link.start for link in self._links]
        self.depth = 0
        """How many pairs of brackets are around what is read."""

    def read(self, start: int, end: int) -> None:
        """Read the names between two places."""
        may_have_handle = False
        for part in _parts(self.marked, start, end, self.words):
            person = self._read_part(part)
            if person is None:
                continue
            if self.people and is_suffix(fold(person.name)):
                if self.people[-1].url and person.url:
                    self.left.append((part.start, part.end))
                self.people[-1] = self.people[-1].with_suffix(f", {person.name}", person)
            elif (
                self.people
                and part.separator_before == ","
                and may_have_handle
                and self._is_handle(part)
            ):
                self._add_handle(part, person)
            else:
                self.people.append(person)
            may_have_handle = not _HANDLE.search(self.marked.text, part.start, part.end)

    def _is_handle(self, part: ListPart) -> bool:
        """Whether a part is a handle and nothing else: it is of the speaker before a comma."""
        return _HANDLE.fullmatch(self.marked.text[part.start : part.end].strip()) is not None

    def _add_handle(self, part: ListPart, person: NamedPerson) -> None:
        before = self.people[-1]
        self.people[-1] = before._replace(url=before.url or person.url)
        if not person.url or before.url:
            self.left.append((part.start, part.end))

    def _read_part(self, part: ListPart) -> NamedPerson | None:
        covered = [(mark.start, mark.end) for mark in self._labelled_links(part)]
        pieces: list[tuple[str, str]] = []
        handles: list[tuple[int, int]] = []
        addresses: list[tuple[int, int]] = []
        for stretch in part.stretches:
            text = _blank_out(self.marked.text, stretch, covered)
            addresses += _spans(_ADDRESS, text, stretch.start)
            text = _ADDRESS.sub(_blank, text)
            handles += _spans(_HANDLE, text, stretch.start)
            pieces.append((_HANDLE.sub(_blank, text), stretch.brackets))
        links = [link for link in self._links_in(part) if not _is_in(link, covered)]
        name, affiliation = name_and_affiliation(pieces)
        name = _FULL_STOP.sub("", without_introduction(name.strip(EDGES), self.language))
        if kind := kind_of(name):
            self._add_kind(kind, part)
            name = ""
        elif kind := kind_of(affiliation):
            self._add_kind(kind, part)
            affiliation = ""
        if name and not any(map(str.isalpha, name)):
            self._leave_numbers(part, pieces)
            name = ""
        if not name and affiliation and not handles:
            inside = [(each.start, each.end) for each in part.stretches if each.brackets]
            self.left += [each for each in addresses if not _is_within(each, inside)]
            self._read_brackets(part)
            return None
        if not name and handles:
            start, end = handles.pop(0)
            name = self.marked.text[start:end].strip("@")
        if not name:
            self._leave(part, covered)
            return None
        urls = [(self.marked.text[start:end], (start, end)) for start, end in addresses]
        urls += [(link.url, (link.start, link.end)) for link in links]
        url, place = next(((url, place) for url, place in urls if _safe(url)), ("", (0, 0)))
        self.left += [each for each in (*handles, *addresses) if not _is_within(each, [place])]
        return NamedPerson(name, _safe(url), affiliation)

    def _add_kind(self, kind: str, part: ListPart) -> None:
        if self.kind in ("", kind):
            self.kind = kind
        else:
            self.left.append((part.start, part.end))

    def _read_brackets(self, part: ListPart) -> None:
        """Nothing is outside of the brackets: the first hold the names."""
        first, *rest = (each for each in part.stretches if each.brackets)
        if self.depth == _DEEPEST:
            self._leave(part, [])
            return
        known = len(self.people)
        self.depth += 1
        self.read(first.start, first.end)
        self.depth -= 1
        for stretch in rest:
            text = " ".join(self.marked.text[stretch.start : stretch.end].split())
            if len(self.people) > known and not self.people[-1].affiliation:
                self.people[-1] = self.people[-1]._replace(affiliation=text.strip(EDGES))
            else:
                self.left.append((stretch.start, stretch.end))

    def _leave_numbers(self, part: ListPart, pieces: list[tuple[str, str]]) -> None:
        """Note what is outside of brackets beside handles, and is no name."""
        for stretch, (text, brackets) in zip(part.stretches, pieces, strict=True):
            numbers = _spans(_NUMBER, text, stretch.start) if not brackets else []
            self.left += [(numbers[0][0], numbers[-1][1])] if numbers else []

    def _leave(self, part: ListPart, covered: list[tuple[int, int]]) -> None:
        """Note words of a part that names nobody."""
        for stretch in part.stretches:
            text = _blank_out(self.marked.text, stretch, covered).strip(EDGES)
            text = without_introduction(text, self.language)
            if any(map(str.isalnum, text)) and not kind_of(text):
                self.left.append((stretch.start, stretch.end))

    def _links_in(self, part: ListPart) -> list[Mark]:
        first = bisect_left(self._starts, part.start)
        last = bisect_left(self._starts, part.end)
        return [link for link in self._links[first:last] if link.end <= part.end]

    def _labelled_links(self, part: ListPart) -> Iterator[Mark]:
        """The links of a part that say what they are of the talk: slides, video …"""
        for mark in self._links_in(part):
            if label := link_label(self.marked.text[mark.start : mark.end]):
                if url := _safe(mark.url):
                    self.links.append(Link(label, url))
                else:
                    self.left.append((mark.start, mark.end))
                yield mark


def _parts(marked: MarkedText, start: int, end: int, words: str) -> Iterator[ListPart]:
    # In small letters only: Ed is a person.
    separator = re.compile(rf"{_PUNCTUATION}|(?<=\s)(?:{words})(?=\s)" if words else _PUNCTUATION)

    taken = bytearray(len(marked.text))
    for found in _ADDRESS.finditer(marked.text):
        taken[found.start() : found.end()] = b"\1" * len(found[0])
    for link in marked.links():
        # [Slides/Video](…) is one label.
        if link_label(marked.text[link.start : link.end]):
            taken[link.start + 1 : link.end - 1] = b"\1" * max(link.end - link.start - 2, 0)

    def is_within(found: re.Match[str]) -> bool:
        return bool(taken[found.start()] and taken[found.end() - 1])

    return split_outside(marked.text, find_stretches(marked.text, start, end), separator, is_within)


def _spans(expression: re.Pattern[str], text: str, place: int) -> list[tuple[int, int]]:
    """Where *expression* is found in a text that begins at *place*."""
    return [(place + each.start(), place + each.end()) for each in expression.finditer(text)]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_in(mark: Mark, spans: list[tuple[int, int]]) -> bool:
    return _is_within((mark.start, mark.end), spans)


def _is_within(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _merge_spans(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    start, end = -1, -1
    for first, last in sorted(spans):
        if first > end:
            if end > start:
                yield start, end
            start = first
        end = max(end, last)
    if end > start:
        yield start, end


def _blank_out(text: str, stretch: Stretch, covered: list[tuple[int, int]]) -> str:
    start, end, _ = stretch
    if not covered:
        return text[start:end]
    return "".join(
        " " if any(s <= place < e for s, e in covered) else text[place]
        for place in range(start, end)
    )


def _safe(url: str) -> str:
    """*url*, if it is one that may become a link."""
    try:
        return read_url(url) if url else ""
    except ValueError:
        return ""
