"""The form of what is kept of documents, from one build to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, TypedDict

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.problems import Problem
    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Takeaway
    from sphinxcontrib_tripreport.core.model.tried_patterns import TriedPattern
    from sphinxcontrib_tripreport.core.posts.old_addresses import OldPlace
    from sphinxcontrib_tripreport.core.queries.chart_options import ChartQuery
    from sphinxcontrib_tripreport.core.queries.coverage import CoverageQuery
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.noting.conditions import Condition
    from sphinxcontrib_tripreport.noting.title_words import TitlePart

DATA_VERSION: Final = 42
"""Bumped when records or placeholders change, so that old environments are read anew."""

Subject: TypeAlias = "str | Query | CoverageQuery | ChartQuery"
"""What a view is asked: a key, an anchor, a name; or a question with options."""
RecordKind = Literal["notes", "speakers", "events", "takeaways"]
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


class StoredData(TypedDict):
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
    title_references: dict[str, dict[str, list[TitlePart]]]
    """By anchor, the pieces of headings with references; of the report's own without one."""
    conditions: dict[str, Mapping[str, tuple[Condition, ...]]]
    """By anchor, on what it depends whether a record is shown."""
    old_places: dict[str, OldPlace]
    """Where it was on its old site, if its metadata says anything of that."""
    note_texts: dict[str, dict[str, NoteText]]
    """By anchor, of each note; only if there are pages of talks."""
    private_parts: dict[str, bool]
    """Whether it has something private, whether that is left out or not."""
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


RECORDS = ("notes", "speakers", "events", "reports", "takeaways")
BY_DOCUMENT: Final = (*RECORDS, "shows", "digests", "skipped", "awaited", "sorted", "names_pages",
                      "title_references", "conditions", "note_texts", "old_places",
                      "private_parts", "tried_patterns")  # fmt: skip
"""What is kept of each document: it can go with the document, without asking another."""


def empty_data() -> StoredData:
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


class SaidByDocument(NamedTuple):
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
