"""Links that linkcheck could not follow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.checks.dead_links import check_links, read_broken_links
from sphinxcontrib_tripreport.core.checks.project import BrokenLink
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.text.links import Link
from tests.core.checks.findings import said
from tests.core.records import note

DEAD = "https://example.org/dead"
BROKEN = {DEAD: BrokenLink("broken", "404")}


def test_what_linkcheck_writes() -> None:
    text = """\
{"filename": "a.md", "lineno": 1, "status": "broken", "code": 404, "uri": "x:1", "info": "gone"}
{"filename": "a.md", "lineno": 1, "status": "timeout", "code": 0, "uri": "x:2", "info": ""}
{"filename": "a.md", "lineno": 1, "status": "working", "code": 0, "uri": "x:3", "info": ""}
{"status": "broken", "code": 500, "uri": "x:4"}
{"status": "broken", "uri": "x:5", "info": "Pool (Caused by NameResolutionError(\\"<a b>\\"))"}
{"status": "broken", "uri": "x:6", "info": "%s"}
{"status": "broken"}
[1]
nonsense
""" % ("long " * 50)
    assert read_broken_links(text) == {
        "x:1": ("broken", "gone"),
        "x:2": ("timeout", ""),
        "x:4": ("broken", "500"),
        "x:5": ("broken", "NameResolutionError"),
        "x:6": ("broken", f"{'long ' * 16}…"),
    }


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_broken_links(text)
    read_broken_links(f'{{"status": {text}')


def test_links_of_notes_and_people_and_events() -> None:
    link = Link("slides", DEAD)
    people = (
        Speaker("ann", "Ann", links=(link, Link("video", "x"))),
        Speaker("bob", "Bob", links=(link,), described=Target("p", "bob"), line=3),
        Speaker("cat", "Cat", links=(link,)),
        Speaker("dee", "Dee", links=(link,)),
    )
    event = Event("con", "Con", url=DEAD)
    notes = note(line=4, links=(Link("code", "x"), link)), note("b", "U", "Ann", key="u", line=6)
    found = said(
        check_links,
        *notes,
        people=people,
        events=(event,),
        reports=(Report("w", authors=("Cat",), event="con"),),
        data_places={("events", "con"): "c.yaml:1"},
        broken=BROKEN,
    )
    assert found == [
        f"a:4 The link “slides” of “T” is broken (404): {DEAD}",
        f"b:6 The link “slides” of “Ann” is broken (404): {DEAD}",
        f"p:3 The link “slides” of “Bob” is broken (404): {DEAD}",
        f"w:0 The link “slides” of “Cat” is broken (404): {DEAD}",
        f":0 The link “slides” of “Dee” is broken (404): {DEAD}",
        f"c.yaml:1 The link “url” of “Con” is broken (404): {DEAD}",
    ]


def test_links_of_programmes() -> None:
    session = Session("T", links=(Link("slides", DEAD),))
    found = said(
        check_links,
        note(line=4),
        events=(Event("con", "Con"),),
        programmes={"con": Programme("table", sessions=[session])},
        broken={DEAD: BrokenLink("timeout", "")},
    )
    slow = f"a:4 The link “slides” of “T” takes too long: {DEAD}"
    assert found == [f"{slow} It is from the programme of its event."]


def test_nothing_is_broken() -> None:
    assert said(check_links, note(links=(Link("code", "x"),))) == []
