"""What columns show of the text of a report or a talk: an excerpt, a picture, a reading time."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.catalogue.excerpts import excerpt_of
from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.references import Reference


def talk_excerpt(context: Context, talk: Talk) -> tuple[Reference, ...]:
    first = next((note for note in talk.notes if note.excerpt), None)
    return (
        (context.words(first.docname, excerpt_of(context.catalogue, first)),)
        if first is not None
        else ()
    )


def report_excerpt(context: Context, report: Report) -> tuple[Reference, ...]:
    said = excerpt_of(context.catalogue, report)
    return (context.words(report.docname, said),) if said else ()


def image(context: Context, thing: Talk | Report) -> tuple[Picture, ...]:
    """The picture of a thing, if it is one of the project: no list asks anything of other sites."""
    return (thing.image,) if thing.image is not None and thing.image.stamp else ()


def reading_time(context: Context, report: Report) -> str:
    minutes = report.reading_time
    return _("%(number)d min read") % {"number": minutes} if minutes else ""
