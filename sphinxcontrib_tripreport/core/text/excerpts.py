"""How much of a text is shown if there is no place for all, and how long all of it takes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex

LONGEST: Final = 280
"""In characters: the longest excerpt that is taken from a text."""
LONGEST_CHOSEN: Final = 600
"""In characters: the longest excerpt that an author can write."""
LONGEST_AS_TITLE: Final = 80
"""In characters: the most that a role shows of something without a title."""
_SIGN: Final = "…"
_SHORTEST_WORD: Final = 0.6
"""A text is cut before a word, unless less than this share of the length would be left."""

_WORDS_A_MINUTE: Final = 200
_LETTERS_A_MINUTE: Final = 400
"""Of scripts that have no spaces between words."""
_WITHOUT_SPACES: Final = regex(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)

_MARKED: Final = regex("\x02([^ \x03]*) ([^\x03]*)\x03([^\x04]*)\x04")
"""A role in the words of a paragraph, between control characters, which no words have."""


class RoleInText(NamedTuple):
    """A role without a text of its own: what it names has a title, which is known only later."""

    start: int
    end: int
    role: str
    name: str


class Excerpt(NamedTuple):
    """Words with roles in them, as they are shown if what the roles name is unknown."""

    text: str
    roles: tuple[RoleInText, ...] = ()


def mark_role(role: str, name: str, text: str) -> str:
    """The words of a role, marked so that :func:`read_excerpt` finds them among others."""
    return f"\x02{role} {name}\x03{text}\x04"


def read_excerpt(marked: str, longest: int = LONGEST) -> Excerpt:
    """The excerpt of a text in which roles are marked, cut at *longest* characters."""
    text, end = "", 0
    roles: list[RoleInText] = []
    for found in _MARKED.finditer(marked):
        text += marked[end : found.start()]
        roles.append(RoleInText(len(text), len(text) + len(found[3]), found[1], found[2]))
        text, end = text + found[3], found.end()
    text += marked[end:]
    kept = shorten(text, longest)
    whole = len(kept) if kept == text else len(kept) - len(_SIGN)
    return Excerpt(kept, tuple(role for role in roles if role.end <= whole))


def with_titles(excerpt: Excerpt, title_of: Callable[[str, str], str]) -> str:
    """The words with titles in the place of names.

    :param title_of: from a role and a name to the title; empty if nothing is called so
    """
    text = excerpt.text
    for start, end, role, name in reversed(excerpt.roles):
        text = text[:start] + (title_of(role, name) or text[start:end]) + text[end:]
    return shorten(text, LONGEST if len(excerpt.text) <= LONGEST else LONGEST_CHOSEN)


def shorten(text: str, longest: int = LONGEST) -> str:
    """A text, or as much of it as fits, cut between two words and with a sign that it goes on."""
    if len(text) <= longest:
        return text
    head = text[: longest - len(_SIGN) + 1]
    whole = head.rpartition(" ")[0]
    if len(whole) < longest * _SHORTEST_WORD:
        whole = head[:-1]  # one long word, or a script without spaces
    return whole.rstrip(" ,;:–—-(") + _SIGN


def count_words(lines: Iterable[str]) -> float:
    """How many words there are to read."""
    words = 0.0
    for line in lines:
        words += len(line.split())
        if not line.isascii():
            letters = len(_WITHOUT_SPACES.findall(line))
            words += letters * _WORDS_A_MINUTE / _LETTERS_A_MINUTE
    return words


def minutes_for(words: float) -> int:
    """How many minutes it takes to read so many words: at least one, if there are any."""
    return max(round(words / _WORDS_A_MINUTE), 1) if words else 0
