"""Talks without speakers, recordings and sessions; actions without owners; patterns."""

from __future__ import annotations

from datetime import date

from sphinxcontrib_tripreport.core.checks.action_owners import check_owners
from sphinxcontrib_tripreport.core.checks.build_warnings import check_undeclared
from sphinxcontrib_tripreport.core.checks.idle_patterns import check_patterns
from sphinxcontrib_tripreport.core.checks.note_sessions import check_sessions
from sphinxcontrib_tripreport.core.checks.recordings import check_recordings
from sphinxcontrib_tripreport.core.checks.talk_speakers import check_speakers_of_talks
from sphinxcontrib_tripreport.core.checks.topic_names import check_topics
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker, Takeaway, Topic
from sphinxcontrib_tripreport.core.model.tried_patterns import TriedPattern
from sphinxcontrib_tripreport.core.text.links import Link
from tests.core.checks.findings import TODAY, found, said
from tests.core.records import note

VIDEO = Link("video", "https://example.org/v")


def test_a_talk_without_speakers() -> None:
    notes = (
        note(line=4),
        note(title="Panel", key="p", kind="panel"),
        note(title="By Ann", key="a", speakers="Ann Lee"),
        note(title="By Wilma", key="w", speakers="Wilma"),
    )
    people = (Speaker("wilma", "Wilma", withheld=True),)
    assert said(check_speakers_of_talks, *notes, people=people) == [
        "a:4 Nobody says who gave “T”: expected “speakers”."
    ]


def test_a_title_that_names_a_speaker() -> None:
    titles = ("Ann Lee: Bees", "Ants, by Ann Lee", "Ann Lee and Bob: Cats", "Dogs (Ann Lee)", "Ann")
    notes = [note(title=title, key=f"k{n}", line=n) for n, title in enumerate(titles, 1)]
    findings = found(check_speakers_of_talks, *notes, note("b", "Eels", "Ann Lee", key="e"))
    assert {each.line: each.suggestion for each in findings if each.suggestion} == {
        1: (":speakers: Ann Lee",),
        2: (":speakers: Ann Lee",),
        4: (":speakers: Ann Lee",),
    }
    assert findings[0].message.endswith("expected “speakers”. Its title names “Ann Lee”.")


def test_a_talk_without_recording() -> None:
    old = date(2023, 6, 1)
    notes = (
        note(line=4, day=old),
        note(title="New", key="n", day=date(2023, 6, 3)),
        note(title="Seen", key="s", day=old, links=(VIDEO,)),
        note(title="Undated", key="u", event=""),
        note(title="Poster", key="p", day=old, kind="poster"),
    )
    assert said(check_recordings, *notes) == [
        "a:4 “T” has no recording after a year: expected “video”, if there is one."
    ]
    assert (TODAY - old).days == 366


PROGRAMMES = {
    "con": Programme(
        "table",
        sessions=[
            Session("Bees in the city", people=(ProgrammePerson("Ann Lee"),)),
            Session("Honey and how to make it", ids=("h1",), links=(Link("slides", "s"), VIDEO)),
        ],
    )
}
CON = Event("con", "Con", start=date(2020, 5, 1))


def test_a_note_on_no_session() -> None:
    notes = (
        note(line=4, title="Honey and how to cook", key="h", speakers="Eve Oak"),
        note(line=5, title="Wasps", key="w"),
        note(line=6, title="Ants", key="a", programme="none"),
        note(line=7, title="Bees in the city", key="b"),
    )
    findings = found(check_sessions, *notes, events=(CON,), programmes=PROGRAMMES)
    honey, wasps = findings
    assert (honey.line, honey.suggestion) == (4, (":programme: h1",))
    assert honey.message == (
        "“Honey and how to cook” is on no session of the programme of “con”; the nearest, with"
        " scores: “Honey and how to make it” (59, h1). Expected “programme” with the id of one, or"
        " none."
    )
    assert (wasps.line, wasps.suggestion) == (5, (":programme: none",))
    assert wasps.message == (
        "“Wasps” is on no session of the programme of “con”; none is near: expected"
        " “programme: none”, if it is not in there."
    )
    assert said(check_sessions, note()) == []


def test_a_programme_without_sessions() -> None:
    empty = {"con": Programme("table")}
    assert said(check_sessions, note(), events=(CON,), programmes=empty) == []


