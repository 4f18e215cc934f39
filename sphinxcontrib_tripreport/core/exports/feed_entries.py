"""What is in a feed: reports, the talks that were noted and those of archives. Pure.

The newest is first. A talk of an archive, which nobody noted, is as new as its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.excerpts import excerpt_of, first_words
from sphinxcontrib_tripreport.core.catalogue.lasting_names import lasting_name
from sphinxcontrib_tripreport.core.exports.atom import Author, FeedEntry
from sphinxcontrib_tripreport.core.exports.feed_names import FeedIds, things_about
from sphinxcontrib_tripreport.core.model.records import Note, Report
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.parts_as_html import parts_as_html
from sphinxcontrib_tripreport.core.text.rich_text import read_rich_text

_MEDIA: Final = {
    "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
    "mov": "video/quicktime", "mkv": "video/x-matroska", "mp3": "audio/mpeg", "ogg": "audio/ogg",
    "m4a": "audio/mp4",
}  # fmt: skip
"""By the ending of a file. What machines know by themselves is not the same on each."""


class FeedPlaces(NamedTuple):
    """Where things are on the site, with absolute addresses."""

    report: Callable[[str], str]
    """By docname."""
    talk: Callable[[Talk], str]
    author: Callable[[str], str]
    """By key; empty if nothing is about them."""
    file: Callable[[str], str]
    """From the address of a link to the one that it has on the site."""
    text_of_report: Callable[[str], str]
    """By docname: what is on its page, as HTML for other programs."""
    text_of_note: Callable[[Note], str]


class DatedThing(NamedTuple):
    """Something that can be an entry, before it is known whether it is one."""

    published: date
    thing: Report | Talk


class FeedEntries:
    """The entries of all feeds of a site."""

    def __init__(self, catalogue: Catalogue, ids: FeedIds, places: FeedPlaces) -> None:
        self._catalogue = catalogue
        self._ids = ids
        self._places = places
        self._dates = {
            report.docname: report.date
            for report in catalogue.reports.values()
            if report.date is not None and not report.draft
        }

    def reports(self) -> list[DatedThing]:
        """All reports."""
        return self._newest_first(self._catalogue.reports.values(), ())

    def talks(self) -> list[DatedThing]:
        """All talks."""
        return self._newest_first((), self._catalogue.talks)

    def newest_day(self) -> date | None:
        """The day of the newest entry of all; None if there is none."""
        newest = [*self.reports()[:1], *self.talks()[:1]]
        return max((dated.published for dated in newest), default=None)

    def entries_about(self, kind: str, key: str) -> list[DatedThing]:
        """What is about a subject: reports, and talks of which they do not tell.

        :param kind: ``event``, ``speaker``, ``author`` or ``topic``
        """
        reports, talks = things_about(self._catalogue, kind, key)
        told = {report.docname for report in reports}
        others = (talk for talk in talks if not any(n.docname in told for n in talk.notes))
        return self._newest_first(reports, others)

    def _newest_first(self, reports: Iterable[Report], talks: Iterable[Talk]) -> list[DatedThing]:
        found = [DatedThing(self._dates[r.docname], r) for r in reports if r.docname in self._dates]
        for talk in talks:
            day = self._published(talk)
            if day is not None:
                found.append(DatedThing(day, talk))
        return sorted(found, key=lambda each: (-each.published.toordinal(), _name(each.thing)))

    def _published(self, talk: Talk) -> date | None:
        """When there was first something of a talk to read; None if it is in no feed."""
        if not talk.notes:
            return self._catalogue.effective_date(talk) if talk.status != "cancelled" else None
        dates = (self._dates[note.docname] for note in self._notes(talk))
        return min(dates, default=None) if talk.status != "planned" else None

    def _notes(self, talk: Talk) -> list[Note]:
        """The notes of a talk in reports with a date: without one there are no entries."""
        return [note for note in talk.notes if note.docname in self._dates]

    def name_of(self, dated: DatedThing) -> str:
        """The name of a report or a talk; both may have the same."""
        return _name(dated.thing)

    def entry(self, dated: DatedThing) -> FeedEntry:
        """The entry of a report or of a talk."""
        thing = dated.thing
        if isinstance(thing, Report):
            return self._of_report(thing)
        return self._of_talk(thing) if thing.notes else self._of_archived(thing, dated.published)

    def _of_report(self, report: Report) -> FeedEntry:
        published = self._dates[report.docname]
        return FeedEntry(
            id=self._ids.of_report(report),
            title=report.title or report.docname,
            address=self._places.report(report.docname),
            published=published,
            updated=self._updated(report.docname),
            authors=tuple(self._authors(self._catalogue.authorship.of_report(report.docname))),
            topics=tuple(self._topics(report.topics)),
            language=report.language,
            summary=excerpt_of(self._catalogue, report),
            content=self._places.text_of_report(report.docname),
        )

    def _of_talk(self, talk: Talk) -> FeedEntry:
        notes = self._notes(talk)
        reports = self._catalogue.reports
        docnames = dict.fromkeys(note.docname for note in notes)
        authorship = self._catalogue.authorship
        authors = dict.fromkeys(key for name in docnames for key in authorship.of_report(name))
        return FeedEntry(
            id=self._id_of(talk),
            title=self._title_of(talk),
            address=self._places.talk(talk),
            published=min(self._dates[name] for name in docnames),
            updated=max(map(self._updated, docnames)),
            authors=tuple(self._authors(authors)),
            topics=tuple(self._topics(talk.topics)),
            language=reports[notes[0].docname].language,
            summary=excerpt_of(self._catalogue, talk),
            content="\n".join(self._texts(notes)),
            enclosures=tuple(self._videos(talk)),
        )

    def _of_archived(self, talk: Talk, day: date) -> FeedEntry:
        """The entry of a talk that nobody noted: what the programme says."""
        parts = read_rich_text(talk.abstract, talk.abstract_markup) if talk.abstract else ()
        place = ", ".join(filter(None, (self._catalogue.events[talk.event].name, talk.room)))
        return FeedEntry(
            id=self._id_of(talk),
            title=self._title_of(talk),
            address=self._places.talk(talk),
            published=day,
            updated=day,
            topics=tuple(self._topics(talk.topics)),
            language=talk.language,
            summary=first_words(self._catalogue, talk) or place,
            content=parts_as_html(parts),
            enclosures=tuple(self._videos(talk)),
        )

    def _id_of(self, talk: Talk) -> str:
        return self._ids.of_talk(lasting_name(self._catalogue, talk))

    def _title_of(self, talk: Talk) -> str:
        speakers = ", ".join(self._catalogue.people[key].name for key in talk.speakers)
        return f"{talk.title} – {speakers}" if speakers else talk.title

    def _texts(self, notes: list[Note]) -> Iterator[str]:
        """The text of each note, below its report's title if there are several."""
        for note in notes:
            text = self._places.text_of_note(note)
            if text and len(notes) > 1:
                title = self._catalogue.reports[note.docname].title or note.docname
                address = self._places.report(note.docname)
                yield f'<h2><a href="{escape(address)}">{escape(title)}</a></h2>'
            yield text

    def _updated(self, docname: str) -> date:
        published, report = self._dates[docname], self._catalogue.reports[docname]
        return max(published, report.updated or published)

    def _authors(self, keys: Iterable[str]) -> Iterator[Author]:
        for key in keys:
            yield Author(self._catalogue.people[key].name, self._places.author(key))

    def _topics(self, topics: Iterable[str]) -> Iterator[tuple[str, str]]:
        for key in sorted(self._catalogue.topic_names.keys_of(topics)):
            yield key, self._catalogue.topics[key].name

    def _videos(self, talk: Talk) -> Iterator[tuple[str, str]]:
        for link in talk.links:
            url = self._places.file(link.url) if link.label == "video" else ""
            if url:
                ending = url.partition("?")[0].rpartition(".")[2].lower()
                yield url, _MEDIA.get(ending, "text/html")


def _name(thing: Report | Talk) -> str:
    return thing.docname if isinstance(thing, Report) else thing.name
