"""The records of each document, from its reading to the end of the build, and to the next build.

Reading writes them, everything after it reads them. They are the data of the domain, which Sphinx
keeps beside the doctrees: by document, so that what a document said goes with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    NamedTuple,
    Protocol,
    TypeAlias,
    TypedDict,
    TypeVar,
    cast,
)

from sphinxcontrib_tripreport.core.model.digests import digest_records

if TYPE_CHECKING:
    from datetime import date

    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.problems import Problem
    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.model.records import (
        Event,
        Note,
        Report,
        Speaker,
        Takeaway,
        Topic,
    )
    from sphinxcontrib_tripreport.core.model.tried_patterns import TriedPattern
    from sphinxcontrib_tripreport.core.posts.old_addresses import OldPlace
    from sphinxcontrib_tripreport.core.queries.chart_options import ChartQuery
    from sphinxcontrib_tripreport.core.queries.coverage import CoverageQuery
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.noting.conditions import Condition
    from sphinxcontrib_tripreport.noting.title_words import Part

DATA_VERSION: Final = 38
"""Bumped when records or placeholders change, so that old environments are read anew."""

Subject: TypeAlias = "str | Query | CoverageQuery | ChartQuery"
"""What a view is asked: a key, an anchor, a name; or a question with options."""
Kind = Literal["notes", "speakers", "events", "takeaways"]
"""The kinds of records of which a document may have many."""


class NoteText(NamedTuple):
    """What is to be known of the text of a note before it is shown on the page of its talk."""

    digest: str
    """Of all of it; empty if there is none."""
    shows: tuple[tuple[str, Subject], ...]
    """What it shows of the rest of the project: the names of views, and what they are asked."""
    numbered: tuple[str, ...] = ()
    """The anchors of what may have a number: figures, tables and blocks of code."""
    abstract: str = ""
    """A digest of the talk's abstract; empty if the note has none."""
    abstract_shows: tuple[tuple[str, Subject], ...] = ()
    """What the abstract shows of the rest of the project."""


class Stored(TypedDict):
    """What is kept from one build to the next. Of each document, by docname, unless said here."""

    notes: dict[str, list[Note]]
    speakers: dict[str, list[Speaker]]
    events: dict[str, list[Event]]
    reports: dict[str, Report]
    takeaways: dict[str, list[Takeaway]]
    shows: dict[str, list[tuple[str, Subject]]]
    """The names of views, and what they are asked."""
    digests: dict[str, str]
    """Of all records of the document."""
    skipped: dict[str, list[str]]
    """The drafts that its toctrees would list if the build had them."""
    awaited: dict[str, list[str]]
    """The pages that its toctrees name and that may yet be made."""
    sorted: dict[str, list[tuple[bool, list[str], list[str]]]]
    """Of its toctrees in the order of dates: whether it is turned round, the documents as they are
    written, and as they are shown."""
    names_pages: dict[str, bool]
    """Whether its source may name pages."""
    title_references: dict[str, dict[str, list[Part]]]
    """By anchor, the pieces of headings with references; of the report's own without one."""
    conditions: dict[str, Mapping[str, tuple[Condition, ...]]]
    """By anchor, on what it depends whether a record is shown."""
    old_places: dict[str, OldPlace]
    """Where it was on its old site, if its metadata says anything of that."""
    note_texts: dict[str, dict[str, NoteText]]
    """By anchor, of each note; only if there are pages of talks."""
    private_parts: dict[str, bool]
    """Whether it has something private, be it left out or not."""
    tried_patterns: dict[str, list[TriedPattern]]
    """The patterns that were tried on it."""
    drafts: dict[str, Any]
    """Of documents that may never be read: what was seen of their files."""
    pages: dict[str, str]
    """Of the documents that are made: digests of their sources."""
    made_from: str
    """A digest of what the sources of all made documents are made from."""
    programmes: dict[str, tuple[str, Programme]]
    """By the path of a file from the source directory: its digest, and what it says."""
    has_private: bool
    """Whether the documents were read with what is private in them."""
    once_private: list[str]
    """Digests of the names of files that outputs had, some of them of what is left out now."""
    sites: dict[str, tuple[str, tuple[Problem, ...]]]
    """By the key of another site: a digest of what it says, and what is wrong with that."""
    untitled: dict[str, str]
    """Digests of the sources, by templates of the project's own, that had no heading."""


