"""Takeaways and actions, as ``talks.json`` has them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.places import Target


def takeaways_of(
    catalogue: Catalogue, address: Callable[[Target], str]
) -> Iterator[dict[str, Any]]:
    """Every takeaway and action, in the order of documents.

    :param address: where each is; empty if that is not known
    """
    for takeaway in catalogue.takeaways.all:
        record = takeaway.record
        yield {
            "key": record.key,
            "kind": record.kind,
            "text": record.text,
            "topics": sorted(record.topics),
            "owner": takeaway.owner or record.owner or None,
            "due": record.due.isoformat() if record.due is not None else None,
            "done": record.is_done,
            "event": takeaway.event or None,
            "talk": takeaway.talk.name if takeaway.talk is not None else None,
            "docname": record.docname,
            "anchor": record.anchor,
            "address": address(record.target) or None,
        }
