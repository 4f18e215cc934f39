"""Notes in their authors' words, against a programme: most are found, and none is wrong."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from sphinxcontrib_tripreport.core.model.programme import ProgrammePerson, Session
from sphinxcontrib_tripreport.core.programmes.joining import Joiner, NoteFacts
from sphinxcontrib_tripreport.core.text.names import people_in, split_speakers

PROGRAMME = (
    ("A", "Keynote: What harbours teach us about software", "Dr. Ingrid Solberg", 1, "09:00"),
    ("B", "Rust at sea: embedded drivers for tide gauges", "Marek Nowak", 1, "10:00"),
    ("C", "Five years of open charts – lessons, storms and many maps", "Wanda Kreft", 1, "11:00"),
    ("D", "Scaling the lighthouse API to forty thousand ships", "Jo Tan, Priya Raman", 1, "12:00"),
    ("E", "Lightning talks", "", 1, "17:00"),
    ("F", "Lightning talks", "", 2, "17:00"),
    ("G", "Warum Häfen freie Software brauchen", "Anna-Lena Groß", 2, "09:00"),
    ("H", "Can we find beauty in a timetable?", "minute", 2, "10:00"),
    ("I", "Tide prediction without machine learning", "Marek Nowak", 2, "11:00"),
    ("J", "Postgres for people who would rather sail", "Lucía Fernández", 2, "12:00"),
    ("K", "SailOS", "Tove Jansen", 2, "14:00"),
    ("L", "Testing what floats: simulators for small boats", "Oluwaseun Adeyemi", 3, "09:00"),
    ("M", "The accessibility of harbour maps", "Yuki Tanaka", 3, "10:00"),
    ("N", "Nobody reads the logbook: observability on ships", "Bo Lind", 3, "11:00"),
    ("O", "How we moved 300 buoys to IPv6", "Sven Lund", 3, "12:00"),
    ("P", "Opening", "Orga", 1, "08:45"),
    ("Q", "Closing", "Orga", 3, "16:00"),
    ("R", "帆船とソフトウェア", "山田 太郎", 3, "14:00"),
)  # fmt: skip
NOTES = (
    # Shortened, in other order, with other signs
    ("What harbours teach us about software", "", "A"),
    ("Harbours and software (keynote)", "Solberg", "A"),
    ("Rust at Sea", "", "B"),
    ("Embedded drivers for tide gauges in Rust", "", "B"),
    ("Lessons from five years of open charts", "", "C"),
    ("[EN] Scaling the Lighthouse API", "", "D"),
    ("Forty thousand ships", "", "D"),
    ("lighthouse API", "Priya Raman", "D"),
    ("Scaling an API", "Jo Tan and Priya Raman", "D"),
    ("SailOS!", "", "K"),
    ("Simulators for small boats", "", "L"),
    ("Accessibility of maps", "Tanaka", "M"),
    ("Observability on ships: nobody reads the logbook", "", "N"),
    ("300 buoys, IPv6", "", "O"),
    ("Beauty in a timetable", "", "H"),
    ("Postgres for people who'd rather sail", "", "J"),
    ("Tide prediction", "", "I"),
    # Translated, or in words of their own
    ("Was Häfen uns lehren", "Ingrid Solberg", "A"),
    ("Why ports need free software", "Anna-Lena Gross", "G"),
    ("Häfen brauchen freie Software", "", "G"),
    ("Bases de datos a bordo", "Lucia Fernandez", "J"),
    ("Is there beauty in trains?", "@minute", "H"),
    ("Sailing ships and software", "山田 太郎", "R"),
    ("A small operating system for boats", "Tove Jansen", "K"),
    ("Barcos pequeños", "Adeyemi", "L"),
    # Five of one talk
    ("Five Years of Open Charts", "", "C"),
    ("Open charts - lessons, storms & maps", "", "C"),
    ("Fünf Jahre freie Seekarten", "Wanda Kreft", "C"),
    ("Maps, maps, maps", "W. Kreft", "C"),
    ("charts and storms", "Wanda Kreft", "C"),
    # Two by one speaker
    ("Tides without ML", "Marek Nowak", "I"),
    ("Machine learning and tides", "Marek Nowak", "I"),
)
NOT_IN_IT = (
    ("Lunch at the pier", ""),
    ("Lightning talks", ""),
    ("What to see in the harbour", ""),
    ("A talk on software", ""),
    ("Maps of the city", "Zoe Zed"),
    ("Gezeiten", "Marek Nowak"),
    ("Small things", "Orga"),
    ("API design", "Ann Lee"),
    ("Ships", ""),
    ("Testing in production", ""),
)


def _session(id_: str, title: str, people: str, day: int, clock: str) -> Session:
    begins = datetime.fromisoformat(f"2024-05-0{day} {clock}")
    named = tuple(map(ProgrammePerson, filter(None, people.split(", "))))
    return Session(title, (id_,), people=named, begins=begins, day=begins.date(), rooms=("Pier",))


JOINER = Joiner([_session(*row) for row in PROGRAMME])


def found(title: str, people: str, **more: object) -> str:
    named = split_speakers(people)
    apart = [each for one in named for each in people_in(one, re.compile(" and ")) or (one,)]
    joined = JOINER.find(NoteFacts(title, speakers=tuple(apart), **more))  # type: ignore[arg-type]  # any field
    return joined.session.id if joined.session else ""


def test_most_are_found_and_none_is_wrong() -> None:
    each = {(title, people): (found(title, people), wanted) for title, people, wanted in NOTES}
    wrong = {note: got for note, (got, wanted) in each.items() if got not in ("", wanted)}
    assert not wrong
    missed = [note for note, (got, wanted) in each.items() if got != wanted]
    assert len(missed) <= len(NOTES) * 0.15, missed


def test_what_is_not_in_it_is_not_found() -> None:
    assert [note for note in NOT_IN_IT if found(*note)] == []


def test_time_and_room_tell_what_words_do_not() -> None:
    assert (
        found("Five small things", "", day=date(2024, 5, 2), start=time(17, 5), room="pier") == "F"
    )
    assert found("Lightning Talks", "", day=date(2024, 5, 1)) == "E"
