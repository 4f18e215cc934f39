"""The languages that a talk is found under. Pure."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.talk import Talk


def languages_of(catalogue: Catalogue, talk: Talk) -> tuple[str, ...]:
    """The codes of the language of a talk, in small letters; else of the reports on it."""
    if talk.language:
        return (talk.language.lower(),)
    reports = (catalogue.reports.get(note.docname) for note in talk.notes)
    found = {report.language.lower() for report in reports if report is not None}
    return tuple(sorted(found - {""}))