def test_topics_that_differ_in_case() -> None:
    notes = note(topics=("API",)), note(title="U", key="u", topics=("api",), line=3)
    (finding,) = found(check_topics, *notes)
    assert finding.message.startswith("“api” (1) and “API” (1) are one topic: expected one")


def test_sessions_without_ids() -> None:
    near = Programme("table", sessions=[Session("Honey and how to make it")])
    (finding,) = found(
        check_sessions,
        note(title="Honey and how to cook", key="h"),
        events=(CON,),
        programmes={"con": near},
    )
    assert "(" in finding.message
    assert finding.suggestion == ()


def test_the_programme_has_a_recording() -> None:
    honey = note(line=4, title="Honey and how to cook", key="h", speakers="Eve Oak")
    wasps = note(line=5, title="Wasps", key="w")
    findings = found(check_recordings, honey, wasps, events=(CON,), programmes=PROGRAMMES)
    with_video = next(each for each in findings if each.line == 4)
    assert with_video.message.endswith(
        "The programme has one of “Honey and how to make it”: https://example.org/v"
    )
    assert with_video.suggestion == (":video: https://example.org/v",)
    assert next(each for each in findings if each.line == 5).suggestion == ()


def test_an_action_without_owner() -> None:
    def action(line: int, kind: str = "action", **fields: object) -> Takeaway:
        return Takeaway("a", f"t{line}", line, f"t{line}", kind, "Buy a hive.", **fields)  # type: ignore[arg-type]

    several = (
        action(1),
        action(2, owner="Ann"),
        action(3, is_done=True),
        action(4, "takeaway"),
    )
    assert said(check_owners, takeaways=several) == [
        "a:1 Nobody owns the action “Buy a hive.”: expected “owner”."
    ]


def test_patterns_that_match_nothing() -> None:
    patterns = (
        TriedPattern("a", "## {title}", 3, 0, "Nothing."),
        TriedPattern("a", "# {title}", 4, 2),
        TriedPattern("a", "* {title}", 0, 0),
        TriedPattern("b", "* {title}", 0, 0),
        TriedPattern("a", "- {title}", 0, 0),
        TriedPattern("b", "- {title}", 0, 1),
        TriedPattern("b", "= {title}", 0, 0),
    )
    conf = 'x = 1\npatterns = ["* {title}"]\n'
    findings = found(check_patterns, patterns=patterns, conf=conf)
    assert [(each.docname, each.line, each.included_at) for each in findings] == [
        ("a", 3, ""),
        ("", 0, "conf.py:2"),
        ("", 0, "conf.py:1"),
    ]
    assert [each.is_warned_of for each in findings] == [True, False, False]
    assert findings[1].message == (
        "The pattern “* {title}” matches nothing in 2 posts: expected what looks like it in one of"
        " them."
    )


def test_topics_that_no_file_declares() -> None:
    notes = (note(line=7, topics=("Bee", "Insects")),)
    declared = (Topic("bees", "Bees", is_declared=True), Topic("insects", "Insects"))
    (finding,) = found(check_undeclared, *notes, topics=declared, topics_closed=True)
    assert (finding.check, finding.line, finding.is_warned_of) == ("undeclared", 7, True)
    assert finding.message == "No data file declares the topic “Bee”. Did you mean “Bees”?"
    assert found(check_undeclared, *notes, topics=declared) == []


def test_topics_of_two_spellings() -> None:
    notes = (
        note(line=1, topics=("Web App", "C++")),
        note(line=2, title="U", key="u", topics=("Web-Apps", "C")),
        note("b", line=3, title="V", key="v", topics=("Web App",)),
    )
    takeaway = Takeaway("a", "t", 9, "t", "takeaway", "Text.", topics=("web apps",))
    reports = (
        Report("b", topics=("Web-Apps",), line=1),
        Report("c", topics=("Web App",)),
        Report("https://example.org/", topics=("Web App",), site="other"),
    )
    findings = found(check_topics, *notes, reports=reports, takeaways=(takeaway,))
    assert [(each.docname, each.line) for each in findings] == [("a", 2), ("a", 9)]
    assert findings[0].message == (
        "“Web-Apps” (2) and “Web App” (3) seem to be one topic: expected one spelling, or the other"
        " as an alias in a data file."
    )
    assert findings[1].message.startswith("“web apps” (1) and “Web App” (3) seem to be one topic")
    entry = findings[0].entry
    assert entry is not None
    assert (entry.section, entry.key, entry.lists) == (
        "topics",
        "Web App",
        (("aliases", ("Web-Apps",)),),
    )
