"""Attributes in braces, as Pandoc, Quarto and Python-Markdown have them. Pure.

MyST reads them if its extension ``attrs_inline`` is on. Else they would be in the text.
"""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.text.regexes import regex

_AFTER_LINK = regex(r"(?<=[)\]])(\{:?[ \t]*[.#\w][^{}\n]{0,300}\})")
_SPAN = regex(r"(?<![!\]\w\\])\[(?P<text>[^\[\]\n]{1,500})\](?=\{)")
_IS_ATTRIBUTE = regex(
    r"\{:?[ \t]*(?:(?:[.#][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w.%-]+))(?:[ \t]+|(?=\})))+\}"
)


def change_attributes(changes: Changes) -> None:
    """Remove the attributes of images, links and spans, which only say how these look."""
    text = changes.text
    spans = {found.end(): found for found in _SPAN.finditer(text)}
    for found in _AFTER_LINK.finditer(text):
        if not changes.is_free(found.span()) or not _IS_ATTRIBUTE.fullmatch(found[0]):
            continue
        if text[text.rfind("\n", 0, found.start()) + 1 :].startswith("#"):
            continue  # of a heading, it may be its anchor
        changes.replace(found.span(), kind=LeftoverKind.ATTRIBUTES)
        span = spans.get(found.start())
        if span is not None and changes.is_free(span.span()):
            changes.replace((span.start(), span.start() + 1))
            changes.replace((span.end() - 1, span.end()))
