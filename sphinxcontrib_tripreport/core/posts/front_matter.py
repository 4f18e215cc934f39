"""Front matter: a block at the very top between two lines that only mark it.

The documentation of the engines: ``---`` holds YAML (Jekyll, fastpages, Hugo, Zola, MyST, Quarto,
ABlog in Markdown, Nikola), ``+++`` holds TOML (Hugo, Zola, Nikola). Hugo and Nikola allow both in
reStructuredText too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.text.located import Located, UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.located_toml import UnreadableToml, read_toml

_YAML_ENDS = frozenset(("---", "..."))
_TOML_ENDS = frozenset(("+++",))
_YAML_KEY = re.compile(r"[\"']?([A-Za-z][\w-]*)[\"']?\s*:(?:\s|$)")
_TOML_KEY = re.compile(r"\s*(?:\[\[?[\w.\"' -]+\]\]?\s*(?:#.*)?$|[\w.\"'-]+\s*=)")
_NESTED = ("taxonomies", "extra", "params")
"""Tables in which Zola ("taxonomies", "extra") and Hugo ("params") keep a post's own fields."""
_SPLIT_AT_SPACES = ("tags", "categories")


def read_yaml_front_matter(text: str) -> Metadata | None:
    """The fields of the YAML block at the top of Markdown, or None where there is none.

    A block that is not YAML, or no mapping, has no fields; MyST-Parser warns of it, and hides
    the block.
    """
    if (block := _block(text, "---", _YAML_ENDS)) is None:
        return None
    lines, end = block
    if end is None:
        return _unclosed("---") if _is_yaml(lines) else None
    try:
        return _yaml_fields(lines[1:end])
    except UnreadableYaml:
        return Metadata()


def read_yaml_front_matter_in_rst(text: str) -> Metadata | None:
    """The same in reStructuredText, where the block has to be hidden.

    A title with a line above and below it looks alike: a block has a field that engines have.
    """
    if (block := _block(text, "---", _YAML_ENDS)) is None:
        return None
    lines, end = block
    if not _is_yaml(lines):
        return None
    if end is None:
        return _unclosed("---")
    hidden = (range(end + 1),)
    try:
        return replace(_yaml_fields(lines[1:end]), hidden=hidden)
    except UnreadableYaml as error:
        return Metadata(hidden=hidden, problems=(_unreadable("YAML", str(error), error.line),))


def read_toml_front_matter(text: str) -> Metadata | None:
    """The fields of the TOML block at the top of *text*, or None where there is none.

    ``+++`` is also a block break of MyST and a line above a title of reStructuredText: what
    stands below it must look like TOML.
    """
    if (block := _block(text, "+++", _TOML_ENDS)) is None:
        return None
    lines, end = block
    inner = (line for line in lines[1:end] if line.strip() and not line.lstrip().startswith("#"))
    if not _TOML_KEY.match(next(inner, "")):
        return None
    if end is None:
        return _unclosed("+++")
    hidden = (range(end + 1),)
    try:
        root = read_toml("\n".join(lines[1:end]), first_line=2)
    except UnreadableToml as error:
        return Metadata(hidden=hidden, problems=(_unreadable("TOML", str(error), error.line),))
    return Metadata(_flat(root), hidden)


def _block(text: str, mark: str, ends: frozenset[str]) -> tuple[list[str], int | None] | None:
    """The lines of *text* and which of them ends the block that begins it, if one does."""
    if not text.startswith(mark):
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != mark:
        return None
    return lines, next((n for n, line in enumerate(lines) if n and line.rstrip() in ends), None)


def _is_yaml(lines: list[str]) -> bool:
    """Whether what follows the first line begins with a field of an engine."""
    inner = (line for line in lines[1:] if line.strip() and not line.startswith("#"))
    key = _YAML_KEY.match(next(inner, ""))
    return key is not None and is_engine_name(key[1])


def _yaml_fields(lines: list[str]) -> Metadata:
    root = read_yaml("\n".join(lines), first_line=2)
    if root is None or not isinstance(root.value, dict):
        return Metadata()
    fields = _flat(root)
    if "blogpost" not in fields:  # ABlog knows commas only
        fields |= {name: _split(fields[name]) for name in _SPLIT_AT_SPACES if name in fields}
    return Metadata(fields)


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


def _flat(root: Located) -> dict[str, Located]:
    """Fields by lower-case name, those of nested tables too; Hugo's names have no case."""
    if not isinstance(root.value, dict):
        return {}
    fields = {name.lower(): value for name, value in root.value.items()}
    for table in _NESTED:
        inner = fields.get(table)
        if inner is not None and isinstance(inner.value, dict):
            for name, value in inner.value.items():
                fields.setdefault(name.lower(), value)
    return fields


def _unclosed(mark: str) -> Metadata:
    text = f"The metadata has no end: a second line “{mark}” is missing. It is not read."
    # The mark by itself would be a line across the page, or half a title.
    return Metadata(hidden=(range(1),), problems=(Problem(Subtype.METADATA, text, 1),))


def _unreadable(form: str, said: str, line: int) -> Problem:
    said = said.rstrip(".")
    return Problem(Subtype.METADATA, f"The metadata is not {form}: {said}. It is not read.", line)