_RECORDS = ("notes", "speakers", "events", "reports", "takeaways")
BY_DOCUMENT: Final = (*_RECORDS, "shows", "digests", "skipped", "awaited", "sorted", "names_pages",
                      "title_references", "conditions", "note_texts", "old_places",
                      "private_parts", "tried_patterns")  # fmt: skip
"""What is kept of each document: it can go with the document, without asking another."""


def empty_data() -> Stored:
    """What is kept before anything is read."""
    return {
        "notes": {},
        "speakers": {},
        "events": {},
        "reports": {},
        "takeaways": {},
        "shows": {},
        "digests": {},
        "skipped": {},
        "awaited": {},
        "sorted": {},
        "names_pages": {},
        "title_references": {},
        "conditions": {},
        "note_texts": {},
        "private_parts": {},
        "tried_patterns": {},
        "old_places": {},
        "drafts": {},
        "pages": {},
        "made_from": "",
        "programmes": {},
        "has_private": False,
        "once_private": [],
        "sites": {},
        "untitled": {},
    }


_State = TypeVar("_State")


class Said(NamedTuple):
    """All that one document says."""

    notes: list[Note]
    speakers: list[Speaker]
    events: list[Event]
    report: Report | None
    """None if it is no report."""
    takeaways: list[Takeaway]

    def records(self) -> list[Note | Speaker | Event | Takeaway]:
        """What it says beside that it is a report."""
        return [*self.notes, *self.speakers, *self.events, *self.takeaways]


