"""Links of posts to pages of the site that they come from, if the project does not have them."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import answers_of

_HOST = regex(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?", re.IGNORECASE)
_ANCHOR = regex(r"""<[^>]*\s(?:id|name)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_PAGE = regex(r"/.*|.*(?:/|\.html?)(?:[?#].*)?", re.IGNORECASE)


class ResolveOldLinks(SphinxPostTransform):
    """Takes Markdown links of reports that lead nowhere in the project.

    One to a host without ``https://`` gets it; one to a page of the old site becomes its text:
    the page is not missing from the project, it was never a part of it. So does one whose target
    is yet to be written. One to an anchor in HTML of the post leads there.
    """

    def run(self, **kwargs: Any) -> None:
        """Replace such links."""
        builder = answers_of(self.env).builder
        reports = store_of(self.env).data["reports"]
        anchors: set[str] | None = None
        for node in list(self.document.findall(pending_xref)):
            if node.get("reftype") != "myst" or node.get("refdomain") == "doc":
                continue
            # Where all documents are written as one, the reports are parts of it.
            if node.get("refdoc", self.env.docname) not in reports:
                continue
            target, content = str(node["reftarget"]), node.children
            if _HOST.fullmatch(target):
                link = nodes.reference("", "", *content, refuri=f"https://{target}", internal=False)
                node.replace_self(link)
            elif not target or _PAGE.fullmatch(target):
                node.replace_self(content)
            else:
                anchors = _anchors(self.document) if anchors is None else anchors
                if target.lstrip("#") in anchors:
                    # Only if the post's own HTML is written.
                    in_html = builder is not None and builder.format == "html"
                    node.replace_self(
                        _to_anchor(target.lstrip("#"), content) if in_html else content
                    )


def _to_anchor(anchor: str, content: list[nodes.Node]) -> list[nodes.Node]:
    return [nodes.reference("", "", *content, refuri=f"#{anchor}", internal=True)]


def _anchors(document: nodes.document) -> set[str]:
    return {
        found[1]
        for raw in document.findall(nodes.raw)
        if raw.get("format") == "html"
        for found in _ANCHOR.finditer(raw.astext())
    }
