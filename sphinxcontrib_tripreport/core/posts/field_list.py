"""reStructuredText field lists before the title (docutils) or after it (Pelican)."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.posts.field_lines import STRUCTURED, read_value
from sphinxcontrib_tripreport.core.posts.field_names import has_known, is_engine_list
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.repeated_fields import repeated_fields
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.regexes import regex

_FIELD = regex(r":([^:\s][^:]*):(?:\s+(.*))?$")
_EXPLICIT = regex(r"\.\.(\s|$)")


def read_field_list(text: str) -> Metadata | None:
    """The fields of the list at the top of *text*, or None if there is none.

    The list may be before the title or be the first thing after it. After the title it is
    metadata only if it has a field that a report knows, or those of engines alone; it is then
    hidden, because docutils would show it as a list.
    """
    lines = text.split("\n")
    start = _skip_blank(lines, 0)
    before, start = _read_list(lines, start, after_title=False)
    start = _skip_blank(lines, start)
    if (below := _below_title(lines, start)) is None:
        return before
    after, _ = _read_list(lines, _skip_blank(lines, below), after_title=True)
    if after is None or not (has_known(after.fields) or is_engine_list(after.fields)):
        return before
    if before is None:
        return after
    return Metadata(
        after.fields | before.fields,
        (*before.hidden, *after.hidden),
        (*before.problems, *after.problems),
    )


def _skip_blank(lines: list[str], start: int) -> int:
    """The first line from *start* that is neither blank nor part of a comment or target."""
    number = start
    while number < len(lines):
        if _EXPLICIT.match(lines[number]):
            number += 1
            while number < len(lines) and lines[number][:1] in (" ", "\t"):
                number += 1
        elif lines[number].strip():
            break
        else:
            number += 1
    return number


def _below_title(lines: list[str], start: int) -> int | None:
    """The line below the title that begins on line *start*, or None if that is no title."""
    if _is_adornment(lines, start):
        return start + 3 if _is_adornment(lines, start + 2) else None
    return start + 2 if _is_adornment(lines, start + 1) else None


def _is_adornment(lines: list[str], number: int) -> bool:
    line = lines[number].rstrip() if number < len(lines) else ""
    return len(set(line)) == 1 and line[0] in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def _read_list(lines: list[str], start: int, *, after_title: bool) -> tuple[Metadata | None, int]:
    """The field list that begins on line *start*, if one does, and the line after it."""
    fields: dict[str, Located] = {}
    hidden: list[range] = []
    repeated: list[tuple[str, int]] = []
    end = start
    for name, first, end in _spans(lines, start):
        found = _FIELD.match(lines[first])
        head = (found[2] or "").strip() if found else ""
        rest = lines[first + 1 : end]
        if name not in STRUCTURED:
            head, rest = head.replace("\\", ""), [line.replace("\\", "") for line in rest]
        repeated += [(name, first + 1)] if name in fields else []
        fields[name] = read_value(name, head, rest, first + 1)
        # docutils must not read YAML as reStructuredText.
        if after_title or name in STRUCTURED:
            hidden.append(range(first, end))
    problems = tuple(repeated_fields(repeated, "last"))
    return (Metadata(fields, tuple(hidden), problems) if fields else None), end


def _spans(lines: list[str], start: int) -> Iterator[tuple[str, int, int]]:
    """Each field's name, its first line, and the line after its last."""
    number = start
    while number < len(lines) and (found := _FIELD.match(lines[number])):
        first = number
        number += 1
        while number < len(lines) and (not lines[number].strip() or lines[number][0] in " \t"):
            number += 1
        end = number
        while end > first + 1 and not lines[end - 1].strip():
            end -= 1
        yield found[1].strip().lower(), first, end
