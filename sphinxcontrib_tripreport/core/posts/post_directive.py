"""ABlog's ``post`` directive, read from the source text: the directive itself stays ABlog's.

ABlog's documentation: the argument is the date, and a post without one is a draft; options are
``tags``, ``author``, ``category``, ``language``, ``title`` … with values separated by commas;
content is the excerpt, which the page shows unless there is the option ``exclude``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.text.located import Located, UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.regexes import regex

_DIRECTIVE = regex(r"\.\. post::(?:\s+(.*))?$")
_OPTION = regex(r"\s*:([A-Za-z][\w-]*):(?:\s+(.*))?$")
_FENCE = regex(r" {0,3}(`{3,}|~{3,}|:{3,})\s*(.*)$")
_POST = regex(r"\{post\}\s*(.*)$")


@dataclass(slots=True)
class _Directive:
    """One directive: its first line and the line after its last, options, content."""

    first: int
    end: int
    date: str
    options: dict[str, Located]
    content: range


def read_post_directive(text: str) -> Metadata | None:
    """The fields of the first ``post`` directive of reStructuredText; all of them are hidden.

    It begins a line: what is indented belongs to a code block, or to another directive.
    """
    if ".. post::" not in text:
        return None
    return _metadata(_in_rst(text.split("\n")))


def read_post_directive_in_markdown(text: str) -> Metadata | None:
    """The fields of the directive in MyST, if it is a fence of its own, outside of any other."""
    if "{post}" not in text:
        return None
    return _metadata(_in_markdown(text.split("\n")))


def _metadata(directives: Iterator[_Directive]) -> Metadata | None:
    found = list(directives)
    if not found:
        return None
    post = found[0]
    # ABlog's front matter says so, too: without a date it is a draft.
    fields = {**post.options, "blogpost": Located("true", post.first + 1)}
    if post.date:
        fields["date"] = Located(post.date, post.first + 1)
    hidden: list[range] = []
    outdented: list[range] = []
    for directive in found:
        shown = range(0) if "exclude" in directive.options else directive.content
        if shown:
            hidden += [range(directive.first, shown.start), range(shown.stop, directive.end)]
            outdented.append(shown)
        else:
            hidden.append(range(directive.first, directive.end))
    return Metadata(fields, tuple(hidden), outdented=tuple(outdented))


def _in_rst(lines: list[str]) -> Iterator[_Directive]:
    for first, line in enumerate(lines):
        if found := _DIRECTIVE.match(line):
            end = first + 1
            while end < len(lines) and (not lines[end].strip() or lines[end][0] in " \t"):
                end += 1
            while not lines[end - 1].strip():
                end -= 1
            options, start = _options(lines, first + 1, end)
            content = range(start, end)
            yield _Directive(first, end, (found[1] or "").strip(), options, content)


def _in_markdown(lines: list[str]) -> Iterator[_Directive]:
    number = 0
    while number < len(lines):
        first, fence = number, _FENCE.match(lines[number])
        number += 1
        if fence is None or (fence[1][0] == "`" and "`" in fence[2]):
            continue
        closing = re.compile(rf" {{0,3}}{re.escape(fence[1][0])}{{{len(fence[1])},}}\s*$")
        while number < len(lines) and not closing.match(lines[number]):
            number += 1
        last, number = number, min(number + 1, len(lines))
        if found := _POST.match(fence[2]):
            options, start = _options(lines, first + 1, last)
            content = range(start, last)
            yield _Directive(first, number, found[1].strip(), options, content)


def _options(lines: list[str], start: int, end: int) -> tuple[dict[str, Located], int]:
    """The options at the top of a directive, and the line on which its content begins."""
    number = start
    options: dict[str, Located] = {}
    if number < end and lines[number].rstrip() == "---":  # MyST's block of YAML
        return _yaml_options(lines, start, end)
    while number < end and (found := _OPTION.match(lines[number])):
        first = number
        number += 1
        rest: list[str] = []
        while number < end and _belongs(lines[first], lines[number]):
            rest.append(lines[number].strip())
            number += 1
        value = " ".join(part for part in ((found[2] or "").strip(), *rest) if part)
        options[found[1].lower()] = Located(value, first + 1)
    while number < end and not lines[number].strip():
        number += 1
    return options, number


def _belongs(option: str, line: str) -> bool:
    """Whether a line goes on with the value of an option above it."""
    margin = len(option) - len(option.lstrip())
    return bool(line.strip()) and len(line) - len(line.lstrip()) > margin


def _yaml_options(lines: list[str], start: int, end: int) -> tuple[dict[str, Located], int]:
    close = next((n for n in range(start + 1, end) if lines[n].rstrip() == "---"), end)
    try:
        root = read_yaml("\n".join(lines[start + 1 : close]), first_line=start + 2)
    except UnreadableYaml:
        root = None
    fields = root.value if root is not None and isinstance(root.value, dict) else {}
    return {name.lower(): value for name, value in fields.items()}, min(close + 1, end)
