"""The check of titles: which talks of an event seem to be one. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.near_titles import NearTitles, TalkTitle, near_titles
from sphinxcontrib_tripreport.core.checks.places import at_note
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.phrases import quoted

_BY_MANY = frozenset({"lightning", "open-space"})
"""Kinds of which an event has several under one title."""


def check_titles(project: Project) -> Iterator[Finding]:
    """A finding for each two talks that seem to be one, at a note on the less known of them."""
    catalogue = project.catalogue
    talks = (talk for talk in catalogue.talks if talk.is_ours and talk.kind not in _BY_MANY)
    for pair in near_titles(_talk_title(talk, catalogue) for talk in talks):
        one, other = (catalogue.talk_called(each.name) for each in (pair.one, pair.other))
        suggestion = ""
        if one.session:
            suggestion = f":programme: {one.session}"
        elif one.event:
            suggestion = f":key: {one.key}"
        yield at_note(
            "titles", other.notes[0], _message(pair, one), (suggestion,) if suggestion else ()
        )


def _talk_title(talk: Talk, catalogue: Catalogue) -> TalkTitle:
    return TalkTitle(
        talk.name,
        talk.title,
        talk.event,
        tuple(catalogue.people[key].name for key in talk.speakers),
        talk.day,
        talk.start,
        talk.session,
        frozenset(note.docname for note in talk.notes),
    )


def _message(pair: NearTitles, one: Talk) -> str:
    first, second = quoted((pair.other.title, pair.one.title))
    reasons = ", and ".join(pair.reasons)
    expected = "one event" if not one.event else "one title, or one key"
    if one.session:
        expected = "the title that the programme has, or “programme” with the id of its session"
    return (
        f"{first} and {second} ({one.said_at}) seem to be one talk, because {reasons}: expected"
        f" {expected}."
    )
