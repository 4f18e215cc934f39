"""Which sites noted a talk, and how the talk is if only some of them are asked. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.merging import mean_rating, nearest_status
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.model.sites import OURS
from sphinxcontrib_tripreport.core.model.talk import Talk

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue


def sites_of(catalogue: Catalogue, thing: Talk | Report | Event | Speaker) -> tuple[str, ...]:
    """The keys of the sites that wrote on something; ``this`` for our own, which comes first."""
    if isinstance(thing, Talk):
        found = [note.site for note in thing.notes] or [""]
    elif isinstance(thing, Report):
        found = [thing.site]
    elif isinstance(thing, Event):
        found = [note.site for talk in catalogue.talks_at(thing.key) for note in talk.notes]
        found += (report.site for report in catalogue.reports_on(thing.key))
    else:
        found = [note.site for talk in catalogue.talks_by(thing.key) for note in talk.notes]
        written = catalogue.authorship.reports_by(thing.key)
        found += (catalogue.reports[docname].site for docname in written)
    return tuple(dict.fromkeys(site or OURS for site in sorted(found)))


def as_noted_at(talk: Talk, sites: Iterable[str]) -> Talk:
    """A talk with the notes of some sites alone, and how their authors met it.

    The talk itself if none of them noted it, or no other did.
    """
    wanted = set(sites)
    notes = tuple(note for note in talk.notes if (note.site or OURS) in wanted)
    if not notes or len(notes) == len(talk.notes):
        return talk
    return replace(talk, notes=notes, status=nearest_status(notes), rating=mean_rating(notes))
