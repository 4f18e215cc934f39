"""Speakers as a line names them: with companies, handles and links between the names. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sphinxcontrib_tripreport.core.languages.talk_words import and_expression, kind_of, link_label
from sphinxcontrib_tripreport.core.patterns.marked import Mark, Marked
from sphinxcontrib_tripreport.core.text.brackets import (
    EDGES,
    Part,
    Stretch,
    find_stretches,
    name_and_affiliation,
    split_outside,
)
from sphinxcontrib_tripreport.core.text.links import Link, read_url
from sphinxcontrib_tripreport.core.text.names import NamedPerson, each_once, is_suffix
from sphinxcontrib_tripreport.core.text.slugs import fold

_PUNCTUATION: Final = r"[,;&/+，、；＆／＋،؛]"
_HANDLE: Final = re.compile(r"(?<![\w.])@[\w.-]*\w(?:@[\w.-]+\w)?")
_ADDRESS: Final = re.compile(r"https?://\S+[^\s.,;:!?)\]}>'\"]")
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
            people[-1] = people[-1].with_suffix(f", {person.name}", person)
        elif people and part.behind == "," and may_have_handle and _is_handle(marked, part):
            people[-1] = people[-1]._replace(url=people[-1].url or person.url)
        else:
            people.append(person)
        may_have_handle = not _HANDLE.search(marked.text, part.start, part.end)
    if len(people) == 1 and (kind := kind_of(people[0].name)):
        return Speakers((), tuple(links), kind)
    return Speakers(each_once(people), tuple(links))


def _parts(marked: Marked, start: int, end: int, words: str) -> Iterator[Part]:
    # In small letters only: Ed is a person.
    separator = re.compile(rf"{_PUNCTUATION}|(?<=\s)(?:{words})(?=\s)" if words else _PUNCTUATION)

    def is_within(found: re.Match[str]) -> bool:
        return _in_address(marked.text, found.start()) or _in_name_of_link(marked, found)

    return split_outside(marked.text, find_stretches(marked.text, start, end), separator, is_within)


def _in_address(text: str, place: int) -> bool:
    return any(found.start() <= place < found.end() for found in _ADDRESS.finditer(text))


def _in_name_of_link(marked: Marked, found: re.Match[str]) -> bool:
    """Whether a separator belongs to what a link says: ``[Slides/Video](…)`` is one label."""
    return any(
        link.start < found.start() and found.end() < link.end
        for link in marked.links()
        if link_label(marked.text[link.start : link.end])
    )


def _read_part(marked: Marked, part: Part, links: list[Link]) -> NamedPerson | None:
    covered = [(mark.start, mark.end) for mark in _labelled(marked, part, links)]
    pieces: list[tuple[str, str]] = []
    handles: list[str] = []
    urls: list[str] = []
    for stretch in part.stretches:
        text = _without(marked.text, stretch, covered)
        urls += _ADDRESS.findall(text)
        text = _ADDRESS.sub(" ", text)
        if not stretch.brackets:
            handles += _HANDLE.findall(text)
        pieces.append((_HANDLE.sub(" ", text), stretch.brackets))
    urls += [link.url for link in _links_in(marked, part) if not _is_in(link, covered)]
    name, affiliation = name_and_affiliation(pieces)
    name = _FULL_STOP.sub("", _BEFORE_NAME.sub("", name.strip(EDGES)))
    if not name and handles:
        name = handles[0].strip("@")
    if not any(map(str.isalpha, name)):
        return None
    return NamedPerson(name, next(filter(None, map(_safe, urls)), ""), affiliation)


def _is_handle(marked: Marked, part: Part) -> bool:
    """Whether a part is a handle and nothing else: it is of the speaker before a comma."""
    return _HANDLE.fullmatch(marked.text[part.start : part.end].strip()) is not None


def _links_in(marked: Marked, part: Part) -> list[Mark]:
    return [link for link in marked.links() if _is_in(link, [(part.start, part.end)])]


def _labelled(marked: Marked, part: Part, links: list[Link]) -> Iterator[Mark]:
    """The links of a part that say what they are of the talk: slides, video …"""
    for mark in _links_in(marked, part):
        if label := link_label(marked.text[mark.start : mark.end]):
            if url := _safe(mark.url):
                links.append(Link(label, url))
            yield mark


def _is_in(mark: Mark, spans: list[tuple[int, int]]) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in spans)


def _without(text: str, stretch: Stretch, covered: list[tuple[int, int]]) -> str:
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
