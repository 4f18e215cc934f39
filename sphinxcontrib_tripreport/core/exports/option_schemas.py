"""The options of talks, people and events as JSON Schema, for editors. Pure.

Editors check what they complete, so a schema takes everything that is read: a list in the place of
a text with commas, a number in the place of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from sphinxcontrib_tripreport.core.languages.dates import (
    read_date,
    read_day,
    read_duration,
    read_moment,
)
from sphinxcontrib_tripreport.core.options.option import Option
from sphinxcontrib_tripreport.core.options.values import (
    OneOf,
    read_block,
    read_event_key,
    read_key,
    read_language,
    read_link_lines,
    read_names,
    read_people,
    read_programmes,
    read_rating,
    read_text,
    read_timezone,
    read_topics,
)
from sphinxcontrib_tripreport.core.text.coordinates import read_coordinates
from sphinxcontrib_tripreport.core.text.links import read_url

Schema = dict[str, Any]

_PLAIN: Final[Schema] = {"type": ["string", "number", "boolean", "null"]}
"""A text; YAML takes some for something else."""
SEVERAL: Final[Schema] = {
    "anyOf": [_PLAIN, {"type": "array", "items": {"type": ["string", "number", "boolean"]}}]
}
_NUMBER_OR_TEXT: Final[Schema] = {"type": ["integer", "string", "null"]}
_LINK: Final[Schema] = {
    "type": "object",
    "properties": {"label": {"type": "string"}, "url": {"type": "string"}},
    "required": ["label", "url"],
}
_LABELLED: Final[Schema] = {"type": "object", "additionalProperties": {"type": "string"}}
_LINKS: Final[Schema] = {
    "anyOf": [
        {"type": ["string", "null"]},
        _LABELLED,
        {"type": "array", "items": {"anyOf": [{"type": "string"}, _LINK, _LABELLED]}},
    ]
}
_COORDINATES: Final[Schema] = {
    "anyOf": [
        {"type": ["string", "null"]},
        {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        {
            "type": "object",
            "additionalProperties": {"type": "number"},
            "minProperties": 2,
            "maxProperties": 2,
        },
    ]
}
_RATING: Final[Schema] = {
    "anyOf": [{"enum": [1, 2, 3, 4, 5]}, {"type": ["string", "null"], "pattern": "^[1-5]?$"}]
}
_FORMS: Final[Mapping[Callable[[str], Any], Schema]] = {
    read_block: _PLAIN,
    read_coordinates: _COORDINATES,
    read_date: _NUMBER_OR_TEXT,
    read_day: _NUMBER_OR_TEXT,
    read_duration: _NUMBER_OR_TEXT,
    read_event_key: _PLAIN,
    read_key: _PLAIN,
    read_language: {"type": ["string", "boolean", "null"]},  # "no" is Norwegian
    read_link_lines: _LINKS,
    read_moment: _NUMBER_OR_TEXT,
    read_names: SEVERAL,
    read_people: SEVERAL,
    read_programmes: SEVERAL,
    read_rating: _RATING,
    read_text: _PLAIN,
    read_timezone: {"type": ["string", "null"]},
    read_topics: SEVERAL,
    read_url: {"type": ["string", "null"]},
}
"""What values look like, by the function that reads them."""
_EXAMPLES: Final[Mapping[str, tuple[object, ...]]] = {
    "speakers": ("Ann Lee", "Ann Lee <https://ann.example>, Bob Ray"),
    "start": ("2020-07-23 09:00", "09:00"),
    "end": ("09:30",),
    "duration": (30, "1:30"),
    "day": (1, "2020-07-23"),
    "language": ("en", "pt-BR"),
    "timezone": ("Europe/Berlin",),
    "country": ("Ireland",),
    "coordinates": ("52.52, 13.405", "52°31′N 13°24′E"),
    "pronouns": ("she/her",),
    "series": ("EuroPython",),
}
"""What editors offer to write."""


def schema_of(option: Option) -> Schema:
    """The schema of the value of one option."""
    schema = dict(_form_of(option))
    schema["description"] = plain_help(option.help)
    if option.name in _EXAMPLES:
        schema["examples"] = list(_EXAMPLES[option.name])
    return schema


def _form_of(option: Option) -> Schema:
    if isinstance(option.read, OneOf):
        # Case does not matter to us, but it does to a schema, which would offer every form.
        with_capitals = {"type": ["string", "null"], "pattern": "^([A-Z].*)?$"}
        return {"anyOf": [{"enum": list(option.read.words)}, with_capitals]}
    return _FORMS.get(option.read, {"type": ["string", "null"]})


def schemas_of(options: Iterable[Option]) -> dict[str, Schema]:
    """The schemas of several options, by name."""
    return {option.name: schema_of(option) for option in options}


def plain_help(text: str) -> str:
    """A sentence of the reference in plain words: without the signs of reStructuredText."""
    return re.sub(r"``([^`]+)``", r"`\1`", text)
