"""Single tags of HTML within the words of Markdown: what they show, and what they mark."""

from __future__ import annotations

import re

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.marked_text import EMPHASIS, LINK, STRONG, Mark
from sphinxcontrib_tripreport.core.text.regexes import regex

_TAG = regex(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^>]*/?>")
_HREF = regex(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_MARKING_TAGS = {"strong": STRONG, "b": STRONG, "em": EMPHASIS, "i": EMPHASIS, "a": LINK}
_CHECKBOX = regex(r"""^<input\b[^>]*\btype\s*=\s*["']?checkbox""", re.IGNORECASE)
_CHECKED = regex(r"\bchecked\b", re.IGNORECASE)
_KNOWN_TAG = regex(
    r"a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|center|"
    r"cite|code|data|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|"
    r"font|footer|form|h1|h2|h3|h4|h5|h6|header|hr|i|iframe|img|input|"
    r"ins|kbd|label|li|main|mark|nav|ol|p|picture|pre|q|rp|rt|ruby|s|"
    r"samp|section|small|source|span|strike|strong|sub|summary|sup|svg|"
    r"table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|audio|wbr"
)


def text_of_raw(raw: nodes.raw) -> str:
    """A line break for ``<br>``, nothing for other known tags; unknown ones are text."""
    if raw.get("format") != "html":
        return ""
    written = raw.astext()
    tag = _TAG.match(written)
    if tag is None or not _KNOWN_TAG.fullmatch(tag[1].lower()):
        return "" if written.startswith("<!--") else written
    if _CHECKBOX.search(written):
        return "[x]" if _CHECKED.search(written) else "[ ]"
    return "\n" if tag[1].lower() == "br" else ""


def follow_tag(
    raw: nodes.raw, place: int, opened: list[tuple[str, int, str]], marks: list[Mark]
) -> None:
    """Note what a tag that marks words opens, or what it ends.

    :param place: where in the text of the line it is
    :param opened: the marks that are open, each with its start and address
    """
    tag = _TAG.match(raw.astext())
    kind = _MARKING_TAGS.get(tag[1].lower(), "") if tag else ""
    if not kind or tag is None:
        return
    if not tag[0].startswith("</"):
        href = _HREF.search(tag[0])
        url = next(filter(None, href.groups()), "") if href else ""
        opened.append((kind, place, url))
    elif opened and opened[-1][0] == kind:
        kind, start, url = opened.pop()
        if place > start:
            marks.append(Mark(kind, start, place, url))
