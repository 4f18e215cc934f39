"""Talks are noted here, however an author wrote them: in directives, patterns or metadata."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.talk_words import between_names
from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.options.note import make_note
from sphinxcontrib_tripreport.core.options.tables import TALK_OPTIONS
from sphinxcontrib_tripreport.core.text.names import NamedPerson, people_in
from sphinxcontrib_tripreport.noting.anchors import free_anchor
from sphinxcontrib_tripreport.noting.files import take_files
from sphinxcontrib_tripreport.noting.post import current_post
from sphinxcontrib_tripreport.noting.unfinished import unfinished_in
from sphinxcontrib_tripreport.settings import as_list

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def note_talk(
    env: BuildEnvironment,
    title: str,
    values: TalkValues,
    *,
    line: int,
    free_anchor: Callable[[str], str],
    original_title: str = "",
    included_at: str = "",
) -> tuple[Note, list[Problem]]:
    """Note a talk of the document that is being read, and let it inherit the report's event.

    :param values: what :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gave;
        files of the project are already taken
    :param free_anchor: from an anchor to one that nothing else in the document uses
    :param original_title: before it was translated, if it was
    :param included_at: where the talk is, if that is in a file that the document includes
    :return: the note, which is kept when the document is read, and what is wrong with it
    """
    unfinished, post = unfinished_in(env), current_post(env)
    values = {"event": post.read.report.event if post is not None else "", **values}
    if "speakers" in values:
        values["speakers"] = tuple(map(_separator_of_people(env), values["speakers"]))
    note, problems = make_note(
        title,
        values,
        docname=env.docname,
        line=line,
        included_at=included_at,
        earlier=unfinished.notes,
        free_anchor=free_anchor,
        original_title=original_title,
    )
    unfinished.notes.append(note)
    return note, problems


def language_of_names(env: BuildEnvironment) -> str:
    """The language in which the document that is being read lists names."""
    post = current_post(env)
    return (post.language if post is not None else "") or env.config.language or "en"


def _separator_of_people(env: BuildEnvironment) -> Callable[[NamedPerson], NamedPerson]:
    """What tells apart people who are written as one: ``Ann Lee and Bob Ray``."""
    words = tuple(as_list(env.config.tripreport_speaker_separators))
    joint = between_names(language_of_names(env), words)
    return lambda person: (
        person._replace(written="", parts=people_in(person, joint)) if person.written else person
    )


def note_found_talk(
    env: BuildEnvironment,
    document: nodes.document,
    title: str,
    values: TalkValues,
    line: int,
    owner: nodes.Element | None = None,
    original_title: str = "",
    included_at: str = "",
) -> tuple[Note, list[Problem]]:
    """Note a talk that no directive makes, and take the files that it names.

    :param owner: the node that may already have the talk's anchor
    :return: the note, and what is wrong with it and its files
    """
    taken, missing = take_files(env, values, TALK_OPTIONS)
    note, problems = note_talk(
        env,
        title,
        taken,
        line=line,
        free_anchor=lambda wanted: free_anchor(document, wanted, owner),
        original_title=original_title,
        included_at=included_at,
    )
    if abstract := values.get("abstract"):
        post = current_post(env)
        markup = "markdown" if post is not None and post.is_markdown else "rst"
        unfinished_in(env).learn(note, plain_abstract=abstract, abstract_markup=markup)
    return note, [*(wrong.with_place(line) for wrong in missing), *problems]
