"""From what an author wrote on a takeaway or an action to its record. Pure."""

from __future__ import annotations

import datetime as dt
from typing import Final, TypedDict

from sphinxcontrib_tripreport.core.languages.dates import read_date
from sphinxcontrib_tripreport.core.model.records import Takeaway
from sphinxcontrib_tripreport.core.options.audience import read_audience
from sphinxcontrib_tripreport.core.options.option import Option, OptionTable
from sphinxcontrib_tripreport.core.options.values import read_key, read_text, read_topics
from sphinxcontrib_tripreport.core.text.slugs import fold, slug

LONGEST_KEY: Final = 48
"""In characters: keys are made of texts, which may be long."""
_YES: Final = frozenset({"", "yes", "true", "on", "1", "x"})
_NO: Final = frozenset({"no", "false", "off", "0"})


class TakeawayValues(TypedDict, total=False):
    """What the options of a takeaway or an action read as."""

    topics: tuple[str, ...]
    key: str
    audience: str
    owner: str
    due: dt.date
    done: bool


def read_done(text: str) -> bool:
    """Whether something is done: yes, no, or the day when it was done."""
    word = fold(text.strip())
    if word in _YES or word in _NO:
        return word in _YES
    try:
        read_date(text)
    except ValueError as error:
        raise ValueError("expected yes, no, or the day when it was done") from error
    return True


_TAKEAWAY = (
    Option("topics", read_topics, "Separated by ``,``; default: those of the talk around it."),
    Option("tags", read_topics, "Another name for ``topics``.", alias_of="topics"),
    Option("key", read_key, "What roles refer to; default: a slug of the text."),
    Option(
        "audience",
        read_audience,
        "``private``: only builds with the tag ``private`` have it; default ``public``.",
    ),
)
_ACTION = (
    *_TAKEAWAY,
    Option("owner", read_text, "Who does it: the name of an author, a speaker, or somebody who is"
           " described."),
    Option("due", read_date, "A date."),
    Option("done", read_done, "``yes``, ``no``, or the day when it was done."),
)  # fmt: skip

TAKEAWAY_OPTIONS: Final[OptionTable[TakeawayValues]] = OptionTable(_TAKEAWAY)
ACTION_OPTIONS: Final[OptionTable[TakeawayValues]] = OptionTable(_ACTION)


def key_of(text: str, kind: str) -> str:
    """The key of a takeaway of this text: a slug of its first words."""
    return slug(text, LONGEST_KEY) or kind


def make_takeaway(
    kind: str,
    text: str,
    values: TakeawayValues,
    *,
    docname: str,
    anchor: str,
    key: str,
    line: int,
    note: str = "",
    included_at: str = "",
) -> Takeaway:
    """The record of a takeaway or an action.

    :param text: its words, without markup
    :param note: the anchor of the note that it is in
    """
    return Takeaway(
        docname,
        anchor,
        line,
        key,
        kind,
        text,
        topics=values.get("topics", ()),
        owner=values.get("owner", ""),
        due=values.get("due"),
        is_done=values.get("done", False),
        note=note,
        included_at=included_at,
        audience=values.get("audience", ""),
    )
