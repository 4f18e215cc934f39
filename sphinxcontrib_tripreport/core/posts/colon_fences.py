"""Colon fences in a document that names extensions of MyST of its own. Pure.

MyST takes the list of a document's front matter in the place of the project's, not beside it:
https://myst-parser.readthedocs.io/en/latest/configuration.html#local-configuration
"""

from __future__ import annotations

from sphinxcontrib_tripreport.core.text.regexes import regex

_NAME = "enable_extensions"
_FENCE = "colon_fence"
_ENDS = frozenset(("---", "..."))
_FLOW = regex(rf"(\b{_NAME}[\"']?\s*:\s*\[)(\s*\]?)")
_BLOCK = regex(rf"(\s*[\"']?{_NAME}[\"']?\s*:)\s*(?:#.*)?$")
_ITEM = regex(r"\s*-\s+[\"']?(\w+)[\"']?\s*(?:#.*)?$")


def keep_colon_fences(text: str) -> str:
    """A document's text, with colon fences among the extensions that its front matter names.

    Every line keeps its number.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---" or _NAME not in text:
        return text
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in _ENDS:
            break
        if flow := _FLOW.search(line):
            separator = "" if flow[2].endswith("]") else ", "
            lines[number] = f"{line[: flow.end(1)]}{_FENCE}{separator}{line[flow.end(1) :]}"
            break
        if block := _BLOCK.match(line):
            _rewrite(lines, number, block[1])
            break
    return "\n".join(lines)


def _rewrite(lines: list[str], first: int, key: str) -> None:
    """Put the items below a key into its line, with ours."""
    number, items = first + 1, [_FENCE]
    while number < len(lines) and (item := _ITEM.match(lines[number])):
        items.append(item[1])
        number += 1
    if len(items) > 1:
        lines[first:number] = [f"{key} [{', '.join(items)}]", *[""] * (number - first - 1)]
