"""Whether what a pattern would find in a place is likely to be a talk: signs, no proofs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.other_headings import is_no_talk
from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.patterns.found_talk import FoundTalk
from sphinxcontrib_tripreport.core.patterns.marked_text import LINK
from sphinxcontrib_tripreport.core.patterns.plausible import is_full_name, may_be_full_name
from sphinxcontrib_tripreport.core.patterns.quotes import is_quoted
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.core.text.titles_of_address import without_titles
from sphinxcontrib_tripreport.matching.candidates import Candidate
from sphinxcontrib_tripreport.matching.groups import PlaceGroup

_OF_COMPANIES: Final = regex(
    r"\b(?:inc|ltd|llc|gmbh|ag|corp|company|university|universit\w+|labs?|foundation|institute|"
    r"software|systems|technologies|solutions|consulting|group|team|project)\b\.?",
    re.IGNORECASE,
)
_LONG_IN_HAN: Final = regex(r"[\u3041-\u309f\u4e00-\u9fff\uac00-\ud7a3]{6,}")
_HANDLE: Final = regex(r"@[\w.-]+")
_WORD_BEFORE: Final = regex(r"\W*([^\W\d_][^\[\]:：|]{1,24}?)(?:\]|\s*[:：|]|\s+[-–—]\s)")
_ADDRESS_OF_TALK: Final = regex(
    r"://\S+/(?:talks?|sessions?|events?|schedule|presentations?|lectures?|program(?:me)?|agenda)/\S",
    re.IGNORECASE,
)
_LINES_OF_ADDRESS: Final = 3
_FEWEST_KINDS: Final = 2
_FEWEST_TO_COMPARE: Final = 3
_MOST_ALIKE: Final = 0.4
"""If a larger share of talks has the same speakers, the line does not name speakers."""


@dataclass(frozen=True)
class JudgedPlaces:
    """The places that a pattern matches, by whether they look like talks."""

    good: tuple[Candidate, ...]
    bad: tuple[Candidate, ...]
    talks: tuple[FoundTalk, ...]
    """The talks of the good places."""
    unsure: int = 0
    """How many of these have people whose names are written as others are not."""


def judge_people(found: Sequence[tuple[Candidate, FoundTalk]]) -> JudgedPlaces:
    """Judge talks by their speakers: they look like people, and are not the same everywhere."""
    names = [_names(talk) for _, talk in found]
    sure = [bool(each) and all(map(_is_name, each)) for each in names]
    maybe = [bool(each) and all(map(_may_be_name, each)) for each in names]
    unsure = sum(maybe) - sum(sure)
    # A name that is written small is one among others that are not.
    judged = _judge(found, maybe if unsure <= sum(sure) / 2 else sure)
    (_, most), *_ = Counter(map(_names, judged.talks)).most_common(1) or [((), 0)]
    if len(judged.good) >= _FEWEST_TO_COMPARE and most > len(judged.good) * _MOST_ALIKE:
        return JudgedPlaces((), tuple(place for place, _ in found), ())
    return replace(judged, unsure=len(judged.good) - sum(sure))


def judge_titles(
    found: Sequence[tuple[Candidate, FoundTalk]],
    group: PlaceGroup,
    fields: Collection[str],
    days: Collection[nodes.Node],
    title: nodes.Node | None,
) -> JudgedPlaces:
    """Judge talks without people: a time, a number, a kind or the heading above tells of them.

    :param fields: of the pattern
    :param days: the sections of days
    :param title: the section that is the whole page
    """
    is_shown = "time" in fields or "number" in fields
    kinds = sum(map(_begins_with_kind, group.candidates))
    led = sum(map(_leads_to_talk, group.candidates))
    all_are = group.level is not None and (
        kinds >= _FEWEST_KINDS or led >= max(_FEWEST_KINDS, len(group.candidates) / 2)
    )
    is_good = [
        not is_no_talk(talk.title)
        and (
            is_shown
            or ("kind" in fields and bool(talk.values.get("kind")))
            or all_are
            or _is_below(place, days, title)
            or _is_numbered_link(place)
        )
        for place, talk in found
    ]
    return _judge(found, is_good)


def _judge(found: Sequence[tuple[Candidate, FoundTalk]], is_good: Sequence[bool]) -> JudgedPlaces:
    pairs = list(zip(found, is_good, strict=True))
    return JudgedPlaces(
        tuple(place for (place, _), good in pairs if good),
        tuple(place for (place, _), good in pairs if not good),
        tuple(talk for (_, talk), good in pairs if good),
    )


def _names(talk: FoundTalk) -> tuple[str, ...]:
    return tuple(person.name for person in talk.values.get("speakers", ()))


def _is_name(name: str) -> bool:
    if _HANDLE.fullmatch(name):
        return True
    return is_full_name(name) and not _is_other(name)


def _may_be_name(name: str) -> bool:
    return _is_name(name) or (may_be_full_name(name) and not _is_other(name))


def _is_other(name: str) -> bool:
    """Whether a name is a company, a heading, a title in quotes or a sentence without spaces."""
    is_long = any(map(_LONG_IN_HAN.fullmatch, without_titles(fold(name)).split()))
    is_company = bool(_OF_COMPANIES.search(name)) or any(map(str.isdigit, name))
    return is_long or is_company or is_quoted(name)


def _begins_with_kind(place: Candidate) -> bool:
    found = _WORD_BEFORE.match(place.first.marked.text)
    return found is not None and bool(kind_of(found[1]))


def _leads_to_talk(place: Candidate) -> bool:
    """Whether the heading, or a line right below it, has the address of a talk's page."""
    for line in (place.first, *islice(place.following(), _LINES_OF_ADDRESS)):
        addresses = [link.url for link in line.marked.links()]
        if any(map(_ADDRESS_OF_TALK.search, (*addresses, line.marked.text))):
            return True
    return False


def _is_below(place: Candidate, days: Collection[nodes.Node], title: nodes.Node | None) -> bool:
    """Whether the heading above says that talks, or those of a day, are below it."""
    section = place.node.parent
    while section is not None and not isinstance(section, nodes.section):
        section = section.parent
    if section is None or section is title or not (place.is_section or _is_only_link(place)):
        return False
    words = section[0].astext().split() if len(section) else []
    return section in days or (bool(words) and bool(kind_of(words[0])))


def _is_numbered_link(place: Candidate) -> bool:
    return isinstance(place.node.parent, nodes.enumerated_list) and any(
        mark.kind == LINK and not mark.start for mark in place.first.marked.marks
    )


def _is_only_link(place: Candidate) -> bool:
    """Whether a line is a link and nothing else."""
    marked = place.first.marked
    return any(
        not marked.text[: mark.start].strip() and not marked.text[mark.end :].strip()
        for mark in marked.links()
    )
