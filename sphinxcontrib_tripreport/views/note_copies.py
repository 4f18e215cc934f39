"""The text of a note on another page than that of its report: a copy of a part of the doctree.

References are resolved as in the report, by Sphinx and whoever else resolves them there. Then all
addresses are made those from the page at hand, and all anchors get names that no other note has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms import SphinxTransformer
from sphinx.util.logging import suppress_logging
from sphinx.util.osutil import relative_uri

from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.note_texts import text_at
from sphinxcontrib_tripreport.noting.pickled_doctrees import forget_pickled_doctree
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import has_links

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.views.pen import Pen

_MOST_KEPT: Final = 32
"""How many doctrees of reports are kept: the notes of one event are in few reports."""
_LAST_RESOLVER: Final = 10
"""The priority of Sphinx's own; what comes after it changes the page as a whole, with the copy."""
_ROOT: Final = "/.folder" * 12 + "/"
"""Takes the place of the output directory: addresses may lead out of it."""
_NUMBERED: Final = (nodes.math_block, nodes.footnote, nodes.footnote_reference)
_ONLY_IN_REPORTS: Final = ("names", "dupnames")


class _Reports:
    """The doctrees of reports that were needed last, as they were read."""

    def __init__(self) -> None:
        self._kept: dict[str, nodes.document] = {}

    def doctree_of(self, env: BuildEnvironment, docname: str) -> nodes.document:
        """The doctree of a report, which nobody may change."""
        found = self._kept.pop(docname, None) or env.get_doctree(docname)
        forget_pickled_doctree(env, docname)
        self._kept[docname] = found
        if len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return found


def copy_text(
    pen: Pen,
    docname: str,
    anchor: str,
    prefix: str,
    *,
    is_short: bool = False,
    take: Callable[[nodes.document, str], list[nodes.Node]] = text_at,
) -> list[nodes.Node]:
    """The text of a note for the document that *pen* draws in.

    :param docname: of the report
    :param anchor: of the note in it
    :param prefix: what the anchors of the copy begin with, which nothing else in the document has
    :param is_short: whether only its first paragraph is wanted
    :param take: what gives the nodes of the note in the report that are copied
    """
    report = store_of(pen.env).state(_Reports).doctree_of(pen.env, docname)
    text: Sequence[nodes.Node] = take(report, anchor)
    if is_short:
        text = [node for node in text if isinstance(node, nodes.paragraph)][:1]
    if not text:
        return []
    copy = nodes.document(report.settings, report.reporter)
    copy["source"] = report.get("source", "")
    copy += [node.deepcopy() for node in text]
    _resolve(pen.env, copy)
    _Addresses(pen, docname, prefix, copy).change()
    # LaTeX counts footnotes anew in each document, and would take two of one number for one.
    return [nodes.raw("", r"\sphinxstepscope", format="latex"), *copy.children]


def _resolve(env: BuildEnvironment, copy: nodes.document) -> None:
    """Have everything resolved that is resolved in a report; what fails there was said there."""
    # Sphinx 9 has renamed it, and warns of the name that Sphinx 8.2 alone has.
    app: Sphinx = getattr(env, "_app", None) or env.app
    transformer = SphinxTransformer(copy)
    transformer.set_environment(env)
    transformer.add_transforms(
        [
            transform
            for transform in app.registry.get_post_transforms()
            if (transform.default_priority or 0) <= _LAST_RESOLVER
            and not getattr(transform, "is_of_page", False)
        ]
    )
    with suppress_logging():
        transformer.apply_transforms()


class _Addresses:
    """The addresses and the anchors in one copy."""

    def __init__(self, pen: Pen, docname: str, prefix: str, copy: nodes.document) -> None:
        self._env: BuildEnvironment = pen.env
        self._builder: Builder = pen.builder
        self._page, self._report, self._prefix = pen.docname, docname, prefix
        self._elements = list(copy.findall(nodes.Element))
        self._inside = {anchor for node in self._elements for anchor in node["ids"]}
        self._has_pages = pen.builder.format == "html" and pen.builder.name != "singlehtml"
        self._report_uri: str | None = None
        """From the page to the report; None if it has no address in this output."""
        self._uri_in_book = ""
        if has_links(pen.builder):
            with suppress(NoUri):
                self._report_uri = pen.builder.get_relative_uri(pen.docname, docname)
                self._uri_in_book = pen.builder.get_target_uri(docname)

    def change(self) -> None:
        """Make them those of the page."""
        for node in self._elements:
            self._keep_numbers(node["ids"])
            node["ids"] = [self._prefix + anchor for anchor in node["ids"]]
            for name in _ONLY_IN_REPORTS:
                node[name] = []
            if backrefs := node.get("backrefs"):
                node["backrefs"] = list(self._inside_of(backrefs))
            if isinstance(node, trip_placeholder):
                node["shown_in"] = self._page
            if "docname" in node and isinstance(node, _NUMBERED):
                # LaTeX tells them apart by their documents and what they are called there.
                node["docname"] = f"{self._page}/{self._prefix}"
            if "refid" in node:
                self._change_anchor(node, node["refid"])
            elif "refuri" in node and isinstance(node, nodes.reference):
                self._change_uri(node, node["refuri"])

    def _keep_numbers(self, anchors: Sequence[str]) -> None:
        """Have a figure the number that it has in the report, which Sphinx knows by its anchor."""
        numbers = self._env.toc_fignumbers
        for kind, known in numbers.get(self._report, {}).items() if anchors else ():
            for anchor in known.keys() & set(anchors):
                of_page = numbers.setdefault(self._page, {}).setdefault(kind, {})
                of_page[self._prefix + anchor] = known[anchor]

    def _inside_of(self, anchors: Iterable[str]) -> Iterator[str]:
        return (self._prefix + anchor for anchor in anchors if anchor in self._inside)

    def _change_anchor(self, node: nodes.Element, anchor: str) -> None:
        """A place in the report: it is in the copy as well, or the reference leads there."""
        if anchor in self._inside:
            node["refid"] = self._prefix + anchor
            return
        if isinstance(node, nodes.footnote_reference):
            # Only of a part of a note its footnotes are not there.
            node.parent.remove(node)
            return
        del node["refid"]
        if isinstance(node, nodes.reference) and self._report_uri is not None:
            node["refuri"] = f"{self._report_uri}#{anchor}"
            node["internal"] = True

    def _change_uri(self, node: nodes.reference, uri: str) -> None:
        """An address that begins at the report's page: it begins at the copy's."""
        if not self._has_pages:
            document, _hash, anchor = uri.rpartition("#")
            if document == self._uri_in_book and anchor in self._inside:
                here = self._builder.get_target_uri(self._page)
                node["refuri"] = f"{here}#{self._prefix}{anchor}"
            return
        if uri.startswith("#"):
            del node["refuri"]
            self._change_anchor(node, uri[1:])
            return
        parts = urlsplit(uri)
        if parts.scheme or parts.netloc or uri.startswith("/"):
            return
        target_of = self._builder.get_target_uri
        meant = urlsplit(urljoin(_ROOT + target_of(self._report), uri))
        path = relative_uri(_ROOT[1:] + target_of(self._page), meant.path[1:])
        if not (path or meant.query or meant.fragment):
            # To the page of the talk, which is this one.
            node.replace_self(node.children)
            return
        node["refuri"] = urlunsplit(("", "", path, meant.query, meant.fragment))
