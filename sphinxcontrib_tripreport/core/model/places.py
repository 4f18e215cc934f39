"""Where things are: in the project, on other sites, and as messages say it."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """Where something is in the project: a document and an anchor in it."""

    docname: str
    anchor: str

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is on another site: the address of a page is in place of the document."""
        return is_address(self.docname)


def is_address(docname: str) -> bool:
    """Whether what is in place of a document's name is the address of a page of another site.

    No document is called so: Sphinx has no two slashes in their names.
    """
    return "://" in docname


def say_place(docname: str, line: int, included_at: str) -> str:
    """Where something is, as messages on other places say it: ``day-1, line 7``."""
    file, _, own_line = included_at.rpartition(":")
    return f"{file}, line {own_line}" if file else f"{docname}, line {line}"
