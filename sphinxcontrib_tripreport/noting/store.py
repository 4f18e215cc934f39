"""The records of each document, from its reading to the end of the build, and to the next build.

Reading writes them, everything after it reads them. They are the data of the domain, which Sphinx
keeps beside the doctrees: by document, so that what a document said goes with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import (
    TYPE_CHECKING,
    Any,
    Protocol,
    TypeVar,
    cast,
)

from sphinxcontrib_tripreport.core.model.digests import digest_records
from sphinxcontrib_tripreport.noting.stored_data import (
    BY_DOCUMENT,
    RECORDS,
    RecordKind,
    SaidByDocument,
    StoredData,
    Subject,
)

if TYPE_CHECKING:
    from datetime import date

    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.records import (
        Event,
        Note,
        Speaker,
        Topic,
    )
    from sphinxcontrib_tripreport.noting.conditions import Condition

_State = TypeVar("_State")


class Store:
    """The records of all documents, and what rooms keep beside them during one build."""

    def __init__(self, data: StoredData) -> None:
        """Wrap *data*, which Sphinx saves; everything else goes with the build."""
        self.data = data
        self.changes = 0
        """Goes up whenever records are removed, or come from a worker."""
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
        """Documents whose files are no longer there, and whose pages may have something private."""
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
        """What a room keeps during one build: an object of its class, made when first asked for."""
        if kind not in self._states:
            self._states[kind] = kind()
        return cast("_State", self._states[kind])

    # What reading notes

    def keep(
        self, docname: str, said: SaidByDocument, conditions: Mapping[str, tuple[Condition, ...]]
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
        """Keep that a document shows *after* in place of *before*."""
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
        said = any(self.data_files) or self.topics or any(kept[kind] for kind in RECORDS)
        return not said

    def documents(self) -> list[str]:
        """The documents that show something, sorted."""
        return sorted(self.data["shows"])

    def all(self, kind: RecordKind) -> Iterator[Any]:
        """All records of a kind, by document."""
        by_document = cast("dict[str, list[Any]]", self.data[kind])
        for docname in sorted(by_document):
            yield from by_document[docname]

    # Documents go, and come from workers

    def clear(self, docname: str) -> None:
        """Forget what a document said."""
        kept = cast("dict[str, dict[str, Any]]", self.data)
        if any(docname in kept[kind] for kind in RECORDS):
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
