"""The date of a post, from whichever of its fields holds one. Pure.

Version control writes dates into files as well: Subversion ``$Date: 2020-07-23 18:00:00 +0200 (Thu,
23 Jul 2020) $``, CVS ``$Date: 2020/07/23 18:00:00 $``, and docutils shows them as dates. Until it
has done so the field says ``$Date$``, which is nothing to complain about.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.languages.dates import other_date, read_date
from sphinxcontrib_tripreport.core.posts.field_names import spellings
from sphinxcontrib_tripreport.core.posts.field_values import is_no, is_yes
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.regexes import regex

_KEYWORD = regex(r"\$\w+(?::{1,2}([^$]*))?\$")
_IN_BRACKETS = regex(r"\([^()]*\)")
_BUILT = frozenset(("today", "now", "last-modified"))
"""Words of Quarto's for a date that only a build knows."""
_WITHIN: Final = {"date": ("created",), "updated": ("date", "updated")}
"""Where Material for MkDocs and Docusaurus have the date, if a field is a mapping."""


class PostDate(NamedTuple):
    """A date as a field says it."""

    date: dt.date
    other: dt.date | None
    """If it can be read two ways, the date with the month first."""


def date_fields(fields: Mapping[str, Located], ours: str = "date") -> Iterator[tuple[str, Located]]:
    """The fields that may hold the post's date, with their names, in the order of preference.

    Not those that say something else: ``published: false``, ``$Date$``, ``today``.

    :param ours: ``date``, or ``updated`` for when it was changed last
    """
    for name in (*spellings(ours), *(["date"] * (ours == "updated"))):
        located = fields.get(name)
        if located is None or not located.value:
            continue
        value = _date_within(located, ours)
        if name == "date" != ours and value is located:
            continue  # of Material for MkDocs, whose date is a mapping with both
        text = value.text().strip()
        if is_yes(text) or is_no(text) or text.lower() in _BUILT:
            continue
        if found := _KEYWORD.fullmatch(text):
            plain = _IN_BRACKETS.sub("", found[1] or "").strip(" #")
            if not _is_date(plain):
                continue
            value = Located(plain, value.line)
        yield name, value


def read_post_date(located: Located) -> PostDate:
    """The date of one such field, with what else it can mean.

    :raises ValueError: if it is no date
    """
    value = located.value
    if not isinstance(value, str):
        raise ValueError("expected a date such as 2020-07-23")
    return PostDate(read_date(value), other_date(value))


def _date_within(located: Located, ours: str) -> Located:
    """The value; if it is a mapping, that of the date in it."""
    value = located.value
    if not isinstance(value, dict):
        return located
    return next((value[name] for name in _WITHIN[ours] if name in value), located)


def _is_date(text: str) -> bool:
    try:
        read_date(text)
    except ValueError:
        return False
    return True
