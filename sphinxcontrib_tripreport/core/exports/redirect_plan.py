"""Which page answers at which old address: none over a page that there is, one for each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sphinxcontrib_tripreport.core.exports.redirects import file_of_address
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.posts.old_addresses import OldAddress


class Plan(NamedTuple):
    """What is written, and what is wrong with the rest."""

    files: dict[str, str]
    """By file from the root of the site, the document that it leads to."""
    problems: list[Problem]


def plan_redirects(
    asked: Iterable[tuple[str, OldAddress]], owner: Callable[[str], str | None]
) -> Plan:
    """The files to write.

    :param asked: documents and their old addresses; of two documents that had one, the first counts
    :param owner: from a file to the document whose page it is; empty if it is of something else,
        None if there is none
    """
    files: dict[str, str] = {}
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for docname, old in asked:
        try:
            file = file_of_address(old.address)
        except ValueError as error:
            text = f"The metadata field “{old.field}” is “{old.address}”: {error}."
            problems.append(Problem(Subtype.METADATA, text, old.line, docname))
            continue
        # If file names have no case, two files would be one.
        key, holder = file.casefold(), owner(file)
        other = first.get(key, docname)
        if holder is not None:
            if holder != docname:
                problems.append(_address_taken(old, docname, holder))
        elif other != docname:
            text = f"“{old.address}” is an old address of “{other}” as well, and leads there."
            problems.append(Problem(Subtype.NAME, text, old.line, docname))
        elif key not in first:
            first[key] = files[file] = docname
    return Plan(files, problems)


def _address_taken(old: OldAddress, docname: str, holder: str) -> Problem:
    by = f"the document “{holder}”" if holder else "a page or file that is not a document"
    text = f"At the old address “{old.address}” is {by}: it leads nowhere else."
    return Problem(Subtype.NAME, text, old.line, docname)
