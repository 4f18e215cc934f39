"""The byline of a speaker, and the list of their talks below it."""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.core.queries.ordering import newest_first
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.entry_lists import (
    ItemList,
    _byline,
    _lists,
    _report_item,
    _talk_item,
)
from sphinxcontrib_tripreport.views.pen import Pen


class SpeakerByline(NamedTuple):
    """What is under the name of a speaker."""

    name: str
    photo: str
    affiliation: str
    pronouns: str
    aliases: tuple[str, ...]
    description: str
    links: tuple[Link, ...]
    digest: str
    """The digest of the photo."""


def answer_speaker(context: Context, docname: str, subject: str) -> SpeakerByline | None:
    """What is known of the person whose key is *subject*."""
    speaker = context.catalogue.people.get(subject)
    if speaker is None:
        return None
    return SpeakerByline(
        speaker.name,
        speaker.photo,
        speaker.affiliation,
        speaker.pronouns,
        speaker.aliases,
        speaker.description,
        speaker.links,
        context.digest_of(speaker.photo),
    )


def answer_speaker_talks(context: Context, docname: str, subject: str) -> tuple[ItemList, ...]:
    """Every talk of a speaker, and every report that they wrote, the newest first."""
    catalogue, sorter = context.catalogue, Sorter(context.catalogue, context.locale)
    heard = newest_first(sorter, "talk", catalogue.talks_by(subject))
    written = (catalogue.reports[name] for name in catalogue.authorship.reports_by(subject))
    told = newest_first(sorter, "report", written)
    talks = (_talk_item(context, talk, with_event=True) for talk in heard)
    reports = (_report_item(context, report, with_event=True) for report in told)
    return _lists((_("Talks"), talks), (_("Reports"), reports))


def draw_speaker(pen: Pen, byline: SpeakerByline) -> list[nodes.Node]:
    """Photo, affiliation, pronouns, other names and links."""
    lines: list[nodes.Node] = []
    if byline.photo:
        lines.append(pen.image(byline.photo, byline.name, "trip-photo"))
    aliases = (
        _("also known as %(names)s") % {"names": join_names(byline.aliases, pen.locale)}
        if byline.aliases
        else ""
    )
    lines += pen.line(
        (
            pen.words(byline.affiliation, "trip-affiliation"),
            pen.words(byline.pronouns, "trip-pronouns"),
            pen.words(aliases, "trip-aliases"),
        ),
        "trip-facts",
    )
    lines += pen.line((pen.words(byline.description, "trip-description"),), "trip-facts")
    lines += pen.line(pen.links(byline.links), "trip-more")
    return _byline(lines)
