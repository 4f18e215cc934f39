"""JSON front matter: an object at the very top of a post, as Hugo has it.

Hugo's documentation: JSON is one of three formats of front matter; the object's own braces are its
delimiters.
"""

from __future__ import annotations

import json

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.metadata import Metadata, flat_fields
from sphinxcontrib_tripreport.core.text.located import UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.regexes import regex

_BEGIN = regex(r"\s*\{\s*\"([\w-]+)\"\s*:")


def read_json_front_matter(text: str) -> Metadata | None:
    """The fields of the JSON object at the top of *text*, or None if there is none.

    Braces begin much: its first member has to be a field that engines or reports have.
    """
    begin = _BEGIN.match(text)
    if begin is None or not is_engine_name(begin[1]):
        return None
    start = text.index("{")
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        return _unreadable(text, start, error)
    if text[end:].partition("\n")[0].strip():
        return None
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    hidden = (range(first, last + 1),)
    try:
        # JSON is that part of YAML that it nearly is: YAML knows the line of every value.
        root = read_yaml(text[start:end].replace("\t", " "), first_line=first + 1)
    except UnreadableYaml as error:
        return Metadata(hidden=hidden, problems=(_problem(str(error), error.line),))
    return Metadata(flat_fields(root), hidden)


def _unreadable(text: str, start: int, error: Exception) -> Metadata:
    """What is wrong; the object is hidden, if a line is its last."""
    lines = text.split("\n")
    first = text.count("\n", 0, start)
    last = next((n for n in range(first, len(lines)) if lines[n].startswith("}")), None)
    hidden = (range(first, last + 1),) if last is not None else ()
    said, line = "nested too deeply", first + 1
    if isinstance(error, json.JSONDecodeError):
        said, line = error.msg.lower(), min(error.lineno, len(lines))
    return Metadata(hidden=hidden, problems=(_problem(said, line),))


def _problem(said: str, line: int) -> Problem:
    text = f"The metadata is not JSON: {said}. It is not read."
    return Problem(Subtype.METADATA, text, line)
