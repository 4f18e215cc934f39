"""Patterns in a post's metadata, taken from its raw text. Pure.

An unquoted pattern is no valid YAML: ``{`` begins a mapping there, ``#`` a comment, ``*`` an alias.
Read as YAML it would silently lose all of the front matter; as a field of reStructuredText, its
asterisks would be markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.patterns.rules import Rules, WrittenRule
from sphinxcontrib_tripreport.core.posts.source import may_have_patterns
from sphinxcontrib_tripreport.core.text.located import Located, UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.regexes import regex

_KINDS = {"talk": "talks", "day": "days", "skip": "skip"}
_EXAMPLES = {"talk": "## {title} ({speakers})", "day": "Day {day}", "skip": "Introduction"}
_NAME = r"(?:(talk|day)[-_ ]?patterns?|(skip)[-_ ]?headings?)"
_START = regex(rf"(\s*)(:|\.\.\s+)?({_NAME})\s*:(?!:)(.*)$", re.IGNORECASE)
_FIELD_NAME = regex(_NAME, re.IGNORECASE)
_BLOCK = regex(r"[|>][+-]?\d?")
_QUOTED_LIST = regex(
    r"""\[\s*(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:,\s*|(?=\])))*\]""", re.DOTALL
)
_TOP = 250
"""How many lines of a post can be its metadata."""


class TakenPatterns(NamedTuple):
    """The rules of a post, and its text without them."""

    rules: Rules
    text: str
    problems: tuple[Problem, ...] = ()


def take_patterns(text: str, markup: str) -> TakenPatterns:
    """Take the patterns out of a post's *text*; every line that is left keeps its number.

    :param markup: ``markdown`` or ``restructuredtext``; others have no metadata
    """
    if markup not in ("markdown", "restructuredtext") or not may_have_patterns(text):
        return TakenPatterns(Rules(), text)
    lines = text.split("\n")
    found: dict[str, list[WrittenRule]] = {"talks": [], "days": [], "skip": []}
    problems: list[Problem] = []
    top = next((number for number, line in enumerate(lines) if line.strip()), 0)
    is_front_matter = lines[top].rstrip() == "---"
    number, end = top, _end_of_metadata(lines, top, markup)
    while number < end:
        match = _START.match(lines[number])
        if match is None or not _stands_in_metadata(match, markup, is_front_matter):
            number += 1
            continue
        first = number
        number += 1
        while number < end and _goes_on(lines[number], match, lines, number):
            number += 1
        kind = (match[4] or match[5]).lower()
        raw = [(first + 1, match[6]), *((n + 1, lines[n]) for n in range(first + 1, number))]
        patterns = list(_read(raw, kind))
        if not patterns:
            problems.append(_empty(match[3], kind, first + 1))
        found[_KINDS[kind]] += patterns
        # A blank line would end metadata that has no other end.
        lines[first] = _blank_line_for(match, is_front_matter)
        lines[first + 1 : number] = [""] * (number - first - 1)
        if lines[first]:
            lines[first + 1 : number] = [lines[first]] * (number - first - 1)
    rules = Rules(tuple(found["talks"]), tuple(found["days"]), tuple(found["skip"]))
    return TakenPatterns(rules, "\n".join(lines), tuple(problems))


def patterns_in(fields: Mapping[str, Located]) -> Rules:
    """The patterns among fields whose values could be read, as TOML's can."""
    found: dict[str, list[WrittenRule]] = {"talks": [], "days": [], "skip": []}
    for name, value in fields.items():
        if match := _FIELD_NAME.fullmatch(name):
            items = value.value if isinstance(value.value, list) else [value]
            found[_KINDS[(match[1] or match[2]).lower()]] += [
                WrittenRule(line, item.line)
                for item in items
                for line in item.text().splitlines()
                if line.strip()
            ]
    return Rules(tuple(found["talks"]), tuple(found["days"]), tuple(found["skip"]))


def is_pattern_name(name: str) -> bool:
    """Whether a field of that name holds patterns."""
    return _FIELD_NAME.fullmatch(name) is not None


def _end_of_metadata(lines: list[str], start: int, markup: str) -> int:
    """The line before which patterns can be, from *start*, which is not blank."""
    first = lines[start].rstrip()
    if first == "---":
        return next(
            (n for n in range(start + 1, len(lines)) if lines[n].rstrip() in ("---", "...")), 0
        )
    if first == "+++":
        return 0
    top = min(len(lines), start + _TOP)
    if markup == "restructuredtext":
        return top
    if lines[start].lstrip().startswith("<!--"):
        return next((n for n in range(start, top) if "-->" in lines[n]), top)
    return next((n for n in range(start, top) if not lines[n].strip()), top)


def _stands_in_metadata(match: re.Match[str], markup: str, is_front_matter: bool) -> bool:
    mark = (match[2] or "").strip()
    if is_front_matter:
        return not mark and not match[1]
    if markup == "restructuredtext":
        return bool(mark) and not match[1]
    return mark in ("", "..")


def _goes_on(line: str, match: re.Match[str], lines: list[str], number: int) -> bool:
    """Whether a line belongs to the field above it."""
    if not line.strip():
        # Only if the field's lines go on after it.
        return number + 1 < len(lines) and lines[number + 1][:1] in (" ", "\t") and bool(match[2])
    indent = len(line) - len(line.lstrip())
    if indent > len(match[1]):
        return _START.match(line) is None or bool(match[2])
    return not match[2] and line.lstrip().startswith("- ") and not match[6].strip()


def _blank_line_for(match: re.Match[str], is_front_matter: bool) -> str:
    if is_front_matter or match[2] == ":":
        return ""
    return f"{match[1]}{match[2] or ''}tripreport: 1"


def _read(raw: list[tuple[int, str]], kind: str) -> Iterator[WrittenRule]:
    lines = [(number, text.strip()) for number, text in raw if text.strip()]
    if lines and _BLOCK.fullmatch(lines[0][1]) and len(lines) > 1:
        lines = lines[1:]
    joined = "\n".join(text for _, text in lines)
    if _QUOTED_LIST.fullmatch(joined):
        yield from _read_list(joined, lines[0][0])
        return
    # A pattern can begin with a bracket; names of headings are words.
    if kind == "skip" and joined.startswith("[") and (names := _read_list(joined, lines[0][0])):
        yield from names
        return
    is_list = bool(lines) and lines[0][0] != raw[0][0] and all(t.startswith("- ") for _, t in lines)
    for number, text in lines:
        pattern = _unquote(text[2:].strip() if is_list else text)
        if pattern.strip():
            yield WrittenRule(pattern.strip(), number)


def _read_list(text: str, line: int) -> list[WrittenRule]:
    try:
        found = read_yaml(text, first_line=line)
    except UnreadableYaml:
        return []
    if found is None or not isinstance(found.value, list):
        return []
    texts = ((item.text().strip(), item.line) for item in found.value)
    return [WrittenRule(text, line) for text, line in texts if text]


def _unquote(text: str) -> str:
    """What a text in quotation marks says; a pattern may have quotes at its ends, too."""
    if len(text) < 2 or text[0] != text[-1] or text[0] not in "\"'":
        return text
    inner = text[1:-1]
    if text[0] == "'":
        return inner.replace("''", "'") if "'" not in inner.replace("''", "") else text
    return re.sub(r'\\(["\\/])', r"\1", inner) if not re.search(r'(?<!\\)"', inner) else text


def _empty(name: str, kind: str, line: int) -> Problem:
    example = _EXAMPLES[kind]
    text = f'The metadata field “{name}” is empty: expected a value such as "{example}".'
    return Problem(Subtype.PATTERN, text, line)
