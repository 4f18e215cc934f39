"""Authors: what is under the name of one, and the lists below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from babel.numbers import format_decimal

from sphinxcontrib_tripreport.core.languages.locales import find_locale
from sphinxcontrib_tripreport.messages import _, _n
from sphinxcontrib_tripreport.views.entry_lists import (
    ItemList,
    _byline,
    _lists,
    _report_item,
    _talk_item,
)
from sphinxcontrib_tripreport.views.speaker import SpeakerByline, answer_speaker, draw_speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes

    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import Pen


class AuthorByline(NamedTuple):
    """What is under the name of an author."""

    person: SpeakerByline
    work: tuple[str, ...]
    """How much they wrote, in words."""


def answer_author(context: Context, docname: str, subject: str) -> AuthorByline | None:
    """What is known of the author whose key is *subject*."""
    person = answer_speaker(context, docname, subject)
    return AuthorByline(person, tuple(_work(context, subject))) if person is not None else None


def _work(context: Context, author: str) -> Iterator[str]:
    catalogue = context.catalogue
    reports = len(catalogue.authorship.reports_by(author))
    talks = len(catalogue.authorship.talks_noted_by(author))
    events = len(catalogue.authorship.events_of(author))
    ratings = _ratings(catalogue, author)
    if reports:
        yield _n("%(number)d report", "%(number)d reports", reports) % {"number": reports}
    if talks:
        said = _n("%(number)d talk noted", "%(number)d talks noted", talks)
        yield said % {"number": talks}
    if events:
        yield _n("%(number)d event", "%(number)d events", events) % {"number": events}
    if ratings:
        mean = round(sum(ratings) / len(ratings), 1)
        said = _n(
            "%(mean)s of 5 on average in %(number)d rating",
            "%(mean)s of 5 on average in %(number)d ratings",
            len(ratings),
        )
        shown = format_decimal(mean, locale=find_locale(context.locale))
        yield said % {"mean": shown, "number": len(ratings)}


def _ratings(catalogue: Catalogue, author: str) -> list[int]:
    """All ratings that an author gave."""
    authorship = catalogue.authorship
    return [
        note.rating
        for talk in authorship.talks_noted_by(author)
        for note in talk.notes
        if note.rating is not None and author in authorship.of_report(note.docname)
    ]


def answer_author_lists(context: Context, docname: str, subject: str) -> tuple[ItemList, ...]:
    """The reports of an author, the talks that they noted, and those that they gave, by date."""
    authorship = context.catalogue.authorship
    reports = (context.catalogue.reports[name] for name in authorship.reports_by(subject))
    noted = authorship.talks_noted_by(subject)
    return _lists(
        (_("Reports"), (_report_item(context, report, with_event=True) for report in reports)),
        (
            _("Talks noted"),
            (
                _talk_item(context, authorship.as_noted_by(talk, (subject,)), with_event=True)
                for talk in noted
            ),
        ),
        (
            _("Talks"),
            (
                _talk_item(context, talk, with_event=True)
                for talk in context.catalogue.talks_by(subject)
            ),
        ),
    )


def draw_author(pen: Pen, byline: AuthorByline) -> list[nodes.Node]:
    """What a speaker has, and how much was written."""
    drawn = draw_speaker(pen, byline.person)
    work = pen.line((pen.words(each, "trip-amount") for each in byline.work), "trip-work")
    return [*drawn, *_byline(work)]
