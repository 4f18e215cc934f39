"""A post's metadata as its source has it: fields with values and lines, whichever the engine."""

from __future__ import annotations

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
    if metadata.outdented:
        lines = text.split("\n")
        for span in metadata.outdented:
            lines[span.start : span.stop] = outdent(lines[span.start : span.stop])
        text = "\n".join(lines)
    return without_lines(text, metadata.hidden)


def outdent(lines: list[str]) -> list[str]:
    """The *lines* without the margin that all of them have."""
    margin = min((len(n) - len(n.lstrip()) for n in lines if n.strip()), default=0)
    return [line[margin:] for line in lines]
