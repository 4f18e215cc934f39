"""The command ``tripreport``: what can be done without a build, or with one. Loads no Sphinx."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    :param arguments: those after the name of the program; None for those of this process
    :return: the status for the shell: 0 if all went well, 1 if a file could not be read, 2 if the
        arguments are wrong
    """
    from sphinxcontrib_tripreport import __version__
    from sphinxcontrib_tripreport.commands import (
        check,
        export,
        fetch,
        init,
        new,
        patterns,
        programme,
        schema,
    )

    parser = argparse.ArgumentParser(
        prog="tripreport", description="Conference trip reports on the command line."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (patterns, programme, fetch, export, new, init, schema, check):
        command.add_to(commands)
    given = parser.parse_args(arguments)
    try:
        status: int = given.run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has enough, as "head" does. What is left is dropped, also at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
