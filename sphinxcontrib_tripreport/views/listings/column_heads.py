"""What the columns of listings are called: their heads, their classes, and numbers in words."""

from __future__ import annotations

from sphinxcontrib_tripreport.messages import _n, translatable
from sphinxcontrib_tripreport.views.listings.columns import Value

CSS_CLASSES = {
    "speakers": "trip-speakers",
    "event": "trip-event",
    "date": "trip-when",
    "time": "trip-when",
    "topics": "trip-topics",
    "room": "trip-where",
    "place": "trip-where",
    "track": "trip-track",
    "level": "trip-level",
    "language": "trip-language",
    "status": "trip-status",
    "affiliation": "trip-affiliation",
    "series": "trip-series",
    "authors": "trip-authors",
    "talks": "trip-count",
    "reports": "trip-count",
    "notes": "trip-notes",
    "text": "trip-title",
    "talk": "trip-of-talk",
    "owner": "trip-owner",
    "due": "trip-due",
    "due-date": "trip-due",
    "done": "trip-done",
    "title": "trip-title",
    "name": "trip-title",
    "excerpt": "trip-excerpt",
    "reading-time": "trip-reading-time",
}

HEADS = {
    "title": translatable("Title"),
    "name": translatable("Name"),
    "speakers": translatable("Speakers"),
    "event": translatable("Event"),
    "date": translatable("Date"),
    "time": translatable("Time"),
    "kind": translatable("Kind"),
    "topics": translatable("Topics"),
    "room": translatable("Room"),
    "track": translatable("Track"),
    "level": translatable("Level"),
    "language": translatable("Language"),
    "status": translatable("Status"),
    "rating": translatable("Rating"),
    "links": translatable("Links"),
    "notes": translatable("Notes"),
    "affiliation": translatable("Affiliation"),
    "talks": translatable("Talks"),
    "reports": translatable("Reports"),
    "place": translatable("Place"),
    "series": translatable("Series"),
    "authors": translatable("Authors"),
    "excerpt": translatable("Excerpt"),
    "image": translatable("Picture"),
    "reading-time": translatable("Reading time"),
    "site": translatable("Site"),
    "text": translatable("Takeaway"),
    "talk": translatable("Talk"),
    "owner": translatable("Owner"),
    "due": translatable("Due"),
    "done": translatable("Done"),
}
"""The heads of a table's columns, in English."""


def head_of(kind: str, column: str) -> str:
    """The head over a column in a table of what is listed, in English.

    Many languages have one word for what people are called and another one for events.
    """
    if (kind, column) == ("action", "text"):
        return "Action"
    return "Event" if (kind, column) == ("event", "name") else HEADS[column]


PEOPLE = frozenset({"speakers", "authors", "owner"})
"""Columns of people, who are together as in a sentence."""

COUNTS = frozenset({"talks", "reports"})
"""Columns that hold a number, which says little without the head of its column."""


def in_words(column: str, value: Value) -> Value:
    """A value with what it is, for places without the head of a column."""
    if column not in COUNTS or not isinstance(value, str) or not value:
        return value
    number = int(value)
    text = (
        _n("%(number)d talk", "%(number)d talks", number)
        if column == "talks"
        else _n("%(number)d report", "%(number)d reports", number)
    )
    return text % {"number": number}
