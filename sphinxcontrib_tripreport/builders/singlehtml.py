"""Links within the one page of ``singlehtml``.

Sphinx (since 8.2) makes the address of an anchor in another document ``#document-name#anchor``,
which leads nowhere: https://github.com/sphinx-doc/sphinx/issues/14221. That is so in the text, and
in the tables of contents that themes show beside it. It also leaves the anchors
of all documents as they are, so that two notes on one talk, in two reports, have the same. And of
all documents only the first, which the others are put into, has no anchor for links to itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PREFIX = "#document-"
_LINK = regex(r'(?<=href=")#document-([^"]*#[^"]*)(?=")')


@dataclass
class _Names:
    """The names that sections have on the one page, if they are others than their anchors."""

    by_place: dict[tuple[str, str], str] = field(default_factory=dict)
    """By document and anchor."""


def mend_tables_of_contents(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Let the tables of contents beside the page lead right, too; for ``html-page-context``."""
    names, docnames = store_of(app.env).state(_Names).by_place, app.env.all_docs

    def mend(link: re.Match[str]) -> str:
        place = _split_address(unescape(link[1]), docnames)
        return "#" + escape(names.get(place, place[1])) if place[1] else link[0]

    toctree = context.get("toctree")
    if toctree is not None:
        context["toctree"] = lambda **options: _LINK.sub(mend, toctree(**options) or "")
    if context.get("toc"):
        context["toc"] = _LINK.sub(mend, context["toc"])


def _split_address(address: str, docnames: Container[str]) -> tuple[str, str]:
    """The document and the anchor in it that an address has; documents may be called ``c#``."""
    parts = address.split("#")
    for number in range(len(parts) - 1, 0, -1):
        docname, anchor = "#".join(parts[:number]), "#".join(parts[number:])
        if docname in docnames:
            return docname, anchor
    return address, ""


class MendLinksWithin(SphinxPostTransform):
    """Let links lead to the anchor in the document that they mean."""

    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Give anchors that occur in several documents a second name, and use it."""
        self._name_first_document()
        elements: dict[str, dict[str, nodes.Element]] = defaultdict(dict)
        for docname, element in _by_document(self.document, self.config.root_doc):
            anchors: list[str] = element["ids"]
            for anchor in anchors:
                elements[anchor].setdefault(docname, element)
        for docname, element in _by_document(self.document, self.config.root_doc):
            if not isinstance(element, nodes.reference):
                continue
            if "refid" in element:
                within: str = element["refid"]
                element["refid"] = _name(elements.get(within, {}), docname, within)
            elif (uri := element.get("refuri", "")).startswith(_PREFIX) and uri.count("#") > 1:
                other, anchor = _split_address(uri.removeprefix(_PREFIX), self.env.all_docs)
                if anchor:
                    element["refuri"] = f"#{_name(elements.get(anchor, {}), other, anchor)}"
        self._name_sections(elements)

    def _name_sections(self, elements: dict[str, dict[str, nodes.Element]]) -> None:
        """Let no two sections of the page have the same anchor."""
        names = store_of(self.env).state(_Names).by_place = {
            (docname, anchor): _name(found, docname, anchor)
            for anchor, found in elements.items()
            if len(found) > 1
            for docname, element in found.items()
            if isinstance(element, nodes.section)
        }
        for (docname, anchor), name in names.items():
            if name != anchor:
                self._rename(elements[anchor][docname], docname, anchor, name)

    def _rename(self, section: nodes.Element, docname: str, anchor: str, name: str) -> None:
        """Take from a section the anchor that another one has, and leave it its number."""
        ids: list[str] = section["ids"]
        ids.remove(name)
        ids[ids.index(anchor)] = name
        numbers = self.env.toc_secnumbers.get(docname, {})
        if f"#{anchor}" in numbers:
            numbers[f"#{name}"] = numbers[f"#{anchor}"]

    def _name_first_document(self) -> None:
        """Give the first document the anchor that links to it, and those of themes, lead to."""
        anchor = f"{_PREFIX}{self.config.root_doc}".removeprefix("#")
        section = next(iter(self.document.findall(nodes.section)), None)
        if section is None:
            self.document.insert(0, nodes.target("", "", ids=[anchor]))
        elif anchor not in section["ids"]:
            # After the others: Sphinx finds the numbers of sections by the first.
            section["ids"].append(anchor)


def _by_document(document: nodes.document, root: str) -> list[tuple[str, nodes.Element]]:
    """Every element with the document that it comes from, in the order of the page."""
    found: list[tuple[str, nodes.Element]] = []
    waiting: list[tuple[str, nodes.Element]] = [(root, document)]
    while waiting:
        docname, element = waiting.pop()
        if isinstance(element, addnodes.start_of_file):
            docname = element["docname"]
        found.append((docname, element))
        inner = [child for child in element.children if isinstance(child, nodes.Element)]
        waiting += [(docname, child) for child in reversed(inner)]
    return found


def _name(elements: dict[str, nodes.Element], docname: str, anchor: str) -> str:
    """The name of an anchor on the page; in all but the first of its documents, one of its own."""
    if docname not in elements or next(iter(elements)) == docname:
        return anchor
    name = f"{docname.replace('/', '-')}-{anchor}"
    ids = elements[docname]["ids"]
    if name not in ids:
        # After the others, too.
        ids.append(name)
    return name
