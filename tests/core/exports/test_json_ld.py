"""What pages say to search engines, held against the parts of schema.org that we use."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.exports.json_ld import (
    describe_event,
    describe_person,
    describe_report,
    describe_talk,
    render_json_ld,
)
from sphinxcontrib_tripreport.core.exports.schema_org import attendance_mode, location
from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import name_key
from tests.core.records import catalogue, note
from tests.tools.schema_org import check_thing

EVENT = Event(
    "con", "Con 2024", dt.date(2024, 5, 7), dt.date(2024, 5, 8), place="Basel",
    country="Switzerland", coordinates=Coordinates(47.56, 0.0), url="https://con.example/",
    series="Con", timezone="Europe/Zurich",
)  # fmt: skip
ANN = Speaker(
    name_key("Ann Lee"), "Ann Lee", aliases=("A. Lee",), affiliation="Acme",
    description="She keeps bees.",
    photo="https://ann.example/me.jpg",
    links=(Link("homepage", "https://ann.example/"), Link("mail", "mailto:a@ann.example")),
)  # fmt: skip
REPORT = Report(
    "a", "Day 1", "con", date=dt.date(2024, 5, 9), authors=("Bob Ray",), topics=("bees",),
    series="A Year", excerpt="What I saw.", updated=dt.date(2024, 6, 1),
    reading_time=4, image=Picture("/a.png"),
)  # fmt: skip


class Site:
    """Addresses by rule."""

    def page(self, docname: str) -> str:
        return f"https://s.example/{docname}.html"

    def note(self, note: Note) -> str:
        return f"https://s.example/{note.docname}.html#{note.anchor}"

    def talk(self, talk: Talk) -> str:
        return f"https://s.example/trip/{talk.name}.html"

    def thing(self, role: str, key: str) -> str:
        return f"https://s.example/{role}/{key}.html"

    def link(self, url: str) -> str:
        return url

    def picture(self, url: str) -> str:
        return url if "://" in url else f"https://s.example/_images{url}"


def known(**changes: Any) -> Catalogue:
    noted = note(
        "a", "Bees", "Ann Lee", day=dt.date(2024, 5, 7), start=dt.time(10), end=dt.time(10, 45),
        room="Main hall", topics=("bees",), language="en", rating=4, excerpt="They fly.",
        links=(
            Link("video", "https://v.example/1"), Link("slides", "https://s.example/1.pdf"),
            Link("code", "https://c.example/"), Link("paper", "https://p.example/"),
        ),
    )  # fmt: skip
    other = note("b", "Bees", "Ann Lee", rating=2)
    reports = (REPORT, Report("b", "Mine", "con", date=dt.date(2024, 5, 10)))
    given = {"reports": reports, "events": (EVENT,), "speakers": (ANN,), **changes}
    return catalogue(replace(noted, **given.pop("noted", {})), other, **given)


def test_a_report() -> None:
    found = known()
    thing = describe_report(found, found.reports["a"], found.notes_in("a"), Site(), "en")
    check_thing(thing)
    assert thing["@type"] == "BlogPosting"
    assert thing["headline"] == "Day 1"
    assert (thing["datePublished"], thing["dateModified"]) == ("2024-05-09", "2024-06-01")
    assert thing["image"] == "https://s.example/_images/a.png"
    assert [author["name"] for author in thing["author"]] == ["Bob Ray"]
    assert thing["about"]["name"] == "Con 2024"
    assert thing["about"]["@type"] == ["Event", "ConferenceEvent"]
    assert [talk["name"] for talk in thing["mentions"]] == ["Bees"]
    (review,) = thing["hasPart"]
    assert review["reviewRating"]["ratingValue"] == 4
    assert review["itemReviewed"]["name"] == "Bees"


def test_a_report_of_which_little_is_known() -> None:
    found = catalogue(reports=(Report("a"),))
    thing = describe_report(found, found.reports["a"], (), Site(), "")
    check_thing(thing)
    assert thing == {"@type": "BlogPosting", "url": "https://s.example/a.html"}


def test_an_event() -> None:
    thing = describe_event(known(), EVENT, Site())
    check_thing(thing)
    assert [talk["name"] for talk in thing["subEvent"]] == ["Bees"]
    assert [report["headline"] for report in thing["subjectOf"]] == ["Day 1", "Mine"]
    assert thing["location"]["address"]["addressCountry"] == "Switzerland"
    assert thing["location"]["geo"] == {
        "@type": "GeoCoordinates", "latitude": 47.56, "longitude": 0.0
    }  # fmt: skip
    assert thing["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert (thing["startDate"], thing["endDate"]) == ("2024-05-07", "2024-05-08")
    assert thing["superEvent"] == {"@type": "EventSeries", "name": "Con"}


def test_where_events_are() -> None:
    online = replace(EVENT, place="Online", country="")
    thing = describe_event(known(events=(online,)), online, Site())
    check_thing(thing)
    assert thing["location"]["@type"] == "VirtualLocation"
    nowhere = replace(EVENT, country="", coordinates=None)
    modes = [attendance_mode(replace(nowhere, place=place)) for place in
             ("Online", "En línea", "Basel", "Basel and online", "Hybrid, Basel", "")]  # fmt: skip
    somewhere = describe_event(known(), replace(EVENT, place="", country=""), Site())
    assert somewhere["location"].keys() == {"@type", "geo"}
    check_thing(somewhere)
    assert somewhere["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert [mode.removeprefix("https://schema.org/") for mode in modes] == [
        "OnlineEventAttendanceMode", "OnlineEventAttendanceMode", "OfflineEventAttendanceMode",
        "MixedEventAttendanceMode", "MixedEventAttendanceMode", "",
    ]  # fmt: skip


def test_a_talk() -> None:
    found = known()
    thing = describe_talk(found, found.talks[0], Site())
    check_thing(thing)
    assert thing["startDate"] == "2024-05-07T10:00:00+02:00"
    assert thing["endDate"] == "2024-05-07T10:45:00+02:00"
    assert thing["location"]["name"] == "Main hall"
    assert thing["location"]["containedInPlace"]["name"] == "Basel, Switzerland"
    assert thing["performer"][0]["name"] == "Ann Lee"
    assert thing["superEvent"]["name"] == "Con 2024"
    assert thing["recordedIn"][0]["url"] == "https://v.example/1"
    assert [work["@type"] for work in thing["workFeatured"]] == [
        "PresentationDigitalDocument", "SoftwareSourceCode", "ScholarlyArticle",
    ]  # fmt: skip
    assert [review["reviewRating"]["ratingValue"] for review in thing["review"]] == [4, 2]
    assert thing["aggregateRating"]["ratingValue"] == 3


def test_where_a_recording_can_be_played() -> None:
    links = (
        Link("video", "https://v.example/bees.MP4?x=1"),
        Link("video", "https://v.example/watch"),
        Link("video", "https://youtu.be/dQw4w9WgXcQ?t=9"),
    )
    found = catalogue(note("a", "Bees", links=links))
    thing = describe_talk(found, found.talks[0], Site())
    check_thing(thing)
    film, page, player = sorted(thing["recordedIn"], key=lambda each: str(each["url"]))
    assert film["contentUrl"] == film["url"]
    assert page.keys() == {"@type", "name", "url"}
    assert player["embedUrl"].endswith("/embed/dQw4w9WgXcQ?start=9")
    assert "contentUrl" not in player


def test_a_talk_of_which_little_is_known() -> None:
    found = catalogue(note(event=""))
    thing = describe_talk(found, found.talks[0], Site())
    check_thing(thing)
    assert thing == {"@type": "Event", "name": "T", "url": "https://s.example/trip/t.html"}


def test_a_talk_that_was_cancelled_and_one_of_a_day() -> None:
    found = known(noted={"status": "cancelled", "start": None, "end": None})
    thing = describe_talk(found, found.talks[0], Site())
    check_thing(thing)
    assert thing["startDate"] == "2024-05-07"
    assert "endDate" not in thing


def test_rooms_of_events_on_line() -> None:
    online = replace(EVENT, place="Online", country="", url="")
    found = known(events=(online,), noted={"status": "cancelled"})
    thing = describe_talk(found, found.talks[0], Site())
    check_thing(thing)
    assert thing["location"] == {"@type": "VirtualLocation", "name": "Online"}


def test_a_person() -> None:
    thing = describe_person(known(), name_key("Ann Lee"), Site(), "trip/speakers/ann-lee")
    check_thing(thing)
    assert thing["@type"] == "ProfilePage"
    who = thing["mainEntity"]
    assert who["name"] == "Ann Lee"
    assert who["sameAs"] == ["https://ann.example/"]
    assert who["alternateName"] == ["A. Lee"]
    assert who["affiliation"] == {"@type": "Organization", "name": "Acme"}
    assert [talk["name"] for talk in who["performerIn"]] == ["Bees"]
    author = describe_person(known(), name_key("Bob Ray"), Site(), "trip/authors/bob-ray")
    check_thing(author)
    assert "performerIn" not in author["mainEntity"]


def test_the_element_of_a_page() -> None:
    assert render_json_ld({"@type": "Event"}) == (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event"}'
        "</script>"
    )


def test_where_an_event_was_that_nobody_says() -> None:
    assert location(Event("con", "Con")) is None


@given(st.text())
def test_nothing_ends_the_script(text: str) -> None:
    written = render_json_ld({"@type": "Event", "name": f"</script><!--{text}\u2028]]>"})
    inner = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert inner.isascii()
    assert not re.search(r"[<>&]", inner)
    assert json.loads(inner)["name"] == f"</script><!--{text}\u2028]]>"
