"""Patterns to try on a post: shapes that authors often use, and words that its places share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sphinxcontrib_tripreport.core.patterns.pattern import Where
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.matching.candidates import Candidate

_BODIES: Final = (
    "{title} - {speakers}",
    "{title} ({speakers})",
    "{title} by {speakers}",
    '"{title}" by {speakers}',
    '"{title}" - {speakers}',
    "{title} | {speakers}",
    "{title} : {speakers}",
    "{title}, {speakers}",
    "{speakers} - {title}",
    "{speakers}: {title}",
    "{speakers} | {title}",
    '{speakers} "{title}"',
    "{title} - {speakers}, {affiliation}",
    "{title} - {speakers} ({affiliation})",
    "{title} ({speakers}, {affiliation})",
    "{title} by {speakers}, {affiliation}",
    "{title} by {speakers} ({affiliation})",
    "{title}",
)
"""The title and the people on one line."""
_BELOW: Final = (
    "**{speakers}**",
    "*{speakers}*",
    "By {speakers}",
    "{speakers}, {affiliation}",
    "{speakers} ({affiliation})",
    "{speakers}",
)
"""The people on the line below."""
_BEFORE: Final = (
    ("{time}-{end} ", re.compile(r"\d{1,2}[:.h]\d\d\s*[-–—]\s*\d{1,2}[:.h]\d\d")),
    ("{time} - ", re.compile(r"\d{1,2}[:.h]\d\d\s*(?:[ap]m)?\s*[-–—:]\s*\D", re.IGNORECASE)),
    ("{time}, ", re.compile(r"\d{1,2}[:.h]\d\d\s*(?:[ap]m)?\s*,", re.IGNORECASE)),
    ("{time} **{room}**: ", re.compile(r"\d{1,2}[:.h]\d\d\s*[^\W\d][^:]{0,30}:")),
    ("{time} ", re.compile(r"\d{1,2}(?:[:.h]\d\d|\s*[ap]m\b)", re.IGNORECASE)),
    ("{number}. ", re.compile(r"\d{1,3}\.\s")),
    ("{number}) ", re.compile(r"\d{1,3}\)\s")),
    ("[{kind}] ", re.compile(r"\[[^\W\d][^\]]*\]")),
    ("{kind}: ", re.compile(r"[^\W\d][^:]{2,24}:\s")),
    ("{kind} - ", re.compile(r"[^\W\d]\w{2,24}\s+[-–—]\s")),
)
"""What may come before the title and the people, and how such a line begins."""
_BOX: Final = regex(r"^\s*\[[ xX]\]")
_NUMBERED: Final = regex(r"([^\W\d_]{1,12} ?|[#№] ?)\d{1,3}([.:)]?\s?)(?=[^\W\d])")
"""A word or a sign, the number, and what comes after it."""
_LABEL: Final = regex(r"\W{0,3}([^\W\d_][\w ()/’'-]{1,24}?)\s*[:：]\s*\S")
_INTRODUCING: Final = regex(r"[(,–—-]\s*([^\W\d_]{2,12})\s+(?=[^\W\d_])")
_FEWEST: Final = 2
_MOST_LEARNED: Final = 3


@dataclass(frozen=True)
class Group:
    """The places of one kind: headings of one level, list items, or paragraphs."""

    where: Where
    level: int | None
    candidates: Sequence[Candidate]

    @property
    def mark(self) -> str:
        """How a pattern for them begins."""
        if self.where is Where.HEADING:
            return f"{'#' * (self.level or 0)} ".lstrip()
        return "* " if self.where is Where.ITEM else ""


def groups_of(candidates: Iterable[Candidate]) -> list[Group]:
    """The places of a document by kind: those that are at least two."""
    found: dict[tuple[Where, int | None], list[Candidate]] = {}
    for each in candidates:
        found.setdefault((each.where, each.level), []).append(each)
    return [
        Group(where, level, members)
        for (where, level), members in found.items()
        if len(members) >= _FEWEST
    ]


def shapes_for(group: Group) -> Iterator[str]:
    """Patterns that the places of a group may look like, without those that cannot."""
    titles = list(_titles(group))
    befores = ["", *_befores(group)]
    # Of shapes that say as much, the first counts: the one with the words that the places share.
    lines = [*_introduced(group), *_BODIES]
    below = [*(f"{label}: {{speakers}}" for label in _labels(group)), *_BELOW]
    for before in befores:
        for title in titles:
            for line in lines:
                yield group.mark + before + line.replace("{title}", title)
            for text in below:
                yield f"{group.mark}{before}{title} // {text}"
                yield f"{group.mark}{before}{title} // {{}} // {text}"
    if group.where is Where.PARAGRAPH:
        yield from (f"**{before}{line}**" for before in befores for line in lines)


def _titles(group: Group) -> Iterator[str]:
    """The title as the places have it: plain, strong or as a link."""
    kinds = Counter(
        mark.kind
        for each in group.candidates
        for mark in each.first.marked.marks
        if not each.first.marked.text[: mark.start].strip(" \t[]x.0123456789:")
    )
    if group.where is not Where.PARAGRAPH:
        yield "{title}"
    for kind, text in (("strong", "**{title}**"), ("link", "[{title}](…)")):
        if kinds[kind] >= _FEWEST or (group.where is Where.PARAGRAPH and kind == "strong"):
            yield text


def _befores(group: Group) -> Iterator[str]:
    texts = [_BOX.sub("", each.first.marked.text).lstrip() for each in group.candidates]
    for before, begins in _BEFORE:
        if sum(bool(begins.match(text)) for text in texts) >= _FEWEST:
            yield before
    numbered = Counter(found.groups() for text in texts if (found := _NUMBERED.match(text)))
    for (sign, after), count in numbered.items():
        if count >= _FEWEST:
            yield f"{sign}{{number}}{after}"


def _labels(group: Group) -> list[str]:
    """What several places write before a colon on one of the two lines below."""
    found: Counter[str] = Counter()
    for each in group.candidates:
        below = [line for line, _ in zip(each.following(), range(2), strict=False)]
        found.update({label[1] for line in below if (label := _LABEL.match(line.marked.text))})
    return [label for label, count in found.most_common(_MOST_LEARNED) if count >= _FEWEST]


def _introduced(group: Group) -> Iterator[str]:
    """Bodies with a word before the people that several places share."""
    found: Counter[str] = Counter()
    for each in group.candidates:
        found.update(set(_INTRODUCING.findall(each.first.marked.text)))
    for word, count in found.most_common(_MOST_LEARNED):
        if count >= _FEWEST and word.islower():
            yield f"{{title}} ({word} {{speakers}})"
            yield f"{{title}} - {word} {{speakers}}"
            yield f"{{title}}, {word} {{speakers}}"
