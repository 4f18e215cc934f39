"""Front matter that is not YAML as a whole, read field by field. Pure.

``title: Conf: a report`` is no YAML, because a colon and a blank begin a mapping. One such line
would lose all fields of a post. Most of them are text that only lacks quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.posts.repeated_fields import repeated_fields
from sphinxcontrib_tripreport.core.text.located import Located, UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.regexes import regex

_FIELD = regex(r"([\"']?)([^\s\"'#:\[{&*!|>%@`,-][^\"':]*?)\1\s*:(?:\s|$)")
_TEXT = regex(r"(\s*(?:-\s+)*(?:[\w-]+:\s+)?)(.*?)\s*$")
_BLOCK = regex(r"[|>][+-]?\d?(?:\s|$)")
_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_KEYWORD = regex(r"\$\w+:[^$]*\$")
"""Version control writes these, with a colon and a blank in them; nobody can quote them."""
_MOST_REPAIRS = 20
"""How many lines of one field are repaired."""


@dataclass(slots=True)
class YamlLines:
    """What could be read."""

    fields: dict[str, Located] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    """The block, with text quoted and empty lines for what could not be read."""
    problems: list[Problem] = field(default_factory=list)


def read_yaml_lines(lines: Sequence[str], first_line: int) -> YamlLines:
    """The fields of a block of YAML that cannot be read as a whole.

    :param first_line: the line of the file on which the block begins, from 1
    """
    found = YamlLines(lines=list(lines))
    for start, end in _entries(lines):
        _read_entry(found, start, end, first_line)
    return found


def _entries(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each field begins and ends: a line that is not indented, and what belongs to it."""
    start = 0
    for number, line in enumerate(lines):
        if number and not _belongs(line):
            yield start, number
            start = number
    if lines:
        yield start, len(lines)


def _belongs(line: str) -> bool:
    """Whether a line belongs to the field above it."""
    return not line.strip() or line[0] in " \t#" or line.startswith("- ") or line.rstrip() == "-"


def _read_entry(found: YamlLines, start: int, end: int, first_line: int) -> None:
    known = len(found.problems)
    for _ in range(_MOST_REPAIRS):
        try:
            _take(found, read_yaml("\n".join(found.lines[start:end]), first_line + start))
        except UnreadableYaml as error:
            # Of brackets that are never closed it names the line after the last.
            wrong = min(error.line - first_line, end - 1)
            if _repair(found, wrong, first_line, is_below=wrong > start):
                continue
            del found.problems[known:]
            if wrong > start and _has_field(found, start, wrong, first_line):
                found.problems.append(_indentation_problem(found.lines[wrong], first_line + wrong))
                found.lines[wrong:end] = [""] * (end - wrong)
            else:
                _drop(found, start, end, first_line, str(error))
        return
    _drop(found, start, end, first_line, "too many values lack quotation marks")


def _take(found: YamlLines, root: Located | None) -> None:
    if root is None:
        return
    if not isinstance(root.value, dict):
        raise UnreadableYaml("it has no name", root.line)
    twice = [(name, each.line) for name, each in root.value.items() if name in found.fields]
    found.problems.extend(repeated_fields((*root.repeated, *twice), "last"))
    found.fields |= root.value


def _has_field(found: YamlLines, start: int, end: int, first_line: int) -> bool:
    """Whether the first lines of a field can be read by themselves, which they then are."""
    try:
        _take(found, read_yaml("\n".join(found.lines[start:end]), first_line + start))
    except UnreadableYaml:
        return False
    return True


def _repair(found: YamlLines, number: int, first_line: int, *, is_below: bool) -> bool:
    """Mend what is all that a line lacks: blanks in place of tabs, or quotation marks."""
    line = found.lines[number]
    if is_below and line.startswith("\t"):
        words = line.lstrip("\t")
        found.lines[number] = "  " * (len(line) - len(words)) + words
        text = (
            f"“{words.strip()}” is indented by a tab, which YAML does not take: write blanks"
            " (it is read like this)."
        )
        found.problems.append(Problem(Subtype.METADATA, text, first_line + number))
        return True
    parts = _TEXT.match(line)
    if parts is None or not parts[1].strip() or not _is_text(parts[2]):
        return False
    quoted = parts[1] + _quote(parts[2])
    found.lines[number] = quoted
    if not _KEYWORD.fullmatch(parts[2]):
        text = (
            f"“{line.strip()}” is no YAML: quote the value, as in {quoted.strip()}"
            " (it is read like this)."
        )
        found.problems.append(Problem(Subtype.METADATA, text, first_line + number))
    return True


def _is_text(value: str) -> bool:
    """Whether what its author meant as text begins like something else, or holds a colon."""
    if not value or _BLOCK.match(value):
        return False
    closing = _CLOSING.get(value[0])
    if closing is None:
        return True
    # “"Bees" at Work” and “[Bees] at Work” are text; what is never closed may be anything.
    return closing in value[1:-1] and not value.endswith(closing)


def _quote(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _indentation_problem(line: str, number: int) -> Problem:
    shown = _unquote(line)
    text = (
        f"“{shown}” is indented, but what is above it has a value: begin the line with “{shown}”,"
        " or quote the value above. It is not read."
    )
    return Problem(Subtype.METADATA, text, number)


def _unquote(line: str) -> str:
    """A line without the quotation marks that did not mend it."""
    parts = _TEXT.match(line)
    return f"{parts[1]}{parts[2].strip(chr(34))}".strip() if parts else line.strip()


def _drop(found: YamlLines, start: int, end: int, first_line: int, said: str) -> None:
    """Leave a field out, and say so."""
    lines = enumerate(found.lines[start:end], start)
    said_on = next(((n, line) for n, line in lines if not _is_comment(line)), None)
    found.lines[start:end] = [""] * (end - start)
    if said_on is None:
        return
    number, line = said_on
    name = _FIELD.match(line)
    if line[0] == "\t":
        text = f"“{_unquote(line)}” begins with a tab: begin the line with the name of a field."
    elif name is None:
        text = f"“{_unquote(line)}” is no field of the metadata: expected “name: value”."
    else:
        text = (
            f"The metadata field “{name[2]}” is no YAML ({said}): quote the value, or close its"
            " brackets and quotation marks. All other fields are read."
        )
    found.problems.append(Problem(Subtype.METADATA, text, first_line + number))


def _is_comment(line: str) -> bool:
    """Whether a line says nothing of a post."""
    return not line.strip() or line.lstrip().startswith("#")
