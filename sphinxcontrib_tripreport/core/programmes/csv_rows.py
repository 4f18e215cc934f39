"""The rows of a table of CSV; a broken row loses nothing but itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import islice


def rows_in(
    text: str, separator: str, say: Callable[[str, int], None]
) -> Iterator[tuple[int, list[str]]]:
    """The rows with their lines, from 1.

    :param separator: the character between cells
    :param say: told of what is wrong with a row, and its line
    """
    lines = list(io.StringIO(text, newline=""))
    begins: int | None = 0
    while begins is not None:
        begins = yield from _rows_from(begins, lines, separator, say)


def _rows_from(
    begins: int, lines: Sequence[str], separator: str, say: Callable[[str, int], None]
) -> Generator[tuple[int, list[str]], None, int | None]:
    """The rows from a line on.

    :return: the line after a row that is left out; None if all were read
    """
    start = begins
    reader = csv.reader(islice(lines, start, None), delimiter=separator)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            say(f"Not a row: {error}: left out.", begins + 1)
            return begins + 1
        if row is None:
            return None
        ends = start + reader.line_num
        if ends > begins + 1 and not _is_whole(lines[begins:ends], separator):
            say("A quotation mark in this row is not closed: left out.", begins + 1)
            return begins + 1
        yield begins + 1, row
        begins = ends


def _is_whole(lines: Sequence[str], separator: str) -> bool:
    """Whether a row of several lines is one, rather than what a stray quotation mark makes one."""
    try:
        return len(list(csv.reader(lines, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False
