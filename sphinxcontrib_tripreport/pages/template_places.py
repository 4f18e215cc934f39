"""Where the author of a template finds what Sphinx warns of in the documents made from it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.util.logging import get_node_location

from sphinxcontrib_tripreport.core.catalogue.page_facts import facts_of
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.pages.project import ProjectWithPages, read_made
from sphinxcontrib_tripreport.pages.template_lines import TemplateLine
from sphinxcontrib_tripreport.pages.templates import Templates, template_folders
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


# Sphinx adds to the place of what it translated, and counts the lines of that.
_LOCATION = regex(r"(?P<path>.*?)(?::(?P<line>\d*))?(?::<translated>(?::\d*)?)?\Z", re.DOTALL)


class TemplatePlaces:
    """Gives places in the project's own templates for places in made documents."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._latest: tuple[str, list[TemplateLine]] = ("", [])

    @cached_property
    def _templates(self) -> Templates:
        return Templates(template_folders(self._app))

    def place_of(self, location: object, reading: str) -> str | None:
        """The place to show for the location of a warning.

        :param location: as Sphinx takes it: a path, a document, either with a line, or a node
        :param reading: the made document that is being read; empty if none is
        :return: path and line; None for what has to do with no template of the project's
        """
        path, line = self._path_and_line(location)
        docname = cast("ProjectWithPages", self._app.project).made_at(path)
        about = docname or reading or self._document_of(location)
        # The catalogue is not to be asked for while documents of authors are read.
        page = context_of(self._app.env).pages.by_docname.get(about) if about else None
        own = self._templates.own_template(page.kind) if page is not None else None
        if own is None:
            return None
        if path and not docname:
            # A file that the template includes.
            return f"{path}:{line or ''}"
        places = self._places_in(about)
        place = places[line - 1] if 0 < line <= len(places) else None
        if place is None or not self._templates.holds(place.path):
            return f"{own}:1"
        return f"{place.path}:{place.line}"

    def _path_and_line(self, location: object) -> tuple[str, int]:
        if isinstance(location, nodes.Node):
            location = get_node_location(location)
        if isinstance(location, tuple):
            docname, line = location
            return (str(self._app.env.doc2path(docname)) if docname else ""), line or 0
        if not isinstance(location, str) or not location:
            return "", 0
        if ":" not in location:
            return str(self._app.env.doc2path(location)), 0
        found = _LOCATION.match(location)
        assert found is not None
        return found["path"], int(found["line"] or 0)

    def _document_of(self, location: object) -> str:
        """The made document that a node is in; empty if it is in none."""
        node = location if isinstance(location, nodes.Node) else None
        docname = ""
        while node is not None and not docname:
            if isinstance(node, start_of_file):
                # Of a book, which is one document.
                docname = node["docname"]
            elif isinstance(node, nodes.document):
                docname = self._app.env.path2doc(node["source"]) or ""
            node = node.parent
        return docname if store_of(self._app.env).is_made(docname) else ""

    def _places_in(self, docname: str) -> list[TemplateLine]:
        """Where the lines of a made document are."""
        if self._latest[0] != docname:
            context = context_of(self._app.env)
            pages = context.pages.by_docname
            page = pages[docname]
            values = facts_of(context.catalogue, page, pages.values())
            source = read_made(self._app, docname)
            self._latest = docname, self._templates.places(page.kind, values, source)
        return self._latest[1]
