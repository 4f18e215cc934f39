"""Keys of talks of one title, and which talks of a document are one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.options.earlier_notes import EarlierNotes
from sphinxcontrib_tripreport.core.options.same_talks import SameTalks, is_same_talk
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.numbered import first_free

_TITLES = st.sampled_from(["Bees", "BEES", "Keynote", "Wasps"])
_PEOPLE = st.lists(st.sampled_from("ABC"), max_size=2, unique=True).map(
    lambda names: tuple(map(NamedPerson, names))
)
_TALKS = st.lists(st.tuples(_TITLES, _PEOPLE), max_size=12)


def note(key: str, title: str, people: tuple[NamedPerson, ...], event: str = "e") -> Note:
    return Note(docname="a", anchor="", line=1, key=key, title=title, event=event, speakers=people)


@given(_TALKS)
def test_a_key_is_free_unless_another_talk_has_it(
    talks: list[tuple[str, tuple[NamedPerson, ...]]],
) -> None:
    earlier = EarlierNotes()
    for title, people in talks:
        key = earlier.free_key("k", "e", title, people)
        tried, number = "k", 1
        while any(
            each.key == tried and not is_same_talk(each.known_by, each.speakers, title, people)
            for each in earlier
        ):
            number += 1
            tried = f"k-{number}"
        assert key == tried
        earlier.append(note(key, title, people))


@given(_TALKS)
def test_what_is_found_is_the_same(talks: list[tuple[str, tuple[NamedPerson, ...]]]) -> None:
    known: SameTalks[int] = SameTalks()
    for number, (title, people) in enumerate(talks):
        expected = {
            before
            for before, (other, others) in enumerate(talks[:number])
            if is_same_talk(other, others, title, people)
        }
        assert set(known.find(title, people)) == expected
        known.add(number, title, people)
    for number, (title, people) in enumerate(talks):
        known.remove(number, title, people)
        assert number not in known.find(title, people)


def test_notes_are_found_by_their_places_and_keys() -> None:
    notes = EarlierNotes([note("k", "Bees", ()), note("k", "Ants", (), "f")])
    assert len(notes) == 2
    found = notes.note_at(1, "Ants")
    assert found is not None
    assert found.event == "f"
    assert notes.note_at(2, "Ants") is None
    assert notes.with_key("f", "k") is found
    assert notes.is_in_other_event("k", "f")
    assert not notes.is_in_other_event("j", "f")


@given(st.integers(1, 300))
def test_the_first_free_number_is_found_in_few_steps(taken: int) -> None:
    names = {"a", *(f"a-{number}" for number in range(2, taken + 1))}
    asked: list[str] = []

    def is_taken(name: str) -> bool:
        asked.append(name)
        return name in names

    assert first_free("a", is_taken) == f"a-{taken + 1}"
    assert len(asked) <= 3 + 2 * taken.bit_length()
    assert first_free("b", is_taken) == "b"


def test_talks_of_one_title() -> None:
    ann, bob = (NamedPerson("Ann"),), (NamedPerson("Bob"),)
    known: SameTalks[int] = SameTalks()
    known.add(1, "Bees", ann)
    known.add(2, "Bees", bob)
    known.add(3, "Keynote", ann)
    assert list(known.find("BEES", ann)) == [1]
    assert list(known.find("Bees", ())) == [1, 2]
    assert list(known.find("Keynote", ())) == []
    known.remove(1, "Bees", ann)
    assert list(known.find("Bees", ann)) == []


def test_keys_of_talks_of_one_title() -> None:
    earlier = EarlierNotes()
    for speaker, key in (("Ann", "k"), ("Bob", "k-2"), ("Ann", "k"), ("Eve", "k-3")):
        people = (NamedPerson(speaker),)
        assert earlier.free_key("k", "e", "Bees", people) == key
        earlier.append(note(key, "Bees", people))
    assert [each.key for each in earlier] == ["k", "k-2", "k", "k-3"]
    assert first_free("a", ["a", "a-2", "a-3"].__contains__) == "a-4"
