"""Finds talks again whose text Sphinx has translated. Knows docutils, but not Sphinx.

Which talks there are, their days and all facts about them are those of the original text. Only
words come from the translation: titles, rooms, tracks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.patterns.fields import read_talk
from sphinxcontrib_tripreport.core.patterns.found_talk import FoundTalk, as_original
from sphinxcontrib_tripreport.core.patterns.line import Field
from sphinxcontrib_tripreport.core.patterns.pattern import Pattern
from sphinxcontrib_tripreport.core.patterns.rules import UsableRules
from sphinxcontrib_tripreport.matching.candidates import Candidate, candidate_again
from sphinxcontrib_tripreport.matching.finder import TalkMatch
from sphinxcontrib_tripreport.matching.pieces import Names, Piece, match_pieces, match_several


def match_again(before: TalkMatch, rules: UsableRules, names: Names) -> tuple[TalkMatch, bool]:
    """A talk of the original text, found again in the translated text.

    :param before: what was found in the original text
    :param names: how names are listed in the report
    :return: the talk, and whether its translation matches a pattern. If not, the title is that of
        the lines that do match, else the text of the heading, else the original one, and all that
        the lines do not tell is as in the original.
    """
    candidate = candidate_again(before.candidate)
    if candidate is None:
        return replace(before, pieces=(), talk=_untranslated(before.talk)), False
    fields = before.pattern.fields | {""}
    others = (
        pattern
        for _, pattern in rules.talks
        if pattern is not before.pattern and pattern.fields | {""} == fields
    )
    for pattern in (before.pattern, *others):
        pieces = _pieces(before, pattern, candidate, names)
        talk = _read(pieces, names)
        if talk is not None:
            talk = _with_original_title(as_original(talk, before.talk), before.talk)
            return replace(before, candidate=candidate, pieces=pieces, talk=talk), True
    pieces, talk = _read_in_part(before, candidate, names)
    return replace(before, candidate=candidate, pieces=pieces, talk=talk), False


def _pieces(
    before: TalkMatch, pattern: Pattern, candidate: Candidate, names: Names
) -> tuple[Piece, ...]:
    if before.number is None:
        return match_pieces(pattern, candidate, names)
    several = match_several(pattern, candidate) if pattern.repeat else []
    return tuple(several[before.number : before.number + 1])


def _with_original_title(talk: FoundTalk, original: FoundTalk) -> FoundTalk:
    """The talk with its original title, if that was a word for its kind and none is now."""
    if talk.title_span is None and original.title_span is None and not kind_of(talk.title):
        return replace(talk, title=original.title)
    return talk


def _read(pieces: tuple[Piece, ...], names: Names) -> FoundTalk | None:
    matched = [piece.as_matched_line for piece in pieces]
    return read_talk(matched, names.language, names.words) if matched else None


def _read_in_part(
    before: TalkMatch, candidate: Candidate, names: Names
) -> tuple[tuple[Piece, ...], FoundTalk]:
    """A talk of whose lines not all match: those that do are read, and the others stay."""
    original = before.talk
    whole = _first_line_as_field(candidate, "")
    if original.title_span is None:
        return (whole,), _untranslated(original)
    attempts = [match_pieces(pattern, candidate, names) for pattern in _beginnings(before.pattern)]
    if candidate.is_section and original.title_span.line == 0:
        attempts.append((_first_line_as_field(candidate, "title"),))
    for pieces in attempts:
        talk = _read(pieces, names)
        if talk is not None and talk.title_span is not None:
            talk = replace(talk, values={**original.values, **talk.values})
            return pieces, as_original(talk, original)
    return (whole,), _untranslated(original)


def _beginnings(pattern: Pattern) -> Iterator[Pattern]:
    """The pattern with fewer and fewer of its lines."""
    for end in range(len(pattern.lines) - 1, 0, -1):
        yield replace(pattern, lines=pattern.lines[:end])


def _first_line_as_field(candidate: Candidate, name: str) -> Piece:
    """The first line as one field; without a name it is kept, as what ``{}`` catches."""
    line = candidate.first
    return Piece(line, (Field(name, 0, line.end - line.start),), is_only_any=not name)


def _untranslated(original: FoundTalk) -> FoundTalk:
    return replace(original, title_span=None, original_title=original.title)