class Store:
    """The records of all documents, and what rooms keep beside them during one build."""

    def __init__(self, data: Stored) -> None:
        """Wrap *data*, which Sphinx saves; everything else goes with the build."""
        self.data = data
        self.changes = 0
        """Goes up whenever records go, or come from a worker."""
        self.data_files: tuple[tuple[Speaker, ...], tuple[Event, ...]] = ((), ())
        """The speakers and events that data files describe."""
        self.data_places: Mapping[tuple[str, str], str] = {}
        """Where data files describe what, by ``people`` or ``events`` and key: ``people.yaml:12``,
        from the source directory."""
        self.topics: tuple[Topic, ...] = ()
        """The topics that they declare."""
        self.hidden: frozenset[str] = frozenset()
        """The drafts and private documents that this build leaves out."""
        self.deleted_private: frozenset[str] = frozenset()
        """Documents with something private whose files are no longer there."""
        self.has_private = False
        """Whether this build has what is private."""
        self.written_pages: Mapping[str, str] = {}
        """The documents of authors that are in the place of pages, by their names without case."""
        self.dates: Mapping[str, date] | None = None
        """Of reports, by docname; None until all documents are read."""
        self.pages_are_made = False
        """Whether it is known which pages there are."""
        self._states: dict[type, Any] = {}
        self._shown: dict[str, set[tuple[str, Subject]]] = {}
        """By document, what it shows: documents can show thousands of things."""

    def state(self, kind: type[_State]) -> _State:
        """What a room keeps during one build: an object of its own class, made when first asked."""
        if kind not in self._states:
            self._states[kind] = kind()
        return cast("_State", self._states[kind])

    # What reading notes

    def keep(
        self, docname: str, said: Said, conditions: Mapping[str, tuple[Condition, ...]]
    ) -> None:
        """Keep what a document says, which is read.

        :param conditions: by anchor, on what it depends whether a record is shown
        """
        data = self.data
        self._shown.pop(docname, None)  # Hardly anything is noted of it from now on.
        if said.notes:
            data["notes"][docname] = said.notes
        if said.speakers:
            data["speakers"][docname] = said.speakers
        if said.events:
            data["events"][docname] = said.events
        if said.takeaways:
            data["takeaways"][docname] = said.takeaways
        if said.report is not None:
            data["reports"][docname] = said.report
        if conditions:
            data["conditions"][docname] = conditions
        records = said.records()
        if records or said.report is not None:
            data["digests"][docname] = digest_records(
                [*records, *([said.report] if said.report is not None else [])]
            )

    def note_shown(self, docname: str, view: str, subject: Subject) -> None:
        """Keep that a document shows something that others may change."""
        shown = self.data["shows"].setdefault(docname, [])
        known = self._shown.get(docname)
        if known is None or len(known) != len(shown):
            known = self._shown[docname] = set(shown)
        if (view, subject) not in known:
            shown.append((view, subject))
            known.add((view, subject))

    def note_shown_instead(
        self, docname: str, before: tuple[str, Subject], after: tuple[str, Subject]
    ) -> None:
        """Keep that a document shows *after* where it was noted to show *before*."""
        shown = self.data["shows"].get(docname, [])
        self._shown.pop(docname, None)
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

    def note_sorted(
        self, docname: str, is_turned: bool, written: list[str], shown: list[str]
    ) -> None:
        """Keep the order in which a toctree shows documents."""
        self.data["sorted"].setdefault(docname, []).append((is_turned, written, shown))

    def by_date(self, names: Iterable[str], is_turned: bool) -> list[str]:
        """Documents in the order of their dates; those without one last, as they were.

        :param is_turned: whether the newest is the first
        """
        dates = self.dates
        if dates is None:
            reports = self.data["reports"].values()
            dates = {each.docname: each.date for each in reports if each.date is not None}
        names = list(names)
        dated = sorted((name for name in names if name in dates), key=dates.__getitem__,
                       reverse=is_turned)  # fmt: skip
        return dated + [name for name in names if name not in dates]

    # What is known of a document

    def notes_in(self, docname: str) -> list[Note]:
        """The notes of a document, in its order."""
        return self.data["notes"].get(docname, [])

    def shown_in(self, docname: str) -> list[tuple[str, Subject]]:
        """What a document shows: names of views and their subjects."""
        return self.data["shows"].get(docname, [])

    def is_made(self, docname: str) -> bool:
        """Whether a document is a page that no author wrote."""
        return docname in self.data["pages"]

    # What is known of all documents

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known: no document and no data file says anything."""
        kept = cast("dict[str, dict[str, Any]]", self.data)
        said = any(self.data_files) or self.topics or any(kept[kind] for kind in _RECORDS)
        return not said

    def documents(self) -> list[str]:
        """The documents that show something, sorted."""
        return sorted(self.data["shows"])

    def all(self, kind: Kind) -> Iterator[Any]:
        """All records of a kind, by document."""
        by_document = cast("dict[str, list[Any]]", self.data[kind])
        for docname in sorted(by_document):
            yield from by_document[docname]

    # Documents go, and come from workers

    def clear(self, docname: str) -> None:
        """Forget what a document said."""
        kept = cast("dict[str, dict[str, Any]]", self.data)
        if any(docname in kept[kind] for kind in _RECORDS):
            self.changes += 1
        for kind in BY_DOCUMENT:
            kept[kind].pop(docname, None)
        self._shown.pop(docname, None)

    def merge(self, docnames: Set[str], others: Mapping[str, Any]) -> None:
        """Take over what a worker read of *docnames*.

        :param others: all data of the worker
        """
        kept = cast("dict[str, dict[str, Any]]", self.data)
        for kind in BY_DOCUMENT:
            kept[kind].update(
                (name, others[kind][name]) for name in docnames if name in others[kind]
            )
        self.changes += 1


class _HasStore(Protocol):
    store: Store


def store_of(env: BuildEnvironment) -> Store:
    """The records of a project; the domain ``trip`` holds them."""
    return cast("_HasStore", env.domains["trip"]).store
