"""Speakers as a line names them: with companies, handles and links between the names. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sphinxcontrib_tripreport.patterns.marked import Mark, Marked
from sphinxcontrib_tripreport.patterns.words import and_expression, kind_of, link_label
from sphinxcontrib_tripreport.text.links import Link, read_url
from sphinxcontrib_tripreport.text.names import NamedPerson, is_suffix, name_key
from sphinxcontrib_tripreport.text.slugs import fold

_OPENING: Final = "([（【［〔"
_CLOSING: Final = ")]）】］〕"
_PUNCTUATION: Final = r"[,;&/+，、；＆／＋،؛]"
_HANDLE: Final = re.compile(r"(?<![\w.])@[\w.-]*\w(?:@[\w.-]+\w)?")
_ADDRESS: Final = re.compile(r"https?://\S+[^\s.,;:!?)\]}>'\"]")
_EDGES: Final = " \t\n\u00a0-–—|:,;·•*_\"'“”„«»‘’"
_FULL_STOP: Final = re.compile(r"(?<=\w{3})\.+$")
_BEFORE_NAME: Final = re.compile(r"^(?:by|por|par|作者|讲者|講者|主讲)[:：]?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Speakers:
    """What a line says of the speakers."""

    people: tuple[NamedPerson, ...] = ()
    links: tuple[Link, ...] = ()
    """Of the talk: those that say what they are."""
    kind: str = ""
    """Where the only "speaker" is a word for a kind of talk."""


@dataclass
class _Part:
    """A stretch of the text between two separators, brackets taken out."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    behind: str = ""
    """The separator that it stands behind."""


def read_speakers(
    marked: Marked, start: int, end: int, language: str, words: tuple[str, ...] = ()
) -> Speakers:
    """The speakers in a part of a line.

    :param language: of the report: only there a single letter can mean "and"
    :param words: more words that mean "and"
    """
    people: list[NamedPerson] = []
    links: list[Link] = []
    may_have_handle = False
    for part in _parts(marked, start, end, and_expression(language, words)):
        person = _read_part(marked, part, links)
        if person is None:
            continue
        if people and is_suffix(fold(person.name)):
            people[-1] = people[-1]._replace(name=f"{people[-1].name}, {person.name}")
        elif people and part.behind == "," and may_have_handle and _is_handle(marked, part):
            people[-1] = people[-1]._replace(url=people[-1].url or person.url)
        else:
            people.append(person)
        may_have_handle = not _handles(marked, part)
    if len(people) == 1 and (kind := kind_of(people[0].name)):
        return Speakers((), tuple(links), kind)
    unique: dict[str, NamedPerson] = {}
    for person in people:
        unique.setdefault(name_key(person.name), person)
    return Speakers(tuple(unique.values()), tuple(links))


def _parts(marked: Marked, start: int, end: int, words: str) -> Iterator[_Part]:
    text = marked.text
    # In small letters only: Ed is a person.
    separator = re.compile(rf"{_PUNCTUATION}|(?<=\s)(?:{words})(?=\s)" if words else _PUNCTUATION)
    part = _Part()
    for first, last, is_bracket in _outside_brackets(text, start, end):
        if is_bracket:
            part.brackets.append((first, last))
            continue
        place = first
        for found in separator.finditer(text, first, last):
            if _in_address(text, found.start()) or _in_name_of_link(marked, found):
                continue
            part.spans.append((place, found.start()))
            yield part
            part, place = _Part(behind=found[0]), found.end()
        part.spans.append((place, last))
    yield part


def _outside_brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Stretches of the text, and whether each is the inside of brackets; those nest."""
    depth, place = 0, start
    for here in range(start, end):
        if text[here] in _OPENING:
            if depth == 0:
                yield place, here, False
                place = here + 1
            depth += 1
        elif text[here] in _CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield place, here, True
                place = here + 1
    yield place, end, depth > 0  # a bracket that is never closed runs to the end


def _in_address(text: str, place: int) -> bool:
    return any(found.start() <= place < found.end() for found in _ADDRESS.finditer(text))


def _in_name_of_link(marked: Marked, found: re.Match[str]) -> bool:
    """Whether a separator belongs to what a link says: ``[Slides/Video](…)`` is one label."""
    return any(
        link.start < found.start() and found.end() < link.end
        for link in marked.links()
        if link_label(marked.text[link.start : link.end])
    )


def _read_part(marked: Marked, part: _Part, links: list[Link]) -> NamedPerson | None:
    text, url = marked.text, ""
    covered = [(mark.start, mark.end) for mark in _labelled(marked, part, links)]
    name = " ".join(_without(text, span, covered) for span in part.spans)
    for match in _ADDRESS.finditer(name):
        url = url or _safe(match[0])
    name = _ADDRESS.sub(" ", name)
    handles = _HANDLE.findall(name)
    name = _HANDLE.sub(" ", name)
    affiliations: list[str] = []
    for span in part.brackets:
        inner = _without(text, span, covered)
        for match in _ADDRESS.finditer(inner):
            url = url or _safe(match[0])
        inner = _HANDLE.sub(" ", _ADDRESS.sub(" ", inner))
        affiliations.append(" ".join(inner.split()).strip(_EDGES))
    stretches = (*part.spans, *part.brackets)
    for link in marked.links():
        if any(s <= link.start and link.end <= e for s, e in stretches) and not _is_in(
            link, covered
        ):
            url = url or _safe(link.url)
    name = _BEFORE_NAME.sub("", " ".join(name.split()).strip(_EDGES))
    name = _FULL_STOP.sub("", name)
    if not name and handles:
        name = handles[0].strip("@")
    if not any(map(str.isalpha, name)):
        return None
    return NamedPerson(name, url, ", ".join(filter(None, affiliations)))


def _is_handle(marked: Marked, part: _Part) -> bool:
    """Whether a part is a handle and nothing else: it is of the speaker before a comma."""
    text = " ".join(marked.text[start:end] for start, end in part.spans)
    return not part.brackets and _HANDLE.fullmatch(text.strip()) is not None


def _handles(marked: Marked, part: _Part) -> list[str]:
    return [
        handle
        for start, end in (*part.spans, *part.brackets)
        for handle in _HANDLE.findall(marked.text[start:end])
    ]


def _labelled(marked: Marked, part: _Part, links: list[Link]) -> Iterator[Mark]:
    """The links of a part that say what they are of the talk: slides, video …"""
    for mark in marked.links():
        inside = any(s <= mark.start and mark.end <= e for s, e in (*part.spans, *part.brackets))
        label = link_label(marked.text[mark.start : mark.end]) if inside else ""
        if label:
            if url := _safe(mark.url):
                links.append(Link(label, url))
            yield mark


def _is_in(mark: Mark, spans: list[tuple[int, int]]) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in spans)


def _without(text: str, span: tuple[int, int], covered: list[tuple[int, int]]) -> str:
    start, end = span
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
