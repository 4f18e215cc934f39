"""A text with markup from somebody else, as the few things that any page may show of it. Pure.

Abstracts of programmes are Markdown, HTML or reStructuredText that a stranger wrote. Whatever it
is becomes HTML first, and only then is read: so there is one gate. What passes are words,
paragraphs, lists, quotations, code, emphasis, and links to the web. Nothing passes that could run,
be fetched from elsewhere, or change how the page around it looks: images and players become links,
headings become lines in bold.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.rich_html import read_html
from sphinxcontrib_tripreport.core.text.rich_parts import RichPart
from sphinxcontrib_tripreport.core.text.surrogates import join_halves

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LONGEST: Final = 20_000
"""In characters: more is cut off."""
_WRAPPED: Final = range(60, 101)
"""How long lines are if an editor broke them, rather than their author."""


def read_rich_text(text: str, markup: str) -> tuple[RichPart, ...]:
    """The blocks of a text.

    :param markup: ``markdown``, ``html`` or ``rst``; anything else is read as Markdown
    """
    text = without_controls(join_halves(text))[:LONGEST]
    if markup == "html":
        return read_html(text)
    if markup == "rst":
        from sphinxcontrib_tripreport.core.text.simple_rst import html_of_rst

        return read_html(html_of_rst(text))
    return read_html(_markdown(keeps_lines=not _is_wrapped(text)).render(text))


def _markdown(*, keeps_lines: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    class AnyLink(MarkdownIt):
        """Links that are not safe lose their addresses later, instead of staying as written."""

        def validateLink(self, url: str) -> bool:  # noqa: N802
            return True

    # Nesting is for lists; what is deeper is an attack on who reads it.
    options = {"html": True, "breaks": keeps_lines, "maxNesting": 20}
    return AnyLink("commonmark", options).enable(["table", "strikethrough"])


def _is_wrapped(text: str) -> bool:
    """Whether an editor broke the lines: most of those that go on are about equally long."""
    lines = [line.rstrip() for line in text.splitlines()]
    going_on = [line for line, after in pairwise(lines) if line and after]
    wrapped = [line for line in going_on if len(line) in _WRAPPED]
    return len(wrapped) * 2 > len(going_on)
