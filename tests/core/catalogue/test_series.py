"""Series: which reports are parts of one story."""

from __future__ import annotations

from datetime import date

from sphinxcontrib_tripreport.core.catalogue.series import find_series
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.text.names import name_key

ANN, BOB, CID = "Ann Lee", "Bob Ng", "Cid Oz"


def report(
    docname: str,
    *authors: str,
    event: str = "con",
    series: str = "",
    day: int = 0,
    title: str = "",
    language: str = "",
) -> Report:
    """A report on a day of August."""
    return Report(
        docname,
        title=title,
        event=event,
        authors=authors,
        series=series,
        date=date(2020, 8, day) if day else None,
        language=language,
    )


def series(*reports: Report) -> dict[str, str]:
    """The docnames of the parts, by docname."""
    found = find_series(reports, name_key)
    return {name: " ".join(part.docname for part in parts) for name, parts in found.items()}


def test_reports_of_one_series_in_any_spelling() -> None:
    found = series(
        report("a", series="My  Con"),
        report("b", BOB, event="other", series="my con"),
        report("c", series="Mine"),
    )
    assert found == {"a": "a b", "b": "a b"}


def test_reports_of_one_event_by_one_author() -> None:
    found = series(
        report("a", ANN),
        report("b", "ANN LEE", BOB),
        report("c", CID),
        report("d", CID, event="other"),
        report("e", CID, event=""),
        report("f"),
        report("g"),
    )
    assert found == {"a": "a b", "b": "a b"}


def test_a_report_of_two_authors_joins_those_of_each() -> None:
    found = series(report("a", ANN), report("b", BOB), report("c", BOB, ANN), report("d", CID))
    assert set(found.values()) == {"a b c"}


def test_a_named_series_wins() -> None:
    found = series(
        report("a", ANN), report("b", ANN), report("c", ANN, series="S"), report("d", series="S")
    )
    assert found == {"a": "a b", "b": "a b", "c": "c d", "d": "c d"}


def test_a_named_series_of_one_part_is_none() -> None:
    assert series(report("a", ANN), report("b", ANN, series="S")) == {}


def test_translations_are_no_parts() -> None:
    found = series(
        report("a", ANN, language="en"),
        report("b", ANN, language="en-GB"),
        report("c", ANN, language="es"),
    )
    assert found == {"a": "a b", "b": "a b"}


def test_parts_are_in_order_of_date_then_title_then_document() -> None:
    parts = (
        report("a", ANN, title="Z"),
        report("b", ANN, day=2),
        report("d", ANN, day=1, title="B"),
        report("c", ANN, day=1, title="B"),
        report("e", ANN, day=1, title="A"),
    )
    assert series(*parts)["a"] == "e c d b a"
