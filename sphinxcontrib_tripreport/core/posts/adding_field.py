"""Puts a field into a post's metadata, in the form that the post has. Pure.

Every other line stays as it is. The forms are those of :mod:`.readers`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_KEY_LINE: Final = regex(r"[A-Za-z][\w -]*:\s")
_NIKOLA: Final = regex(r"\.\. [\w-]+: ")
_MOST_LINES: Final = 250


def with_field(text: str, markup: str, name: str, values: Sequence[str]) -> str:
    """*text* with a field of patterns or headings in its metadata.

    :param text: a post's source, whose lines end with ``\\n``
    :param markup: ``markdown`` or ``restructuredtext``
    :param values: at least one
    :raises ValueError: if the metadata has a form into which no list can be put
    """
    lines = text.split("\n")
    top = next((number for number, line in enumerate(lines) if line.strip()), 0)
    first = lines[top].strip() if lines else ""
    if first in ("---", "+++"):
        end = _end(lines, top, first)
        lines[end:end] = _yaml(name, values) if first == "---" else _toml(name, values)
    elif first.startswith("{"):
        raise ValueError("its metadata is JSON: write the field there by hand")
    elif first == "<!--" and any(map(_NIKOLA.match, lines[top + 1 : top + 2])):
        lines[top + 2 : top + 2] = _comments(name, values)
    elif _NIKOLA.match(first):
        lines[top + 1 : top + 1] = _comments(name, values)
    elif markup == "restructuredtext":
        lines[top:top] = [*_field_list(name, values, first), *([] if first[:1] == ":" else [""])]
    elif _KEY_LINE.match(first):
        # As Python-Markdown's metadata goes on: set in by four blanks.
        added = [f"{name}: {values[0]}", *(f"    {value}" for value in values[1:])]
        lines[top + 1 : top + 1] = added
    else:
        lines[top:top] = ["---", *_yaml(name, values), "---", ""]
    return "\n".join(lines)


def _end(lines: Sequence[str], top: int, fence: str) -> int:
    ends = (fence, "...") if fence == "---" else (fence,)
    found = (n for n in range(top + 1, min(len(lines), _MOST_LINES)) if lines[n].rstrip() in ends)
    end = next(found, None)
    if end is None:
        raise ValueError(f"its metadata has no end: expected a line “{fence}”")
    return end


def _comments(name: str, values: Sequence[str]) -> list[str]:
    return [f".. {name}: {value}" for value in values]


def _yaml(name: str, values: Sequence[str]) -> list[str]:
    # What JSON writes of a text, YAML reads.
    quoted = [json.dumps(value, ensure_ascii=False) for value in values]
    if len(quoted) == 1:
        return [f"{name}: {quoted[0]}"]
    return [f"{name}:", *(f"  - {value}" for value in quoted)]


def _toml(name: str, values: Sequence[str]) -> list[str]:
    # Nor do texts of JSON and TOML differ.
    quoted = ", ".join(json.dumps(value, ensure_ascii=False) for value in values)
    return [f"{name} = [{quoted}]"]


def _field_list(name: str, values: Sequence[str], first: str) -> list[str]:
    if len(values) == 1:
        return [f":{name}: {values[0]}"]
    return [f":{name}:", *(f"    {value}" for value in values)]
