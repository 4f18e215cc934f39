"""The tables of options, the types that they read as, and the records agree with one another."""

from __future__ import annotations

from dataclasses import fields
from inspect import isfunction
from typing import Any, get_type_hints

import pytest

from sphinxcontrib_tripreport.core.model.option_values import (
    EventValues,
    SpeakerValues,
    TalkValues,
)
from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker
from sphinxcontrib_tripreport.core.options.option import Option, OptionTable
from sphinxcontrib_tripreport.core.options.tables import (
    EVENT_OPTIONS,
    PROSE,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
)
from sphinxcontrib_tripreport.core.queries.options import LISTING_OPTIONS, ListingValues

TABLES: list[tuple[OptionTable[Any], Any]] = [
    (TALK_OPTIONS, TalkValues),
    (SPEAKER_OPTIONS, SpeakerValues),
    (EVENT_OPTIONS, EventValues),
]


def _type_read(option: Option) -> Any:
    """What an option reads as: its reader may be an object that is called."""
    call = option.read if isfunction(option.read) else type(option.read).__call__
    return get_type_hints(call)["return"]


@pytest.mark.parametrize(("table", "values"), TABLES)
def test_every_option_has_a_value_of_its_type(table: OptionTable[Any], values: Any) -> None:
    types = get_type_hints(values)
    read = {name: _type_read(option) for name, option in table.items() if not option.alias_of}
    assert read.keys() == types.keys()
    for name, given in read.items():
        # A day may also be said in words, by headings alone.
        assert given == types[name] or name == "day", name


def test_every_option_of_a_listing_has_a_value_of_its_type() -> None:
    types = get_type_hints(ListingValues)
    found: dict[str, Any] = {}
    for table in LISTING_OPTIONS.values():
        for name, option in table.items():
            if not option.alias_of:
                found[name] = _type_read(option)
    assert found == types


PROFILES = {"homepage", "github", "gitlab", "mastodon", "bluesky", "twitter", "linkedin", "orcid"}


@pytest.mark.parametrize(
    ("record", "table", "as_links"),
    [
        # The abstract is in the doctree.
        (Note, TALK_OPTIONS, {"slides", "video", "code", "paper", "url", "abstract"}),
        (Speaker, SPEAKER_OPTIONS, PROFILES),
        (Event, EVENT_OPTIONS, set()),
    ],
)
def test_every_option_has_its_place_in_a_record(
    record: type[Any], table: OptionTable[Any], as_links: set[str]
) -> None:
    kept = {field.name for field in fields(record)}
    names = {name for name, option in table.items() if not option.alias_of}
    assert names - kept == as_links


def test_prose_is_kept_where_translators_look_for_it() -> None:
    assert PROSE == ("room", "track", "level", "affiliation", "pronouns", "description",
                     "place", "country")  # fmt: skip
    kept = {field.name for record in (Note, Speaker, Event) for field in fields(record)}
    assert kept.issuperset(PROSE)
