"""``tripreport schema``: JSON Schemas, by which editors check and complete what authors write."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, Final

from sphinxcontrib_tripreport.commands.reasons import reason_of

NAMES: Final = ("front-matter", "data", "metadata")
"""Of the schemas; what makes them is loaded when one is asked for."""


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of front matter, of data files, or of tripreport_metadata",
        description="Print a JSON Schema, by which an editor checks and completes what you write.",
    )
    parser.add_argument("name", choices=NAMES, metavar=" | ".join(NAMES))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the schema, or write it to a file.

    :return: 1 if it cannot be written, or would overwrite something else
    """
    from sphinxcontrib_tripreport.core.exports.schemas import render_schema

    text = render_schema(given.name)
    if given.output is None:
        sys.stdout.write(text)
        return 0
    try:
        if given.output.exists() and (why := _why_kept(given.output)):
            print(f"{given.output}: {why}", file=sys.stderr)
            return 1
        given.output.write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"{given.output}: cannot be written: {reason_of(error)}", file=sys.stderr)
        return 1
    return 0


def _why_kept(path: Path) -> str:
    """Why a file is not overwritten: it is no schema of ours, or a newer release wrote it."""
    from sphinxcontrib_tripreport.core.exports.schemas import VERSION, version_of

    version = version_of(path.read_text(encoding="utf-8", errors="replace"))
    if not version:
        return (
            "is not overwritten, because it is no schema of this command: expected one, or no file."
        )
    if version > VERSION:
        return (
            f"is not overwritten, because it is a schema of version {version}: expected {VERSION}"
            " at most; a newer release of sphinxcontrib-tripreport wrote it."
        )
    return ""
