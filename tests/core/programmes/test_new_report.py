"""Reports to fill in, made of programmes: in Markdown and reStructuredText."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.programmes.new_report import (
    ReportOptions,
    in_order,
    render_report,
)

DAY = dt.date(2024, 5, 7)


def session(title: str, day: dt.date | None = DAY, hour: int = 9, number: str = "") -> Session:
    """A session at full hour, in UTC."""
    begins = dt.datetime.combine(day, dt.time(hour), dt.UTC) if day is not None else None
    return Session(title, ids=(number,) if number else (), begins=begins, day=day)


BEES = session("Bees", hour=10)
ANTS = session("Ants & `more`")
WASPS = replace(
    session("Wasps", hour=11),
    people=(ProgrammePerson("Ann Lee"), ProgrammePerson("Bob Ray")),
    rooms=("Red", "Blue"),
    url="https://con.example/wasps",
)
CON = Programme("x", "Con: Bees", timezone="Europe/Berlin", sessions=[BEES, ANTS])
WANTED = ReportOptions("con", programmes=("con.json",))


def lines(wanted: ReportOptions, *own: Session, con: Programme = CON) -> list[str]:
    """The lines of a report on all sessions of a programme, without empty ones."""
    talks = [each for each in con.sessions if each not in own]
    return list(filter(None, render_report(con, talks, own, wanted).splitlines()))


def test_markdown() -> None:
    assert lines(replace(WANTED, author="Ida Bee")) == [
        "---",
        'title: "Con: Bees"',
        "event: con",
        'programme: "con.json"',
        "author: Ida Bee",
        "date: 2024-05-07",
        "---",
        "What I expected, and what I got.",
        r"## Ants & \`more\`",
        "```{talk}",
        "```",
        "…",
        "## Bees",
        "```{talk}",
        "```",
        "…",
    ]


def test_restructuredtext() -> None:
    assert lines(replace(WANTED, is_markdown=False)) == [
        ":event: con",
        ":programme: con.json",
        ":date: 2024-05-07",
        "Con: Bees",
        "=========",
        "What I expected, and what I got.",
        r"Ants & \`more\`",
        "---------------",
        ".. talk::",
        "…",
        "Bees",
        "----",
        ".. talk::",
        "…",
    ]


def test_days_have_headings_and_wide_titles_long_lines() -> None:
    two_days = replace_sessions(session("蜂蜂蜂", dt.date(2024, 5, 8)), BEES, session("Late", None))
    found = lines(replace(WANTED, is_markdown=False), con=two_days)
    assert found[6:] == [
        "2024-05-07", "----------", "Bees", "~~~~", ".. talk::", "…",
        "2024-05-08", "----------", "蜂蜂蜂", "~~~~~~", ".. talk::", "…",
        "Late", "~~~~", ".. talk::", "…",
    ]  # fmt: skip


def replace_sessions(*sessions: Session) -> Programme:
    """A programme of other sessions."""
    return Programme("x", "Con", sessions=list(sessions))


@pytest.mark.parametrize("has_days", [True, False])
def test_a_pattern_reads_plain_headings(has_days: bool) -> None:
    con = replace_sessions(BEES, session("Ants", dt.date(2024, 5, 8) if has_days else DAY))
    text = render_report(con, con.sessions, (), replace(WANTED, is_plain=True))
    assert "{talk}" not in text
    report = read_report(read_metadata(text, "markdown"), "a")
    assert not report.problems
    assert ("## {day}" in text) is has_days


def test_sessions_of_ones_own_say_all_that_is_known() -> None:
    own = lines(replace(WANTED, is_plain=True), WASPS)
    at = own.index("## Wasps")
    assert own[at : at + 9] == [
        "## Wasps",
        "```{talk}",
        ":programme: none",
        ":speakers: Ann Lee; Bob Ray",
        ":start: 2024-05-07 13:00",
        ":room: Red, Blue",
        ":url: https://con.example/wasps",
        "```",
        "…",
    ]
    nowhere = Session("Alone")
    assert ":start:" not in "".join(lines(WANTED, nowhere, con=replace_sessions(BEES)))
    local = replace(CON, timezone="")
    assert ":start: 2024-05-07 11:00" in lines(WANTED, WASPS, con=local)


def test_sessions_of_one_title_are_told_apart_by_their_ids() -> None:
    twice = replace_sessions(session("Bees", number="1"), session("Bees", hour=12, number="2"))
    found = lines(replace(WANTED, is_markdown=False), con=twice)
    assert [line for line in found if "programme" in line][1:] == [
        "   :programme: 1",
        "   :programme: 2",
    ]


def test_without_a_title_or_days() -> None:
    found = lines(WANTED, con=Programme("x", sessions=[Session("Bees")]))
    assert found[1:4] == ["title: con", "event: con", 'programme: "con.json"']


def test_sessions_follow_one_another() -> None:
    undated = Session("A")
    assert in_order([undated, BEES, ANTS]) == [ANTS, BEES, undated]
