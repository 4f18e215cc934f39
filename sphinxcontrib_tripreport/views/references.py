"""References: what leads to a place, and the nodes and addresses made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.errors import NoUri

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.outputs import has_links

if TYPE_CHECKING:
    from sphinx.builders import Builder


class Reference(NamedTuple):
    """A text that leads somewhere, or only a text where ``target`` is None."""

    text: str
    target: Target | None = None
    language: str = ""
    """A title's, if that is not the language of the document that shows it."""
    site: str = ""
    """What the site is called that it leads to; empty if it is ours."""


def make_reference(
    builder: Builder, from_docname: str, target: Target, content: nodes.Node
) -> nodes.reference:
    """A link from a document to *target*.

    :raises NoUri: if the builder does not write the target's document, or has no links
    """
    if not has_links(builder):
        raise NoUri
    address = address_of(target, from_docname, partial(builder.get_relative_uri, from_docname))
    return nodes.reference("", "", content, internal=not target.is_elsewhere, **address)


def address_of(target: Target, from_docname: str, uri_of: Callable[[str], str]) -> dict[str, str]:
    """The attribute of a reference that leads from a document to *target*, which may be elsewhere.

    :param uri_of: the relative address of a document's page
    :raises NoUri: if the builder does not write the target's document
    """
    docname, anchor = target
    if docname == from_docname and anchor:
        return {"refid": anchor}
    uri = docname if target.is_elsewhere else uri_of(docname)
    return {"refuri": f"{uri}#{anchor}" if anchor else uri}
