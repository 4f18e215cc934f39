"""What the inventory holds, remembered beside the doctrees for each output directory.

Sphinx writes the inventory and the index of the search page in every build, also in one with
nothing to do. As long as the records are the same, so are their objects, and the records need not
be put together.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.freshness.memory import VERSION, path_of
from sphinxcontrib_tripreport.freshness.stale import made_from
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import answers_of, context_of, own_context_of
from sphinxcontrib_tripreport.views.index_places import roles_in

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.views.objects import InventoryObject


class Inventory(NamedTuple):
    """All objects of the project, and the roles that have something to name, also elsewhere."""

    objects: list[InventoryObject]
    roles: frozenset[str]


class _KnownInventory:
    """The inventory that this build knows."""

    made_from = ""
    """A digest of what it was made from."""
    inventory: Inventory | None = None


def inventory_of(env: BuildEnvironment) -> Inventory:
    """Every object of the project: from an earlier build, if it was made from the same."""
    known, digest = store_of(env).state(_KnownInventory), made_from(env)
    if not digest:
        return _make(env)  # not all documents are read
    if known.inventory is None or known.made_from != digest:
        known.made_from, known.inventory = digest, _load_or_make(env, digest)
    return known.inventory


def _load_or_make(env: BuildEnvironment, digest: str) -> Inventory:
    builder = answers_of(env).builder
    assert builder is not None
    path = path_of(builder, "-objects.json")
    found = _load(path, digest)
    if found is None:
        found = _make(env)
        kept = {"made_from": digest, "version": VERSION, "roles": sorted(found.roles)}
        text = json.dumps({**kept, "objects": found.objects}, ensure_ascii=False)
        # In one step: a build that is stopped, or another one at the same time, leaves no half.
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(text, encoding="utf-8", errors="surrogatepass")
        part.replace(path)
    return found


def _make(env: BuildEnvironment) -> Inventory:
    store = store_of(env)
    if store.is_empty and not store.data["sites"]:
        return Inventory([], frozenset())
    from sphinxcontrib_tripreport.views.objects import objects_in

    return Inventory(list(objects_in(own_context_of(env))), roles_in(context_of(env).catalogue))


def _load(path: Path, digest: str) -> Inventory | None:
    """The inventory in a file; None if it was made from something else, or is damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        if (found["made_from"], found["version"]) != (digest, VERSION):
            return None
        objects = [
            (str(name), str(text), str(role), str(docname), str(anchor), int(priority))
            for name, text, role, docname, anchor, priority in found["objects"]
        ]
        return Inventory(objects, frozenset(map(str, found["roles"])))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
