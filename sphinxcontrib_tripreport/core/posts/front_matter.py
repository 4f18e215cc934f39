"""Front matter: a block at the very top between two lines that only mark it.

The documentation of the engines: ``---`` holds YAML (Jekyll, fastpages, Hugo, Zola, MyST, Quarto,
ABlog in Markdown, Nikola), ``+++`` holds TOML (Hugo, Zola, Nikola). Hugo and Nikola allow both in
reStructuredText too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.metadata import Metadata, flat_fields
from sphinxcontrib_tripreport.core.posts.repeated_fields import repeated_fields
from sphinxcontrib_tripreport.core.posts.yaml_lines import read_yaml_lines
from sphinxcontrib_tripreport.core.text.located import (
    EndlessYaml,
    Located,
    UnreadableYaml,
    read_yaml,
)
from sphinxcontrib_tripreport.core.text.located_toml import UnreadableToml, read_toml
from sphinxcontrib_tripreport.core.text.regexes import regex

_YAML_ENDS = frozenset(("---", "..."))
_TOML_ENDS = frozenset(("+++",))
_YAML_KEY = regex(r"[\"']?([A-Za-z][\w-]*)[\"']?\s*:(?:\s|$)")
_TOML_KEY = regex(r"\s*(?:\[\[?[\w.\"' -]+\]\]?\s*(?:#.*)?$|[\w.\"'-]+\s*=)")
_DATE = regex(
    r"(\s*(?:-\s+)?[\"']?[\w-]+[\"']?\s*:\s+|\s*-\s+)((\d{4})-(\d\d?)-(\d\d?)(?:[Tt ].*)?)$"
)
_SPLIT_AT_SPACES = ("tags", "categories")


def read_yaml_front_matter(text: str) -> Metadata | None:
    """The fields of the YAML block at the top of Markdown, or None if there is none.

    The block is left to MyST-Parser, too: what is no YAML in it is mended, and blank lines above it
    go below it.
    """
    if (block := _block(text, "---", _YAML_ENDS)) is None:
        return None
    lines, top, end = block
    if (top or end is None) and not _is_yaml(lines[top:]):
        return None  # a line across the page
    if end is None:
        return _without_end("---", top)
    found = _read_yaml_block(lines, top, end)
    return replace(found, raised=range(top, end + 1)) if top and not found.hidden else found


def read_yaml_front_matter_in_rst(text: str) -> Metadata | None:
    """The fields of a YAML block at the top of reStructuredText, where it has to be hidden.

    A title with a line above and below it looks alike: a block has a field that engines have.
    """
    if (block := _block(text, "---", _YAML_ENDS)) is None:
        return None
    lines, top, end = block
    if not _is_yaml(lines[top:]):
        return None
    if end is None:
        return _without_end("---", top)
    return replace(_read_yaml_block(lines, top, end), hidden=(range(top, end + 1),), rewritten={})


def _read_yaml_block(lines: list[str], top: int, end: int) -> Metadata:
    """The fields of a block, field by field if it cannot be read as a whole."""
    inner = lines[top + 1 : end]
    try:
        root = read_yaml("\n".join(inner), first_line=top + 2)
        twice = tuple(repeated_fields(root.repeated, "last")) if root is not None else ()
        rewritten = dict(_without_tabs(inner, top + 1)) | dict(_days_that_are_none(inner, top + 1))
        return Metadata(_yaml_fields(root), problems=twice, rewritten=rewritten)
    except EndlessYaml as error:
        # Each line is right.
        return Metadata({}, (range(top, end + 1),), (_unreadable("YAML", str(error), top + 1),))
    except UnreadableYaml as error:
        found = read_yaml_lines(inner, top + 2)
        fields = _yaml_fields(Located(found.fields, top + 2))
        whole = _unreadable("YAML", str(error), error.line)
    problems = tuple(found.problems)
    if not fields or not _can_be_read(found.lines):
        return Metadata(fields, (range(top, end + 1),), problems or (whole,))
    changed = {
        number: new
        for number, (old, new) in enumerate(zip(inner, found.lines, strict=True), top + 1)
        if old != new
    } | dict(_without_tabs(found.lines, top + 1))
    return Metadata(fields, problems=problems, rewritten=changed)


def _without_tabs(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """The lines with a tab, each with a blank in its place: not every reader of YAML takes tabs.

    :param first: the number of the first line
    """
    return ((n, line.replace("\t", " ")) for n, line in enumerate(lines, first) if "\t" in line)


def _days_that_are_none(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """The lines with a day that no month has, each with that as a text.

    Whoever reads the block after us would make a date of it, and fail with all of the block.

    :param first: the number of the first line
    """
    for number, line in enumerate(lines, first):
        found = _DATE.match(line.rstrip())
        if found is None:
            continue
        try:
            dt.date(int(found[3]), int(found[4]), int(found[5]))
        except ValueError:
            yield number, f'{found[1]}"{found[2]}"'


def _can_be_read(lines: list[str]) -> bool:
    """Whether fields that are YAML one by one are so together."""
    try:
        read_yaml("\n".join(lines))
    except UnreadableYaml:
        return False
    return True


def read_toml_front_matter(text: str) -> Metadata | None:
    """The fields of the TOML block at the top of *text*, or None if there is none.

    ``+++`` is also a block break of MyST and a line above a title of reStructuredText: what
    is below it must look like TOML.
    """
    if (block := _block(text, "+++", _TOML_ENDS)) is None:
        return None
    lines, top, end = block
    said = (line for line in map(str.strip, lines[top + 1 : end]) if line and line[0] != "#")
    if not _TOML_KEY.match(next(said, "")):
        return None
    if end is None:
        return _without_end("+++", top)
    hidden = (range(top, end + 1),)
    try:
        root = read_toml("\n".join(lines[top + 1 : end]), first_line=top + 2)
    except UnreadableToml as error:
        return Metadata(hidden=hidden, problems=(_unreadable("TOML", str(error), error.line),))
    return Metadata(flat_fields(root), hidden)


def _block(text: str, mark: str, ends: frozenset[str]) -> tuple[list[str], int, int | None] | None:
    """The lines of *text*, which of them begins the block at its top, and which ends it."""
    if not text.lstrip().startswith(mark):
        return None
    lines = text.split("\n")
    top = next(number for number, line in enumerate(lines) if line.strip())
    if lines[top].rstrip() != mark:
        return None
    after = range(top + 1, len(lines))
    return lines, top, next((number for number in after if lines[number].rstrip() in ends), None)


def _is_yaml(lines: list[str]) -> bool:
    """Whether what follows the first line begins with a field of an engine."""
    inner = (line for line in lines[1:] if line.strip() and not line.startswith("#"))
    key = _YAML_KEY.match(next(inner, ""))
    return key is not None and is_engine_name(key[1])


def _yaml_fields(root: Located | None) -> dict[str, Located]:
    fields = flat_fields(root)
    if "blogpost" not in fields:  # ABlog knows commas only
        fields |= {name: _split(fields[name]) for name in _SPLIT_AT_SPACES if name in fields}
    return fields


def _split(located: Located) -> Located:
    """Topics as Jekyll reads them.

    Its documentation: tags and categories are a YAML list or a string separated by spaces. So
    ``tags: python data science`` has three, and the quoted ``"Data Science"`` two, for Jekyll
    makes no difference. With a comma or a semicolon, it is another engine's list.
    """
    value = located.value
    if not isinstance(value, str) or any(mark in value for mark in ",;，、[") or "\n" in value:
        return located
    words = value.split()
    if len(words) < 2:
        return located
    return Located([Located(word, located.line) for word in words], located.line)


def _without_end(mark: str, top: int) -> Metadata:
    text = f"The metadata has no end: a second line “{mark}” is missing. It is not read."
    # The mark by itself would be a line across the page, or half a title.
    return Metadata(
        hidden=(range(top, top + 1),), problems=(Problem(Subtype.METADATA, text, top + 1),)
    )


def _unreadable(form: str, said: str, line: int) -> Problem:
    said = said.rstrip(".")
    return Problem(Subtype.METADATA, f"The metadata is not {form}: {said}. It is not read.", line)
