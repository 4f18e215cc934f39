"""The schema of ``talks.json`` that the documentation has, and what breaks it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from tests.tools.repository import DOCS

SCHEMA = DOCS / "reference" / "talks.schema.json"


def find_errors(data: object) -> list[str]:
    """Where and why something is not what the schema says."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    check = validator(schema, format_checker=validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message[:200]}" for error in check.iter_errors(data)]
