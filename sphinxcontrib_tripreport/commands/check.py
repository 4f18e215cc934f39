"""``tripreport check``: the builder ``tripcheck``, and what it suggests as a data file."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

_NOTHING_CHECKED: Final = 2
"""The status from which a build has checked nothing: 1 is that of errors that were found."""

_BUILD_OPTIONS: Final = (
    (("-t", "--tag"), "TAG", "define a tag, such as private"),
    (("-D", "--define"), "SETTING=VALUE", "override a setting of conf.py"),
    (("-j", "--jobs"), "N", "build with N processes; auto for one a core"),
)
"""Options of sphinx-build that mean the same here."""


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "check",
        help="look for what is missing or seems to be wrong in a project",
        description="Build a project with the builder tripcheck, which says what is missing or"
        " seems to be wrong.",
    )
    parser.add_argument("source", type=Path, metavar="SOURCE", help="the folder with conf.py")
    parser.add_argument(
        "output", type=Path, nargs="?", metavar="OUTPUT", help="default: SOURCE/_build/tripcheck"
    )
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="print lines to paste instead: a data file, with lines for posts as comments",
    )
    for names, metavar, words in _BUILD_OPTIONS:
        text = f"{words} (as with sphinx-build)"
        parser.add_argument(*names, action="append", default=[], metavar=metavar, help=text)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Build, and print what is suggested if that is asked for.

    :return: that of the build; if suggestions are asked for, 0 unless there can be none
    """
    if not (given.source / "conf.py").is_file():
        print(f"{given.source / 'conf.py'}: is not there: expected a project", file=sys.stderr)
        return _NOTHING_CHECKED
    build = given.source / "_build"
    output = given.output or build / "tripcheck"
    # Those of "make html" and "sphinx-build -M", so that nothing is read twice.
    doctrees = ["-d", str(build / "doctrees")] if given.output is None else []
    quiet = ["-q"] if given.suggest else []
    options = [*quiet, *doctrees, *_options_for_build(given)]
    command = [sys.executable, "-m", "sphinx", "-b", "tripcheck", *options]
    sys.stdout.flush()
    status = subprocess.run([*command, str(given.source), str(output)], check=False).returncode
    if not given.suggest or not 0 <= status < _NOTHING_CHECKED:
        return status
    said = [json.loads(line) for line in _text(output / "output.json").splitlines()]
    data = output / "suggestions.yaml"
    lines = [*_comments(said), *(_text(data).splitlines() if data.exists() else ())]
    for line in lines:
        print(line)
    if not lines:
        print("Nothing is suggested.", file=sys.stderr)
    return 0


def _options_for_build(given: argparse.Namespace) -> Iterator[str]:
    """The options that are for the build."""
    for (short, long), _metavar, _help in _BUILD_OPTIONS:
        for value in getattr(given, long.lstrip("-")):
            yield f"{short}{value}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _comments(said: list[dict[str, Any]]) -> Iterator[str]:
    """Lines to write in posts, as comments of YAML."""
    for each in said:
        if each["suggestion"] and "section" not in each:
            yield f"# {each['filename']}:{each['lineno']}: {each['message']}"
            yield from (f"#   {line}" for line in each["suggestion"])
