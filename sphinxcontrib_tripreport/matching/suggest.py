"""Patterns that an author may be looking for: what would match most, and what nearly matches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sphinxcontrib_tripreport.core.patterns.fields import read_talk
from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, Where, read_pattern
from sphinxcontrib_tripreport.matching.candidates import Candidate
from sphinxcontrib_tripreport.matching.pieces import Piece, match_pieces

_HEADINGS = (
    "{time}-{end} {title} - {speakers}",
    "{time}-{end} {title} ({speakers})",
    "{time}, {title}, {speakers}",
    "{time} - {title} - {speakers}",
    "{time} {title} ({speakers})",
    "{time} {speakers} - {title}",
    "{time} {title}",
    "{number}. {title} - {speakers}",
    "{number}. {title} by {speakers}",
    "{number}. {title}",
    "[{kind}] {title} - {speakers}",
    "{kind}: {title} ({speakers})",
    "{kind}: {title} - {speakers}",
    "{kind}: {speakers}",
    "{title} ({speakers})",
    '"{title}" by {speakers}',
    "{title} by {speakers}",
    '{speakers} "{title}"',
    "{title} - {speakers}",
    "{title} | {speakers}",
    "{title}, {speakers}",
    "{speakers}: {title}",
    "{speakers} - {title}",
    "{title} // By {speakers}",
    "{title} // Speaker: {speakers}",
    "{title} // Speakers: {speakers}",
    "{title} // Presenter: {speakers}",
    "{title} // **{speakers}**",
    "{title} // *{speakers}*",
    "{title} // *Speaker: {speakers}*",
    "{title} // **Speaker:** {speakers}",
    "{title} // {} // **{speakers}**",
    "{title} // {speakers}",
)
_ITEMS = (
    "* **{title}** - {speakers}",
    "* **{title}** by {speakers}",
    "* **{title}** ({speakers})",
    "* [{title}](…) - {speakers}",
    "* [{title}](…) by {speakers}",
    "* [{}] {title} - {speakers}",
    "* {title} ({speakers})",
    "* {title} by {speakers}",
    "* {title} - {speakers}",
    "* {speakers} - {title}",
    "* {time} - {title} // *Speaker:* {speakers}",
    "**{title}** - {speakers}",
    "**{title}** by {speakers}",
    "**{title}** ({speakers})",
    "**{title}** // {speakers}",
)
_FEW_WORDS = range(2, 5)
_LONGEST_CJK = 12
_PARTICLES = frozenset(("van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "la",
                        "le", "bin", "al", "el", "y", "zu"))  # fmt: skip
_FEWEST = 2
"""One heading is no pattern."""
_FEWEST_OF_ITEMS = 1 / 5
"""Fewer of a post's list items are sentences that look like talks by chance."""


class Suggestion(NamedTuple):
    """A pattern, and how many places look like it."""

    pattern: str
    matched: int
    places: int
    """How many places of that kind there are."""


def suggest(candidates: Sequence[Candidate], language: str) -> Suggestion | None:
    """The pattern of ours that finds most talks; None where none finds two."""
    best: Suggestion | None = None
    best_score = 0.0
    for text, pattern in _ours(candidates):
        places = [each for each in candidates if each.where is pattern.where
                  and pattern.level in (None, each.level)]  # fmt: skip
        matched = [pieces for each in places if (pieces := match_pieces(pattern, each))]
        good = [pieces for pieces in matched if _is_plausible(pattern, pieces, language)]
        score = len(good) * (1 + 0.1 * len(pattern.fields)) - (len(matched) - len(good)) * 0.5
        is_rare = pattern.where is Where.ITEM and len(good) < len(places) * _FEWEST_OF_ITEMS
        if len(good) >= _FEWEST and not is_rare and score > best_score:
            best, best_score = Suggestion(text, len(good), len(places)), score
    return best


def _ours(candidates: Iterable[Candidate]) -> Iterable[tuple[str, Pattern]]:
    levels = sorted({each.level for each in candidates if each.level})
    for text in _HEADINGS:
        for level in levels:
            leveled = f"{'#' * level} {text}"
            yield leveled, read_pattern(leveled)
    for text in _ITEMS:
        yield text, read_pattern(text)


def _is_plausible(pattern: Pattern, pieces: tuple[Piece, ...], language: str) -> bool:
    """Whether the speakers look like people: a few words with capital letters each."""
    talk = read_talk([piece.matched for piece in pieces], language)
    if talk is None:
        return False
    if "speakers" not in pattern.fields:
        return bool(pattern.fields & {"time", "number"})
    people = talk.values.get("speakers", ())
    return bool(people) and all(_is_name(person.name) for person in people)


def _is_name(name: str) -> bool:
    if any("\u3040" <= character <= "\uffdc" for character in name):
        return len(name) <= _LONGEST_CJK
    words = [word for word in name.split() if word.lower() not in _PARTICLES]
    return len(words) in _FEW_WORDS and all(word[0].isupper() for word in words)


def near_miss(patterns: Iterable[tuple[str, Pattern]], candidate: Candidate) -> str:
    """Why a heading is no talk although it nearly looks like one; empty where it does not."""
    for text, pattern in patterns:
        if pattern.where is not Where.HEADING:
            continue
        if pattern.level not in (None, candidate.level):
            other = replace(pattern, level=None)
            if match_pieces(other, candidate):
                return f"“{text}” asks for level {pattern.level}, this is level {candidate.level}"
            continue
        first = replace(pattern, lines=pattern.lines[:1])
        if len(pattern.lines) > 1 and match_pieces(first, candidate):
            line = next(iter(candidate.following()), None)
            shown = f"“{line.marked.text.strip()[:60]}”" if line is not None else "nothing"
            return f"“{text}” asks for other lines below it; below it stands {shown}"
    return ""
