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
    from collections.abc import Iterable

    from sphinxcontrib_tripreport.domain import TripDomain

_WITHOUT_TEXT = (nodes.Invisible, trip_placeholder)
_MARKED = "trip_language"
"""The attribute of what is marked here: others may use the class, for code as well."""
_CODE = (
    nodes.literal_block,
    nodes.doctest_block,
    nodes.math_block,
    nodes.literal,
    nodes.math,
)


def mark_language(doctree: nodes.document, language: str, project_language: str) -> None:
    """Give the text of a document the class of its language, where that is not the project's."""
    if not language or is_same(language, project_language):
        return
    for node in doctree.children:
        if isinstance(node, nodes.Element) and not isinstance(node, _WITHOUT_TEXT):
            node["classes"].append(f"{LANGUAGE}{language}")
            node[_MARKED] = language


class SurroundLanguages(SphinxPostTransform):
    """Says around a text in another language which way it runs, or how it is hyphenated.

    In a project that runs to the left every document says so: not all themes do.
    """

    default_priority = 6
    formats = ("html", "latex")

    def run(self, **kwargs: Any) -> None:
        """Put what the output needs around each such text."""
        builder = cast("TripDomain", self.env.domains["trip"]).builder
        if builder is None:
            return
        project = self.config.language
        marked = [node for node in self.document.findall(nodes.Element) if _MARKED in node]
        if builder.format == "latex":
            for node in marked:
                _surround(node, _in_latex(node[_MARKED]), "latex")
            return
        to_the_left = [node for node in marked if runs_left(node[_MARKED])]
        if runs_left(project):
            to_the_left.append(self.document)
        if getattr(builder, "embedded", False):
            # Stylesheets of books must not say it, as ours for browsers does.
            _keep_code(to_the_left)
        for node in marked:
            if runs_left(node[_MARKED]) != runs_left(project):
                _surround(node, _in_html(node[_MARKED]), "html")
        if runs_left(project):
            before, after = _raw(_in_html(project), "html")
            self.document.insert(0, before)
            self.document.append(after)


def _raw(around: tuple[str, str], output: str) -> list[nodes.raw]:
    return [nodes.raw("", text, format=output) for text in around]


def _surround(node: nodes.Element, around: tuple[str, str] | None, output: str) -> None:
    if around is not None:
        before, after = _raw(around, output)
        parent = node.parent
        place = parent.index(node)
        parent[place : place + 1] = [before, node, after]


def _keep_code(regions: Iterable[nodes.Element]) -> None:
    """Let code and formulas run to the right where the text around them runs to the left."""
    # The regions may be within each other.
    found = {
        id(node): node
        for region in regions
        for node in region.findall(nodes.Element)
        if isinstance(node, _CODE)
    }
    for node in found.values():
        tag = "span" if isinstance(node, nodes.Inline) else "div"
        _surround(node, (f'<{tag} dir="ltr">', f"</{tag}>"), "html")


def _in_html(language: str) -> tuple[str, str]:
    return f'<div dir="{"rtl" if runs_left(language) else "ltr"}">\n', "</div>\n"


def _in_latex(language: str) -> tuple[str, str] | None:
    """Only the patterns: all else that a language changes in LaTeX may need fonts and packages.

    What TeX has no patterns of is hyphenated as the rest of the document.
    """
    # There are none of "naustrian" (de-AT), but of "ngerman" (de).
    codes = (language, language.partition("-")[0])
    names = dict.fromkeys(filter(None, map(Babel("en").language_name, codes)))
    if not names:
        return None
    patterns = r"\else".join(
        rf"\ifcsname l@{name}\endcsname\language\csname l@{name}\endcsname" for name in names
    )
    return rf"\par\begingroup{patterns}" + r"\fi" * len(names), r"\par\endgroup"
