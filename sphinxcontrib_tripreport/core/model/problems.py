"""Everything that can be wrong with what an author wrote, as plain values; imports nothing of ours.

Pure code returns :class:`Problem` values; the edges that know Sphinx turn them into warnings of
type ``tripreport`` whose subtype is the :class:`Subtype`'s value.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Subtype(Enum):
    """A kind of warning: the value is the subtype for ``suppress_warnings``."""

    OPTION = "option"
    VALUE = "value"
    TITLE = "title"
    KEY = "key"
    ORDER = "order"
    DATES = "dates"
    CONTRADICTION = "contradiction"
    PLACE = "place"
    METADATA = "metadata"
    TEMPLATE = "template"
    DATA = "data"
    REFERENCE = "reference"
    AMBIGUOUS = "ambiguous"
    DUPLICATE = "duplicate"
    NAME = "name"
    PATTERN = "pattern"
    PICTURE = "picture"
    PROGRAMME = "programme"
    FONTS = "fonts"
    TOPIC = "topic"
    SITE = "site"
    CHECK = "check"

    @property
    def meaning(self) -> str:
        """One sentence on when the warning is given, for the reference."""
        return _MEANINGS[self]


_MEANINGS = {
    Subtype.OPTION: "A directive has an option that does not exist.",
    Subtype.VALUE: "A value cannot be read: a date, time, duration, rating, link, kind, status …",
    Subtype.TITLE: "A talk, speaker or event has no title: no argument, and no section around it.",
    Subtype.KEY: "Two different talks of one event have the same key.",
    Subtype.ORDER: "A talk or an event ends before it starts.",
    Subtype.DATES: "A talk lies outside the days of its event, or has a day or a time without"
    " any event.",
    Subtype.CONTRADICTION: "Two notes on one talk say different things of it, or one note does.",
    Subtype.PLACE: "A directive or metadata has no meaning at its place, a directive is a comment,"
    " text or code by a slip, or a section is described twice.",
    Subtype.METADATA: "A report's metadata has a value of the wrong type.",
    Subtype.TEMPLATE: "A report holds what only the template language of another engine reads, or"
    " a template for pages fails.",
    Subtype.DATA: "A data file is missing, is not YAML, or has keys that do not exist.",
    Subtype.REFERENCE: "A role names a talk, speaker, event or topic that nobody knows.",
    Subtype.AMBIGUOUS: "A role, a report, a talk or a filter names something that could be several"
    " things, or a date can be read two ways.",
    Subtype.DUPLICATE: "A speaker, event or topic is described twice, two speakers or two topics"
    " share an alias, or two talks seem to be one, or two reports have one id in feeds.",
    Subtype.PATTERN: "A talk pattern or day pattern cannot be read, or matches nothing.",
    Subtype.PROGRAMME: "A programme cannot be read in part or as a whole.",
    Subtype.SITE: "Another site does not answer, or what it says cannot be read in part or as a"
    " whole.",
    Subtype.CHECK: "The builder ``tripcheck`` found what is missing or seems to be wrong.",
    Subtype.PICTURE: "A picture that lists show is broken or too large, or cannot be made smaller.",
    Subtype.TOPIC: "A topic is none of those that data files declare, although these are all.",
    Subtype.FONTS: "A title or a name is in a script for which a PDF has no font.",
    Subtype.NAME: "Another extension owns a short name such as ``talk``; ``trip:talk`` works. Or a"
    " document or file of the project's own has the name of one that is made.",
}


class Problem(NamedTuple):
    """One thing that is wrong: where it is, and what was found and expected."""

    subtype: Subtype
    text: str
    line: int = 0
    """Line in the file, from 1; 0 if no line is known."""
    docname: str = ""
    """The document, or the path of a data file; empty if the caller knows it."""
    included_at: str = ""
    """As that of a :class:`~sphinxcontrib_tripreport.core.model.records.Note`."""
