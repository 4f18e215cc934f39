"""Patterns to try on a post: shapes that authors often use, and words that its places share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sphinxcontrib_tripreport.core.patterns.pattern import PlaceKind
from sphinxcontrib_tripreport.core.patterns.quotes import begins_quoted
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.matching.candidates import Candidate
from sphinxcontrib_tripreport.matching.groups import PlaceGroup
from sphinxcontrib_tripreport.matching.row_shapes import rows_for

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
    "{title} ({speakers}, {affiliation})",
    "{title} by {speakers}, {affiliation}",
    "{title} - {speakers} - {}",
    "{title} - {speakers} | {}",
    "{title} - {speakers}: {}",
    "{title} | {speakers} | {}",
    "{title} -{speakers}-",
    "{title} -{speakers}",
    "{title}",
)
"""The title and the people on one line."""
_BELOW: Final = (
    "**{speakers}**",
    "*{speakers}*",
    "By {speakers}",
    "{speakers}",
    "{speakers}, {affiliation}",
    "{speakers} - {affiliation}",
    "{speakers} ~ {affiliation}",
)
"""The people on the line below; what is in brackets is their company anyway."""
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
_WIDE_QUOTES: Final = ("「」", "『』", "《》", "“”", "«»")
_FEWEST: Final = 2
_MOST_LEARNED: Final = 3


def shapes_for(group: PlaceGroup) -> Iterator[str]:
    """Patterns that the places of a group may look like, without those that cannot."""
    titles = list(dict.fromkeys(_titles(group)))
    if group.where is PlaceKind.ROW:
        yield from rows_for(group)
        return
    befores = ["", *_beginnings(group)]
    # Of shapes that say as much, the first counts: the one with the words that the places share.
    lines = [*_with_introductions(group), *_BODIES]
    lines += [
        line.replace("{speakers}", mark)
        for mark in _marks_of_people(group)
        for line in ("{title} - {speakers}", "{title} ({speakers})", "{speakers} - {title}")
    ]
    below = [*(f"{label}: {{speakers}}" for label in _labels(group)), *_BELOW]
    for before in befores:
        for title in titles:
            for line in lines:
                yield group.mark + before + line.replace("{title}", title)
            for text in below:
                yield f"{group.mark}{before}{title} // {text}"
                yield f"{group.mark}{before}{title} // {{}} // {text}"
    if group.where is PlaceKind.PARAGRAPH:
        yield from (f"**{before}{line}**" for before in befores for line in lines)


def _titles(group: PlaceGroup) -> Iterator[str]:
    """The title as the places have it: plain, strong or as a link."""
    kinds = Counter(
        mark.kind
        for each in group.candidates
        for mark in each.first.marked.marks
        if not each.first.marked.text[: mark.start].strip(" \t[]x.0123456789:")
    )
    if group.where is not PlaceKind.PARAGRAPH:
        yield "{title}"
    elif sum(begins_quoted(each.first.marked.text) for each in group.candidates) >= _FEWEST:
        yield '"{title}"'
    for opening, closing in _WIDE_QUOTES:
        if sum(_is_within(each, opening, closing) for each in group.candidates) >= _FEWEST:
            yield f"{{}}{opening}{{title}}{closing}"
    for kind, text in (("strong", "**{title}**"), ("link", "[{title}](…)")):
        if kinds[kind] >= _FEWEST or (group.where is PlaceKind.PARAGRAPH and kind == "strong"):
            yield text


def _is_within(place: Candidate, opening: str, closing: str) -> bool:
    """Whether a line has words before a title in such quotation marks."""
    text = place.first.marked.text
    return 0 < text.find(opening) < text.rfind(closing)


def _marks_of_people(group: PlaceGroup) -> Iterator[str]:
    """Marks that several places end with: people are often strong or emphasised."""
    found = Counter(
        mark.kind
        for each in group.candidates
        for mark in each.first.marked.marks
        if mark.start and not each.first.marked.text[mark.end :].strip(" )")
    )
    for kind, text in (("strong", "**{speakers}**"), ("emphasis", "*{speakers}*")):
        if found[kind] >= _FEWEST:
            yield text


def _beginnings(group: PlaceGroup) -> Iterator[str]:
    texts = [_BOX.sub("", each.first.marked.text).lstrip() for each in group.candidates]
    for before, begins in _BEFORE:
        if sum(bool(begins.match(text)) for text in texts) >= _FEWEST:
            yield before
    numbered = Counter(found.groups() for text in texts if (found := _NUMBERED.match(text)))
    for (sign, after), count in numbered.items():
        if count >= _FEWEST:
            yield f"{sign}{{number}}{after}"


def _labels(group: PlaceGroup) -> list[str]:
    """What several places write before a colon on one of the two lines below."""
    found: Counter[str] = Counter()
    for each in group.candidates:
        below = [line for line, _ in zip(each.following(), range(2), strict=False)]
        found.update({label[1] for line in below if (label := _LABEL.match(line.marked.text))})
    return [label for label, count in found.most_common(_MOST_LEARNED) if count >= _FEWEST]


def _with_introductions(group: PlaceGroup) -> Iterator[str]:
    """Bodies with a word before the people that several places share."""
    found: Counter[str] = Counter()
    for each in group.candidates:
        found.update(set(_INTRODUCING.findall(each.first.marked.text)))
    for word, count in found.most_common(_MOST_LEARNED):
        if count >= _FEWEST and word.islower():
            yield f"{{title}} ({word} {{speakers}})"
            yield f"{{title}} - {word} {{speakers}}"
            yield f"{{title}}, {word} {{speakers}}"
