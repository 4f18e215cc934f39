"""Speakers with a company each, for patterns that have fields for both. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.languages.talk_words import and_expression
from sphinxcontrib_tripreport.core.patterns.marked_text import MarkedText
from sphinxcontrib_tripreport.core.patterns.plausible import is_full_name
from sphinxcontrib_tripreport.core.patterns.speakers import Speakers, read_speakers
from sphinxcontrib_tripreport.core.text.brackets import EDGES, find_stretches, split_outside
from sphinxcontrib_tripreport.core.text.names import each_once
from sphinxcontrib_tripreport.core.text.regexes import regex

_BETWEEN: Final = regex(r"[;；؛]|(?<=\s)[/|／](?=\s)")


class WordRange(NamedTuple):
    """A part of a line."""

    start: int
    end: int


class _Group(NamedTuple):
    """A person, or several, and a company."""

    people: WordRange
    company: WordRange


def read_speakers_with_company(
    marked: MarkedText,
    people: WordRange,
    company: WordRange,
    language: str,
    words: tuple[str, ...] = (),
) -> Speakers:
    """The speakers of the fields ``{speakers}`` and, right after it, ``{affiliation}``.

    The line may go on as it began: ``Ann Lee, Acme; Bob Ray, Globex``. Then the field of the
    company has the others in it.

    :param people: the place of the field ``{speakers}``
    :param company: the place of the field ``{affiliation}``
    """
    groups = _groups(marked.text, people, company, and_expression(language, words))
    if len(groups) < 2:
        groups = [_Group(people, company)]
    read = [_read_group(marked, group, language, words) for group in groups]
    return Speakers(
        each_once(person for each in read for person in each.people),
        tuple(link for each in read for link in each.links),
        next((each.kind for each in read if each.kind), ""),
        tuple(span for each in read for span in each.left),
    )


def _read_group(
    marked: MarkedText, group: _Group, language: str, words: tuple[str, ...]
) -> Speakers:
    read = read_speakers(marked, *group.people, language, words)
    if read.people and all(person.affiliation for person in read.people):
        # "A (Acme), B (Globex)": the comma was no joint.
        others = read_speakers(marked, group.people.start, group.company.end, language, words)
        if all(person.affiliation for person in others.people):
            return others
    return with_company(read, marked.text, group.company)


def with_company(read: Speakers, text: str, company: WordRange) -> Speakers:
    """Speakers, the last of them with the company that another field has."""
    name = " ".join(text[company.start : company.end].split()).strip(EDGES)
    if not name:
        return read
    if not read.people or read.people[-1].affiliation:
        return replace(read, left=(*read.left, (company.start, company.end)))
    *others, last = read.people
    return replace(read, people=(*others, last._replace(affiliation=name)))


def _groups(text: str, people: WordRange, company: WordRange, words: str) -> list[_Group]:
    """Each person and company, if there are several; none if one text is the company."""
    joint = text[people.end : company.start].strip()
    if not joint or any(each.brackets for each in find_stretches(joint)):
        return []
    around = r"(?<=\s){}(?=\s)" if joint[0].isalnum() else "{}"
    expression = re.compile(around.format(re.escape(joint)), re.IGNORECASE)
    groups = list(_cut_at_joints(text, people, company, _BETWEEN, expression))
    if len(groups) > 1 or not words:
        return groups
    likely = re.compile(rf"&|(?<=\s)(?:{words})(?=\s)")
    groups = list(_cut_at_joints(text, people, company, likely, expression))
    names = (text[slice(*each.people)].strip(EDGES) for each in groups)
    return groups if all(map(is_full_name, names)) else []


def _cut_at_joints(
    text: str,
    people: WordRange,
    company: WordRange,
    between: re.Pattern[str],
    joint: re.Pattern[str],
) -> Iterator[_Group]:
    """The groups, if each of them has a joint; none if not."""
    groups: list[_Group] = []
    for part in split_outside(text, find_stretches(text, people.start, company.end), between):
        outside = (each for each in part.stretches if not each.brackets)
        found = next(filter(None, (joint.search(text, e.start, e.end) for e in outside)), None)
        if found is None:
            return
        groups.append(
            _Group(WordRange(part.start, found.start()), WordRange(found.end(), part.end))
        )
    yield from groups
