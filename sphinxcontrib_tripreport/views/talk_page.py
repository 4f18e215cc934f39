"""What only the page of a talk shows: all its facts once, each note in full, and related talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.codes import speaks
from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.nodes import LANGUAGE, MARKED
from sphinxcontrib_tripreport.views.abstract import Ask, digest_shown
from sphinxcontrib_tripreport.views.entry_lists import ItemList, _lists, _talk_item
from sphinxcontrib_tripreport.views.faces import face_of
from sphinxcontrib_tripreport.views.in_words import (
    audience_in_words,
    language_in_words,
    status_in_words,
    when_in_words,
    withheld_in_words,
)
from sphinxcontrib_tripreport.views.nodes_as_html import byline_as_html
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.talk import (
    TalkByline,
    affiliations_of,
    other_deliveries,
    still_of,
)

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.noting.stored_data import NoteText
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import Pen


class NoteOnPage(NamedTuple):
    """A note, as the page of its talk shows it."""

    docname: str
    """Of the report."""
    anchor: str
    target: Target
    date: str
    rating: int | None
    status: str
    audience: str
    """A word if it is not for everybody."""
    language: str
    """Of the text; empty if it is the project's."""
    digest: str
    """Of the text, and of what it shows of the rest of the project; empty without a text."""
    is_short: bool
    """Whether only the first paragraph is shown."""
    site: str = ""
    """What the site is called that it is on; empty if it is ours."""
    excerpt: str = ""
    """Of a note that is on another site, its first words."""


def answer_talk_facts(context: Context, talk: Talk) -> TalkByline:
    """All that is known of a talk, as the byline of no note in particular."""
    people = [context.catalogue.speakers[key] for key in talk.speakers]
    faces = tuple(face_of(context, person) for person in people)
    event = context.catalogue.events.get(talk.event)
    has_opinions = len([note for note in talk.notes if note.rating is not None]) > 1
    foreign = talk.language and not speaks(talk.language, context.locale)
    return TalkByline(
        title=talk.title,
        kind=talk.kind,
        faces=faces if any(face.photo for face in faces) else (),
        speakers=tuple(context.refer("speaker", each.key, each.name) for each in people),
        withheld=withheld_in_words(max((each.withheld for each in talk.notes), default=0)),
        affiliations=affiliations_of(people, talk.notes),
        when=when_in_words(talk, context.locale),
        room=talk.room,
        track=talk.track,
        event=context.refer("event", event.key, event.name) if event is not None else None,
        status="",
        audience="",
        rating=round(talk.rating) if talk.rating is not None and has_opinions else None,
        level=talk.level,
        language=language_in_words(talk.language, context.locale) if foreign else "",
        topics=context.topics(talk.topics),
        links=talk.links,
        still=still_of(talk),
        also=(),
        again=other_deliveries(context, talk),
        page=None,
    )


def answer_note_on_page(context: Context, subject: str, ask: Ask) -> NoteOnPage | None:
    """A note for the page of its talk; *subject* is the anchor, a space, and the report.

    :param ask: what answers for the views in the note
    """
    anchor, _space, report_name = subject.partition(" ")
    found = context.catalogue.note_at(report_name, anchor)
    if found is None:
        return None
    note = found[1]
    report = context.catalogue.reports.get(report_name)
    date = report.date if report is not None else None
    return NoteOnPage(
        report_name,
        anchor,
        note.target,
        format_day(date, context.locale) if date is not None else "",
        note.rating,
        status_in_words(note.status),
        audience_in_words(note.audience or (report.audience if report is not None else "")),
        context.language_of(report_name),
        _digest(context, note, ask),
        context.short_notes,
        context.site_of(note.target),
        note.excerpt if note.site else "",
    )


def _digest(context: Context, note: Note, ask: Ask) -> str:
    text: NoteText | None = context.note_texts.get(note.docname, {}).get(note.anchor)
    if text is None or not text.digest:
        return ""
    numbers = context.numbers_of(note.docname, text.numbered)
    return digest_shown(context, note.docname, text.digest + numbers, text.shows, ask)


def draw_note_on_page(pen: Pen, note: NoteOnPage) -> list[nodes.Node]:
    """Where the note is from, then its text in its own language."""
    facts = pen.line(
        (
            pen.words(note.date, "trip-date"),
            pen.rating(note.rating),
            pen.words(note.status, "trip-status"),
            pen.words(note.audience, "trip-audience"),
            [_to_report(pen, note, _("In the report"))],
        ),
        "trip-facts",
    )
    byline = nodes.container("", *facts, classes=["trip-byline"])
    drawn: list[nodes.Node] = byline_as_html(pen, [byline])
    drawn += pen.line((pen.words(note.excerpt, "trip-excerpt"),), "trip-note-text")
    if not note.digest:
        return drawn
    from sphinxcontrib_tripreport.views.note_copies import copy_text

    prefix = f"note-{next(pen.numbers)}-"
    text = copy_text(pen, note.docname, note.anchor, prefix, is_short=note.is_short)
    if text and note.is_short:
        text.append(nodes.paragraph("", "", _to_report(pen, note, _("Read on"))))
    # A search finds a note in its report.
    holder = nodes.container("", *text, classes=["trip-note-text", "no-search"])
    if note.language:
        holder["classes"].append(f"{LANGUAGE}{note.language}")
        holder[MARKED] = note.language
    return [*drawn, holder]


def _to_report(pen: Pen, note: NoteOnPage, words: str) -> nodes.Node:
    return pen.reference(Reference(words, note.target, site=note.site), "trip-source")


def answer_related(context: Context, docname: str, subject: str) -> tuple[ItemList, ...]:
    """Other talks by the speakers of the talk whose page this is, and on its topics."""
    from sphinxcontrib_tripreport.core.catalogue.related_talks import related_to

    kind, key = context.pages.subject_of(docname) or ("", "")
    if kind != "talk":
        return ()
    talk = context.catalogue.talk_called(key)
    related = related_to(context.catalogue, talk)
    heading = _("More by the speakers") if len(talk.speakers) > 1 else _("More by the speaker")
    return _lists(
        (heading, (_talk_item(context, each, with_event=True) for each in related.by_speakers)),
        (
            _("More on these topics"),
            (_talk_item(context, each, with_event=True) for each in related.on_topics),
        ),
    )
