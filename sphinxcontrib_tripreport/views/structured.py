"""What a page says to search engines: the thing that it is about, as JSON-LD has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.exports.json_ld import (
    describe_event,
    describe_person,
    describe_report,
    describe_talk,
)

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.exports.schema_org import Thing
    from sphinxcontrib_tripreport.views.context import Context


def answer_structured(context: Context, docname: str, subject: str) -> Thing | None:
    """The thing that a document is about; None if that is nothing of ours, or not wanted."""
    if docname not in context.things:
        context.things[docname] = _thing(context, docname)
    return context.things[docname]


def _thing(context: Context, docname: str) -> Thing | None:
    catalogue, site = context.catalogue, context.site
    if site is None or not site.describes_pages:
        return None
    report = catalogue.reports.get(docname)
    if report is not None:
        notes = catalogue.notes_in(docname)
        return describe_report(catalogue, report, notes, site, context.locale)
    kind, key = context.pages.subject_of(docname) or ("", "")
    if kind == "talk":
        return describe_talk(catalogue, catalogue.talk_called(key), site)
    if kind == "event":
        return describe_event(catalogue, catalogue.events[key], site)
    if kind in ("speaker", "author"):
        return describe_person(catalogue, key, site, docname)
    return None
