"""Other sites with this extension, and what they say."""

from __future__ import annotations

from typing import NamedTuple

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker

OURS = "this"
"""What filters call the project's own site."""


class OtherSite(NamedTuple):
    """Another site, as pages name it and link to it."""

    key: str
    """What ``conf.py`` calls it."""
    url: str
    """Its address, with a slash at its end."""
    name: str = ""
    """What its project is called; the key if it says nothing."""


class SiteRecords(NamedTuple):
    """What another site says. In place of documents there are the addresses of its pages."""

    site: OtherSite
    notes: tuple[Note, ...] = ()
    reports: tuple[Report, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with its file: one of each kind, however often it occurs."""
