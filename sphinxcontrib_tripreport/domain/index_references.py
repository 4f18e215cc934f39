"""Where ``:ref:`` to an index leads.

To its page, or to the overview that is in its place; in builders that have neither it is the title,
not the bare label.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import context_of
from sphinxcontrib_tripreport.views.index_places import INDEX_OF, overviews

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_NAMES = frozenset(INDEX_OF.values())
_ROLES = ("ref", "any", "myst")


def _references_to_indices(document: nodes.document) -> Iterator[pending_xref]:
    """The references of a document to indices by their labels."""
    for node in document.findall(pending_xref):
        is_label = node.get("reftarget") in _NAMES and node.get("reftype") in _ROLES
        # Not those that name another project, as ``external+other:ref`` does.
        if is_label and not node.get("intersphinx"):
            yield node


def note_named_indices(app: Sphinx, document: nodes.document) -> None:
    """Note which indices a document leads to; for ``doctree-read``."""
    for node in _references_to_indices(document):
        store_of(app.env).note_shown(app.env.docname, "index", node["reftarget"])


def lead_to_overviews(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Let the labels of indices lead to the overviews in their place; for ``env-updated``."""
    standard, places = env.domains.standard_domain, overviews(env)
    for index in env.domains["trip"].indices:
        name = f"trip-{index.name}"
        docname = places.get(name, "")
        if docname in env.all_docs and name not in env.all_docs:
            standard.labels[name] = (docname, "", index.localname)
            standard.anonlabels[name] = (docname, "")
    return []


class NameIndices(SphinxPostTransform):
    """Replaces references that would be dead or show a label."""

    def run(self, **kwargs: Any) -> None:
        """Leave only the title if the builder at hand has no page for the index.

        Of an index that this project does not have, another project may have one.
        """
        references = [
            node
            for node in _references_to_indices(self.document)
            if node["reftarget"] not in self.env.found_docs
        ]
        if not references:
            return
        from sphinxcontrib_tripreport.views.registry import answer

        context = context_of(self.env)
        trip = self.env.domains["trip"]
        titles = {f"trip-{index.name}": index.localname for index in trip.indices}
        for reference in references:
            target = reference["reftarget"]
            has_page, is_ours = answer(context, self.env.docname, "index", target)
            if has_page:
                continue
            elsewhere = None if is_ours else self._reference_to_other_project(reference)
            if elsewhere is not None:
                reference.replace_self(elsewhere)
            else:
                text = reference.astext() if reference.get("refexplicit") else titles[target]
                reference.replace_self(nodes.inline("", text or titles[target]))

    def _reference_to_other_project(self, reference: pending_xref) -> nodes.Node | None:
        """A reference to the index of another project, if intersphinx knows one."""
        # However it is written, the label is Sphinx's.
        asked = reference.copy()
        asked["reftype"], asked["refdomain"] = "ref", "std"
        content = reference[0].deepcopy() if len(reference) else nodes.inline()
        found: nodes.Node | None = self.env.events.emit_firstresult(
            "missing-reference", self.env, asked, content, allowed_exceptions=(NoUri,)
        )
        return found
