"""``tripreport fetch``: save a programme from the web. The only command that asks the network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.commands.programme import text_lines
from sphinxcontrib_tripreport.commands.reasons import reason_of
from sphinxcontrib_tripreport.core.programmes import LARGEST, read_programme
from sphinxcontrib_tripreport.core.programmes.earlier_titles import render_earlier
from sphinxcontrib_tripreport.core.programmes.files import path_of_earlier, read_path
from sphinxcontrib_tripreport.noting.fetching import fetch

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.programme import Programme

_SECONDS = 30


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "fetch",
        help="save a programme from the web, and print what is read of it",
        description="Save an event's programme. If the file is there, titles that changed are kept"
        " beside it, so that notes that have the old ones still find their sessions.",
    )
    parser.add_argument("url", metavar="URL", help="an address that begins with https://")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", required=True)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Fetch, and save what can be read.

    :return: 1 if nothing was saved
    """
    path: Path = given.output
    try:
        content = fetch(given.url, LARGEST, _SECONDS)
    except (OSError, ValueError) as error:
        print(f"{given.url}: cannot be fetched: {reason_of(error)}", file=sys.stderr)
        return 1
    programme = read_programme(content, path.name)
    if not programme.sessions:
        print("\n".join(text_lines(path, programme)), file=sys.stderr)
        print(f"{given.url}: has no sessions: not saved", file=sys.stderr)
        return 1
    try:
        save(path, content, programme)
    except OSError as error:
        print(f"{path}: cannot be written: {reason_of(error)}", file=sys.stderr)
        return 1
    print("\n".join(text_lines(path, programme)))
    return 0


def save(path: Path, content: bytes, programme: Programme) -> None:
    """Write the file, and beside it what the sessions of the one that it replaces were called.

    :raises OSError: if it cannot be written
    """
    earlier = render_earlier(read_path(path), programme) if path.is_file() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if earlier:
        path_of_earlier(path).write_text(earlier, encoding="utf-8")
