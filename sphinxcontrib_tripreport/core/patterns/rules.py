"""What a report says about the places of its talks: patterns, and headings to skip. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.patterns.pattern import Pattern

_CLOSING = regex(r"[\s.:;,!?…。：；，！？'*_`]+$|^[\s'*_`#]+")
_BELOW = "/*"
_NAMES = frozenset(("title", "speakers", "kind"))
_NO_WORDS = regex(r"\{[^{}]*\}|[|:：,;()\[\]#*/–—-]+")
WHOLE_POST = "= {title}"
"""The pattern of a post that is one talk."""


class WrittenRule(NamedTuple):
    """A pattern or a heading as it was written, and where: no line if that is ``conf.py``."""

    text: str
    line: int = 0


class Rules(NamedTuple):
    """All that one report says, or ``conf.py`` for it."""

    talks: tuple[WrittenRule, ...] = ()
    days: tuple[WrittenRule, ...] = ()
    skip: tuple[WrittenRule, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.talks or self.days)

    @property
    def takes_title(self) -> bool:
        """Whether the title of the post may be a talk."""
        return any(each.text.lstrip().startswith("= ") for each in self.talks)

    def __or__(self, other: Rules) -> Rules:
        """These and others."""
        return Rules(self.talks + other.talks, self.days + other.days, self.skip + other.skip)

    def moved(self, lines: int) -> Rules:
        """These, so many *lines* further down."""

        def down(written: tuple[WrittenRule, ...]) -> tuple[WrittenRule, ...]:
            return tuple(each._replace(line=each.line + lines) for each in written)

        return Rules(down(self.talks), down(self.days), down(self.skip))

    def or_else(self, other: Rules) -> Rules:
        """These; of each kind that is missing, the others."""
        return Rules(self.talks or other.talks, self.days or other.days, self.skip or other.skip)


class UsableRules(NamedTuple):
    """Rules whose patterns could be read."""

    talks: tuple[tuple[WrittenRule, Pattern], ...]
    days: tuple[tuple[WrittenRule, Pattern], ...]
    skipped: frozenset[str]
    skipped_with_all_below: frozenset[str]

    def skips(self, *texts: str) -> bool:
        """Whether one of the *texts* is a heading that is no talk."""
        return any(normalise_heading(text) in self.skipped for text in texts)

    def skips_below(self, text: str) -> bool:
        """Whether *text* is a heading of a part that has no talks at all."""
        return (
            bool(self.skipped_with_all_below)
            and normalise_heading(text) in self.skipped_with_all_below
        )


def normalise_heading(text: str) -> str:
    """A heading as it is compared: without case, quotes, spacing and closing punctuation."""
    return fold(_CLOSING.sub("", fold(text)).replace("'", ""))


def make_usable(rules: Rules) -> tuple[UsableRules, list[tuple[WrittenRule, str]]]:
    """The rules, and what is wrong with the patterns that could not be read."""
    problems: list[tuple[WrittenRule, str]] = []
    below = {
        normalise_heading(e.text.removesuffix(_BELOW))
        for e in rules.skip
        if e.text.endswith(_BELOW)
    }
    skipped = {
        normalise_heading(each.text) for each in rules.skip if not each.text.endswith(_BELOW)
    }
    usable = UsableRules(
        tuple(_read_patterns(rules.talks, problems, of_talks=True)),
        tuple(_read_patterns(rules.days, problems, of_talks=False)),
        frozenset(skipped | below),
        frozenset(below),
    )
    return usable, problems


def _read_patterns(
    written: Iterable[WrittenRule], problems: list[tuple[WrittenRule, str]], *, of_talks: bool
) -> Iterable[tuple[WrittenRule, Pattern]]:
    from sphinxcontrib_tripreport.core.patterns.pattern import read_pattern

    for each in written:
        try:
            pattern = read_pattern(each.text)
            if of_talks:
                _check_name(pattern)
        except ValueError as error:
            problems.append((each, str(error)))
        else:
            yield each, pattern


def _check_name(pattern: Pattern) -> None:
    """Check that a pattern says what its talks are called.

    :raises ValueError: if it does not
    """
    from sphinxcontrib_tripreport.core.languages.talk_words import kind_of

    if pattern.fields & _NAMES or any(map(kind_of, _NO_WORDS.split(pattern.text))):
        return
    raise ValueError(
        "it has no {title}: expected a pattern that says what the talk is called, such as"
        ' "## {title} - {speakers}"'
    )
