"""Draws standard docutils nodes, with links that are right for the builder and the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri

from sphinxcontrib_tripreport.files import path_in_output
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.model import Link
from sphinxcontrib_tripreport.views.references import Reference, make_reference

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

SEPARATOR = "\N{NO-BREAK SPACE}· "
"""Begins with a space that does not break, so that no line begins with the dot."""

Group = list[nodes.Node]
"""What stands between two separators of a byline."""


class Pen:
    """Draws in one document for one builder."""

    def __init__(self, env: BuildEnvironment, builder: Builder, docname: str) -> None:
        self.env = env
        self.builder = builder
        self.docname = docname

    def reference(self, reference: Reference) -> nodes.Node:
        """A link, or its text where it leads nowhere in this builder."""
        text = nodes.Text(reference.text)
        if reference.target is None:
            return text
        content = nodes.inline("", "", text)
        try:
            return make_reference(self.builder, self.docname, reference.target, content)
        except NoUri:
            return content

    def references(self, references: Sequence[Reference], css_class: str) -> Group:
        """Several links with commas between them, as one group of a byline."""
        if not references:
            return []
        inline = nodes.inline("", "", classes=[css_class])
        for number, reference in enumerate(references):
            if number:
                inline += nodes.Text(", ")
            inline += self.reference(reference)
        return [inline]

    def words(self, text: str, css_class: str) -> Group:
        """A plain text as one group of a byline."""
        return [nodes.inline("", text, classes=[css_class])] if text else []

    def link(self, link: Link) -> nodes.Node:
        """A link to the web, or to a file of the project (``/path`` from the source directory)."""
        label = label_of(link)
        if not link.url.startswith("/"):
            return nodes.reference("", label, refuri=link.url)
        filename = path_in_output(self.env, link.url)
        if not filename:
            return nodes.Text(label)
        return addnodes.download_reference(
            "",
            "",
            nodes.inline("", label),
            reftarget=link.url,
            refdoc=self.docname,
            filename=filename,
        )

    def links(self, links: Iterable[Link]) -> list[Group]:
        """Each link as a group of a byline."""
        return [[nodes.inline("", "", self.link(link), classes=["trip-link"])] for link in links]

    def image(self, uri: str, alt: str, css_class: str) -> nodes.image:
        """A picture of the project (``/path`` from the source directory) or of the web."""
        path = uri.removeprefix("/")
        if path != uri:
            self.env.images.add_file(self.docname, path)
            candidates = {"*": path}
        else:
            candidates = {"?": uri}
        return nodes.image(uri=path, alt=alt, classes=[css_class], candidates=candidates)

    def line(self, groups: Iterable[Group], css_class: str) -> list[nodes.Node]:
        """A paragraph of groups with separators between them; nothing where all are empty."""
        paragraph = nodes.paragraph(classes=[css_class])
        for group in filter(None, groups):
            if len(paragraph):
                paragraph += nodes.Text(SEPARATOR)
            paragraph += group
        return [paragraph] if len(paragraph) else []


# Looked up when they are shown: here, at import, they have no language yet.
_LABELS = {
    "url": _("Talk page"),
    "slides": _("Slides"),
    "video": _("Video"),
    "code": _("Code"),
    "paper": _("Paper"),
    "homepage": _("Website"),
    "website": _("Website"),
    "programme": _("Programme"),
    "github": "GitHub",
    "gitlab": "GitLab",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "twitter": "Twitter",
    "linkedin": "LinkedIn",
    "orcid": "ORCID",
}


def label_of(link: Link) -> str:
    """What a link says it is."""
    return str(_LABELS.get(link.label, link.label))
