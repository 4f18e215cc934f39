"""``tripreport export``: what builds write for other programs, from a ``talks.json`` alone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinxcontrib_tripreport.commands.reasons import reason_of

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.exports.read_back import TalksFile
    from sphinxcontrib_tripreport.core.model.talk import Talk


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "export",
        help="write citations, a calendar, a feed or a table from a talks.json",
        description="Write what a build writes for other programs, from the talks.json of a site.",
    )
    parser.add_argument("file", type=Path, metavar="talks.json")
    parser.add_argument("--to", required=True, choices=sorted(_FORMATS), help="the format")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write here; else it is printed"
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Read the file, and write it in another format.

    :return: 1 if it cannot be read or written
    """
    from sphinxcontrib_tripreport.core.exports.read_back import read_talks

    try:
        text = _FORMATS[given.to](read_talks(given.file.read_bytes()))
    except (OSError, ValueError) as error:
        print(f"{given.file}: cannot be read: {reason_of(error)}", file=sys.stderr)
        return 1
    content = text.encode("utf-8", "replace")
    if given.output is None:
        # Not print: lines of calendars and tables end in CRLF on every machine.
        sys.stdout.buffer.write(content)
        return 0
    try:
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.write_bytes(content)
    except OSError as error:
        print(f"{given.output}: cannot be written: {reason_of(error)}", file=sys.stderr)
        return 1
    return 0


def _csv(found: TalksFile) -> str:
    from sphinxcontrib_tripreport.core.exports.notes_csv import render_csv

    return render_csv(
        found.catalogue,
        lambda note: found.notes.get(note.target, ""),
        lambda talk: found.addresses.get(("talks", talk.name), ""),
    )


def _bibtex(found: TalksFile) -> str:
    from sphinxcontrib_tripreport.core.exports.bibtex import render_bibtex
    from sphinxcontrib_tripreport.core.exports.cited_talks import cited_talks

    return render_bibtex(cited_talks(found.catalogue, found.catalogue.talks, _whole(found)))


def _csl(found: TalksFile) -> str:
    from sphinxcontrib_tripreport.core.exports.cited_talks import cited_talks
    from sphinxcontrib_tripreport.core.exports.csl import render_csl

    return render_csl(cited_talks(found.catalogue, found.catalogue.talks, _whole(found)))


def _ics(found: TalksFile) -> str:
    from sphinxcontrib_tripreport.core.exports.icalendar import render_all
    from sphinxcontrib_tripreport.core.exports.uids import uids

    return render_all(
        found.catalogue,
        found.project,
        lambda event: _absolute(found.addresses.get(("events", event.key), "")),
        _whole(found),
        uids(_base_if_known(found)),
    )


def _atom(found: TalksFile) -> str:
    from sphinxcontrib_tripreport.core.exports.atom import (
        Author,
        Feed,
        render_entry,
        render_feed,
    )
    from sphinxcontrib_tripreport.core.exports.feed_entries import FeedEntries, FeedPlaces
    from sphinxcontrib_tripreport.core.exports.feed_names import REPORTS, TALKS, FeedIds

    base = _base(found)
    ids = FeedIds(base)
    places = FeedPlaces(
        report=lambda name: found.addresses.get(("reports", name), ""),
        talk=_whole(found),
        author=lambda key: found.addresses.get(("authors", key), ""),
        file=_absolute,
        text_of_report=lambda _name: "",
        text_of_note=lambda note: "".join(
            f"<p>{escape(line)}</p>" for line in found.texts.get(note.target, "").splitlines()
        ),
    )
    entries = FeedEntries(found.catalogue, ids, places)
    title = found.project or base
    dated, path = entries.reports(), REPORTS
    if not dated:  # An archive: all talks are from a programme.
        dated, path = entries.talks(), TALKS
    feed = Feed(ids.of_feed(path), title, f"{base}{path}", base, Author(title))
    rendered = [(each, render_entry(each)) for each in map(entries.entry, dated)]
    return render_feed(feed, rendered)


def _base(found: TalksFile) -> str:
    """The address of the site, as those of reports tell it, or those of made pages.

    :raises ValueError: if they are not whole
    """
    from sphinxcontrib_tripreport.core.catalogue.page_names import ROOT

    for (member, docname), address in found.addresses.items():
        name = docname.removesuffix("index")
        if member == "reports" and _absolute(address) and name in address:
            return address[: address.rindex(name)] if name else address
    for address in filter(_absolute, found.addresses.values()):
        before, made, _name = address.partition(f"/{ROOT}/")
        if made:
            return f"{before}/"
    raise ValueError("it has no whole addresses: its site was built without “html_baseurl”")


def _base_if_known(found: TalksFile) -> str:
    try:
        return _base(found)
    except ValueError:
        return ""


def _whole(found: TalksFile) -> Callable[[Talk], str]:
    return lambda talk: _absolute(found.addresses.get(("talks", talk.name), ""))


def _absolute(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""


_FORMATS: Final[dict[str, Callable[[TalksFile], str]]] = {
    "csv": _csv,
    "bibtex": _bibtex,
    "csl": _csl,
    "ics": _ics,
    "atom": _atom,
}
