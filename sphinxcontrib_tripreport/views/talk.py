"""The byline of a talk: the facts below its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.codes import speaks
from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Note, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import name_key
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.faces import Face, draw_faces, face_of
from sphinxcontrib_tripreport.views.in_words import (
    audience_in_words,
    language_in_words,
    status_in_words,
    when_in_words,
    withheld_in_words,
)
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.sentences import fill_gaps, join_nodes
from sphinxcontrib_tripreport.views.videos import draw_links

OtherReport = tuple[Reference, tuple[Reference, ...]]
"""Another report that notes a talk, and its authors."""


class TalkByline(NamedTuple):
    """What the byline of a note shows: the talk's facts, and the note's own opinion."""

    title: str
    """Of the note; the name of its video."""
    kind: str
    faces: tuple[Face, ...]
    """Of the speakers, if there is a photo of any."""
    speakers: tuple[Reference, ...]
    withheld: str
    """Words if somebody of them does not want to be named."""
    affiliations: tuple[str, ...]
    """Of each speaker, as the note has it."""
    when: str
    room: str
    track: str
    event: Reference | None
    """Only if it is not the report's."""
    status: str
    audience: str
    """A word if it is not for everybody."""
    rating: int | None
    level: str
    language: str
    """Only if it is not the report's."""
    topics: tuple[Reference, ...]
    links: tuple[Link, ...]
    still: Picture | None
    """Of the project, for the button of its video."""
    also: tuple[OtherReport, ...]
    """The other reports that note the talk, with their authors."""
    again: tuple[Reference, ...] = ()
    """The other times that the talk was given, by the names of the events."""
    page: Reference | None = None
    """The talk's own page."""


def still_of(talk: Talk) -> Picture | None:
    """The picture on the button of a talk's video: one that its author chose, if it is there."""
    return talk.image if talk.image and talk.image.is_chosen and talk.image.stamp else None


def answer_talk(context: Context, docname: str, subject: str) -> TalkByline | None:
    """The byline of the note whose anchor is *subject*."""
    found = context.catalogue.note_at(docname, subject)
    if found is None:
        return None
    talk, note = found
    speakers = context.catalogue.speakers
    report = context.catalogue.reports.get(docname)
    elsewhere = talk.event and (report is None or report.event != talk.event)
    foreign = talk.language and not speaks(talk.language, context.locale)
    faces = tuple(face_of(context, speakers[key]) for key in talk.speakers)
    return TalkByline(
        title=note.title,
        kind=talk.kind,
        faces=faces if any(face.photo for face in faces) else (),
        speakers=tuple(
            context.refer("speaker", key, speakers[key].name, shown_at=note.target)
            for key in talk.speakers
        ),
        withheld=withheld_in_words(max(each.withheld for each in talk.notes)),
        affiliations=tuple(_affiliations([speakers[key] for key in talk.speakers], note)),
        when=when_in_words(talk, context.locale),
        room=talk.room,
        track=talk.track,
        event=_event(context, talk.event, note.target) if elsewhere else None,
        status=status_in_words(note.status),
        audience=audience_in_words(note.audience),
        rating=note.rating,
        level=talk.level,
        language=language_in_words(talk.language, context.locale) if foreign else "",
        topics=context.topics(talk.topics, shown_at=note.target),
        links=talk.links,
        still=still_of(talk),
        also=tuple(_other_reports(context, talk, note)),
        again=other_deliveries(context, talk),
        page=_page(context, talk),
    )


def _page(context: Context, talk: Talk) -> Reference | None:
    target = context.targets.page_of_talk(talk)
    if target is None:
        return None
    return Reference(
        _("All notes on this talk") if len(talk.notes) > 1 else _("More on this talk"), target
    )


def other_deliveries(context: Context, talk: Talk) -> tuple[Reference, ...]:
    """Where else a talk was given, as far as is known: each event once, with its first time."""
    first: dict[str, Talk] = {}
    for each in context.catalogue.deliveries_of(talk):
        first.setdefault(each.event or each.name, each)
    return tuple(_delivery(context, each) for each in first.values())


def _delivery(context: Context, talk: Talk) -> Reference:
    event, reference = context.catalogue.events.get(talk.event), context.talk(talk)
    if event is None:
        return reference
    return reference._replace(text=event.name, language="")


