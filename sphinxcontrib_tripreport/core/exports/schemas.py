"""JSON Schemas for editors: of front matter, of data files, and of ``tripreport_metadata``. Pure.

They are made from the tables of options, so they are never out of date. The draft is the one that
the YAML language server of most editors knows (https://json-schema.org/draft-07).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from sphinxcontrib_tripreport.core.exports.option_schemas import SEVERAL, Schema, schemas_of
from sphinxcontrib_tripreport.core.options.option import OptionTable
from sphinxcontrib_tripreport.core.options.tables import (
    AUTHOR_OPTIONS,
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
    TOPIC_OPTIONS,
)
from sphinxcontrib_tripreport.core.posts.field_names import all_fields, spellings
from sphinxcontrib_tripreport.core.text.regexes import regex

VERSION: Final = 1
"""Bumped when a schema no longer takes what it took."""
_COMMENT: Final = regex(r"version (\d{1,6})")
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_NAME: Final[Schema] = {
    "type": ["string", "null"],
    "description": "The name as readers see it; default: the key.",
}
_NAMED: Final = [{"required": ["name"]}, {"required": ["key"]}]
"""An entry of a list says what it is called."""
_TEXT: Final[Schema] = {"type": ["string", "number", "null"]}
_DATE: Final[Schema] = {"type": ["string", "integer", "object", "null"]}
_PICTURE: Final[Schema] = {"type": ["string", "integer", "boolean", "array", "object", "null"]}
_ANSWER: Final[Schema] = {"type": ["boolean", "string", "null"]}
_PATTERNS: Final[Schema] = {
    "anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": {"type": "string"}}]
}
_PEOPLE: Final[Schema] = {
    "anyOf": [
        {"type": ["string", "null"]},
        {"type": "object"},
        {"type": "array", "items": {"type": ["string", "object"]}},
    ]
}
_FIELDS: Final[dict[str, tuple[Schema, str]]] = {
    "title": (_TEXT, "The title, if the document has no heading of its own."),
    "event": (SEVERAL, "The key or the name of the event that the report is about."),
    "date": (_DATE, "The day of the report: `2020-07-23` or any common way to write it."),
    "updated": (_DATE, "The day on which the report was changed last."),
    "feed-id": (_TEXT, "What readers of feeds know the report by."),
    "authors": (_PEOPLE, "Who wrote the report: names, a list of them, or mappings with `name`."),
    "topics": (SEVERAL, "The topics of the report: a list, or text separated by commas."),
    "language": ({"type": ["string", "boolean", "object", "null"]},
                 "The language of the report, as `en` or `pt-BR`."),
    "series": (SEVERAL, "The series of reports that this one belongs to."),
    "description": ({"type": ["string", "number", "boolean", "null"]},
                    "What the report is about, in a sentence or two."),
    "image": (_PICTURE, "The picture of the report: a file of the project or an address."),
    "image-alt": (_TEXT, "What the picture shows."),
    "talk": (_ANSWER, "`true` if the whole post is one talk; the options of a talk are beside it."),
    "programme": (SEVERAL, "The programme of the report's event: files of the project."),
    "list-talks": (_ANSWER, "Whether talks that the text does not name are listed at its end."),
}  # fmt: skip
"""The fields of reports but ``talks``: what they take, and what they are for."""
_TALKS: Final[tuple[Schema, str]] = (
    {
        "type": ["array", "null"],
        "items": {"anyOf": [{"type": ["string", "number"]}, {"$ref": "#/definitions/talk"}]},
    },
    "The talks that the report tells in its text: titles, or mappings with `title`.",
)
_AUDIENCE: Final[Schema] = {
    "anyOf": [{"enum": ["public", "private"]}, {"type": ["string", "null"]}],
    "description": "Who the report is for: `private` leaves it out of public builds.",
}
_PATTERN_FIELDS: Final = {
    "talk-patterns": "What the talks of this post look like: `## {title} ({speakers})`. In"
    " quotation marks, because braces, `#` and `*` mean something in YAML.",
    "day-patterns": "What the headings of days look like: `Day {day}`.",
    "skip-headings": "Headings that are no talk though they match; `Heading/*` skips all below it.",
}
_OF_ENGINES_TOO: Final = ("status", "url", "event", "language", "topics", "tags", "image")
"""Options of a talk that are no fields of their own: they are the report's, or the engine's."""


def front_matter_schema() -> Schema:
    """The schema of the metadata of a report, which may have any other field, too."""
    return {**_head("Front matter of a trip report"), "definitions": _talk(), **_fields()}


def data_schema() -> Schema:
    """The schema of the files that ``tripreport_data`` names."""
    parts: dict[str, OptionTable[Any]] = {
        "speakers": SPEAKER_OPTIONS, "authors": AUTHOR_OPTIONS, "events": EVENT_OPTIONS,
        "topics": TOPIC_OPTIONS,
    }  # fmt: skip
    properties = {part: _part(part, options) for part, options in parts.items()}
    topics = properties["topics"]
    topic = {**topics["additionalProperties"], "type": "object"}
    entries = {"anyOf": [{"type": "string"}, {**topic, "anyOf": _NAMED}]}
    properties["topics"] = {
        "description": "The topics, by their keys, or as a list.",
        "anyOf": [topics, {"type": "array", "items": entries}],
    }
    return {
        **_head("Speakers, authors, events and topics of trip reports"),
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": properties,
    }


def _part(name: str, options: OptionTable[Any]) -> Schema:
    """One part of a data file: entries by their keys."""
    return {
        "type": ["object", "null"],
        "description": f"The {name}, by their keys.",
        "additionalProperties": {
            "type": ["object", "null"],
            "additionalProperties": False,
            "properties": {"name": _NAME, **schemas_of(options.values())},
        },
    }


def metadata_schema() -> Schema:
    """The schema of ``tripreport_metadata``: fields by globs of documents."""
    return {
        **_head("Metadata of trip reports by folder"),
        "type": "object",
        "definitions": _talk(),
        "additionalProperties": _fields(),
    }


SCHEMAS: Final[dict[str, Callable[[], Schema]]] = {
    "front-matter": front_matter_schema,
    "data": data_schema,
    "metadata": metadata_schema,
}
"""By the name that the command line and the documentation have for each."""


def render_schema(name: str) -> str:
    """The text of a schema.

    :param name: one of :data:`SCHEMAS`
    """
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


def version_of(text: str) -> int:
    """The version of a schema that :func:`render_schema` once gave; 0 if a text is none."""
    try:
        schema = json.loads(text)
    except (ValueError, RecursionError):
        return 0
    comment = schema.get("$comment") if isinstance(schema, dict) else None
    found = _COMMENT.fullmatch(comment) if isinstance(comment, str) else None
    return int(found[1]) if found is not None else 0


def _head(title: str) -> Schema:
    return {"$schema": _DRAFT, "title": title, "$comment": f"version {VERSION}"}


def _talk() -> Schema:
    """A talk in the list ``talks``."""
    title = {"type": ["string", "number"], "description": "The title of the talk."}
    talk = {
        "type": "object",
        "required": ["title"],
        "additionalProperties": False,
        "properties": {"title": title, **schemas_of(TALK_OPTIONS.values())},
    }
    return {"talk": talk}


def _fields() -> Schema:
    properties: dict[str, Schema] = {}
    for field in all_fields():
        form, text = _TALKS if field == "talks" else _FIELDS[field]
        for name in spellings(field):
            ours = "tags" if field == "topics" else field
            also = f" Another name for `{ours}`." if name != ours else ""
            properties[name] = {**form, "description": text + also}
    properties["audience"] = _AUDIENCE
    for name, text in _PATTERN_FIELDS.items():
        properties[name] = {**_PATTERNS, "description": text}
    for name, schema in schemas_of(TALK_OPTIONS.values()).items():
        if name not in _OF_ENGINES_TOO:
            also = f"If the post is a talk (`talk: true`): {schema['description']}"
            properties.setdefault(name, {**schema, "description": also})
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": True}
