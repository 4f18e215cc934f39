"""The domain ``trip``: records by document, roles, and what the inventory holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue, Records
from sphinxcontrib_tripreport.core.model.digests import digest_of, digest_records
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Target
from sphinxcontrib_tripreport.core.queries.subject import query_of
from sphinxcontrib_tripreport.directives.event import EventDirective
from sphinxcontrib_tripreport.directives.listing import (
    EventListDirective,
    ReportListDirective,
    SpeakerListDirective,
    TalkListDirective,
)
from sphinxcontrib_tripreport.directives.page import FactsDirective, OverviewDirective
from sphinxcontrib_tripreport.directives.speaker import SpeakerDirective
from sphinxcontrib_tripreport.directives.talk import KeynoteDirective, TalkDirective
from sphinxcontrib_tripreport.domain.indices import EventIndex, SpeakerIndex, TalkIndex, TopicIndex
from sphinxcontrib_tripreport.domain.roles import TripRole
from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import _, mark, warn
from sphinxcontrib_tripreport.nodes import LANGUAGE
from sphinxcontrib_tripreport.noting.conditions import as_far_as_shown, places_left_out
from sphinxcontrib_tripreport.noting.places import location_of
from sphinxcontrib_tripreport.pages.project import written_pages
from sphinxcontrib_tripreport.settings import page_kinds
from sphinxcontrib_tripreport.views.context import Desk
from sphinxcontrib_tripreport.views.listings.answer import find
from sphinxcontrib_tripreport.views.references import Reference, make_reference
from sphinxcontrib_tripreport.views.registry import answer

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.domains import Index
    from sphinx.environment import BuildEnvironment
    from sphinx.roles import XRefRole
    from sphinx.util.typing import RoleFunction

    from sphinxcontrib_tripreport.freshness.memory import Memory
    from sphinxcontrib_tripreport.pages.warnings import InTemplate

DATA_VERSION = 12
"""Bumped when records or placeholders change, so that old environments are read anew."""

_RECORDS = ("notes", "speakers", "events", "reports")
BY_DOCUMENT = (*_RECORDS, "shows", "digests", "skipped", "awaited", "names_pages",
               "conditions")  # fmt: skip
"""What is kept of each document: it can go with the document, without asking another."""

ROLES = ("talk", "speaker", "event", "topic")

_Record = TypeVar("_Record", Note, Speaker, Event)


class TripDomain(Domain):
    """Talks, speakers, events and topics of all documents."""

    name = "trip"
    label = "Trip report"
    object_types: ClassVar[dict[str, ObjType]] = {
        "talk": ObjType(mark("Talk"), "talk"),
        "speaker": ObjType(mark("Speaker"), "speaker"),
        "event": ObjType(mark("Event"), "event"),
        "topic": ObjType(mark("Topic"), "topic"),
    }
    directives: ClassVar[dict[str, type[Directive]]] = {
        "talk": TalkDirective,
        "keynote": KeynoteDirective,
        "speaker": SpeakerDirective,
        "event": EventDirective,
        "talklist": TalkListDirective,
        "speakerlist": SpeakerListDirective,
        "eventlist": EventListDirective,
        "reportlist": ReportListDirective,
        "facts": FactsDirective,
        "overview": OverviewDirective,
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        role: TripRole(innernodeclass=nodes.inline, warn_dangling=True) for role in ROLES
    }
    indices: ClassVar[list[type[Index]]] = [TalkIndex, SpeakerIndex, EventIndex, TopicIndex]
    data_version = DATA_VERSION
    initial_data: ClassVar[dict[str, Any]] = {
        **{kind: {} for kind in BY_DOCUMENT},
        # Of documents that may never be read: what was seen of their files.
        "drafts": {},
        # Of the documents that are made: digests of their sources, and of what these are made from.
        "pages": {},
        "made_from": "",
        # Digests of the sources, by templates of the project's own, that had no heading.
        "untitled": {},
    }

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        # A domain is made anew for each build; only ``data`` is kept from one to the next.
        self.data_files: tuple[tuple[Speaker, ...], tuple[Event, ...]] = ((), ())
        self.builder: Builder | None = None
        self.memory: Memory | None = None
        self.hidden: frozenset[str] = frozenset()
        """The drafts that this build leaves out."""
        self.written: set[str] = set()
        self.asked: defaultdict[str, set[str]] = defaultdict(set)
        """By document, what references without a role of ours asked for while it was written."""
        self.revision = ""
        """A digest of all that answers are made from."""
        self.made_from = ""
        """A digest of all that index pages and data files are made from."""
        self.outdated_pages: Set[str] = frozenset()
        """The made documents that have to be read again, whether their sources change or not."""
        self.read_now: frozenset[str] = frozenset()
        """The documents that this build reads, before any page is made."""
        self.template = ""
        """The project's own template of the made document that is being read, if it has one."""
        self.has_heading = True
        """Whether the made document that was read last has a heading."""
        self.in_template: InTemplate | None = None
        """Has warnings of made documents name their templates; None where there are no pages."""
        self.pages_are_made = False
        """Whether it is known which pages there are."""
        self._desk: Desk | None = None

    def setup(self) -> None:
        """Give the indices their titles in the project's language, then register them."""
        for index in self.indices:
            index.localname = _(index.title)  # type: ignore[attr-defined]
            index.shortname = _(index.short)  # type: ignore[attr-defined]
        super().setup()

    def get_type_name(self, objtype: ObjType, primary: bool = False) -> str:
        """What a result of a search is, in the project's language."""
        return _(objtype.lname)

    # What reading notes

    def note(self, kind: str, docname: str, record: _Record) -> None:
        """Keep a record of a document; *kind* is ``notes``, ``speakers`` or ``events``.

        Not of pages that are made: what they say is known from elsewhere.
        """
        if docname in self.data["pages"]:
            return
        self.data[kind].setdefault(docname, []).append(record)

    def note_report(self, report: Report) -> None:
        """Keep that a document is a report."""
        self.data["reports"][report.docname] = report

    def note_shown(self, docname: str, view: str, subject: str) -> None:
        """Keep that a document shows something that others may change."""
        shown: list[tuple[str, str]] = self.data["shows"].setdefault(docname, [])
        if (view, subject) not in shown:
            shown.append((view, subject))

    def note_shown_instead(
        self, docname: str, before: tuple[str, str], after: tuple[str, str]
    ) -> None:
        """Keep that a document shows *after* where it was noted to show *before*."""
        shown: list[tuple[str, str]] = self.data["shows"].get(docname, [])
        self.data["shows"][docname] = [
            *(each for each in shown if each not in (before, after)),
            after,
        ]

    def note_skipped(self, docname: str, drafts: Set[str]) -> None:
        """Keep that a document would list *drafts* if the build had them."""
        self.data["skipped"].setdefault(docname, []).extend(sorted(drafts))

    def note_awaited(self, docname: str, names: list[str]) -> None:
        """Keep that a toctree leads to pages that may yet be made."""
        self.data["awaited"].setdefault(docname, []).extend(names)

    def seal(self, docname: str) -> None:
        """A document is read: keep a digest of all that it said."""
        said: list[Note | Speaker | Event | Report] = [
            record
            for kind in ("notes", "speakers", "events")
            for record in self.data[kind].get(docname, ())
        ]
        if docname in self.data["reports"]:
            said.append(self.data["reports"][docname])
        if said:
            self.data["digests"][docname] = digest_records(said)

    def notes_in(self, docname: str) -> list[Note]:
        """The notes of a document, in its order."""
        notes: list[Note] = self.data["notes"].get(docname, [])
        return notes

    def event_of(self, docname: str) -> str:
        """The event of the report that is being read; empty where it has none."""
        report: Report | None = self.data["reports"].get(docname)
        return report.event if report is not None else ""

    def shown_in(self, docname: str) -> list[tuple[str, str]]:
        """What a document shows: names of views and their subjects."""
        shown: list[tuple[str, str]] = self.data["shows"].get(docname, [])
        return shown

    def documents(self) -> list[str]:
        """The documents that show something, sorted."""
        return sorted(self.data["shows"])

    def clear_doc(self, docname: str) -> None:
        """Forget what a document said."""
        if any(docname in self.data[kind] for kind in _RECORDS):
            self._desk = None
        for kind in BY_DOCUMENT:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a worker read of *docnames*."""
        for kind in BY_DOCUMENT:
            mine, others = self.data[kind], otherdata[kind]
            mine.update((name, others[name]) for name in docnames if name in others)
        self._desk = None

    # What everything after reading asks

    def start_answering(self, builder: Builder) -> None:
        """All documents are read: from now on, questions are answered for *builder*."""
        self.builder = builder
        self._desk = None
        speakers, events = self.data_files
        self.revision = digest_of(
            builder.name,
            sorted(places_left_out(self.data["conditions"], builder)),
            self.env.config.language,
            self.env.config.html_domain_indices,
            page_kinds(self.env.config),
            sorted(written_pages(self.env).values()),
            sorted(self.data["digests"].items()),
            digest_records(speakers),
            digest_records(events),
        )

    @property
    def catalogue(self) -> Catalogue:
        """Everything that is known."""
        return self.desk.catalogue

    @property
    def desk(self) -> Desk:
        """Where views get their answers."""
        if self._desk is None:
            speakers, events = self.data_files
            left_out: frozenset[Target] = frozenset()
            if self.builder is not None:
                left_out = places_left_out(self.data["conditions"], self.builder)
            records = Records(
                notes=tuple(as_far_as_shown(self._all("notes"), left_out)),
                reports={name: self.data["reports"][name] for name in sorted(self.data["reports"])},
                speakers=(*as_far_as_shown(self._all("speakers"), left_out), *speakers),
                events=(*as_far_as_shown(self._all("events"), left_out), *events),
            )
            with nothing_is_garbage():
                self._desk = Desk.open(Catalogue(records), self.env, self.builder)
        return self._desk

    def _all(self, kind: str) -> Iterator[Any]:
        for docname in sorted(self.data[kind]):
            yield from self.data[kind][docname]

    def check_consistency(self) -> None:
        """Warn of what only all records together show."""
        for problem in self.catalogue.problems:
            place = (problem.docname, problem.line, problem.included_at)
            location = location_of(self.env, *place) if problem.docname else None
            warn(problem.subtype, problem.text, location)
        self._check_listings()

    def _check_listings(self) -> None:
        """Warn of what listings ask for that nobody knows; once, if they are one in a file."""
        said = set()
        for docname in self.documents():
            for view, subject in self.shown_in(docname):
                if view == "listing":
                    query = query_of(subject)
                    location = location_of(self.env, docname, query.line, query.included_at)
                    for problem in find(self.desk, docname, subject).problems:
                        if (location, problem) not in said:
                            said.add((location, problem))
                            warn(problem.subtype, problem.text, location)

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
        found: Reference | None = answer(self.desk, fromdocname, "role", f"{typ} {target}")
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
        return make_reference(builder, fromdocname, found.target, contnode)

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
        self.asked[fromdocname].add(target)
        found: list[tuple[str, nodes.reference]] = []
        for role in ROLES:
            resolved = self.resolve_xref(
                env, fromdocname, builder, role, target, node, contnode.deepcopy()
            )
            if resolved is not None:
                found.append((f"{self.name}:{role}", resolved))
        return found

    # Inventory and object search

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every talk, speaker, event and topic, each in a document that the search page knows."""
        catalogue = self.catalogue
        for talk in catalogue.talks:
            docname, anchor = self.desk.targets.talk(talk)
            # The search page makes an anchor of the name, where there is none.
            priority = 1 if anchor else -1
            yield talk.name, _line(talk.title), "talk", docname, anchor, priority
        for role, things in (
            ("speaker", catalogue.speakers.values()),
            ("event", catalogue.events.values()),
            ("topic", catalogue.topics.values()),
        ):
            for thing in things:
                target = self.desk.targets.in_document(role, thing.key)
                if target is not None:
                    name = _line(thing.name)
                    yield thing.key, name, role, target.docname, target.anchor, 1


def _line(text: str) -> str:
    """*text* without line breaks, which would cut an inventory entry short."""
    return " ".join(text.split()) or "-"
