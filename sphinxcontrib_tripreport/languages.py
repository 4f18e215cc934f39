"""A report in another language than the project's: what marks its text in each output.

Docutils has a class for it, ``language-es``, of which its HTML writers make the attribute ``lang``.
Which way a script runs, and how LaTeX hyphenates, is said around the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from docutils.writers.latex2e import Babel
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.text.languages import is_same, runs_left
from sphinxcontrib_tripreport.views.pen import LANGUAGE

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.domain import TripDomain

_WITHOUT_TEXT = (nodes.Invisible, trip_placeholder)
_MARKED = "trip_language"
"""The attribute of what is marked here: others may use the class, for code as well."""


def mark_language(doctree: nodes.document, language: str, project_language: str) -> None:
    """Give the text of a document the class of its language, where that is not the project's."""
    if not language or is_same(language, project_language):
        return
    for node in doctree.children:
        if isinstance(node, nodes.Element) and not isinstance(node, _WITHOUT_TEXT):
            node["classes"].append(f"{LANGUAGE}{language}")
            node[_MARKED] = language


class SurroundLanguages(SphinxPostTransform):
    """Says around a text in another language which way it runs, or how it is hyphenated."""

    default_priority = 6
    formats = ("html", "latex")

    def run(self, **kwargs: Any) -> None:
        """Put what the output needs around each such text."""
        builder = cast("TripDomain", self.env.domains["trip"]).builder
        if builder is None:
            return
        marked = [node for node in self.document.findall(nodes.Element) if _MARKED in node]
        for node in marked:
            around = (
                _direction(node[_MARKED], self.config.language)
                if builder.format == "html"
                else _hyphenation(node[_MARKED])
            )
            if around is not None:
                before, after = (nodes.raw("", text, format=builder.format) for text in around)
                parent = node.parent
                place = parent.index(node)
                parent[place : place + 1] = [before, node, after]


def _direction(language: str, project_language: str) -> tuple[str, str] | None:
    if runs_left(language) == runs_left(project_language):
        return None
    return f'<div dir="{"rtl" if runs_left(language) else "ltr"}">\n', "</div>\n"


def _hyphenation(language: str) -> tuple[str, str] | None:
    """Only the patterns: all else that a language changes in LaTeX may need fonts and packages.

    What TeX has no patterns of is hyphenated as the rest of the document.
    """
    name = Babel("en").language_name(language)
    if not name:
        return None
    patterns = rf"\csname l@{name}\endcsname"
    before = rf"\par\begingroup\ifcsname l@{name}\endcsname\language{patterns}\fi"
    return before, r"\par\endgroup"