def affiliations_of(people: Sequence[Speaker], notes: Iterable[Note]) -> tuple[str, ...]:
    """The affiliation of each speaker, as the first note that names one has it."""
    said = [tuple(_affiliations(people, note)) for note in notes]
    return tuple(next(filter(None, each), "") for each in zip(*said, strict=True))


def _affiliations(speakers: Iterable[Speaker], note: Note) -> Iterator[str]:
    """What a note says of where each speaker is from."""
    places = {name_key(note.speakers[at].name): at for at in reversed(range(len(note.speakers)))}
    for speaker in speakers:
        names = {speaker.key, *map(name_key, (speaker.name, *speaker.aliases))}
        first = min((places[name] for name in names if name in places), default=None)
        yield note.speakers[first].affiliation if first is not None else ""


def _event(context: Context, key: str, at: Target) -> Reference:
    return context.refer("event", key, context.catalogue.events[key].name, shown_at=at)


def _other_reports(context: Context, talk: Talk, note: Note) -> list[OtherReport]:
    others: list[OtherReport] = []
    for other in talk.notes:
        if other.docname == note.docname:
            continue
        reference = context.report(other.docname, other.target)
        others.append((reference, context.authors_of(other.docname)))
    return others


def draw_talk(pen: Pen, byline: TalkByline) -> list[nodes.Node]:
    """The byline as a container of short lines; nothing if nothing is known."""
    lines = pen.line(
        (
            pen.words(byline.audience, "trip-audience"),
            pen.kind(byline.kind),
            [*draw_faces(pen, byline.faces), *_draw_speakers(pen, byline)],
            pen.words(byline.withheld, "trip-withheld"),
            pen.words(byline.when, "trip-when"),
            pen.words(byline.room, "trip-where"),
            pen.words(byline.track, "trip-track"),
            pen.references((byline.event,) if byline.event else (), "trip-event"),
            pen.words(byline.status, "trip-status"),
        ),
        "trip-facts",
    )
    lines += pen.line(
        (
            pen.chips(byline.topics, "trip-topics"),
            pen.rating(byline.rating),
            pen.words(byline.level, "trip-level"),
            pen.words(byline.language, "trip-language"),
            *draw_links(pen, byline.links, byline.title, byline.still),
        ),
        "trip-more",
    )
    lines += draw_other_reports(pen, byline.also, byline.again, byline.page)
    return [nodes.container("", *lines, classes=["trip-byline"])] if lines else []


def _draw_speakers(pen: Pen, byline: TalkByline) -> BylineGroup:
    """The speakers with what the author wrote in brackets after them."""
    if not any(byline.affiliations):
        return pen.people(byline.speakers, "trip-speakers")
    people: list[list[nodes.Node]] = []
    for reference, affiliation in zip(byline.speakers, byline.affiliations, strict=True):
        people.append([pen.name(reference)])
        if affiliation:
            inline = nodes.inline("", f"({affiliation})", classes=["trip-affiliation"])
            people[-1] += [nodes.Text(" "), inline]
    content = join_nodes(people, pen.locale)
    return [nodes.inline("", "", *content, classes=["trip-speakers"])]


def draw_other_reports(
    pen: Pen,
    also: tuple[OtherReport, ...],
    again: tuple[Reference, ...] = (),
    page: Reference | None = None,
) -> list[nodes.Node]:
    """Sentences that name the other reports on a talk, and the other times it was given."""
    lines: list[nodes.Node] = []
    if again:
        events = join_nodes([[pen.reference(each)] for each in again], pen.locale)
        sentence = fill_gaps(_("Also given at %(events)s"), events=events)
        lines.append(nodes.paragraph("", "", *sentence, classes=["trip-again"]))
    groups: list[BylineGroup] = []
    if also:
        reports = join_nodes([_draw_other(pen, *other) for other in also], pen.locale)
        sentence = fill_gaps(_("Also noted in %(reports)s"), reports=reports)
        groups.append(sentence)
    if page is not None:
        groups.append([pen.reference(page, "trip-all-notes")])
    return [*lines, *pen.line(groups, "trip-also")]


def _draw_other(pen: Pen, reference: Reference, authors: tuple[Reference, ...]) -> list[nodes.Node]:
    report = [pen.reference(reference)]
    if not authors:
        return report
    names = join_nodes([[pen.reference(author)] for author in authors], pen.locale)
    return fill_gaps(_("%(report)s (%(authors)s)"), report=report, authors=names)
