"""Changes to a text that keep the number of every line, and stay out of what is protected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind

Span = tuple[int, int]
"""Where something begins and ends in a text."""


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str
    kind: LeftoverKind | None
    shown: str


class Changes:
    """The changes to one text. Where one lies in another, only the outer one is made."""

    def __init__(self, text: str, protected: Iterable[Span] = ()) -> None:
        self.text = text
        self._taken = bytearray(len(text))
        self._changes: list[_Change] = []
        for span in protected:
            self.protect(span)

    def protect(self, span: Span) -> None:
        """Let nothing but :meth:`replace` itself change what is there."""
        start, end = span
        self._taken[start:end] = b"\1" * (end - start)

    def is_free(self, span: Span) -> bool:
        """Whether nothing of it is protected, or changed already."""
        return self._taken.find(1, *span) < 0

    def replace(
        self, span: Span, text: str = "", kind: LeftoverKind | None = None, shown: str = ""
    ) -> None:
        """Put *text* there; lines that it lacks become empty ones.

        :param kind: what is to be said of it; None if there is nothing to say
        :param shown: what is named then, if not what is there
        """
        start, end = span
        if not text and self.begins_line(start):
            # What follows must not look indented.
            while self.text[end : end + 1] in (" ", "\t"):
                end += 1
        old = self.text[start:end]
        missing = old.count("\n") - text.count("\n")
        self._changes.append(_Change(start, end, text + "\n" * missing, kind, shown or old))
        self.protect(span)

    def line_of(self, place: int) -> int:
        """The line of a place in the text, from 1."""
        return bisect_right(self._starts, place)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]

    @cached_property
    def _margins(self) -> list[int]:
        """Where the first word of each line begins."""
        ends = (*self._starts[1:], len(self.text) + 1)
        lines = map(self.text.__getitem__, map(slice, self._starts, ends))
        return [
            start + len(line) - len(line.lstrip())
            for start, line in zip(self._starts, lines, strict=True)
        ]

    def begins_line(self, start: int) -> bool:
        """Whether nothing but blanks is before a place on its line."""
        return start <= self._margins[self.line_of(start) - 1]

    def say(self, span: Span, kind: LeftoverKind, shown: str = "") -> None:
        """Say something of what is there, and leave it."""
        start, end = span
        old = self.text[start:end]
        self._changes.append(_Change(start, end, old, kind, shown or old))

    def apply(self) -> tuple[str, list[tuple[LeftoverKind, int, str]]]:
        """The changed text; and of what is to be said the kind, the line (from 1) and the text."""
        parts: list[str] = []
        found: list[tuple[LeftoverKind, int, str]] = []
        done = 0
        for change in sorted(self._changes, key=lambda each: (each.start, -each.end)):
            if change.start < done:
                continue
            if change.kind is not None:
                found.append((change.kind, self.line_of(change.start), change.shown))
            parts += [self.text[done : change.start], change.text]
            done = change.end
        parts.append(self.text[done:])
        return _without_remains(self.text, "".join(parts)), found


def _without_remains(old: str, new: str) -> str:
    """*new* without the spaces that a removed end of a line leaves."""
    if old == new:
        return new
    before, after = old.split("\n"), new.split("\n")
    for number, (was, line) in enumerate(zip(before, after, strict=True)):
        if was != line and (not line.strip() or was == was.rstrip()):
            after[number] = line.rstrip(" \t")
    return "\n".join(after)
