"""Sphinx's ``toctree``, which passes over documents that are not there yet, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.addnodes import toctree
from sphinx.directives.other import TocTree, glob_re
from sphinx.util import docname_join
from sphinx.util.matching import patfilter
from sphinx.util.nodes import explicit_title_re

from sphinxcontrib_tripreport.core.catalogue.page_names import is_page_name
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import expected_one_of
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.store import Store, store_of
from sphinxcontrib_tripreport.settings import page_kinds

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec

SORTS: Final = ("date", "-date")
"""What the option ``trip-sort`` takes."""


class TocTreeOfPosts(TocTree):
    """A table of contents of posts, some of which may be drafts, and of pages that we make."""

    option_spec: ClassVar[OptionSpec] = {**TocTree.option_spec, "trip-sort": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Let Sphinx make the table without missing documents, in the order that is wanted."""
        store = store_of(self.env)
        self._put_off_pages(store)
        made = self._without_drafts(store) if store.hidden else super().run()
        if "trip-sort" in self.options and (order := self._order()):
            for table in (found for node in made for found in node.findall(toctree)):
                self._sort(store, table, is_turned=order == "-date")
        return made

    def _order(self) -> str:
        """The order that an author asks for; empty if it is none."""
        wanted = " ".join(self.options["trip-sort"].split()).lower()
        if wanted in SORTS:
            return wanted
        text = f"“trip-sort” is “{wanted}”: {expected_one_of(SORTS, nearest(wanted, SORTS, 1))}"
        warn(Subtype.VALUE, text, (self.env.docname, self.lineno))
        return ""

    def _sort(self, store: Store, table: toctree, *, is_turned: bool) -> None:
        """Put the documents of a table into the order of their dates, as far as these are known.

        Documents are read one by one: when all are, those whose order is wrong are read again.
        """
        names = [name for _title, name in table["entries"] if name is not None]
        order = {name: place for place, name in enumerate(store.by_date(names, is_turned))}
        table["entries"] = sorted(table["entries"], key=lambda each: order.get(each[1], len(order)))
        table["includefiles"].sort(key=lambda name: order.get(name, len(order)))
        shown = [name for _title, name in table["entries"] if name is not None]
        store.note_sorted(self.env.docname, is_turned, names, shown)

    def _put_off_pages(self, store: Store) -> None:
        """Leave out lines that may lead to pages: when these are made, we are read again."""
        kinds = page_kinds(self.config)
        if not kinds or store.pages_are_made:
            return
        awaited = [self._pages_awaited(line, kinds) for line in self.content]
        if any(awaited):
            store.note_awaited(self.env.docname, [name for names in awaited for name in names])
            kept = [number for number, names in enumerate(awaited) if not names]
            self.content = StringList(
                [self.content[number] for number in kept],
                items=[self.content.items[number] for number in kept],
            )

    def _pages_awaited(self, line: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """What a line names, as written and from the source directory, if that may yet be made."""
        explicit = explicit_title_re.match(line)
        written = explicit[2] if explicit else line.strip()
        name = docname_join(self.env.docname, written)
        if "glob" in self.options and glob_re.match(line) and not explicit:
            # Whatever matches nothing yet may match a page.
            return () if patfilter(self.env.found_docs, name) else (written, name)
        is_missing = is_page_name(name, kinds) and name not in self.env.found_docs
        return (written, name) if is_missing else ()

    def _without_drafts(self, store: Store) -> list[nodes.Node]:
        """The table as if drafts were there, less the drafts; Sphinx would warn of them."""
        self.env.found_docs.update(store.hidden)
        try:
            made = super().run()
        finally:
            self.env.found_docs.difference_update(store.hidden)
        for table in (found for node in made for found in node.findall(toctree)):
            skipped = store.hidden.intersection(table["includefiles"])
            if skipped:
                table["entries"] = [each for each in table["entries"] if each[1] not in skipped]
                table["includefiles"] = [n for n in table["includefiles"] if n not in skipped]
                store.note_skipped(self.env.docname, skipped)
        return made
