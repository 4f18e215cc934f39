"""``tripreport patterns``: what a build would understand of posts, and the pattern to write."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.commands.reasons import reason_of
from sphinxcontrib_tripreport.core.posts.suffixes import MARKUPS

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.commands.understanding import Understood


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "patterns",
        help="print for each post the pattern to write, and the talks that it gives",
        description="Print what is understood of each post, the pattern that makes its talks known,"
        " ready to paste, and the talks that it gives. Nothing is built.",
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a post, or a folder of posts"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--write", action="store_true", help="write the pattern into each post's metadata"
    )
    how.add_argument("--conf", action="store_true", help="print lines for conf.py, by folder")
    how.add_argument("--json", action="store_true", help="print a list with an object a file")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Do what the command line asks for.

    :return: 1 if a file could not be read or written
    """
    # Other commands need no docutils, which takes longer to load than all that they do.
    from sphinxcontrib_tripreport.commands import understanding
    from sphinxcontrib_tripreport.commands.post_file import read_post_file

    understood: list[Understood] = []
    status = 0
    for path in _posts(given.files):
        try:
            understood.append(understanding.understand(read_post_file(path)))
        except (OSError, ValueError) as error:
            print(f"{path}: cannot be read: {reason_of(error)}", file=sys.stderr)
            status = 1
    if given.json:
        objects = [understanding.as_json(each) for each in understood]
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    elif given.conf:
        print("\n".join(understanding.conf_lines(understood)))
    else:
        print("\n\n".join("\n".join(understanding.text_lines(each)) for each in understood))
    if given.write:
        status |= understanding.write(understood)
    return status


def _posts(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are, and the posts in folders."""
    from sphinxcontrib_tripreport.commands.post_file import files_in

    for path in paths:
        if path.is_dir():
            posts = [each for each in files_in(path) if each.suffix.lower() in MARKUPS]
            if not posts:
                said = f"{path}: no post is there: expected files in {', '.join(MARKUPS)}"
                print(said, file=sys.stderr)
            yield from posts
        else:
            yield path
