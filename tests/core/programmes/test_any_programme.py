"""No reader raises, whatever it is given, and a broken record loses nothing beside itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape as xml_text

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.programmes import read_folder, read_programme
from tests.core.programmes.test_readers import OWN, PRETALX, RUBY, XML, in_schedule

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
FORMS: tuple[Any, ...] = (
    in_schedule(PRETALX, {"title": "Ants"}),
    {"schedule": {"events": [PRETALX]}},
    {
        "conference": {},
        "schedule": [{"name": "Bees", "kind": "talk", "conf_key": 1, "speakers": []}],
    },
    {
        "sessions": [{"id": "1", "title": "Bees", "speakers": ["a"], "categoryItems": [1]}],
        "rooms": [],
        "categories": [{"title": "Track", "items": [{"id": 1, "name": "x"}]}],
        "speakers": [{"id": "a"}],
    },
    {
        "results": [
            {
                "code": "A",
                "title": "Bees",
                "speakers": [],
                "slots": [{"start": "2024-01-01T10:00:00Z"}],
            }
        ]
    },
    {"days": {"2024-07-10": {"events": [{"title": "Bees", "start": "2024-07-10T10:00:00"}]}}},
    {"A": {"code": "A", "title": "Bees", "speakers": [{"name": "Ann"}]}},
    {
        "title": "Bees",
        "speakers": ["Ann"],
        "recorded": "2018-07-07",
        "videos": [{"url": "https://x.example"}],
    },
    {
        "version": 1,
        "talks": [{"title": "Bees", "links": {"url": "x"}}],
        "speakers": [],
        "events": [],
    },
    [{"title": "Bees", "speakers": "Ann", "start": "2024-05-07 19:00"}],
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to everything inside of a value."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The value with something else at a place."""
    if not path:
        return new
    if isinstance(value, dict):
        return {
            key: put(item, path[1:], new) if key == path[0] else item for key, item in value.items()
        }
    return [put(item, path[1:], new) if key == path[0] else item for key, item in enumerate(value)]


@given(st.data())
def test_json_with_anything_anywhere(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    path = data.draw(st.sampled_from(list(places(form))))
    changed = put(form, path, data.draw(ANYTHING))
    content = json.dumps(changed).encode("utf-8", "surrogatepass")
    read_programme(content, "x.json")
    read_folder({"videos/x.json": content})


@given(st.sampled_from([XML, RUBY, OWN]), st.integers(min_value=0), st.text(max_size=4))
def test_text_with_anything_anywhere(text: str, at: int, new: str) -> None:
    at %= len(text)
    changed = text[:at] + new + text[at + len(new) :]
    read_programme(changed.encode("utf-8", "replace"), "x.yaml")


@given(st.binary(), st.sampled_from(["x.csv", "x.ics", "x.json", "x.xml", "x.yml", ""]))
def test_any_bytes(content: bytes, path: str) -> None:
    read_programme(content, path)
    read_programme(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + content, path)
    read_programme(b"title\n" + content, "x.csv")


def with_broken(form: Any, broken: Any) -> Iterator[Any]:
    """The form with something broken before each of its sessions."""
    for path in places(form):
        session = form
        for step in path:
            session = session[step]
        if (
            path
            and isinstance(session, dict)
            and session.get("title", session.get("name")) == "Bees"
        ):
            around, last = path[:-1], path[-1]
            if isinstance(last, int):
                inside = form
                for step in around:
                    inside = inside[step]
                yield put(form, around, [*inside[:last], broken, *inside[last:]])


LISTS = [form for form in FORMS if any(with_broken(form, None))]


@given(st.sampled_from(LISTS), ANYTHING)
def test_a_broken_record_loses_nothing_else(form: Any, broken: Any) -> None:
    for changed in with_broken(form, broken):
        programme = read_programme(json.dumps(changed).encode(), "x.json")
        assert programme.sessions[-1].title == "Bees"


def test_most_forms_are_lists() -> None:
    assert len(LISTS) == 6


@given(ANYTHING)
def test_a_broken_record_of_a_schedule_loses_nothing_else(broken: Any) -> None:
    programme = read_programme(json.dumps(in_schedule(broken, PRETALX)).encode(), "x.json")
    assert programme.sessions[-1].title == "Bees at Work"


@given(st.text(), st.sampled_from(["title", "start", "duration", "date", "type", "persons", "x"]))
def test_a_broken_event_of_xml_loses_nothing_else(text: str, element: str) -> None:
    inside = xml_text("".join(c for c in text if c.isprintable()))
    broken = f"<event id='{len(text)}'><{element}>{inside}</{element}></event>"
    good = "<event id='1'><title>Bees</title></event>"
    whole = f"<schedule><day date='x'><room name='A'>{broken}{good}</room></day></schedule>"
    assert read_programme(whole.encode(), "x.xml").sessions[-1].title == "Bees"


@given(st.text())
def test_a_broken_event_of_a_calendar_loses_nothing_else(text: str) -> None:
    pytest.importorskip("icalendar", reason="the extra “ical” is not installed")
    # What begins or ends within it is another component.
    broken = " ".join(re.sub(r"(?i)begin|end", "", text).split())
    events = f"BEGIN:VEVENT\r\n{broken}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Bees\r\nEND:VEVENT"
    content = f"BEGIN:VCALENDAR\r\n{events}\r\nEND:VCALENDAR\r\n".encode("utf-8", "replace")
    assert read_programme(content, "x.ics").sessions[-1].title == "Bees"


@given(st.text(st.characters(exclude_characters="\r\n")))
def test_a_broken_row_of_a_table_loses_nothing_else(text: str) -> None:
    for broken in (text, f'"{text}', f'Ants,"{text}'):
        content = f"title,room\n{broken}\nBees,Red\n".encode("utf-8", "replace")
        programme = read_programme(content, "x.csv")
        assert (programme.sessions[-1].title, programme.sessions[-1].rooms) == ("Bees", ("Red",))
