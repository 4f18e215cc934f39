"""What feeds and their entries are called: the paths of files, and ids that stay. Pure.

Readers of feeds know an entry by its id, and show it as new under another one. Ids are tag URIs
(RFC 4151): from the key of a talk and the name of a document, and not from an address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.exports.file_names import file_of_page
from sphinxcontrib_tripreport.core.model.places import say_place
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.regexes import regex

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue

FOLDER: Final = "feeds"
REPORTS: Final = f"{FOLDER}/reports.xml"
TALKS: Final = f"{FOLDER}/talks.xml"
KINDS: Final = ("event", "speaker", "author", "topic")
"""The kinds of subjects that have feeds, if they have pages."""

_SINCE: Final = "2020"
"""Tags have a year, so that nobody else mints the same if an address gets another owner."""
_SCHEME: Final = regex(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_SAFE: Final = "/:@!$&'()*+,;=-._~%"


def feed_of(page: Page, own: Catalogue, all_sites: Catalogue) -> str:
    """The feed on the subject of a page: ``feeds/events/KEY.xml``; empty if it has none.

    Of what only other sites write on there is none.

    :param own: what the project says itself
    :param all_sites: the same with what other sites say
    """
    if page.kind not in KINDS or not page.key:
        return ""
    is_shared = own is not all_sites and any(things_about(all_sites, page.kind, page.key))
    if is_shared and not any(things_about(own, page.kind, page.key)):
        return ""
    return f"{FOLDER}/{file_of_page(page.docname)}.xml"


def things_about(
    catalogue: Catalogue, kind: str, key: str
) -> tuple[Sequence[Report], Sequence[Talk]]:
    """The reports and talks that a subject is in, as far as its feed has them.

    :param kind: one of :data:`KINDS`
    """
    if kind == "speaker":
        return (), catalogue.talks_by(key)
    if kind == "author":
        written = catalogue.authorship.reports_by(key)
        return [catalogue.reports[docname] for docname in written], ()
    if kind == "event":
        return catalogue.reports_on(key), catalogue.talks_at(key)
    return catalogue.reports_about(key), catalogue.talks_about(key)


def has_host(base: str) -> bool:
    """Whether an address is a whole one: all others in a feed begin with it."""
    try:
        parts = urlsplit(base)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


class FeedIds:
    """The ids of one site."""

    def __init__(self, base: str, beginning: str = "") -> None:
        """:param base: the address of the site, which has a host
        :param beginning: of all ids, as its author wants it; empty for one made of the address
        """
        self.beginning = beginning or _beginning(base)
        if self.beginning[-1] not in ":/":
            self.beginning += ":"

    def of_report(self, report: Report) -> str:
        """The id of a report: what its metadata says, else from its name."""
        if _SCHEME.match(report.feed_id):
            return quote(report.feed_id, f"{_SAFE}?#[]")
        return self._id_of_name(report.feed_id or report.docname)

    def of_talk(self, name: str) -> str:
        """The id of a talk, from the name that it keeps: ``event/key``."""
        return self._id_of_name(f"talk:{name}")

    def of_feed(self, path: str) -> str:
        """The id of a feed."""
        return self._id_of_name(path.removesuffix(".xml"))

    def _id_of_name(self, name: str) -> str:
        return self.beginning + quote(name, _SAFE)


def same_ids(reports: Iterable[Report], ids: FeedIds) -> Iterator[Problem]:
    """Reports with the id of another: readers of feeds show one of the two.

    :param reports: those that are in feeds, in the order in which the first of two is right
    """
    first: dict[str, Report] = {}
    for report in reports:
        other = first.setdefault(ids.of_report(report), report)
        if other is not report:
            # One of them says so: names of documents differ.
            wrong, right = (report, other) if report.feed_id else (other, report)
            line = right.feed_line
            place = say_place(right.docname, line, "") if line else right.docname
            text = (
                f"“feed-id” is “{wrong.feed_id}”, which is the id of another report ({place}), too:"
                " readers of feeds show one of them, expected another id."
            )
            yield Problem(Subtype.DUPLICATE, text, wrong.feed_line, wrong.docname)


def _beginning(base: str) -> str:
    parts = urlsplit(base)
    host = parts.hostname or ""
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = quote(host)
    path = quote(parts.path.strip("/"), _SAFE)
    return f"tag:{host},{_SINCE}:{path}{'/' if path else ''}"
