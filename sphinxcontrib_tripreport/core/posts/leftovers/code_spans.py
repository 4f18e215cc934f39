"""Where a text is code, a formula, or invisible: nothing there is left of a template language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Span
from sphinxcontrib_tripreport.core.posts.leftovers.summary_marks import marks_in

_CODE_DIRECTIVES = frozenset(
    ("code", "code-block", "sourcecode", "code-cell", "literalinclude", "math",
     "parsed-literal", "prompt", "raw", "eval-rst", "doctest", "testcode", "testoutput",
     "mermaid", "graphviz", "productionlist", "ipython")
)  # fmt: skip
_MYST_DIRECTIVE = re.compile(r"\{([\w:.+-]+)\}")
_BACKTICKS = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_HTML_CODE = re.compile(
    r"<(pre|code|script|style|textarea)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_MATH = re.compile(r"\$\$(?:(?!\n[ \t]*\n)[^$])+\$\$|\$(?!\s)[^$\n]*\\[^$\n]*(?<!\s)\$")
_RST_INLINE = re.compile(
    r"``(?:(?!\n[ \t]*\n).)+?``|:[\w:.+-]+:`(?:(?!\n[ \t]*\n)[^`])+`", re.DOTALL
)
_RST_DIRECTIVE = re.compile(r"\s*\.\. (?:\|[^|]+\| )?([\w:.+-]+)::")
_RST_COMMENT = re.compile(r"\s*\.\.(?:\s|$)(?!\s*(?:_|\[|\|[^|]+\| |[\w:.+-]+::))")
_DOCTEST = re.compile(r"\s*>>> ")


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
    inline = _BACKTICKS if markup == "markdown" else _RST_INLINE
    for first, last in _runs(is_code):
        start, end = starts[first], min(starts[last] - 1, len(text))
        if is_code[first]:
            spans.append((start, end))
        else:
            spans += [found.span() for found in inline.finditer(text, start, end)]
            if markup == "markdown":
                spans += [found.span() for found in _MATH.finditer(text, start, end)]
                marks = set(marks_in(text))
                html = (found.span() for found in _HTML_CODE.finditer(text, start, end))
                spans += [span for span in html if span not in marks]
    return spans


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
    yield from _fences(lines[top:], top)


def _front_matter(lines: Sequence[str]) -> int:
    if lines[0].rstrip() != "---":
        return 0
    ends = (n for n, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "..."))
    return next(ends, 0)


def _fences(lines: Sequence[str], offset: int) -> Iterator[tuple[int, int]]:
    """Code in Markdown; the content of a directive that holds text is looked into."""
    # Only blocks: how words are marked up costs most, and says nothing here.
    parser = MarkdownIt("commonmark").disable("inline")
    for token in parser.parse("\n".join(lines).replace("\r", " ")):
        if token.map is None or token.type not in ("fence", "code_block"):
            continue
        first, last = token.map
        directive = _MYST_DIRECTIVE.match(token.info.strip())
        if directive is None or directive[1] in _CODE_DIRECTIVES:
            yield first + offset, last + offset
        else:
            yield first + offset, first + offset + 1
            yield from _fences(token.content.split("\n"), first + offset + 1)


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
