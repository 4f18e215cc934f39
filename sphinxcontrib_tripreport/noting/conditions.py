"""What ``only`` and ``ifconfig`` leave out of an output: links lead to the document around it.

Sphinx reads it in every build, and takes it out when pages are written. What is in it is in
the catalogue of every build, too: so the same is known in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from docutils import nodes
from sphinx import addnodes
from sphinx.ext.ifconfig import ifconfig

from sphinxcontrib_tripreport.core.model.places import Target

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker, Takeaway


class Condition(NamedTuple):
    """The condition on which a place is shown."""

    expression: str
    of_tags: bool
    """For ``only``: of tags; for ``ifconfig``: Python, of the configuration."""


Conditions = Mapping[str, Mapping[str, tuple[Condition, ...]]]
"""By document, then by anchor: the condition of each such directive around it."""

_Record = TypeVar("_Record", "Note", "Speaker", "Event", "Takeaway")


def conditions_of(
    records: Iterable[Note | Speaker | Event | Takeaway], doctree: nodes.document
) -> dict[str, tuple[Condition, ...]]:
    """The conditions on which each record of a document is shown, by anchor.

    Records that are always shown are not among them.
    """
    return {
        target.anchor: found
        for record in records
        if (target := record.target)
        and (found := tuple(_conditions_around(doctree, target.anchor)))
    }


def _conditions_around(document: nodes.document, anchor: str) -> Iterator[Condition]:
    node: Any = document.ids.get(anchor)
    while node is not None:
        if isinstance(node, addnodes.only | ifconfig):
            yield Condition(node["expr"], isinstance(node, addnodes.only))
        node = node.parent


def places_left_out(conditions: Conditions, builder: Builder) -> frozenset[Target]:
    """The places that the output of a builder does not have."""
    return frozenset(
        Target(docname, anchor)
        for docname, anchors in conditions.items()
        for anchor, around in anchors.items()
        if not all(_holds(condition, builder) for condition in around)
    )


def _holds(condition: Condition, builder: Builder) -> bool:
    if condition.of_tags:
        # What cannot be read is shown, with a warning of Sphinx.
        with suppress(Exception):
            return bool(builder.tags.eval_condition(condition.expression))
        return True
    # What cannot be read is an error in its place. The names are those of sphinx.ext.ifconfig.
    values = {value.name: value.value for value in builder.config}
    names = {**values, **vars(builder.config), "builder": builder.name}
    with suppress(Exception):
        return bool(eval(condition.expression, names))
    return False


def as_far_as_shown(records: Iterable[_Record], left_out: frozenset[Target]) -> Iterator[_Record]:
    """The records, those of places that are left out without an anchor."""
    if not left_out:
        return iter(records)
    return (_without_anchor(each) if each.target in left_out else each for each in records)


def _without_anchor(record: Any) -> Any:
    if hasattr(record, "described"):
        return replace(record, described=record.described._replace(anchor=""))
    return replace(record, anchor="")
