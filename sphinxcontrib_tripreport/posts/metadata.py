"""A post's metadata as its source has it: fields with values and lines, whichever the engine.

Each reader knows one form and says whether the text has it; :func:`read_metadata` asks them in
turn. What a field means is decided in :mod:`.report`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sphinxcontrib_tripreport.problems import Problem
from sphinxcontrib_tripreport.yaml_text import Located


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of one post."""

    fields: dict[str, Located] = field(default_factory=dict)
    """By the name its author used, lower case."""
    hidden: tuple[range, ...] = ()
    """Lines (from 0) that the page must not show and Sphinx would."""
    problems: tuple[Problem, ...] = ()


Reader = Callable[[str], Metadata | None]
"""From a post's text to its metadata, or None where the text has none of the reader's form."""


def read_metadata(text: str, markup: str) -> Metadata:
    """The metadata of a post.

    :param text: the post's source
    :param markup: ``markdown`` or ``restructuredtext``
    """
    from sphinxcontrib_tripreport.posts.field_list import read_field_list
    from sphinxcontrib_tripreport.posts.front_matter import read_front_matter

    readers: dict[str, tuple[Reader, ...]] = {
        "markdown": (read_front_matter,),
        "restructuredtext": (read_field_list,),
    }
    for reader in readers.get(markup, ()):
        if (metadata := reader(text)) is not None:
            return metadata
    return Metadata()


def without_lines(text: str, hidden: tuple[range, ...]) -> str:
    """*text* with the *hidden* lines empty, so that all other lines keep their numbers."""
    if not hidden:
        return text
    lines = text.split("\n")
    for span in hidden:
        for number in span:
            lines[number] = ""
    return "\n".join(lines)
