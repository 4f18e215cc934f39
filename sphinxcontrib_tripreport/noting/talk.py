"""Talks that no directive makes: their notes, with files taken and the event inherited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.options.note import make_note
from sphinxcontrib_tripreport.core.options.tables import TALK_OPTIONS
from sphinxcontrib_tripreport.noting.anchors import free_anchor
from sphinxcontrib_tripreport.noting.files import take_files
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def note_talk(
    env: BuildEnvironment,
    document: nodes.document,
    title: str,
    values: Mapping[str, Any],
    line: int,
    owner: nodes.Element | None = None,
    original_title: str = "",
    included_at: str = "",
) -> tuple[Note, list[Problem]]:
    """Note a talk of the document that is being read.

    :param values: what :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gave
    :param owner: the node that may already have the talk's anchor
    :param original_title: before it was translated, if it was
    :param included_at: where it stands, if that is in a file that the document includes
    :return: the note, which the store has, and what is wrong with it
    """
    store = store_of(env)
    taken, missing = take_files(env, values, TALK_OPTIONS)
    note, problems = make_note(
        title,
        {"event": store.event_of(env.docname), **taken},
        docname=env.docname,
        line=line,
        included_at=included_at,
        earlier=store.notes_in(env.docname),
        free_anchor=lambda wanted: free_anchor(document, wanted, owner),
        original_title=original_title,
    )
    store.note("notes", env.docname, note)
    return note, [*(wrong.at(line) for wrong in missing), *problems]
