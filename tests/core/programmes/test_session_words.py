"""What titles and types of programmes say."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.programmes.session_words import (
    is_break,
    kind_in,
    take_cancelled,
)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("CANCELLED Bees", "Bees"),
        ("CANCELLED: Bees", "Bees"),
        ("[CANCELED] Bees", "Bees"),
        ("(Abgesagt) Bienen", "Bienen"),
        ("Abgesagt: Bienen", "Bienen"),
        ("ANNULÉE : Abeilles", "Abeilles"),
        ("Bees (cancelled)", "Bees"),
        ("Bees - CANCELLED, replaced by Wasps", "Bees"),
        ("【中止】ミツバチ", "ミツバチ"),
        ("Отменён: Пчёлы", "Пчёлы"),
    ],
)
def test_cancelled(title: str, left: str) -> None:
    assert take_cancelled(title) == (left, True)


@pytest.mark.parametrize(
    "title",
    [
        "Cancelling POSIX syscalls",
        "Bees (REPLACES CANCELLED TALK)",
        "Cancelled flights and what they teach",
        "Why my talk was cancelled",
        "İstanbul CANCELLED",
    ],
)
def test_not_cancelled(title: str) -> None:
    assert take_cancelled(title) == (title, False)


def test_a_title_that_is_only_the_word() -> None:
    assert take_cancelled("(cancelled)") == ("(cancelled)", True)


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (("Talk 30 min + 10min Q&A",), "talk"),
        (("Keynotes",), "keynote"),
        (("Lightning Talk (5 minutes)",), "lightning"),
        (("", "Vortrag"), "talk"),
        (("maintrack",), ""),
        ((), ""),
    ],
)
def test_kind(types: tuple[str, ...], kind: str) -> None:
    assert kind_in(*types) == kind


@pytest.mark.parametrize(
    "title",
    [
        "Lunch",
        "Coffee break (Hall B)",
        "Morning Tea",
        "Registration & Coffee",
        "Mittagspause",
        "昼食",
        "Lunch: sponsored by Acme",
        "Doors open",
        "Pausa para el café",
        "Slot",
    ],
)
def test_breaks(title: str) -> None:
    assert is_break(title, has_people=False)
    assert not is_break(title, has_people=True)


@pytest.mark.parametrize(
    "title", ["Opening", "Welcome", "Breaking bees", "Coffee machines in C", ""]
)
def test_no_breaks(title: str) -> None:
    assert not is_break(title, has_people=False)


def test_types_say_so_whoever_speaks() -> None:
    assert is_break("Bees", "Other", has_people=True)
    assert not is_break("Bees", "talk", has_people=True)
