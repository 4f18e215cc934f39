"""Citations as CSL-JSON, which Zotero and pandoc read. Pure.

The format is that of the CSL data schema 1.0.2, see
https://github.com/citation-style-language/schema: a talk is a ``speech``. The event is in
``event-title``, and in ``event``, which older programs read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sphinxcontrib_tripreport.core.exports.cited_talks import CitedTalk

_to_json = json.JSONEncoder(ensure_ascii=False).encode


def render_csl(talks: Iterable[CitedTalk]) -> str:
    """The text of the file: a list with an object a talk, one a line."""
    return csl_list(map(csl_item, talks))


def csl_list(items: Iterable[str]) -> str:
    """The text of a file with these objects."""
    return "[\n" + ",\n".join(items) + "\n]\n"


def csl_item(talk: CitedTalk) -> str:
    """The object of a talk."""
    return _to_json(_item(talk))


def _item(talk: CitedTalk) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": talk.key,
        "type": "speech",
        "title": talk.title,
        "author": [_name(*person) for person in talk.people],
        "issued": _date(talk.day),
        "event-title": talk.event,
        "event": talk.event,
        "event-place": talk.place,
        "event-date": _date(talk.first, talk.last),
        "collection-title": talk.series,
        "genre": talk.kind,
        "URL": talk.url,
        "language": talk.language,
    }
    return {name: value for name, value in item.items() if value}


def _name(family: str, given: str) -> dict[str, str]:
    return {"family": family, "given": given} if given else {"literal": family}


def _date(first: date | None, last: date | None = None) -> dict[str, list[list[int]]]:
    if first is None:
        return {}
    days = [first] if last in (None, first) else [first, last]
    return {"date-parts": [[day.year, day.month, day.day] for day in days if day is not None]}
