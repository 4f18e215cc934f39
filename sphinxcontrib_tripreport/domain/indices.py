"""The four domain indices, as Sphinx asks for them: for LaTeX, Texinfo, and as HTML's fallback.

LaTeX and Texinfo print them flat, one line an entry with its page number, and skip entries
without an anchor: so each line says by itself what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sphinx.domains import Index

from sphinxcontrib_tripreport.messages import translatable
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.answers import answers_of, context_of
from sphinxcontrib_tripreport.views.index_places import in_place_of_indices, overviews

if TYPE_CHECKING:
    from sphinx.domains import IndexEntry

_DOCUMENT: Final = ":doc"
"""The anchor of each document in LaTeX and Texinfo."""


class TripIndex(Index):
    """An index of the catalogue."""

    title: str
    short: str
    """In English; translated when the domain is set up."""

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The lines that lead into *docnames* (all, if that is None), by heading.

        None for a builder whose pages of indices are ours: Sphinx would write them in every build.
        None either if an overview of pages or something of the project's own is in its place.
        """
        env = self.domain.env
        builder = answers_of(env).builder
        if docnames is None and (
            has_scripts(builder)
            or f"trip-{self.name}" in overviews(env)
            or f"trip-{self.name}" in in_place_of_indices(env, builder)
        ):
            return [], False
        from sphinxcontrib_tripreport.domain.index_lines import LINES, in_documents

        wanted = None if docnames is None else set(docnames)
        lines = [
            line
            for line in in_documents(LINES[self.name](context_of(env)))
            if wanted is None or line[2].docname in wanted
        ]
        lines.sort(key=lambda line: line[1])
        printed = builder is not None and builder.format in ("latex", "texinfo")
        return [
            (heading, [_with_anchor(entry) if printed else entry for _, _, entry in group])
            for heading, group in groupby(lines, key=lambda line: line[0])
        ], False


def _with_anchor(entry: IndexEntry) -> IndexEntry:
    """The entry of a whole document, as a page of a talk is, with the anchor of documents."""
    return entry if entry.anchor or not entry.docname else entry._replace(anchor=_DOCUMENT)


class TalkIndex(TripIndex):
    """Talks by title."""

    name = "talks"
    title = localname = translatable("Talks")
    short = shortname = translatable("talks")


class SpeakerIndex(TripIndex):
    """Speakers by family name."""

    name = "speakers"
    title = localname = translatable("Speakers")
    short = shortname = translatable("speakers")


class EventIndex(TripIndex):
    """Events by year."""

    name = "events"
    title = localname = translatable("Events")
    short = shortname = translatable("events")


class TopicIndex(TripIndex):
    """Topics by letter."""

    name = "topics"
    title = localname = translatable("Topics")
    short = shortname = translatable("topics")


INDICES: Final[tuple[type[TripIndex], ...]] = (TalkIndex, SpeakerIndex, EventIndex, TopicIndex)
