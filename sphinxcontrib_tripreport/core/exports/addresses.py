"""Where things are on a site, as data files say it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.model.talk import Talk


def _no_address(*_about: object) -> str:
    return ""


class Addresses(NamedTuple):
    """Addresses: absolute if the site has one, else from its home page; empty for no place."""

    place: Callable[[Target], str] = _no_address
    talk: Callable[[Talk], str] = _no_address
    subject: Callable[[str, str], str] = _no_address
    """By ``event``, ``speaker``, ``author`` or ``topic``, and the key."""
    text: Callable[[Note], str] = _no_address
    """What a note says, in plain text; empty if nobody asked for that."""
