"""Which pages a project gets, and what their documents are called. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinxcontrib_tripreport.core.text.numbered import first_free
from sphinxcontrib_tripreport.core.text.slugs import slug

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue


ROOT: Final = "trip"
"""The folder of all documents that are made."""
OVERVIEWS: Final = {
    "event": "events",
    "speaker": "speakers",
    "author": "authors",
    "topic": "topics",
    "year": "years",
}
"""The page that lists all of one kind, as ``tripreport_pages`` calls it."""
ARCHIVE: Final = "archive"
KINDS: Final = (*OVERVIEWS.values(), ARCHIVE)
"""Everything that ``tripreport_pages`` can ask for."""

_LONGEST: Final = 60
"""In characters, of which each may take four bytes: file systems allow 255 bytes a name."""
# "index" is the overview; the others are devices to Windows, with any ending.
_NO_FILE_NAMES: Final = frozenset(
    [
        *("index", "con", "prn", "aux", "nul"),
        *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)),
    ]
)


class Page(NamedTuple):
    """A document that shows everything about one subject, or lists the subjects of a kind."""

    docname: str
    kind: str
    """``event``, ``speaker``, ``author``, ``topic`` or ``year``; of an overview the plural;
    ``archive``."""
    key: str = ""
    """Of the subject."""
    name: str = ""
    """Of the subject."""


class Pages:
    """All pages of one build."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.by_docname: Mapping[str, Page] = {page.docname: page for page in pages}
        self._by_subject = {
            (page.kind, page.key): page.docname for page in self.by_docname.values()
        }

    def docname_of(self, kind: str, key: str) -> str | None:
        """The document on a subject, if there is one."""
        return self._by_subject.get((kind, key))

    def subject_of(self, docname: str) -> tuple[str, str] | None:
        """The kind and the key of a page's subject; None for any other document."""
        page = self.by_docname.get(docname)
        return (page.kind, page.key) if page is not None and page.key else None


def is_page_name(docname: str, kinds: Collection[str]) -> bool:
    """Whether a document could be one of those that *kinds* ask for."""
    root, _, rest = docname.casefold().partition("/")
    return root == ROOT and rest.partition("/")[0] in kinds


def name_pages(
    catalogue: Catalogue, kinds: Collection[str], written: Mapping[str, str]
) -> Iterator[Page]:
    """Every page that *kinds* ask for, as ``tripreport_pages`` names them, in a stable order.

    :param written: documents that take the place of pages, by their names without case
    """
    for page in _pages(catalogue, kinds):
        # If file names have no case, two documents would be one file.
        docname = written.get(page.docname.casefold())
        yield page if docname is None else page._replace(docname=docname)


def _pages(catalogue: Catalogue, kinds: Collection[str]) -> Iterator[Page]:
    for kind, overview in OVERVIEWS.items():
        if overview in kinds:
            folder = f"{ROOT}/{overview}"
            yield Page(f"{folder}/index", overview)
            yield from _subject_pages(folder, kind, _SUBJECTS[kind](catalogue))
    if ARCHIVE in kinds:
        yield Page(f"{ROOT}/{ARCHIVE}", ARCHIVE)


def _subject_pages(folder: str, kind: str, subjects: Iterable[tuple[str, str]]) -> Iterator[Page]:
    taken = set(_NO_FILE_NAMES)
    for key, name in subjects:
        free = first_free(slug(key, _LONGEST) or kind, taken.__contains__)
        taken.add(free)
        yield Page(f"{folder}/{free}", kind, key, name)


def years_of(catalogue: Catalogue) -> list[int]:
    """The years of all talks, reports and events, the newest first."""
    days = [
        *map(catalogue.effective_date, catalogue.talks),
        *(report.date for report in catalogue.reports.values()),
        *(catalogue.first_day_of(event) for event in catalogue.events.values()),
    ]
    return sorted({day.year for day in days if day is not None}, reverse=True)


def _events(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return ((event.key, event.name) for event in catalogue.events.values())


def _speakers(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return ((speaker.key, speaker.name) for speaker in catalogue.speakers.values())


def _authors(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return ((author.key, author.name) for author in catalogue.authors.values())


def _topics(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return ((topic.key, topic.name) for topic in catalogue.topics.values())


def _years(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return ((str(year), str(year)) for year in years_of(catalogue))


_SUBJECTS: Final = {
    "event": _events,
    "speaker": _speakers,
    "author": _authors,
    "topic": _topics,
    "year": _years,
}
"""By kind, the key and the name of everything that gets a page."""
