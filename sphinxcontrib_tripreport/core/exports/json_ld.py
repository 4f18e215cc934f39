"""What a page is about, for search engines: JSON-LD in the words of https://schema.org. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.core.catalogue.excerpts import excerpt_of, first_words
from sphinxcontrib_tripreport.core.exports.schema_org import (
    BEST,
    WORST,
    Thing,
    attendance_mode,
    authors,
    conference,
    end_of,
    location,
    make_thing,
    person,
    review,
    short_talk,
    start_of,
    whole_person,
)
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.videos import find_player

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.exports.absolute_addresses import AbsoluteAddresses
    from sphinxcontrib_tripreport.core.model.records import Event, Note, Report
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.core.text.links import Link

_CONTEXT: Final = {"@context": "https://schema.org"}
# All that could end the script or begin a comment in it; all else that is not ASCII is escaped.
_IN_SCRIPTS: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_FILM: Final = regex(r"\.(?:m4v|mkv|mov|mp4|ogv|webm)(?:[?#]|$)", re.IGNORECASE)
"""How the address of a file ends that is the recording itself."""
_WORKS: Final = {
    "slides": "PresentationDigitalDocument",
    "code": "SoftwareSourceCode",
    "paper": "ScholarlyArticle",
}
"""By the label of a link, what it leads to."""


def render_json_ld(thing: Thing) -> str:
    """The element that a page has in its head."""
    text = json.dumps(_CONTEXT | thing, separators=(",", ":")).translate(_IN_SCRIPTS)
    return f'<script type="application/ld+json">{text}</script>'


def describe_report(
    catalogue: Catalogue,
    report: Report,
    notes: Iterable[tuple[Talk, Note]],
    addresses: AbsoluteAddresses,
    language: str,
) -> Thing:
    """A report, the event that it is about, and its opinions of talks.

    :param notes: those in it, with their talks
    :param language: that its text is shown in
    """
    event = catalogue.events.get(report.event)
    notes = list(notes)
    return make_thing(
        "BlogPosting",
        headline=report.title,
        url=addresses.page(report.docname),
        description=excerpt_of(catalogue, report),
        image=addresses.picture(report.image.url) if report.image is not None else "",
        author=authors(catalogue, report.docname, addresses),
        datePublished=report.date.isoformat() if report.date is not None else "",
        dateModified=report.updated.isoformat() if report.updated is not None else "",
        inLanguage=language,
        keywords=sorted(report.topics),
        timeRequired=f"PT{report.reading_time}M" if report.reading_time else "",
        isPartOf=make_thing("CreativeWorkSeries", name=report.series) if report.series else None,
        about=conference(catalogue, event, addresses) if event is not None else None,
        mentions=[short_talk(catalogue, talk, addresses) for talk, _note in notes],
        hasPart=list(_reviews(catalogue, notes, addresses)),
    )


def _reviews(
    catalogue: Catalogue, notes: Iterable[tuple[Talk, Note]], addresses: AbsoluteAddresses
) -> Iterator[Thing]:
    for talk, note in notes:
        if note.rating is not None:
            talked = make_thing("Event", name=talk.title, url=addresses.talk(talk))
            yield {**review(catalogue, note, addresses), "itemReviewed": talked}


def describe_event(catalogue: Catalogue, event: Event, addresses: AbsoluteAddresses) -> Thing:
    """An event, its talks, and the reports on it."""
    talks = (talk for talk in catalogue.talks_at(event.key) if talk.status != "planned")
    reports = (
        make_thing("BlogPosting", headline=report.title, url=addresses.page(report.docname))
        for report in catalogue.reports_on(event.key)
        if not report.draft
    )
    more = make_thing(
        "",
        subEvent=[short_talk(catalogue, talk, addresses) for talk in talks],
        subjectOf=list(reports),
    )
    return {**more, **conference(catalogue, event, addresses)}


def describe_talk(catalogue: Catalogue, talk: Talk, addresses: AbsoluteAddresses) -> Thing:
    """A talk: when and where it was, who gave it, what came of it, what people think of it."""
    event = catalogue.events.get(talk.event)
    cancelled = talk.status == "cancelled"
    return make_thing(
        "Event",
        name=talk.title,
        url=addresses.talk(talk),
        description=first_words(catalogue, talk),
        image=addresses.picture(talk.image.url) if talk.image is not None else "",
        startDate=start_of(talk, event),
        endDate=end_of(talk, event),
        location=_room(talk, event),
        eventAttendanceMode=attendance_mode(event) if event is not None else "",
        eventStatus="https://schema.org/EventCancelled" if cancelled else "",
        inLanguage=talk.language,
        keywords=sorted(talk.topics),
        performer=[person(catalogue, key, addresses) for key in talk.speakers],
        superEvent=conference(catalogue, event, addresses) if event is not None else None,
        recordedIn=list(_recordings(talk, addresses)),
        workFeatured=list(_works(talk, addresses)),
        **_opinions(catalogue, talk, addresses),
    )


def _room(talk: Talk, event: Event | None) -> Thing | None:
    place = location(event) if event is not None else None
    if not talk.room or (place is not None and place["@type"] != "Place"):
        return place
    return make_thing("Place", name=talk.room, containedInPlace=place)


def _recordings(talk: Talk, addresses: AbsoluteAddresses) -> Iterator[Thing]:
    for link in _links_labelled(talk, "video"):
        url, player = addresses.link(link.url), find_player(link.url)
        yield make_thing(
            "VideoObject",
            name=talk.title,
            url=url,
            embedUrl=player.waiting if player is not None else "",
            contentUrl=url if _FILM.search(url) else "",
        )


def _works(talk: Talk, addresses: AbsoluteAddresses) -> Iterator[Thing]:
    for label, kind in _WORKS.items():
        for link in _links_labelled(talk, label):
            yield make_thing(kind, name=talk.title, url=addresses.link(link.url))


def _links_labelled(talk: Talk, label: str) -> Iterator[Link]:
    return (link for link in sorted(talk.links) if link.label == label)


def _opinions(catalogue: Catalogue, talk: Talk, addresses: AbsoluteAddresses) -> Thing:
    # Of a talk of ours, other sites say by themselves what they think.
    notes = [note for note in talk.notes if not (talk.is_ours and note.site)]
    rated = [note for note in notes if note.rating is not None]
    if not rated or talk.rating is None:
        return {}
    mean = make_thing(
        "AggregateRating",
        ratingValue=round(talk.rating, 2),
        ratingCount=len(rated),
        bestRating=BEST,
        worstRating=WORST,
    )
    reviews = [review(catalogue, note, addresses) for note in rated]
    return {"review": reviews, "aggregateRating": mean if len(rated) > 1 else None}


def describe_person(
    catalogue: Catalogue, key: str, addresses: AbsoluteAddresses, docname: str
) -> Thing:
    """The page of a speaker or an author, and the person.

    :param docname: of the page
    """
    address = addresses.page(docname)
    who = whole_person(catalogue.people[key], addresses, address)
    talks = [short_talk(catalogue, talk, addresses) for talk in catalogue.talks_by(key)]
    for talk in talks:
        talk.pop("performer", None)  # the person, and others who are no part of the page
    if talks:
        who["performerIn"] = talks
    return make_thing("ProfilePage", url=address, mainEntity=who)
