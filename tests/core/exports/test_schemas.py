"""JSON Schemas for editors: they take what is read, and no slips."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from sphinxcontrib_tripreport.commands.schema import NAMES
from sphinxcontrib_tripreport.core.exports.option_schemas import schemas_of
from sphinxcontrib_tripreport.core.exports.schemas import (
    SCHEMAS,
    VERSION,
    render_schema,
    version_of,
)
from sphinxcontrib_tripreport.core.options.data_files import read_data
from sphinxcontrib_tripreport.core.options.tables import (
    AUTHOR_OPTIONS,
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
    TOPIC_OPTIONS,
)
from sphinxcontrib_tripreport.core.posts.field_names import all_spellings, spellings
from tests.core.exports.editing import DATA, FRONT_MATTER, GOOD, SLIPS


def problems(name: str, text: str) -> list[str]:
    """What a schema says of a text in YAML."""
    schema = SCHEMAS[name]()
    jsonschema.Draft7Validator.check_schema(schema)
    data: Any = yaml.load(text, yaml.BaseLoader) if "'" in text else yaml.safe_load(text)
    if isinstance(data, dict):
        data = {name: str(value) if name == "date" else value for name, value in data.items()}
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)]


@pytest.mark.parametrize(("name", "text"), GOOD)
def test_what_is_read_is_taken(name: str, text: str) -> None:
    assert problems(name, text) == []


@pytest.mark.parametrize(("name", "text", "_line"), SLIPS)
def test_slips_are_found(name: str, text: str, _line: int) -> None:
    assert problems(name, text)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_json_of_the_draft_that_editors_know(name: str) -> None:
    schema = json.loads(render_schema(name))
    assert schema == SCHEMAS[name]()
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_option_and_field_is_in_a_schema() -> None:
    fields = SCHEMAS["front-matter"]()["properties"]
    assert set(all_spellings()) <= fields.keys()
    assert {*spellings("image"), *spellings("updated"), "talk-patterns"} <= fields.keys()
    talk = SCHEMAS["front-matter"]()["definitions"]["talk"]["properties"]
    assert talk.keys() == {"title", *TALK_OPTIONS}
    parts = SCHEMAS["data"]()["properties"]
    for part, options in (
        ("speakers", SPEAKER_OPTIONS),
        ("authors", AUTHOR_OPTIONS),
        ("events", EVENT_OPTIONS),
    ):
        described = parts[part]["additionalProperties"]["properties"]
        assert described.keys() == {"name", *options}
    by_key, listed = parts["topics"]["anyOf"]
    for topic in (by_key["additionalProperties"], listed["items"]["anyOf"][1]):
        assert topic["properties"].keys() == {"name", *TOPIC_OPTIONS}
    assert SCHEMAS["metadata"]()["additionalProperties"]["properties"] == fields


def test_every_option_says_what_it_is_for() -> None:
    tables = (TALK_OPTIONS, SPEAKER_OPTIONS, AUTHOR_OPTIONS, EVENT_OPTIONS, TOPIC_OPTIONS)
    for options in tables:
        for name, schema in schemas_of(options.values()).items():
            assert schema["description"], name
            assert "``" not in schema["description"]
            assert len(schema) > 1, name


def test_the_command_line_knows_all_schemas() -> None:
    assert tuple(SCHEMAS) == NAMES


def test_examples_are_read_without_a_problem() -> None:
    assert read_data(DATA, "data.yaml").problems == []
    assert "talks" in yaml.safe_load(FRONT_MATTER)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_says_its_version(name: str) -> None:
    assert version_of(render_schema(name)) == VERSION


@pytest.mark.parametrize(
    "text", ["", "[" * 100_000, "[]", "{}", '{"$comment": 3}', '{"$comment": "my own"}']
)
def test_other_files_are_no_schemas_of_ours(text: str) -> None:
    assert version_of(text) == 0
