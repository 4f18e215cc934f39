"""A post's metadata as its source has it: fields with values and lines, whichever the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.text.located import Located


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of one post."""

    fields: dict[str, Located] = field(default_factory=dict)
    """By the name its author used, lower case."""
    hidden: tuple[range, ...] = ()
    """Lines (from 0) that the page must not show and Sphinx would."""
    problems: tuple[Problem, ...] = ()
    outdented: tuple[range, ...] = ()
    """Lines (from 0) that the page shows, but without the margin that made them metadata's."""
    rewritten: Mapping[int, str] = field(default_factory=dict)
    """Lines (from 0) that Sphinx could not read as they are, and what it gets."""
    raised: range = range(0)
    """Lines (from 0) that Sphinx wants at the very top; blank ones take their place."""
    engine: str = ""
    """That its form tells: ``hugo``, ``pelican`` or ``nikola``; empty if several have the form."""


_NESTED = ("taxonomies", "extra", "params")
"""Tables in which Zola ("taxonomies", "extra") and Hugo ("params") keep a post's own fields."""


def flat_fields(root: Located | None) -> dict[str, Located]:
    """The fields of front matter by lower-case name (Hugo ignores case); nested ones too."""
    if root is None or not isinstance(root.value, dict):
        return {}
    fields = {name.lower(): value for name, value in root.value.items()}
    for table in _NESTED:
        inner = fields.get(table)
        if inner is not None and isinstance(inner.value, dict):
            for name, value in inner.value.items():
                fields.setdefault(name.lower(), value)
    return fields


def without_lines(text: str, hidden: tuple[range, ...]) -> str:
    """*text* with the *hidden* lines empty, so that all other lines keep their numbers."""
    if not hidden:
        return text
    lines = text.split("\n")
    for span in hidden:
        for number in span:
            lines[number] = ""
    return "\n".join(lines)


def shown_text(text: str, metadata: Metadata) -> str:
    """What is left of a post's *text* for the page; every line keeps its number."""
    if not (metadata.outdented or metadata.rewritten or metadata.hidden or metadata.raised):
        return text
    lines = text.split("\n")
    for span in metadata.outdented:
        lines[span.start : span.stop] = outdent(lines[span.start : span.stop])
    for number, line in metadata.rewritten.items():
        lines[number] = line
    for span in metadata.hidden:
        lines[span.start : span.stop] = [""] * len(span)
    top = metadata.raised
    lines[: top.stop] = [*lines[top.start : top.stop], *lines[: top.start]]
    return "\n".join(lines)


def outdent(lines: list[str]) -> list[str]:
    """The *lines* without the margin that all of them have."""
    margin = min((len(n) - len(n.lstrip()) for n in lines if n.strip()), default=0)
    return [line[margin:] for line in lines]
