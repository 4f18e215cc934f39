"""How to cite a talk, on its page: to read, and to copy into a program for citations."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.exports.apa import Readable, readable
from sphinxcontrib_tripreport.core.exports.bibtex import render_bibtex
from sphinxcontrib_tripreport.core.exports.cited_talks import cited_talks
from sphinxcontrib_tripreport.core.exports.csl import render_csl
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.outputs import has_scripts

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import Pen


class Citation(NamedTuple):
    """A talk as it is cited."""

    text: Readable
    bibtex: str
    csl: str


def answer_cite(context: Context, docname: str, subject: str) -> Citation | None:
    """The citation of the talk whose page this is."""
    kind, key = context.pages.subject_of(docname) or ("", "")
    if kind != "talk":
        return None
    talk = context.catalogue.talk_called(key)

    def address(talk: Talk) -> str:
        return context.site.talk(talk) if context.site is not None else ""

    (cited,) = cited_talks(context.catalogue, (talk,), address)
    return Citation(readable(cited), render_bibtex([cited]), render_csl([cited]))


def draw_cite(pen: Pen, citation: Citation) -> list[nodes.Node]:
    """What opens with a click, in browsers; elsewhere the citation to read."""
    words = _("Cite this talk")
    if not has_scripts(pen.builder):
        label = nodes.strong("", words)
        line = nodes.paragraph("", "", label, nodes.Text(": "), *_text(citation.text))
        line["classes"].append("trip-cite")
        return [line]
    opening = f'<details class="trip-cite no-search"><summary>{escape(words)}</summary>'
    return [
        nodes.raw("", opening, format="html"),
        nodes.paragraph("", "", *_text(citation.text), classes=["trip-citation"]),
        nodes.raw("", _to_copy(citation), format="html"),
    ]


def _text(text: Readable) -> list[nodes.Node]:
    content: list[nodes.Node] = [nodes.Text(text.before)] if text.before else []
    content += [nodes.emphasis("", text.title), nodes.Text(f" {text.after}")]
    if text.url:
        content += [nodes.Text(" "), nodes.reference("", text.url, refuri=text.url)]
    return content


def _to_copy(citation: Citation) -> str:
    """Both forms for programs, as Sphinx writes a block without a language.

    Written here, because Pygments would take longer than all else on the page.
    """
    forms = (("BibTeX", citation.bibtex), ("CSL-JSON", citation.csl))
    blocks = (
        f'<p class="trip-cite-format">{name}</p>\n<div class="highlight-none notranslate">'
        f'<div class="highlight"><pre><span></span>{escape(text.rstrip())}\n</pre></div>\n</div>\n'
        for name, text in forms
    )
    return f"{''.join(blocks)}</details>"
