"""Programmes: the official lists of talks, read from whatever an event publishes.

One module a format, with ``knows`` (whether a text is of that format) and ``read``. No reader
validates: each reads what it can, and says what it left out. To read a further format, write its
module and name it in one of the tables below.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.text.located import (
    Located,
    UnreadableYaml,
    read_yaml,
    say_unreadable,
)

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read; the largest that is known has 4 MB."""
EXPECTED: Final = (
    "expected a schedule.json or schedule.xml, a calendar, a list of sessions from pretalx,"
    " Sessionize, Symposion, EuroPython, pyvideo, RubyEvents or Write the Docs, a talks.json, or"
    " YAML, JSON or CSV whose fields are the options of a talk"
)
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_programme(content: bytes, path: str) -> Programme:
    """Read one file.

    :param content: the file
    :param path: of the file: messages name it, and its ending tells YAML from CSV
    :return: what it says, with the problems that it has; never raises
    """
    if len(content) > LARGEST:
        return _refuse(f"Has over {LARGEST // 1024 // 1024} MB: not read.")
    if content.startswith(_UTF16):
        text = _decode(content)
        if text.startswith("<?xml"):  # which says that it has sixteen bits
            text = text.partition("?>")[2]
        content = text.encode("utf-8", "replace")
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start and not content.strip(b"\xef\xbb\xbf \t\r\n"):
        return _refuse(f"Is empty: {EXPECTED}.")
    if start.startswith((b"{", b"[")):
        return _read_json(content)
    if b"BEGIN:VCALENDAR" in start or b"BEGIN:VEVENT" in start:
        return _read_calendar(content)
    if start.startswith(b"<"):
        return _read_xml(content)
    text = _decode(content)
    if path.lower().endswith((".csv", ".tsv")):
        from sphinxcontrib_tripreport.core.programmes import table

        programme = Programme(table.NAME)
        table.read_csv(text, programme)
        return programme
    if b"\0" in start:
        return _refuse(f"Is no text: {EXPECTED}.")
    return _read_yaml(text)


def read_folder(files: Mapping[str, bytes]) -> Programme:
    """Read a folder of pyvideo.

    :param files: the contents of its JSON files by their paths in the folder
    """
    from sphinxcontrib_tripreport.core.programmes import pyvideo

    programme = Programme(pyvideo.NAME)
    for path, content in sorted(files.items()):
        data, problem = _json(content)
        if problem is not None:
            programme.problems.append(problem._replace(docname=path))
        elif pyvideo.knows(data):
            pyvideo.read(data, programme)
        elif pyvideo.knows_category(data):
            pyvideo.read_category(data, programme)
        else:
            text = f"“{path}” is no file of pyvideo: left out."
            programme.problems.append(Problem(Subtype.PROGRAMME, text))
    return programme


def _read_json(content: bytes) -> Programme:
    from sphinxcontrib_tripreport.core.programmes import (
        europython,
        pretalx,
        pyvideo,
        schedule_json,
        sessionize,
        symposion,
        table,
        talks_json,
    )

    data, problem = _json(content)
    if problem is not None:
        return Programme("JSON", problems=[problem])
    readers = (
        schedule_json,
        talks_json,
        sessionize,
        symposion,
        pyvideo,
        pretalx,
        europython,
        table,
    )
    return _read_with(data, readers)


def _read_yaml(text: str) -> Programme:
    from sphinxcontrib_tripreport.core.programmes import rubyevents, table, write_the_docs

    try:
        located = read_yaml(text)
    except UnreadableYaml as error:
        text = say_unreadable(error)
        return Programme("YAML", problems=[Problem(Subtype.PROGRAMME, text, error.line)])
    data = _without_lines(located)
    if not rubyevents.knows(data) and not write_the_docs.knows(data) and table.knows(data):
        programme = Programme(table.NAME)
        table.read(data, programme, _lines_of_rows(located))
        return programme
    return _read_with(data, (rubyevents, write_the_docs))


def _read_with(data: Any, readers: tuple[Any, ...]) -> Programme:
    for reader in readers:
        if reader.knows(data):
            programme = Programme(reader.NAME)
            read: Callable[[Any, Programme], None] = reader.read
            read(data, programme)
            return programme
    return _refuse(f"Is of no format that is known: {EXPECTED}.")


def _read_xml(content: bytes) -> Programme:
    from sphinxcontrib_tripreport.core.programmes import europython_xml, schedule_xml

    try:
        root = schedule_xml.parse(content)
    except schedule_xml.UnreadableXml as error:
        if b"BEGIN:VCALENDAR" in content:
            return _read_calendar(content)
        return Programme(
            "XML", problems=[Problem(Subtype.PROGRAMME, f"Not read: {error}.", error.line)]
        )
    if not schedule_xml.knows(root):
        return _refuse(f"Is XML of no format that is known (<{root.tag}>): {EXPECTED}.")
    reader = europython_xml if europython_xml.knows(root) else schedule_xml
    programme = Programme(reader.NAME)
    reader.read(root, programme)
    return programme


def _read_calendar(content: bytes) -> Programme:
    from sphinxcontrib_tripreport.core.programmes import icalendar

    programme = Programme(icalendar.NAME)
    try:
        icalendar.read(content, programme)
    except ImportError:
        text = (
            "Is a calendar, which is read with the extra “ical”:"
            " pip install 'sphinxcontrib-tripreport[ical]'."
        )
        programme.problems.append(Problem(Subtype.PROGRAMME, text))
    return programme


def _json(content: bytes) -> tuple[Any, Problem | None]:
    try:
        return json.loads(_decode(content)), None
    except json.JSONDecodeError as error:
        text = f"Not JSON: {error.msg} (column {error.colno})."
        return None, Problem(Subtype.PROGRAMME, text, error.lineno)
    except (ValueError, RecursionError) as error:
        text = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        return None, Problem(Subtype.PROGRAMME, f"Not JSON: {text}.")


def _decode(content: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, else as old programs of Windows write it."""
    if content.startswith(_UTF16):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _without_lines(located: Located | None) -> Any:
    """YAML without its lines."""
    if located is None:
        return None
    if isinstance(located.value, list):
        return [_without_lines(item) for item in located.value]
    if isinstance(located.value, dict):
        return {name: _without_lines(item) for name, item in located.value.items()}
    return located.value


def _lines_of_rows(located: Located | None) -> dict[int, int]:
    """The line of each session of YAML, by its number from 0 among those that are mappings."""
    value = located.value if located is not None else []
    if isinstance(value, dict):
        rows = value.get("sessions") or value.get("talks")
        value = rows.value if rows is not None else []
    items = value.values() if isinstance(value, dict) else value
    lines = (
        item.line for item in items if isinstance(item, Located) and isinstance(item.value, dict)
    )
    return dict(enumerate(lines))


def _refuse(text: str) -> Programme:
    return Programme("nothing that is known", problems=[Problem(Subtype.PROGRAMME, text)])
