"""Where a text is code, a formula, or invisible: nothing there is left of a template language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Span
from sphinxcontrib_tripreport.core.posts.leftovers.code_fences import without_tagged_code
from sphinxcontrib_tripreport.core.posts.leftovers.summary_marks import marks_in
from sphinxcontrib_tripreport.core.text.regexes import regex

_CODE_DIRECTIVES = frozenset(
    ("code", "code-block", "sourcecode", "code-cell", "literalinclude", "math",
     "parsed-literal", "prompt", "raw", "eval-rst", "doctest", "testcode", "testoutput",
     "mermaid", "graphviz", "productionlist", "ipython")
)  # fmt: skip
_MYST_DIRECTIVE = regex(r"\{([\w:.+-]+)\}")
_BACKTICKS = regex(r"`+")
_BLANK_LINE = regex(r"\n[ \t]*\n")
_HTML_CODE = regex(r"<(?:(pre|code|script|style|textarea)\b|!--)", re.IGNORECASE)
_END_OF_COMMENT = regex("-->")
_MATH = regex(r"\$\$(?:(?!\n[ \t]*\n)[^$])++\$\$|\$(?!\s)(?=[^$\n\\]*\\)[^$\n]*+(?<!\s)\$")
_RST_INLINE = regex(
    r"``(?:(?!\n[ \t]*\n).)+?``"
    r"|:[\w.+-]+:(?:[\w.+-]+:){0,2}`(?:(?!\n[ \t]*\n)[^`])+`",
    re.DOTALL,
)
_DEEPEST = 20
"""Directives that are nested deeper are no longer looked into."""
_RST_DIRECTIVE = regex(r"\s*\.\. (?:\|[^|]+\| )?([\w:.+-]+)::")
_RST_COMMENT = regex(r"\s*\.\.(?:\s|$)(?!\s*(?:_|\[|\|[^|]+\| |[\w:.+-]+::))")
_DOCTEST = regex(r"\s*>>> ")


def code_spans(text: str, markup: str) -> list[Span]:
    """The spans of *text* that are code, front matter or comments, in the order found.

    :param markup: ``markdown`` or ``restructuredtext``
    """
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    blocks = _markdown_blocks(lines) if markup == "markdown" else _rst_blocks(lines)
    is_code = bytearray(len(lines))
    for first, last in blocks:
        is_code[first:last] = b"\1" * (min(last, len(lines)) - first)
    spans = []
    marks = set(marks_in(text)) if markup == "markdown" else set()
    for first, last in _runs(is_code):
        start, end = starts[first], min(starts[last] - 1, len(text))
        if is_code[first]:
            spans.append((start, end))
        elif markup == "markdown":
            spans += _in_backticks(text, start, end)
            spans += [found.span() for found in _MATH.finditer(text, start, end)]
            spans += [span for span in _html_code(text, start, end) if span not in marks]
        else:
            spans += [found.span() for found in _RST_INLINE.finditer(text, start, end)]
    return spans


def _in_backticks(text: str, start: int, end: int) -> Iterator[Span]:
    """Code in lines of Markdown: it ends at as many backticks as it begins with."""
    runs = [found.span() for found in _BACKTICKS.finditer(text, start, end)]
    following: dict[int, int] = {}  # by length: the next run, from the end on
    partners: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        if length in following:
            partners[number] = following[length]
        following[length] = number
    number = 0
    while number < len(runs):
        begin, inner = runs[number]
        partner = partners.get(number)
        is_escaped = text[max(begin - 1, 0)] == "\\"
        number += 1
        if partner is not None and not is_escaped:
            close, last = runs[partner]
            if not _BLANK_LINE.search(text, inner - 1, close):
                yield begin, last
                number = partner + 1


def _html_code(text: str, start: int, end: int) -> Iterator[Span]:
    """Elements of HTML that hold code, and comments."""
    never_closed: set[str] = set()
    while begin := _HTML_CODE.search(text, start, end):
        name = (begin[1] or "").lower()
        start = begin.end()
        if name in never_closed:
            continue
        closing = _end_of_element(name) if name else _END_OF_COMMENT
        inner = text.find(">", start, end) + 1 if name else start
        last = closing.search(text, inner, end) if inner or not name else None
        if last is None:
            never_closed.add(name)
        else:
            start = last.end()
            yield begin.start(), start


@cache
def _end_of_element(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)


def _runs(flags: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for number in range(1, len(flags) + 1):
        if number == len(flags) or flags[number] != flags[start]:
            yield start, number
            start = number


def _markdown_blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    top = _front_matter(lines)
    if top:
        yield 0, top
    yield from _fences(without_tagged_code(lines[top:])[0], top, _DEEPEST)


def _front_matter(lines: Sequence[str]) -> int:
    if lines[0].rstrip() != "---":
        return 0
    ends = (n for n, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "..."))
    return next(ends, 0)


def _fences(lines: Sequence[str], offset: int, depth: int) -> Iterator[tuple[int, int]]:
    """Code in Markdown; the content of a directive that holds text is looked into."""
    # Only blocks: how words are marked up costs most, and says nothing here.
    parser = MarkdownIt("commonmark").disable("inline")
    for token in parser.parse("\n".join(lines).replace("\r", " ")):
        if token.map is None or token.type not in ("fence", "code_block"):
            continue
        first, last = token.map
        directive = _MYST_DIRECTIVE.match(token.info.strip())
        if not depth or directive is None or directive[1] in _CODE_DIRECTIVES:
            yield first + offset, last + offset
        else:
            yield first + offset, first + offset + 1
            yield from _fences(token.content.split("\n"), first + offset + 1, depth - 1)


def _rst_blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    number = 0
    while number < len(lines):
        line = lines[number]
        directive = _RST_DIRECTIVE.match(line)
        if _DOCTEST.match(line):
            end = next((n for n in range(number, len(lines)) if not lines[n].strip()), len(lines))
        elif (
            directive[1] in _CODE_DIRECTIVES
            if directive
            else line.rstrip().endswith("::") or _RST_COMMENT.match(line)
        ):
            end = _end_of_indented(lines, number)
            if not directive and not _RST_COMMENT.match(line):
                number += 1  # the line that ends with the colons is text
        else:
            number += 1
            continue
        yield number, end
        number = max(end, number)


def _end_of_indented(lines: Sequence[str], start: int) -> int:
    """The line after the last that is indented deeper than the one at *start*."""
    margin = _margin(lines[start])
    end = start + 1
    for number in range(start + 1, len(lines)):
        if lines[number].strip():
            if _margin(lines[number]) <= margin:
                break
            end = number + 1
    return end


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
