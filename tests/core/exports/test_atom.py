"""Feeds as RFC 4287 has them, and the ids of their entries."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace
from zlib import crc32

import feedparser  # type: ignore[import-untyped]  # has no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.exports.atom import (
    Author,
    Feed,
    FeedEntry,
    render_entry,
    render_feed,
)
from sphinxcontrib_tripreport.core.exports.feed_entries import FeedEntries, FeedPlaces
from sphinxcontrib_tripreport.core.exports.feed_names import FeedIds, feed_of, has_host, same_ids
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from tests.tools.feeds import ATOM, check_feed

DAY = dt.date(2024, 5, 7)
FEED = Feed("tag:s.example,2020:feeds/x", "X", "https://s.example/x.xml", "https://s.example/",
            Author("Ann"), "en")  # fmt: skip


def entry(**given: object) -> FeedEntry:
    values = {"id": "tag:a", "title": "A", "address": "https://s.example/a", "published": DAY}
    return FeedEntry(**{"updated": DAY, **values, **given})  # type: ignore[arg-type]  # by keyword


def text_of(*entries: FeedEntry) -> str:
    return render_feed(FEED, [(each, render_entry(each)) for each in entries])


def test_everything() -> None:
    full = entry(
        authors=(Author("Ann Lee", "https://s.example/ann?a&b"), Author("Bob")),
        updated=dt.date(2024, 6, 1),
        topics=(("web", "The Web"),),
        language="de",
        summary="Short & <good>",
        content='<p title="x">Long &amp; good</p>',
        enclosures=(("https://v.example/1.mp4", "video/mp4"),),
    )
    text = text_of(full, entry(id="tag:b", authors=(Author("Bob"),)))
    check_feed(text)
    found = feedparser.parse(text)
    assert not found.bozo
    assert found.feed.updated == f"2024-06-01T00:00:00.{crc32(b'tag:a') % 1_000_000:06}Z"
    first = found.entries[0]
    assert [(each.name, each.get("href")) for each in first.authors] == [
        ("Ann Lee", "https://s.example/ann?a&b"),
        ("Bob", None),
    ]
    assert (first.published[:19], first.updated[:19]) == (
        "2024-05-07T00:00:00",
        "2024-06-01T00:00:00",
    )
    assert [(tag.term, tag.label) for tag in first.tags] == [("web", "The Web")]
    assert first.summary == "Short & <good>"
    assert first.content[0].value == '<p title="x">Long &amp; good</p>'
    (video,) = first.enclosures
    assert (video.href, video.type) == ("https://v.example/1.mp4", "video/mp4")
    assert ET.fromstring(text).find(f"{ATOM}author") is None


def test_no_two_entries_have_one_moment() -> None:
    # The validator of the W3C wants it; the day is all that is known.
    found = feedparser.parse(text_of(*(entry(id=f"tag:{number}") for number in range(20))))
    assert len({each.updated for each in found.entries}) == 20
    assert {each.updated[:20] for each in found.entries} == {"2024-05-07T00:00:00."}
    assert {each.updated_parsed[:6] for each in found.entries} == {(2024, 5, 7, 0, 0, 0)}
    assert [each.published for each in found.entries] == [each.updated for each in found.entries]


def test_a_feed_has_an_author_if_an_entry_has_none() -> None:
    for text in (text_of(), text_of(entry())):
        check_feed(text)
        assert ET.fromstring(text).findtext(f"{ATOM}author/{ATOM}name") == "Ann"
    assert "<updated>1970-01-01T00:00:00Z</updated>" in text_of()
    assert "<updated>2024-05-07T00:00:00Z</updated>" in render_feed(replace(FEED, day=DAY), ())


@given(st.text(), st.text(), st.text())
def test_any_text(title: str, summary: str, content: str) -> None:
    found = entry(title=title, summary=summary, content=content, topics=((title, summary),),
                  authors=(Author(title or "A", content),))  # fmt: skip
    text = text_of(found)
    check_feed(text.encode("utf-8", "replace").decode())
    assert not feedparser.parse(text.encode("utf-8", "replace")).bozo


# Ids


@pytest.mark.parametrize(
    ("base", "beginning", "docname", "feed_id", "expected"),
    [
        ("https://s.example", "", "a/b", "", "tag:s.example,2020:a/b"),
        ("https://S.example:80/notes/x/", "", "ä b", "", "tag:s.example,2020:notes/x/%C3%A4%20b"),
        ("https://a..b.example/", "", "a", "", "tag:a..b.example,2020:a"),
        ("https://bücher.example/", "", "a", "", "tag:xn--bcher-kva.example,2020:a"),
        ("https://s.example", "", "a", "old/a", "tag:s.example,2020:old/a"),
        ("https://s.example", "", "a", "urn:x:1", "urn:x:1"),
        ("https://s.example", "", "a", "https://o.example/?p=1#x", "https://o.example/?p=1#x"),
        ("https://s.example", "tag:o.example,2011:b", "a", "", "tag:o.example,2011:b:a"),
        ("https://s.example", "https://o.example/", "a", "", "https://o.example/a"),
    ],
)
def test_ids(base: str, beginning: str, docname: str, feed_id: str, expected: str) -> None:
    ids = FeedIds(base, beginning)
    assert ids.of_report(Report(docname, feed_id=feed_id)) == expected


def test_ids_of_talks_and_feeds() -> None:
    ids = FeedIds("https://s.example")
    assert ids.of_talk("con/bees") == "tag:s.example,2020:talk:con/bees"
    assert ids.of_feed("feeds/talks.xml") == "tag:s.example,2020:feeds/talks"


def test_reports_of_one_id() -> None:
    reports = (
        Report("a", feed_id="urn:x:1", feed_line=3),
        Report("b", feed_id="c"),
        Report("c"),
        Report("d", feed_id="urn:x:1", feed_line=4),
        Report("e"),
    )
    by_name, same = same_ids(reports, FeedIds("https://s.example"))
    assert (by_name.docname, by_name.line) == ("b", 0)
    assert "another report (c), too" in by_name.text
    assert (same.docname, same.line) == ("d", 4)
    assert "“urn:x:1”, which is the id of another report (a, line 3), too" in same.text


def test_names_of_feeds() -> None:
    own = Catalogue(Records())
    both = Catalogue(Records(notes=(note("https://b.example/a", "Bees", site="b"),)))
    con = Page("trip/events/con", "event", "con")
    assert feed_of(con, own, own) == feed_of(con, both, both) == "feeds/events/con.xml"
    assert feed_of(con, own, both) == ""
    assert feed_of(Page("trip/events/x", "event", "x"), own, both) == "feeds/events/x.xml"
    assert feed_of(Page("trip/years/2020", "year", "2020"), own, own) == ""
    assert feed_of(Page("trip/events/index", "events"), own, own) == ""
    hosts = ("https://s.example", "", "s.example/x", "file:///x", "https://[", "/x")
    assert [has_host(base) for base in hosts] == [True, False, False, False, False, False]


# What is in them


def note(docname: str, title: str, **given: object) -> Note:
    values = {"event": "con", "speakers": (NamedPerson("Ann Lee"),), "topics": ("Web",)}
    return Note(docname, f"talk-{title}", 3, title, title, **{**values, **given})  # type: ignore[arg-type]  # by keyword


PLACES = FeedPlaces(
    report=lambda name: f"https://s.example/{name}",
    talk=lambda talk: f"https://s.example/{talk.name}",
    author=lambda key: f"https://s.example/{key}" if key == "bob" else "",
    file=lambda url: url if "://" in url else "",
    text_of_report=lambda name: f"<p>{name}</p>",
    text_of_note=lambda note: f"<p>{note.docname} {note.title}</p>",
)


def entries() -> FeedEntries:
    reports = (
        Report("a", "A", event="con", date=DAY, authors=("Bob", "Zed"), topics=("Web",)),
        Report("b", "", event="con", date=dt.date(2024, 5, 9), authors=("Bob",)),
        Report("c", "C", date=dt.date(2024, 5, 8), updated=dt.date(2024, 7, 1)),
        Report("draft", event="con", date=DAY, draft=True),
        Report("undated"),
    )
    video = (Link("video", "https://v.example/Bees.MP4?x"), Link("slides", "https://v.example/s"))
    notes = (
        note("a", "bees", links=video),
        note("b", "bees"),
        note("c", "ants", links=(Link("video", "https://youtu.be/x"), Link("video", "/gone.mp4"))),
        note("a", "wasps", status="planned"),
        note("draft", "moths"),
        note("undated", "flies", event=""),
    )
    records = Records(notes=notes, reports={each.docname: each for each in reports})
    return FeedEntries(Catalogue(records), FeedIds("https://s.example"), PLACES)


def test_the_newest_first() -> None:
    found = entries()
    assert [found.name_of(each) for each in found.reports()] == ["b", "c", "a"]
    assert found.newest_day() == found.reports()[0].published
    assert [found.name_of(each) for each in found.talks()] == ["con/ants", "con/bees"]
    assert [found.name_of(each) for each in found.entries_about("author", "bob")] == ["b", "a"]
    assert [found.name_of(each) for each in found.entries_about("speaker", "ann-lee")] == [
        "con/ants",
        "con/bees",
    ]


def test_nothing_is_told_twice() -> None:
    found = entries()
    # The report that is about it tells of the bees, and none of the ants.
    assert [found.name_of(each) for each in found.entries_about("topic", "web")] == [
        "con/ants",
        "a",
    ]
    assert [found.name_of(each) for each in found.entries_about("event", "con")] == [
        "b",
        "con/ants",
        "a",
    ]


def test_a_report() -> None:
    found = entries()
    newest, second, oldest = map(found.entry, found.reports())
    assert newest.title == "b"
    assert (second.published, second.updated) == (dt.date(2024, 5, 8), dt.date(2024, 7, 1))
    assert oldest.authors == (Author("Bob", "https://s.example/bob"), Author("Zed"))
    assert (oldest.topics, oldest.content) == ((("web", "Web"),), "<p>a</p>")


def test_a_talk() -> None:
    found = entries()
    ants, bees = map(found.entry, found.talks())
    assert bees.title == "bees – Ann Lee"
    assert (bees.published, bees.updated) == (DAY, dt.date(2024, 5, 9))
    assert [author.name for author in bees.authors] == ["Bob", "Zed"]
    assert bees.content == (
        '<h2><a href="https://s.example/a">A</a></h2>\n<p>a bees</p>\n'
        '<h2><a href="https://s.example/b">b</a></h2>\n<p>b bees</p>'
    )
    assert bees.enclosures == (("https://v.example/Bees.MP4?x", "video/mp4"),)
    assert ants.enclosures == (("https://youtu.be/x", "text/html"),)
    assert (ants.updated, ants.content) == (dt.date(2024, 7, 1), "<p>c ants</p>")


# Archives: talks of programmes that nobody noted


def archive(scope: str = "all") -> FeedEntries:
    lima = Event("lima", "Lima", start=dt.date(2023, 1, 1), scope=scope)
    sessions = (
        Session(
            "Wax",
            people=(ProgrammePerson("Ann Lee"),),
            begins=dt.datetime(2023, 3, 1, 19),
            day=dt.date(2023, 3, 1),
            language="es",
            abstract="# Why\n\nAll *about* <script>x</script> [wax](https://w.example/?a&b).",
            abstract_markup="markdown",
            links=(Link("video", "https://v.example/wax.mp4"),),
            is_talk=True,
        ),
        Session("Undated", rooms=("Room 1",), is_talk=True),
        Session("Gone", day=dt.date(2023, 3, 2), is_talk=True, is_cancelled=True),
    )
    records = Records(events=(lima,), programmes={"lima": Programme("x", sessions=list(sessions))})
    return FeedEntries(Catalogue(records), FeedIds("https://s.example"), PLACES)


def test_talks_of_an_archive() -> None:
    found = archive()
    assert [found.name_of(each) for each in found.talks()] == ["lima/wax", "lima/undated"]
    assert [found.name_of(each) for each in found.entries_about("event", "lima")] == [
        "lima/wax",
        "lima/undated",
    ]
    assert [found.name_of(each) for each in found.entries_about("speaker", "ann-lee")] == [
        "lima/wax"
    ]
    assert found.newest_day() == dt.date(2023, 3, 1)
    wax, undated = map(found.entry, found.talks())
    assert (wax.title, wax.language) == ("Wax – Ann Lee", "es")
    assert (wax.published, wax.updated) == (dt.date(2023, 3, 1), dt.date(2023, 3, 1))
    assert wax.content == (
        "<p><strong>Why</strong></p>"
        '<p>All <em>about</em> <a href="https://w.example/?a&amp;b">wax</a>.</p>'
    )
    assert wax.summary == "Why All about wax."
    assert wax.enclosures == (("https://v.example/wax.mp4", "video/mp4"),)
    # On the first day of its event.
    assert (undated.published, undated.content) == (dt.date(2023, 1, 1), "")
    # Without any words, programs take an entry for a mistake.
    assert undated.summary == "Lima, Room 1"


def test_other_programmes_are_in_no_feed() -> None:
    found = archive("")
    assert found.talks() == found.entries_about("event", "lima") == []


def test_ids_stay_when_a_talk_is_renamed() -> None:
    notes = (
        note("a", "wax", formerly=("bees", "ants")),
        note("a", "ants"),
        note("a", "honey", formerly=("ants",)),
        note("a", "combs", formerly=("old/combs",)),
        note("a", "bee", formerly=("bees",)),
    )
    report = Report("a", "A", event="con", date=DAY)
    known = Catalogue(Records(notes=notes, reports={"a": report}))
    found = FeedEntries(known, FeedIds("https://s.example"), PLACES)
    ids = {each.title.partition(" ")[0]: each.id for each in map(found.entry, found.talks())}
    assert {
        title: each.removeprefix("tag:s.example,2020:talk:") for title, each in ids.items()
    } == {
        "ants": "con/ants",
        "bee": "con/bees",  # The first of two that were called so.
        "combs": "old/combs",
        "honey": "con/honey",  # Another talk is called as it was.
        "wax": "con/wax",
    }
