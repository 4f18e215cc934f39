"""The abstract of a talk on its page: that of the first note that has one, or the programme's."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.codes import speaks
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.nodes import LANGUAGE, MARKED

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.noting.stored_data import Subject
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import Pen

Ask = Callable[["Context", str, str, "Subject"], Any]
"""As the registry of views answers: from the document, the view and the subject."""


class Abstract(NamedTuple):
    """What the programme says of a talk, as a note has it."""

    docname: str
    """Of the report."""
    anchor: str
    """Of the note."""
    language: str
    """Of the text; empty if it is the project's."""
    digest: str
    """Of the text, and of what it shows of the rest of the project."""


class PlainAbstract(NamedTuple):
    """The text of a stranger, from a programme or metadata, in which nothing is a role."""

    text: str
    markup: str
    language: str
    """As that of an abstract of a note."""


def answer_abstract(context: Context, talk: Talk, ask: Ask) -> Abstract | PlainAbstract | None:
    """The abstract of a talk; None if none is known.

    :param ask: what answers for the views in it
    """
    for note in talk.notes:
        text = context.note_texts.get(note.docname, {}).get(note.anchor)
        if text is not None and text.abstract:
            language = context.language_of(note.docname)
            digest = digest_shown(context, note.docname, text.abstract, text.abstract_shows, ask)
            return Abstract(note.docname, note.anchor, language, digest)
        if note.plain_abstract:
            language = context.language_of(note.docname)
            return PlainAbstract(note.plain_abstract, note.abstract_markup, language)
    if not talk.abstract:
        return None
    is_foreign = talk.language and not speaks(talk.language, context.locale)
    return PlainAbstract(talk.abstract, talk.abstract_markup, talk.language if is_foreign else "")


def digest_shown(
    context: Context, docname: str, digest: str, shows: Iterable[tuple[str, Subject]], ask: Ask
) -> str:
    """A digest of a text of a document, and of what it shows of the rest of the project."""
    said = json.dumps([digest, [ask(context, docname, *asked) for asked in shows]])
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def draw_abstract(pen: Pen, abstract: Abstract | PlainAbstract) -> list[nodes.Node]:
    """Its text in its own language, under a heading; nothing if there are no words in it."""
    text = _text(pen, abstract)
    if not text:
        return []
    holder = nodes.container("", *text, classes=["trip-abstract-text"])
    if abstract.language:
        holder["classes"].append(f"{LANGUAGE}{abstract.language}")
        holder[MARKED] = abstract.language
    heading = nodes.rubric("", _("Abstract"), classes=["trip-heading", "trip-level-1"])
    return [nodes.container("", heading, holder, classes=["trip-abstract"])]


def _text(pen: Pen, abstract: Abstract | PlainAbstract) -> list[nodes.Node]:
    if isinstance(abstract, PlainAbstract):
        from sphinxcontrib_tripreport.core.text.rich_text import read_rich_text
        from sphinxcontrib_tripreport.views.rich_text import draw_rich_text

        return draw_rich_text(read_rich_text(abstract.text, abstract.markup))
    from sphinxcontrib_tripreport.noting.note_texts import abstract_at
    from sphinxcontrib_tripreport.views.note_copies import copy_text

    prefix = f"abstract-{next(pen.numbers)}-"
    return copy_text(pen, abstract.docname, abstract.anchor, prefix, take=abstract_at)
