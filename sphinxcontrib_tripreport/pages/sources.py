"""What made documents say: each by the project's own template, or by ours if it has none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.page_facts import facts_of
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.pages.templates import TemplateProblem, Templates

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.pages import Page
    from sphinxcontrib_tripreport.views.context import Context


class Source(NamedTuple):
    """The source of a made document."""

    text: str
    template: Path | None
    """The project's own; None if it is ours."""

    @property
    def digest(self) -> str:
        """What changes with it."""
        return digest_of(self.text, self.template is None)


class Sources:
    """The sources of all made documents of one build."""

    def __init__(self, context: Context, templates: Templates, own: Collection[str]) -> None:
        """:param own: the documents that authors wrote themselves"""
        self._catalogue = context.catalogue
        self._templates = templates
        self._pages: Mapping[str, Page] = context.pages.by_docname
        self._own = own
        self._warned: set[Path] = set()

    def make(self) -> Iterator[tuple[str, Source]]:
        """Every document to make, and its source: all but those that authors wrote themselves."""
        for page in self._pages.values():
            if page.docname not in self._own:
                yield page.docname, self._make(page)

    def make_ours(self, docname: str, template: Path) -> Source:
        """The source of a page that the project's template makes no page of; warns once."""
        if template not in self._warned:
            self._warned.add(template)
            said = "it makes no heading, as “{{ name | heading }}” does, or nests too deeply"
            _warn(f"{template}:1", said)
        page = self._pages[docname]
        values = facts_of(self._catalogue, page, self._pages.values())
        return Source(self._templates.render_ours(page.kind, values), None)

    def _make(self, page: Page) -> Source:
        values = facts_of(self._catalogue, page, self._pages.values())
        try:
            text = self._templates.render(page.kind, values)
        except TemplateProblem as problem:
            _warn(problem.place, str(problem))
            text = self._templates.render_ours(page.kind, values)
        return Source(text, self._templates.own_template(page.kind))


def _warn(place: str, reason: str) -> None:
    text = f"The template cannot be used: {reason}. Ours is used in its place."
    warn(Subtype.TEMPLATE, text, place)
