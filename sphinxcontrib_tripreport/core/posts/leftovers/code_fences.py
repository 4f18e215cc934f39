"""Code between fences in Markdown: which lines it has, and how Quarto writes its language. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sphinxcontrib_tripreport.core.text.regexes import regex

_FENCE = regex(r"\s*(?:(`{3,})(?=[^`]*$)|(~{3,}))(.*)$")
_CELL = regex(r"(\s*(?:`{3,}|~{3,}))[ \t]*\{(?:\.?([\w+-]+)|[^{}]*)(?:[ \t,][^{}]*)?\}[ \t]*$")
_LANGUAGES = frozenset(
    ("python", "py", "r", "julia", "bash", "sh", "sql", "ojs", "js", "javascript", "typescript",
     "yaml", "json", "toml", "html", "css", "c", "cpp", "rust", "go", "java", "console", "text",
     "markdown", "dot", "rcpp", "stan", "haskell")
)  # fmt: skip
"""Names of languages that no directive has."""


_TAG = regex(r"\s*\{(?:%[-+]?\s*(highlight|codeblock)\b.*%|\{[<%]\s*(highlight)\b.*[>%]\})\}\s*$")
_ENDS = {
    "highlight": regex(r"\{%[-+]?\s*endhighlight\s*[-+]?%\}"),
    "codeblock": regex(r"\{%[-+]?\s*endcodeblock\s*[-+]?%\}"),
    "": regex(r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}"),
}
"""What ends the code after a tag, by the name of the tag in Liquid; Hugo's is empty."""


def without_tagged_code(lines: Sequence[str]) -> tuple[list[str], bytearray]:
    """The lines, those of code between tags of other engines empty; and for each if it is such.

    What looks like a fence in ``{% highlight %}`` is one line of its code: it begins nothing.
    """
    made, is_hidden = list(lines), bytearray(len(lines))
    if not any("highlight" in line or "codeblock" in line for line in lines):
        return made, is_hidden
    closing, number, never = "", 0, set[str]()
    while number < len(lines):
        closing, tag = _fence_after(closing, lines[number]), _TAG.match(lines[number])
        number += 1
        name = (tag[1] or "") if tag else None
        if closing or name is None or name in never:
            continue
        ends = (n for n in range(number, len(lines)) if _ENDS[name].search(lines[n]))
        end = next(ends, None)
        if end is None:
            never.add(name)
            continue
        made[number:end] = [""] * (end - number)
        is_hidden[number:end] = b"\1" * (end - number)
        number = end + 1
    return made, is_hidden


def _fence(line: str) -> re.Match[str] | None:
    """The fence that a line is; None if it is none."""
    # Nearly no line has one, and this takes a fifth of the time.
    return _FENCE.match(line) if "```" in line or "~~~" in line else None


def _fence_after(closing: str, line: str) -> str:
    """What closes the fence that is open after a line; empty if none is.

    :param closing: the same before the line
    """
    found = _fence(line)
    if found is None:
        return closing
    fence: str = found[1] or found[2]
    if not closing:
        return fence
    return "" if fence.startswith(closing) and not found[3].strip() else closing


def code_lines(lines: list[str]) -> bytearray:
    """For each line, whether it is code or a fence of it (1) or not (0)."""
    shown, is_code = without_tagged_code(lines)
    closing = ""
    for number, line in enumerate(shown):
        is_code[number] |= bool(closing or _fence(line))
        closing = _fence_after(closing, line)
    return is_code


def mend_fences(lines: list[str]) -> list[str]:
    """The lines, with ``{python}`` of Quarto and ``{.python}`` of Pandoc as CommonMark's info.

    For MyST a name in braces is that of a directive.
    """
    made, closing = list(lines), ""
    for number, line in enumerate(without_tagged_code(lines)[0]):
        is_inside, closing = bool(closing), _fence_after(closing, line)
        found = _fence(line)
        cell = _CELL.match(line) if found is not None and not is_inside else None
        if found is None or cell is None:
            continue
        language = (cell[2] or "").lower()
        if language in _LANGUAGES:
            made[number] = f"{cell[1]}{language}"
        elif found[3].strip().startswith(("{.", "{#")):
            made[number] = f"{cell[1]}{language if '{.' in found[3] else ''}"
    return made
