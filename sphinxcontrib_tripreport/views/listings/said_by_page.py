"""What the page says of whom it is about, so that lists on it need not say it in each entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.views.listings.columns import ColumnMaker, Value

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.views.context import Context

_ALL_IN_PLACE = ("table", "schedule", "matrix")
"""Layouts in which a name has a place of its own: it would be empty."""


def said_by_page(
    context: Context, docname: str, query: Query, shown: Sequence[Any]
) -> tuple[str, ...]:
    """The columns that would name the person of the page, and nobody else, in each entry."""
    subject, key = context.pages.subject_of(docname) or ("", "")
    if query.layout in _ALL_IN_PLACE:
        return ()
    if (subject, query.kind) == ("speaker", "talk"):
        return ("speakers", "faces") if all(one.speakers == (key,) for one in shown) else ()
    if (subject, query.kind) == ("author", "report"):
        of_report = context.catalogue.authorship.of_report
        return ("authors",) if all(of_report(one.docname) == (key,) for one in shown) else ()
    return ()


def speaker_of_page(context: Context, docname: str, query: Query) -> str:
    """The key of the speaker whose own talks a list shows; empty for all other lists."""
    subject, key = context.pages.subject_of(docname) or ("", "")
    if (subject, query.kind) != ("speaker", "talk") or query.layout in _ALL_IN_PLACE:
        return ""
    wanted = [each.some for name, each in query.filters if name == "speaker"]
    return key if wanted in ([("this",)], [(key,)]) else ""


def without_speaker(maker: ColumnMaker, key: str) -> ColumnMaker:
    """Leave out of the speakers of talks the one whom the page is about."""

    def make(context: Context, thing: Any) -> Value:
        if isinstance(thing, Talk) and key in thing.speakers:
            thing = replace(thing, speakers=tuple(each for each in thing.speakers if each != key))
        return maker(context, thing)

    return make
