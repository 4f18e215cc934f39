"""The initials of a name, as they are in the place of a picture."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.text.regexes import regex

_LETTER = regex(r"[^\W\d_]\W*?")


def initials_of(name: str) -> str:
    """The first letters of the first and the last word; of scripts without capitals only one.

    Empty if a name has no letter.
    """
    letters = [found[0] for word in name.split() if (found := _LETTER.search(word))]
    # "ß" and others would become two.
    capitals = [letter.upper()[:1] for letter in letters if letter.upper() != letter.lower()]
    if not capitals:
        return "".join(letters[:1])
    return capitals[0] + (capitals[-1] if len(capitals) > 1 else "")
