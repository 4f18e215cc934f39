"""Talks of other projects, through intersphinx: found by key and title as our own are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.text.slugs import fold, slug_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import TextElement, reference
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def find_in_inventories(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: TextElement
) -> reference | None:
    """Ask intersphinx by the name that an inventory has for a target; for ``missing-reference``.

    Intersphinx itself compares letter by letter: an inventory knows a talk only as ``event/key``.
    A name that could be several things is left alone.
    """
    if node.get("refdomain") != "trip":
        return None
    objects = getattr(env, "intersphinx_inventory", {}).get(f"trip:{node['reftype']}", {})
    if not objects or node["reftarget"] in objects:
        return None
    wanted = {fold(node["reftarget"]), slug_path(node["reftarget"])}
    found = [name for name, item in objects.items() if wanted.intersection(_spellings(name, item))]
    # One thing may have several names: the keys that a talk had, the aliases of a topic.
    if len({_address(objects[name]) for name in found}) != 1:
        return None
    from sphinx.ext.intersphinx import missing_reference

    # Another node: where intersphinx does not want to, a warning has what the author wrote.
    asked = node.copy()
    asked["reftarget"] = found[0]
    return missing_reference(app, env, asked, contnode)


def _address(item: object) -> str:
    """Where an object of an inventory is: until Sphinx 8.2, these are tuples."""
    address: str = item[2] if isinstance(item, tuple) else item.uri  # type: ignore[attr-defined]
    return address


def _spellings(name: str, item: object) -> Iterator[str]:
    yield fold(name)
    yield fold(name.rpartition("/")[2])
    shown = getattr(item, "display_name", None) or item[3]  # type: ignore[index]
    yield fold(shown)
