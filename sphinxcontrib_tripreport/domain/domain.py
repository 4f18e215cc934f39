"""The domain ``trip``: what Sphinx asks a domain for, answered from the records."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.errors import NoUri

from sphinxcontrib_tripreport.domain.roles import TripRole
from sphinxcontrib_tripreport.freshness.inventory import inventory_of
from sphinxcontrib_tripreport.messages import _, translatable
from sphinxcontrib_tripreport.nodes import LANGUAGE, ROLES
from sphinxcontrib_tripreport.noting.store import Store
from sphinxcontrib_tripreport.noting.stored_data import DATA_VERSION, StoredData, empty_data
from sphinxcontrib_tripreport.views.answers import answers_of, context_of

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.roles import XRefRole
    from sphinx.util.typing import RoleFunction

    from sphinxcontrib_tripreport.views.references import Reference


class TripDomain(Domain):
    """Talks, people, events and topics of all documents."""

    name = "trip"
    label = "Trip report"
    object_types: ClassVar[dict[str, ObjType]] = {
        "talk": ObjType(translatable("Talk"), "talk"),
        "speaker": ObjType(translatable("Speaker"), "speaker"),
        "author": ObjType(translatable("Author"), "author"),
        "event": ObjType(translatable("Event"), "event"),
        "topic": ObjType(translatable("Topic"), "topic"),
        "takeaway": ObjType(translatable("Takeaway"), "takeaway"),
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        role: TripRole(innernodeclass=nodes.inline, warn_dangling=True) for role in ROLES
    }
    data_version = DATA_VERSION
    initial_data: ClassVar[dict[str, Any]] = cast("dict[str, Any]", empty_data())

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        # A domain is made anew for each build; only ``data`` is kept from one to the next.
        self.store = Store(cast("StoredData", self.data))

    def setup(self) -> None:
        """Give the indices their titles in the project's language, then register them."""
        for index in self.indices:
            index.localname = _(index.title)  # type: ignore[attr-defined]
            index.shortname = _(index.short)  # type: ignore[attr-defined]
            # An earlier build may have let it lead to an overview.
            self.env.domains.standard_domain.anonlabels.pop(f"{self.name}-{index.name}", None)
        super().setup()

    def get_type_name(self, objtype: ObjType, primary: bool = False) -> str:
        """What a result of a search is, in the project's language."""
        return _(objtype.lname)

    def clear_doc(self, docname: str) -> None:
        """Forget what a document said."""
        self.store.clear(docname)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a worker read of *docnames*."""
        self.store.merge(docnames, otherdata)

    def check_consistency(self) -> None:
        """Warn of what only all records together show."""
        store = self.store
        # A listing can ask for what nobody knows also when nobody says anything.
        if not store.is_empty or store.data["shows"]:
            from sphinxcontrib_tripreport.views.problems import warn_of_problems

            warn_of_problems(self.env)

    # Roles

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link a role to what it names; unknown and ambiguous names are left to others."""
        if typ not in ROLES:
            return None
        from sphinxcontrib_tripreport.views.references import make_reference
        from sphinxcontrib_tripreport.views.registry import answer

        found: Reference | None = answer(context_of(env), fromdocname, "role", f"{typ} {target}")
        if found is None:
            return None
        if not node["refexplicit"]:
            classes = list(contnode["classes"])
            if found.language:
                classes.append(f"{LANGUAGE}{found.language}")
            contnode = nodes.inline(found.text, found.text, classes=classes)
        if found.target is None:
            # Known, but nowhere in this output: its name, without a link and without a warning.
            return cast("nodes.reference", contnode)
        try:
            return make_reference(builder, fromdocname, found.target, contnode)
        except NoUri:
            # In a document that a book leaves out: Sphinx would show what the author wrote.
            return cast("nodes.reference", contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Everything of ours that the role ``any`` could mean."""
        answers_of(env).asked[fromdocname].add(target)
        found: list[tuple[str, nodes.reference]] = []
        for role in ROLES:
            if role == "author" and any(name == f"{self.name}:speaker" for name, _ref in found):
                # The same person: either side can be meant.
                continue
            resolved = self.resolve_xref(
                env, fromdocname, builder, role, target, node, contnode.deepcopy()
            )
            if role == "topic" and not isinstance(resolved, nodes.reference):
                continue  # It is declared, but nothing is about it: others may mean the name.
            if resolved is not None:
                found.append((f"{self.name}:{role}", resolved))
        return found

    # Inventory and object search

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every talk, person, event and topic, each in a document that the search page knows."""
        yield from inventory_of(self.env).objects
