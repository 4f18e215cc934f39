"""The form of ``talks.json``: its version, and its records one a line. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

VERSION: Final = 2
_to_json = json.JSONEncoder(ensure_ascii=False).encode


def render_nothing(project: str) -> bytes:
    """The content of the file of a project that says nothing of talks."""
    nothing: tuple[object, ...] = ()
    return render_records(
        project,
        events=nothing,
        speakers=nothing,
        authors=nothing,
        topics=nothing,
        talks=nothing,
        takeaways=nothing,
        reports=nothing,
        sessions=nothing,
    )


def render_records(project: str, **records: Iterable[object]) -> bytes:
    """The content of the file, in UTF-8, with its records by their kinds."""
    # Put together in one place: of a large project, each copy would be some megabytes.
    content = BytesIO()
    content.write(b'{\n"version": ' + _encode(VERSION))
    content.write(b',\n"project": ' + _encode(project))
    for name, found in records.items():
        content.write(b",\n" + _encode(name) + b": ")
        content.writelines(_lines(found))
    content.write(b"\n}\n")
    return content.getvalue()


def _lines(records: Iterable[object]) -> Iterator[bytes]:
    """One record a line: readable in a diff, and the encoder that is written in C cannot indent."""
    before = b"[\n"
    for record in records:
        yield before + _encode(record)
        before = b",\n"
    yield b"[]" if before == b"[\n" else b"\n]"


def _encode(value: object) -> bytes:
    # Each by itself: one rare sign makes four bytes of each character of a text.
    return _to_json(value).encode("utf-8", "replace")
