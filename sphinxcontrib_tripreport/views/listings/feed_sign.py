"""The link to the feed on what is listed, for listings that ask for it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.feeds import title_of_feed

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.core.queries.selecting import FoundThings
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import Pen

_OF_TALKS = ("talk", "speaker", "takeaway", "action")
"""The kinds of listings that go with the feed of all talks."""


class FeedSign(NamedTuple):
    """A feed that a listing leads to."""

    path: str
    """From the folder of the output."""
    title: str


def answer_feed(context: Context, query: Query, found: FoundThings) -> FeedSign | None:
    """The feed on the one subject that the filters name, else that of all; None without feeds.

    If they name several subjects, the first of event, speaker, author and topic counts.
    """
    if not (query.feed and context.has_feeds):
        return None
    from sphinxcontrib_tripreport.core.exports.feed_names import KINDS, REPORTS, TALKS, feed_of

    named = dict(found.only)
    for kind in (kind for kind in KINDS if kind in named):
        page = context.pages.by_docname.get(context.pages.docname_of(kind, named[kind]) or "")
        if page is not None and (path := feed_of(page, context.own, context.catalogue)):
            return FeedSign(path, title_of_feed(context.project, page.name))
    if query.kind in _OF_TALKS:
        return FeedSign(TALKS, title_of_feed(context.project, _("Talks")))
    return FeedSign(REPORTS, title_of_feed(context.project, _("Reports")))


def draw_feed(pen: Pen, feed: FeedSign) -> nodes.Node:
    """A line with the link."""
    folder = posixpath.dirname(pen.builder.get_target_uri(pen.docname))
    address = posixpath.relpath(feed.path, folder or ".")
    # The name of the format is the same in all languages.
    link = nodes.reference("", "Atom", refuri=address, reftitle=feed.title, internal=True)
    link["classes"] += ["trip-link", "trip-link-feed"]
    return nodes.paragraph("", "", link, classes=["trip-feed"])
