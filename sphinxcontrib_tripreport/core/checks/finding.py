"""What checks say: one finding a place. Plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataEntry:
    """An entry of a data file (``tripreport_data``) which mends what was found."""

    section: str
    """``speakers``, ``authors``, ``events`` or ``topics``."""
    key: str
    """What the file calls it."""
    name: str = ""
    """As pages show it, if that is not the key."""
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Options of several values, such as ``aliases``, with these. Entries of one key add up."""
    texts: tuple[tuple[str, str], ...] = ()
    """Options of one value, with it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found."""

    check: str
    """The name of the check, as in ``CHECKS``."""
    message: str
    """What was found and what was expected: whole sentences."""
    docname: str = ""
    """The document; empty if it is in none."""
    line: int = 0
    """In the document, from 1; 0 if no line is known."""
    included_at: str = ""
    """The file and the line, if it is in one that is no document: ``people.yaml:12``, from the
    source directory. Also as that of a note, if its document includes a file."""
    suggestion: tuple[str, ...] = ()
    """Lines to write at the place, such as ``:speakers: …``, if that mends it."""
    entry: DataEntry | None = None
    """What to put into a data file."""
    is_warned_of: bool = False
    """Whether every build warns of it, so that a second warning says nothing new."""
