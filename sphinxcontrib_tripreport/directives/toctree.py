"""Sphinx's ``toctree``, which passes over documents that are not there yet, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils.statemachine import StringList
from sphinx.addnodes import toctree
from sphinx.directives.other import TocTree, glob_re
from sphinx.util import docname_join
from sphinx.util.matching import patfilter
from sphinx.util.nodes import explicit_title_re

from sphinxcontrib_tripreport.pages.naming import is_page_name, page_kinds

if TYPE_CHECKING:
    from docutils import nodes

    from sphinxcontrib_tripreport.domain import TripDomain


class TocTreeOfPosts(TocTree):
    """A table of contents of posts, some of which may be drafts, and of pages that we make."""

    def run(self) -> list[nodes.Node]:
        """Let Sphinx make the table without what there is not."""
        trip = cast("TripDomain", self.env.domains["trip"])
        self._put_off_pages(trip)
        return self._without_drafts(trip) if trip.hidden else super().run()

    def _put_off_pages(self, trip: TripDomain) -> None:
        """Leave out lines that may lead to pages: when these are made, we are read again."""
        kinds = page_kinds(self.config)
        if not kinds or trip.pages_are_made:
            return
        names = [self._page_of(line, kinds) for line in self.content]
        awaited = [name for name in names if name]
        if awaited:
            trip.note_awaited(self.env.docname, awaited)
            lines = [each for each, name in zip(self.content.items, names, strict=True) if not name]
            texts = [line for line, name in zip(self.content, names, strict=True) if not name]
            self.content = StringList(texts, items=lines)

    def _page_of(self, line: str, kinds: tuple[str, ...]) -> str:
        """The name, or the glob, of pages in a line; empty where none is missing."""
        explicit = explicit_title_re.match(line)
        name = docname_join(self.env.docname, explicit[2] if explicit else line.strip())
        if not is_page_name(name, kinds):
            return ""
        is_glob = "glob" in self.options and glob_re.match(line) and not explicit
        is_there = patfilter(self.env.found_docs, name) if is_glob else name in self.env.found_docs
        return "" if is_there else name

    def _without_drafts(self, trip: TripDomain) -> list[nodes.Node]:
        """The table as if drafts were there, less the drafts; Sphinx would warn of them."""
        self.env.found_docs.update(trip.hidden)
        try:
            made = super().run()
        finally:
            self.env.found_docs.difference_update(trip.hidden)
        for table in (found for node in made for found in node.findall(toctree)):
            skipped = trip.hidden.intersection(table["includefiles"])
            if skipped:
                table["entries"] = [each for each in table["entries"] if each[1] not in skipped]
                table["includefiles"] = [n for n in table["includefiles"] if n not in skipped]
                trip.note_skipped(self.env.docname, skipped)
        return made
