"""Directives of Markdown in a fence that is not longer than theirs. Pure.

CommonMark has it so: a fence ends at the first line of as many of its signs, or more of them, and
nothing else. So the end of the inner one ends the outer one, and the end that was meant for that
begins another block, which takes in all up to the next end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex

_FENCE: Final = regex(r" {0,3}(`{3,}|:{3,})[ \t]*([^`\n]*)$")
_OURS: Final = regex(r"\{(?:trip:)?(?:talk|keynote|speaker|author|event|takeaway|action|private)\}")
_CODE: Final = regex(r"\{(?:code|sourcecode|parsed-literal|literalinclude|math|eval-rst|raw)")


class TooShort(NamedTuple):
    """A directive in another one whose fence is not longer."""

    line: int
    """Of the inner one, from 1."""
    inner: str
    outer: str
    """The fence and the name."""


class _Open(NamedTuple):
    """A fence that has no end yet."""

    fence: str
    info: str

    @property
    def is_directive(self) -> bool:
        return self.info.startswith("{") and not _CODE.match(self.info)

    @property
    def shown(self) -> str:
        return f"{self.fence}{self.info.partition('}')[0]}}}"


def too_short_fences(text: str) -> Iterator[TooShort]:
    """The fences of a text that are too short, if one of the two is a directive of ours."""
    if not _OURS.search(text):
        return
    opened: list[_Open] = []
    for number, line in enumerate(text.split("\n"), 1):
        found = _FENCE.match(line)
        if found is None:
            continue
        new = _Open(found[1], found[2].strip())
        if not new.info and (ended := _fence_to_end(opened, new.fence)) is not None:
            del opened[ended:]
            continue
        outer = opened[-1] if opened else None
        if outer is not None and not outer.is_directive:
            continue  # code
        is_nested = outer is not None and new.is_directive and _ends(new.fence, outer.fence)
        if outer is not None and is_nested and any(map(_OURS.match, (new.info, outer.info))):
            yield TooShort(number, new.shown, outer.shown)
        opened.append(new)


def _fence_to_end(opened: list[_Open], fence: str) -> int | None:
    """Which fence its author meant to end: the last one as long, else the last one."""
    for number in reversed(range(len(opened))):
        if opened[number].fence == fence:
            return number
    return len(opened) - 1 if opened and _ends(fence, opened[-1].fence) else None


def _ends(fence: str, other: str) -> bool:
    """Whether a line of the first one ends the other one."""
    return fence[0] == other[0] and len(fence) >= len(other)
