"""Whether a line of a paragraph goes on in the next one, as hard-wrapped lines do. Pure."""

from __future__ import annotations

import re
from typing import Final

from sphinxcontrib_tripreport.core.languages.talk_words import kind_of, link_label
from sphinxcontrib_tripreport.core.patterns.pairs import has_open_bracket
from sphinxcontrib_tripreport.core.patterns.plausible import PARTICLES
from sphinxcontrib_tripreport.core.text.brackets import find_stretches
from sphinxcontrib_tripreport.core.text.names import is_suffix
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

_SEPARATOR: Final = regex(r"[,;&/+，、；＆／＋،؛]\s*$|\s[-–—]+\s*$")
_SEPARATORS: Final = regex(r"[,;&/+，、；＆／＋،؛|]+")
_SENTENCE: Final = regex(r"[.!?。！？…:：][)\]\"'”’»]*(?:\s|$)")
_MOST_WORDS: Final = 4
"""The most words of a name that continues on the next line."""
_PROSE: Final = 3
"""A line with this many small words is prose."""


def goes_on_surely(line: str, rest: str, and_words: str) -> bool:
    """Whether *line* is not complete: a bracket is open, or it ends in a separator or "and".

    :param rest: the lines that follow in the paragraph
    :param and_words: a regular expression for the words that mean "and"
    """
    if has_open_bracket(line, rest):
        return True
    ends_in_and = bool(and_words) and re.search(rf"\s(?:{and_words})\s*$", line) is not None
    following = rest.lstrip("\n").partition("\n")[0]
    return (ends_in_and or _SEPARATOR.search(line) is not None) and not _is_prose(following)


def continues_names(before: str, following: str, and_words: str) -> bool:
    """Whether the next line goes on with the names, or the company, that a line ends with.

    :param before: the names so far
    :param following: the next line
    :param and_words: a regular expression for the words that mean "and"
    """
    if kind_of(following) or link_label(_SEPARATORS.split(following.strip())[0]):
        return False
    # In small letters only: Ed is a person.
    joint = re.compile(rf"{_SEPARATORS.pattern}|(?:^|(?<=\s))(?:{and_words})(?=\s|$)")
    parts = joint.split(_without_brackets(following))
    last = joint.split(_without_brackets(before))[-1]
    names = [f"{last} {parts[0]}", *parts[1:]]
    return any(map(str.isalpha, following)) and all(map(_may_be_name, names))


def continues_title(line: str, following: str) -> bool:
    """Whether the next line goes on with the title that a line ends with."""
    following = following.strip()
    if not following or link_label(following) or _SENTENCE.search(following):
        return False
    last = line.split()[-1:]
    is_open = bool(last) and last[0].islower() and len(last[0]) <= _PROSE
    return not following[0].isupper() or is_open or _is_capitalized(following)


def _may_be_name(text: str) -> bool:
    words = text.split()
    own = [word for word in words if word not in PARTICLES]
    if len(own) > _MOST_WORDS:
        return False
    return all(_may_be_name_word(word) for word in own)


def _may_be_name_word(word: str) -> bool:
    if word.endswith((".", ":", "!", "?")) and not (len(word) == 2 or is_suffix(fold(word))):
        return False
    return word.startswith("@") or word[:1].isupper()


def _is_capitalized(text: str) -> bool:
    words = [word for word in text.split() if len(word) > _PROSE or word[:1].isupper()]
    return all(not word[:1].islower() for word in words)


def _is_prose(text: str) -> bool:
    small = [word for word in text.split() if word.islower() and word not in PARTICLES]
    return len(small) >= _PROSE


def _without_brackets(text: str) -> str:
    return " ".join(text[e.start : e.end] for e in find_stretches(text) if not e.brackets)
