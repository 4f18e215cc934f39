"""Which pages a project gets, and what their documents are called. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from sphinxcontrib_tripreport.core.catalogue.page_names import (
    ARCHIVE,
    OVERVIEWS,
    ROOT,
    STATISTICS,
)
from sphinxcontrib_tripreport.core.text.numbered import first_free
from sphinxcontrib_tripreport.core.text.slugs import slug

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue


_T = TypeVar("_T")

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
    """``event``, ``speaker``, ``author``, ``topic``, ``year`` or ``talk``; of an overview the
    plural; ``archive``, ``statistics``."""
    key: str = ""
    """Of the subject."""
    name: str = ""
    """Of the subject."""
    number: int = 1
    """Of the pages that one list is split into, from 1."""
    page_count: int = 1
    """How many such pages there are."""
    size: int = 0
    """How many entries each has; 0 if lists are not split."""

    def lists(self, kind: str) -> bool:
        """Whether the page is there to list all things of a kind (``report``, ``speaker``, …)."""
        return not self.key and (ARCHIVE if kind == "report" else OVERVIEWS.get(kind)) == self.kind

    def part_of(self, things: Sequence[_T]) -> list[_T]:
        """The things of a list that are on this page."""
        if not self.size:
            return list(things)
        return list(things[(self.number - 1) * self.size : self.number * self.size])


class Pages:
    """All pages of one build."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.by_docname: Mapping[str, Page] = {page.docname: page for page in pages}
        self._by_subject = {
            # Of a list that is split, the first page.
            (page.kind, page.key): page.docname
            for page in self.by_docname.values()
            if page.number == 1
        }
        self._lists = {
            (page.kind, page.number): page for page in self.by_docname.values() if not page.key
        }

    @cached_property
    def has_talks(self) -> bool:
        """Whether talks have pages."""
        return any(kind == "talk" for kind, _key in self._by_subject)

    def docname_of(self, kind: str, key: str) -> str | None:
        """The document on a subject, if there is one."""
        return self._by_subject.get((kind, key))

    def pages_beside(self, docname: str) -> tuple[Page | None, Page | None]:
        """The pages before and after one of those that a list is split into."""
        page = self.by_docname.get(docname)
        if page is None or page.key:
            return None, None
        places = ((page.kind, page.number - 1), (page.kind, page.number + 1))
        before, after = map(self._lists.get, places)
        return before, after

    def subject_of(self, docname: str) -> tuple[str, str] | None:
        """The kind and the key of a page's subject; None for any other document."""
        page = self.by_docname.get(docname)
        return (page.kind, page.key) if page is not None and page.key else None


def name_pages(
    catalogue: Catalogue, kinds: Collection[str], written: Mapping[str, str], size: int = 0
) -> Iterator[Page]:
    """Every page that *kinds* ask for, as ``tripreport_pages`` names them, in a stable order.

    :param written: documents that take the place of pages, by their names without case
    :param size: how many entries a page of a long list has; 0 for all of them
    """
    for page in _pages(catalogue, kinds, size):
        # If file names have no case, two documents would be one file.
        docname = written.get(page.docname.casefold())
        # Nobody knows what an author has there: that is not split.
        yield page if docname is None else page._replace(docname=docname, size=0)


def _pages(catalogue: Catalogue, kinds: Collection[str], size: int) -> Iterator[Page]:
    for kind, overview in OVERVIEWS.items():
        if overview in kinds:
            folder = f"{ROOT}/{overview}"
            if kind == "talk":
                yield Page(f"{folder}/index", overview)
                yield from _talk_pages(folder, catalogue)
                continue
            subjects = list(_SUBJECTS[kind](catalogue))
            lists = list(_list_pages(f"{folder}/index", folder, overview, len(subjects), size))
            yield from lists
            taken = {page.docname.rpartition("/")[2] for page in lists}
            yield from _subject_pages(folder, kind, subjects, taken)
    if ARCHIVE in kinds:
        folder = f"{ROOT}/{ARCHIVE}"
        yield from _list_pages(folder, folder, ARCHIVE, len(catalogue.reports), size)
    if STATISTICS in kinds:
        yield Page(f"{ROOT}/{STATISTICS}", STATISTICS)


def _list_pages(first: str, folder: str, kind: str, things: int, size: int) -> Iterator[Page]:
    """The pages of one list: ``trip/archive``, ``trip/archive/page-2`` and so on.

    :param things: how many there are in the list
    """
    count = max(-(-things // size), 1) if size else 1
    for number in range(1, count + 1):
        docname = first if number == 1 else f"{folder}/page-{number}"
        yield Page(docname, kind, number=number, page_count=count, size=size)


def _subject_pages(
    folder: str, kind: str, subjects: Iterable[tuple[str, str]], names: Collection[str]
) -> Iterator[Page]:
    """A page for each subject.

    :param names: of the files that the folder has already
    """
    taken = {*_NO_FILE_NAMES, *names}
    for key, name in subjects:
        yield Page(f"{folder}/{_free_name(key, kind, taken)}", kind, key, name)


def _talk_pages(folder: str, catalogue: Catalogue) -> Iterator[Page]:
    """The pages of all talks, those of an event in a folder of its own.

    The rare talk that has the name of another one has none, because its name would not tell it
    apart. A talk that only other sites noted has its page there.
    """
    taken: defaultdict[str, set[str]] = defaultdict(lambda: set(_NO_FILE_NAMES))
    talks = {talk.name: talk for talk in catalogue.talks if talk.is_ours}
    folders = {"": folder}
    for event in dict.fromkeys(talk.event for talk in talks.values()):
        if event:
            folders[event] = f"{folder}/{_free_name(event, 'event', taken[''])}"
    for talk in talks.values():
        name = _free_name(talk.key, "talk", taken[talk.event])
        yield Page(f"{folders[talk.event]}/{name}", "talk", talk.name, talk.title)


def names_of_pages(kind: str, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Keys, and the documents that pages on them had when these were all keys of a kind.

    :param keys: of talks: ``event/key``
    """
    folder = f"{ROOT}/{OVERVIEWS[kind]}"
    if kind != "talk":
        for page in _subject_pages(folder, kind, ((key, "") for key in keys), ()):
            yield page.key, page.docname
        return
    taken: defaultdict[str, set[str]] = defaultdict(lambda: set(_NO_FILE_NAMES))
    folders = {"": folder}
    names = list(keys)
    for name in names:
        event = name.rpartition("/")[0]
        if event not in folders:
            folders[event] = f"{folder}/{_free_name(event, 'event', taken[''])}"
    for name in names:
        event, _slash, key = name.rpartition("/")
        yield name, f"{folders[event]}/{_free_name(key, 'talk', taken[event])}"


def _free_name(key: str, kind: str, taken: set[str]) -> str:
    """The name of a file for a key, which is taken then."""
    free = first_free(slug(key, _LONGEST) or kind, taken.__contains__)
    taken.add(free)
    return free


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
