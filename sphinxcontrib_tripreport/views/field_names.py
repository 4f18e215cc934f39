"""What the values of fields are called over the groups of lists and beside the bars of charts."""

from __future__ import annotations

from collections.abc import Callable

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.in_words import kind_in_words, language_in_words
from sphinxcontrib_tripreport.views.listings.marks import STATUS_WORDS
from sphinxcontrib_tripreport.views.references import Reference

NAME_OF: dict[str, Callable[[Context, str], Reference]] = {
    "year": lambda context, year: Reference(year, context.targets.page("year", year)),
    "event": lambda context, key: context.refer("event", key, context.catalogue.events[key].name),
    "talk": lambda context, name: context.talk(context.catalogue.find_talks(name)[0]),
    "topic": lambda context, key: context.refer("topic", key, context.catalogue.topics[key].name),
    "speaker": lambda context, key: context.speaker(key),
    "author": lambda context, key: context.author(key),
    "owner": lambda context, key: context.author(key),
    "site": lambda context, key: context.site_called(key),
    "kind": lambda _context, kind: Reference(kind_in_words(kind) or _("Talk")),
    "track": lambda _context, track: Reference(track),
    "language": lambda context, code: Reference(language_in_words(code, context.locale)),
    "rating": lambda _context, rating: Reference(rating),
    "status": lambda _context, status: Reference(_(STATUS_WORDS[status])),
}
"""By field, from a value that is known to its words, which lead to the page on it."""
