"""Digests of records: what pages show changes them, where it is written does not."""

from __future__ import annotations

from dataclasses import replace

from sphinxcontrib_tripreport.core.model.digests import digest_of, digest_records
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from tests.core.records import note


def test_lines_do_not_count() -> None:
    records = (note(), Speaker("a", "A"), Event("e", "E"), Report("r"))
    moved = [replace(each, line=99) for each in records]
    assert digest_records(records) == digest_records(moved)


def test_everything_else_does() -> None:
    assert digest_records([note()]) != digest_records([note(room="R1")])
    assert digest_records([Speaker("a", "A")]) != digest_records([Event("a", "A")])
    assert digest_records([note(), note("b")]) != digest_records([note("b"), note()])


def test_any_values() -> None:
    assert digest_of("a", 1) == digest_of("a", 1)
    assert digest_of("a", 1) != digest_of("a1")
    # Half of a pair, as file names can have it.
    assert digest_of("\ud800") != digest_of("")
