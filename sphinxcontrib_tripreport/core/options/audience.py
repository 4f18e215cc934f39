"""For whom something is: everybody, or only those who get builds with what is private. Pure.

What cannot be read is private, because what was shown once cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sphinxcontrib_tripreport.core.model.audience import AUDIENCE, PRIVATE
from sphinxcontrib_tripreport.core.options.values import Unreadable
from sphinxcontrib_tripreport.core.text.nearest import is_one_slip, nearest
from sphinxcontrib_tripreport.core.text.phrases import expected_one_of
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug

AUDIENCES: Final = ("public", PRIVATE)
_YES: Final = frozenset(("true", "yes", "on", "1"))
_NO: Final = frozenset(("false", "no", "off", "0"))
_OPTION: Final = regex(r"\s*:?([\w-]+):\s*(\S.*)$")


def read_audience(text: str) -> str:
    """For whom it is: ``public`` or ``private``.

    :raises Unreadable: for anything else, which is kept as ``private``
    """
    word = slug(text.strip("\"' "))
    if word in AUDIENCES:
        return word
    expected = expected_one_of(AUDIENCES, nearest(word, AUDIENCES, 1)).rstrip(".")
    end = "" if expected.endswith("?") else "."
    raise Unreadable(f"{expected}{end} To be safe, it is taken as private.", PRIVATE)


def read_withheld(text: str) -> bool:
    """Whether somebody or something is not to be named: yes or no.

    :raises Unreadable: for anything else, which is kept as yes
    """
    word = slug(text.strip("\"' "))
    if word in _YES or word in _NO:
        return word in _YES
    raise Unreadable("expected true or false. To be safe, it is taken as true.", kept=True)


def is_private(text: str) -> bool:
    """Whether what an author wrote of the audience keeps something from the public."""
    try:
        return read_audience(text) == PRIVATE
    except Unreadable:
        return True


def is_slip_of_audience(name: str) -> bool:
    """Whether a name that is unknown is nearly ``audience``."""
    return name != AUDIENCE and is_one_slip(name.lower(), AUDIENCE)


def options_say_private(lines: Iterable[str]) -> bool:
    """Whether the options at the beginning of a directive's text keep it from the public.

    :param lines: the text, as reStructuredText and MyST have options: ``:name: value``, or YAML
        between lines of ``---``
    """
    in_yaml = False
    for number, line in enumerate(lines):
        if line.strip() == "---":
            if number:
                return False
            in_yaml = True
            continue
        found = _OPTION.match(line)
        if found is None or not (in_yaml or line.lstrip().startswith(":")):
            if in_yaml or (line.strip() and line[:1].isspace()):
                continue  # more of a value
            return False
        name = found[1].lower()
        if name == AUDIENCE and is_private(found[2]):
            return True
        if is_slip_of_audience(name):
            return True
    return False
