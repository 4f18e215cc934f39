"""A report in another language than the project's: what marks its text in each output.

Docutils has a class for it, ``language-es``, of which its HTML writers make the attribute ``lang``.
Which way a script runs, and how LaTeX hyphenates, is said around the text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.writers.latex2e import Babel
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.core.languages.codes import is_right_to_left
from sphinxcontrib_tripreport.nodes import LANGUAGE, MARKED
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import answers_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder


_CODE = (
    nodes.literal_block,
    nodes.doctest_block,
    nodes.math_block,
    nodes.literal,
    nodes.math,
)


class SurroundLanguages(SphinxPostTransform):
    """Says around a text in another language which way it runs, or how it is hyphenated.

    In a project that runs to the left every document says so: not all themes do.
    """

    formats = ("html", "latex")

    def run(self, **kwargs: Any) -> None:
        """Put what the output needs around each such text."""
        builder = answers_of(self.env).builder
        if builder is None:
            return
        project = self.config.language
        marked = [node for node in self._parts(builder) if MARKED in node]
        if builder.format == "latex":
            for node in marked:
                _surround(node, _in_latex(node[MARKED]), "latex")
            return
        rtl = [node for node in marked if is_right_to_left(node[MARKED])]
        if is_right_to_left(project):
            rtl.append(self.document)
        if getattr(builder, "embedded", False):
            # Stylesheets of books must not say it, as ours for browsers does.
            _keep_code(rtl)
        for node in marked:
            if is_right_to_left(node[MARKED]) != is_right_to_left(project):
                _surround(node, _in_html(node[MARKED]), "html")
        if is_right_to_left(project):
            before, after = _raw(_in_html(project), "html")
            self.document.insert(0, before)
            self.document.append(after)

    def _parts(self, builder: Builder) -> Iterable[nodes.Element]:
        """What may be marked: the parts of a document, wherever documents are joined into one.

        On pages of talks it is the notes of several reports.
        """
        is_joined = builder.format == "latex" or isinstance(builder, SingleFileHTMLBuilder)
        if is_joined or store_of(self.env).is_made(self.env.docname):
            return self.document.findall(nodes.Element)
        return [node for node in self.document.children if isinstance(node, nodes.Element)]


def _raw(around: tuple[str, str], output: str) -> list[nodes.raw]:
    return [nodes.raw("", text, format=output) for text in around]


def _surround(node: nodes.Element, around: tuple[str, str] | None, output: str) -> None:
    if around is not None:
        before, after = _raw(around, output)
        parent = node.parent
        place = parent.index(node)
        parent[place : place + 1] = [before, node, after]


def _keep_code(regions: Iterable[nodes.Element]) -> None:
    """Let code and formulas run to the right if the text around them runs to the left."""
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
    return f'<div dir="{"rtl" if is_right_to_left(language) else "ltr"}">\n', "</div>\n"


class SurroundTitles(SphinxPostTransform):
    """Says how LaTeX hyphenates a title in another language, within a line.

    Not in headings, where Sphinx writes no classes either: they go into bookmarks as well.
    """

    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Put what LaTeX needs around each."""
        marked = [
            (node, language)
            for node in self.document.findall(nodes.Element)
            if isinstance(node, nodes.reference | nodes.inline)
            for name in node["classes"]
            if (language := name.removeprefix(LANGUAGE)) != name
        ]
        for node, language in marked:
            if (patterns := _patterns(language)) and not _is_in_heading(node):
                _surround(node, (f"{{{patterns}", "}"), "latex")


def _is_in_heading(node: nodes.Node | None) -> bool:
    while isinstance(node, nodes.Inline):
        node = node.parent
    return isinstance(node, nodes.title)


class TitleInLatex(str):
    """A title in an index, which LaTeX hyphenates in its own language.

    Sphinx writes what indices hold as text, without a way to say more of it. It escapes it with
    ``translate``: what that returns is LaTeX. Everywhere else this is the bare title.
    """

    language: str

    def __new__(cls, title: str, language: str) -> TitleInLatex:
        """A title in a language, whose code is as BCP 47 writes it."""
        self = super().__new__(cls, title)
        self.language = language
        return self

    def translate(self, table: Any, /) -> str:
        """The title as LaTeX, with its language."""
        escaped = super().translate(table)
        patterns = _patterns(self.language)
        return f"{{{patterns}{escaped}}}" if patterns else escaped


def _in_latex(language: str) -> tuple[str, str] | None:
    patterns = _patterns(language)
    return (rf"\par\begingroup{patterns}", r"\par\endgroup") if patterns else None


@cache
def _patterns(language: str) -> str:
    """What has LaTeX take the patterns of a language; empty if Babel does not know it.

    Only the patterns: all else that a language changes in LaTeX may need fonts and packages. The
    package of ours has the command, which does nothing where TeX has no such patterns.
    """
    # There are none of "naustrian" (de-AT), but of "ngerman" (de): the last that is there counts.
    codes = (language.partition("-")[0], language)
    names = dict.fromkeys(filter(None, map(Babel("en").language_name, codes)))
    return rf"\triplanguage{{{','.join(names)}}}" if names else ""
