"""Marks: how each author met a talk, and what they thought of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.text.names import family_first
from sphinxcontrib_tripreport.messages import _, translatable
from sphinxcontrib_tripreport.views.references import Reference

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.places import Target
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen

SEEN: Final = frozenset({"attended", "watched"})
"""The statuses of those who know a talk."""
STATUS_WORDS = {
    "attended": translatable("Attended"),
    "watched": translatable("Watched"),
    "missed": translatable("Missed"),
    "planned": translatable("Planned"),
    "cancelled": translatable("Cancelled"),
}


class Who(NamedTuple):
    """An author, as the head of a column says it."""

    sort: str
    """The name to sort by."""
    reference: Reference
    """Without a text for notes whose author nobody names."""


class AuthorMark(NamedTuple):
    """What one author says of a talk in one note."""

    who: Who
    status: str
    rating: int | None
    target: Target
    """The note."""


def marks_of(context: Context, talk: Talk) -> tuple[AuthorMark, ...]:
    """The marks of a talk, in the order of its notes."""
    return tuple(mark for note in talk.notes for mark in _marks(context, note))


def _marks(context: Context, note: Note) -> Iterator[AuthorMark]:
    authors = context.catalogue.authorship.of_report(note.docname)
    people = context.catalogue.people
    for who in (
        *(Who(family_first(people[key].name, people[key].sort), context.author(key))
          for key in authors),
        *([] if authors else [Who("", Reference(""))]),
    ):  # fmt: skip
        yield AuthorMark(who, note.status or "attended", note.rating, note.target)


def draw_mark(pen: Pen, mark: AuthorMark) -> BylineGroup:
    """The word for how a talk was met, as a link to the note, and the rating."""
    classes = f"trip-mark trip-mark-{mark.status}"
    link = pen.reference(Reference(_(STATUS_WORDS[mark.status]), mark.target))
    drawn: BylineGroup = [nodes.inline("", "", link, classes=classes.split())]
    if mark.rating is not None:
        rating = nodes.inline("", f"{mark.rating}/5", classes=["trip-mark-rating"])
        drawn += [nodes.Text(" "), rating]
    return drawn


def name_of(who: Who) -> str:
    """The name over a column."""
    return who.reference.text or _("Others")
