"""Every field of a record is in ``talks.json``, or is here with the reason why not."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.exports.talks_file import render_nothing
from sphinxcontrib_tripreport.core.exports.talks_json import render_talks
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Topic
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.names import NamedPerson

LEFT_OUT: dict[type[Any], dict[str, str]] = {
    Event: {
        "programme": "a file of the project, or an address",
        "line": "of the source",
        "included_at": "of the source",
        "original_name": "the name is there as it is shown",
        "described": "as docname and anchor",
    },
    Speaker: {
        "other_key": "for data files alone",
        "sort": "for indices alone",
        "pronouns": "shown beside the name alone",
        "photo": "shown on the page alone",
        "description": "shown on the page alone",
        "withheld": "people who are withheld are not there",
        "is_speaker": "the list it is in says that",
        "is_author": "the list it is in says that",
        "line": "of the source",
        "included_at": "of the source",
        "described": "as docname and anchor",
    },
    Talk: {
        "excerpt_roles": "the excerpt has the titles",
        "name": "event and key together",
        "end_day": "the day of the end",
        "abstract": "the programme has it",
        "abstract_markup": "the programme has it",
    },
    Topic: {"is_declared": "which others there are does not matter to a reader"},
    Report: {
        "excerpt_roles": "the excerpt has the titles",
        "audience": "public builds leave out what is private",
        "withheld": "nothing is told of people who are withheld",
        "event_name": "the name of the event",
        "programme": "files of the project",
        "anchor": "the whole document",
        "is_translated": "of this build alone",
        "other_date": "the date is there as the days of the event tell it",
        "date_line": "of the source",
        "topics_line": "of the source",
        "feed_line": "of the source",
        "line": "of the source",
    },
}


def written() -> dict[str, Any]:
    """A file in which there is one of everything."""
    note = Note("a", "talk-bees", 1, "bees", "Bees", event="con", speakers=(NamedPerson("Ann"),))
    records = Records(
        notes=(note,),
        reports={"a": Report("a", event="con")},
        speakers=(Speaker("ann", "Ann"),),
        events=(Event("con", "Con"),),
        topics=(Topic("bees", "Bees"),),
    )
    content: dict[str, Any] = json.loads(render_talks(Catalogue(records), "Trips", str))
    return content


@pytest.mark.parametrize(
    ("member", "record"),
    [
        ("events", Event),
        ("speakers", Speaker),
        ("topics", Topic),
        ("talks", Talk),
        ("reports", Report),
    ],
)
def test_every_field_is_written_or_left_out_for_a_reason(member: str, record: type[Any]) -> None:
    names = {field.name for field in fields(record)}
    (only,) = written()[member]
    assert LEFT_OUT[record].keys() <= names
    assert names - only.keys() - LEFT_OUT[record].keys() - {"day_number"} == set()


def test_a_project_without_talks_has_the_same_members() -> None:
    assert render_nothing("Trips") == render_talks(Catalogue(Records()), "Trips", str)
