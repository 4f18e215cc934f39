"""Draws standard docutils nodes, with links that are right for the builder and the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import count, zip_longest
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri

from sphinxcontrib_tripreport.core.languages.joining import words_between
from sphinxcontrib_tripreport.core.text.links import KNOWN_LABELS, Link
from sphinxcontrib_tripreport.core.text.numbered import first_free
from sphinxcontrib_tripreport.messages import COMMA, _, translatable
from sphinxcontrib_tripreport.nodes import LANGUAGE, NAME
from sphinxcontrib_tripreport.noting.files import path_in_output
from sphinxcontrib_tripreport.outputs import has_links, has_scripts
from sphinxcontrib_tripreport.views.in_words import kind_in_words, rating_in_words
from sphinxcontrib_tripreport.views.references import Reference, address_of

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.maps.frames import Frame


SEPARATOR = " ·\N{NO-BREAK SPACE}"
"""Between two facts. The sign belongs to the fact after it, so that no line ends in it."""
VANISHING = " ·\N{NARROW NO-BREAK SPACE}"
"""The separator in outputs whose style takes it away when a line breaks there.

Browsers make every other space as wide as the style says, also at the beginning of a line.
"""
_LONGEST_CHIP = 24
"""In letters; a longer one may take several lines."""


BylineGroup = list[nodes.Node]
"""What is between two separators of a byline."""


class Pen:
    """Draws in one document for one builder."""

    def __init__(
        self, env: BuildEnvironment, builder: Builder, docname: str, language: str = ""
    ) -> None:
        self.env = env
        self.builder = builder
        self.docname = docname
        self.locale = language or env.config.language or "en"
        self.written: defaultdict[bool, dict[Any, list[str]]] = defaultdict(dict)
        """What was written of values as HTML, in tables and elsewhere."""
        self.numbers = count(1)
        """Of the lists of the document."""
        self.outlines: dict[Frame, str] = {}
        """The names of the maps that have the outline of a part of the world."""
        self._has_links = has_links(builder)
        self._has_styles = has_scripts(builder) or builder.format == "latex"
        self._uris: dict[str, str] = {}

    def reference(self, reference: Reference, css_class: str = "") -> nodes.Node:
        """A link, or only its text if it leads nowhere in this builder, or to this very page.

        If it leads to another site, that is said after it.
        """
        link = self._link(reference, css_class)
        if not reference.site:
            return link
        # Translators: after the title of a report or a talk that is on another site, %(site)s.
        site = _("at %(site)s") % {"site": reference.site}
        mark = nodes.inline("", site, classes=["trip-site"])
        return nodes.inline("", "", link, nodes.Text(" "), mark)

    def _link(self, reference: Reference, css_class: str) -> nodes.Node:
        text = nodes.Text(reference.text)
        classes = [css_class] if css_class else []
        if reference.language:
            # Writers of docutils make the attribute "lang" of it.
            classes.append(f"{LANGUAGE}{reference.language}")
        elsewhere = reference.target is not None and reference.target != (self.docname, "")
        if reference.target is not None and elsewhere and self._has_links:
            with suppress(NoUri):
                address = address_of(reference.target, self.docname, self._uri)
                is_ours = not reference.target.is_elsewhere
                return nodes.reference("", "", text, internal=is_ours, classes=classes, **address)
        return nodes.inline("", "", text, classes=classes) if classes else text

    def _uri(self, docname: str) -> str:
        if docname not in self._uris:
            self._uris[docname] = self.builder.get_relative_uri(self.docname, docname)
        return self._uris[docname]

    def separator(self) -> nodes.Node:
        """The sign between two facts, which goes when a line breaks there, if the output can."""
        if self._has_styles:
            return nodes.inline("", VANISHING, classes=["trip-dot"])
        return nodes.Text(SEPARATOR)

    def chips(self, references: Sequence[Reference], css_class: str) -> BylineGroup:
        """Links in frames of their own, if the output has these; else with commas."""
        if not (references and has_scripts(self.builder)):
            return self.references(references, css_class)
        content: list[nodes.Node] = []
        for reference in references:
            if content:
                content.append(nodes.inline("", _(COMMA), classes=["trip-comma"]))
            chip = self.name(reference)
            if isinstance(chip, nodes.Element) and len(reference.text) > _LONGEST_CHIP:
                chip["classes"].append("trip-long")
            content.append(chip)
        return [nodes.inline("", "", *content, classes=[css_class])]

    def references(self, references: Sequence[Reference], css_class: str) -> BylineGroup:
        """Several links with commas between them, as one group of a byline."""
        if len(references) < 2:
            # The link itself has the class: pages of many talks are half as heavy without a span.
            return [self.reference(reference, css_class) for reference in references]
        content: list[nodes.Node] = []
        for reference in references:
            if content:
                content.append(nodes.Text(_(COMMA)))
            content.append(self.name(reference))
        return [nodes.inline("", "", *content, classes=[css_class])]

    def people(self, people: Sequence[Reference], css_class: str) -> BylineGroup:
        """Links to people as part of a sentence ("Ann and Bob"), as one group of a byline."""
        if len(people) < 2:
            return self.references(people, css_class)
        content: list[nodes.Node] = []
        between = words_between([person.text for person in people], self.locale)
        for person, words in zip_longest(people, between):
            content.append(self.name(person))
            if words:
                content.append(nodes.Text(words))
        return [nodes.inline("", "", *content, classes=[css_class])]

    def name(self, reference: Reference) -> nodes.Node:
        """One of several names: a node of its own, also if it is no link.

        What is between names is known by that, because it can be part of a name, too.
        """
        node = self.reference(reference)
        return nodes.inline("", "", node, classes=[NAME]) if isinstance(node, nodes.Text) else node

    def words(self, text: str, css_class: str) -> BylineGroup:
        """A plain text as one group of a byline."""
        return [nodes.inline("", text, classes=[css_class])] if text else []

    def approximate_date(self, day: str, period: str) -> BylineGroup:
        """The number of a day, if it is known, and a month or a year, which say less."""
        vague = nodes.inline("", period, classes=["trip-around"])
        return [nodes.Text(f"{day}{_(COMMA)}"), vague] if day else [vague]

    def kind(self, kind: str) -> BylineGroup:
        """The kind of a talk in words; nothing for an ordinary talk."""
        words = kind_in_words(kind)
        classes = ["trip-kind", f"trip-kind-{kind}"]
        return [nodes.inline("", words, classes=classes)] if words else []

    def rating(self, rating: int | None) -> BylineGroup:
        """A rating in words, beside which HTML shows stars."""
        words = rating_in_words(rating)
        classes = ["trip-rating", f"trip-rating-{rating}"]
        return [nodes.inline("", words, classes=classes)] if words else []

    def link(self, link: Link, label: str) -> nodes.Node:
        """A link to the web, or to a file of the project (``/path`` from the source directory)."""
        classes = ["trip-link"]
        if link.label in KNOWN_LABELS:
            classes.append(f"trip-link-{link.label}")
        if not link.url.startswith("/"):
            return nodes.reference("", label, refuri=link.url, classes=classes)
        filename = path_in_output(self.env, link.url)
        if not filename:
            return nodes.inline("", label, classes=classes)
        return addnodes.download_reference(
            "",
            "",
            nodes.inline("", label),
            reftarget=link.url,
            refdoc=self.docname,
            filename=filename,
            classes=classes,
        )

    def links(self, links: Sequence[Link]) -> list[BylineGroup]:
        """Each link as a group of a byline."""
        return [
            [self.link(link, label)] for link, label in zip(links, labels_of(links), strict=True)
        ]

    def image(self, uri: str, alt: str, css_class: str) -> nodes.image:
        """A picture of the project (``/path`` from the source directory) or of the web."""
        path = uri.removeprefix("/")
        if path != uri:
            self.env.images.add_file(self.docname, path)
            candidates = {"*": path}
        else:
            candidates = {"?": uri}
        return nodes.image(uri=path, alt=alt, classes=[css_class], candidates=candidates)

    def line(self, groups: Iterable[BylineGroup], css_class: str) -> list[nodes.Node]:
        """A paragraph of groups with separators between them; nothing if all are empty."""
        content: list[nodes.Node] = []
        for group in groups:
            if group and content:
                content.append(self.separator())
            content += group
        return [nodes.paragraph("", "", *content, classes=[css_class])] if content else []


def with_remainder(
    pen: Pen, byline: list[nodes.Node], remainder: list[nodes.Node]
) -> list[nodes.Node]:
    """A byline with what else its author wrote beside the title, at its end."""
    inline = nodes.inline("", "", *remainder, classes=["trip-remainder"])
    if byline and isinstance(byline[-1], nodes.Element) and len(byline[-1]):
        last = byline[-1][-1]
        if isinstance(last, nodes.paragraph):
            last += [pen.separator(), inline]
            return byline
    paragraph = nodes.paragraph("", "", inline, classes=["trip-facts"])
    return [*byline, nodes.container("", paragraph, classes=["trip-byline"])]


_LABELS = {
    "url": translatable("Talk page"),
    "slides": translatable("Slides"),
    "video": translatable("Video"),
    "code": translatable("Code"),
    "paper": translatable("Paper"),
    "homepage": translatable("Website"),
    "website": translatable("Website"),
    "programme": translatable("Programme"),
    "photo": translatable("Photo"),
    "github": "GitHub",
    "gitlab": "GitLab",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "twitter": "Twitter",
    "linkedin": "LinkedIn",
    "orcid": "ORCID",
}


def labels_of(links: Iterable[Link]) -> list[str]:
    """What the links of one thing say they are; those of one name have a number from the second."""
    labels: dict[str, None] = {}
    for link in links:
        name = _(_LABELS[link.label]) if link.label in KNOWN_LABELS else link.label
        labels[first_free(name, labels.__contains__, " ")] = None
    return list(labels)
