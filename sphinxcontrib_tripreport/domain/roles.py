"""The roles, each named after what it names, and the warning if one fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.roles import XRefRole

from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment


class TripRole(XRefRole):
    """Names a talk, person, event or topic; ``text <name>`` sets the text."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The role's nodes, which are the domain's also under the short name."""
        if ":" not in self.name:
            self.name = f"trip:{self.name}"
        return super().run()

    def create_xref_node(self) -> tuple[list[Node], list[system_message]]:
        """A reference with classes of its own: a section of a talk has the class ``trip-talk``."""
        self.classes = ["xref", "trip-ref", f"trip-ref-{self.reftype}"]
        return super().create_xref_node()

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """Note what the page refers to: it is stale when that moves or changes its name."""
        target = " ".join(target.split())
        store_of(env).note_shown(env.docname, "role", f"{refnode['reftype']} {target}")
        return " ".join(title.split()), target


def warn_of_unknown_name(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Say what a role could have meant; for ``warn-missing-reference``."""
    if domain is None or domain.name != "trip":
        return None
    from sphinxcontrib_tripreport.views.role import say_unknown

    catalogue = context_of(domain.env).catalogue
    subtype, text = say_unknown(catalogue, node["refdoc"], node["reftype"], node["reftarget"])
    warn(subtype, text, node)
    return True
