"""Talks that were given several times: the latest time of those that are found. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.talk import Talk


def each_once(catalogue: Catalogue, talks: Iterable[Talk]) -> list[Talk]:
    """*talks*, of which none was given again at another time that is among them."""
    latest: dict[str, Talk] = {}
    for talk in talks:
        first = min(talk.name, *(each.name for each in catalogue.deliveries_of(talk)), talk.name)
        known = latest.get(first)
        if known is None or catalogue.date_order(known) < catalogue.date_order(talk):
            latest[first] = talk
    return list(latest.values())
