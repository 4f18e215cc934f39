"""What Sessionize gives as "view all": sessions, speakers, questions, categories and rooms.

See https://sessionize.com/playbook/api. Its times have no zone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import read_moment
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record
from sphinxcontrib_tripreport.core.text.slugs import fold

NAME = "Sessionize"
_CATEGORIES = {
    "track": "track", "tracks": "track", "topic": "track", "level": "level",
    "session level": "level", "language": "language", "session language": "language",
    "session format": "format", "format": "format", "session type": "format", "type": "format",
}  # fmt: skip


def knows(data: Any) -> bool:
    """Whether the JSON is such a file."""
    return isinstance(data, dict) and {"sessions", "rooms", "categories"} <= data.keys()


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    root = Record(data)
    people = {person.line_of("id"): person for person in root.records("speakers")}
    rooms = {room.line_of("id"): room.line_of("name") for room in root.records("rooms")}
    items = dict(_items(root))
    questions = {
        question.line_of("id"): question.line_of("question")
        for question in root.records("questions")
    }
    maker = SessionMaker(programme)
    for entry in root.records("sessions"):
        meant: dict[str, str] = {}
        for number in entry.lines_in("categoryItems"):
            what, name = items.get(number, ("", ""))
            meant.setdefault(what, name)
        maker.add(
            FoundSession(
                title=entry.line_of("title"),
                ids=(entry.line_of("id"),),
                types=(meant.get("format", ""), _plenum(entry)),
                is_break=entry.is_true("isServiceSession"),
                people=people_in(entry, "speakers", known=people),
                track=meant.get("track", ""),
                rooms=(rooms.get(entry.line_of("roomId"), "") or entry.line_of("room"),),
                begins=read_moment(entry.line_of("startsAt")),
                ends=read_moment(entry.line_of("endsAt")),
                language=meant.get("language", ""),
                level=meant.get("level", ""),
                links=_links(entry, questions),
                is_cancelled=fold(entry.line_of("status")) in ("cancelled", "canceled"),
                abstract=entry.block_of("description"),
                place=entry.place,
            )
        )


def _items(root: Record) -> Iterator[tuple[str, tuple[str, str]]]:
    """The items of all categories: by their number, what they tell and their name."""
    for category in root.records("categories"):
        what = _CATEGORIES.get(fold(category.line_of("title")), "")
        for item in category.records("items"):
            yield item.line_of("id"), (what, item.line_of("name"))


def _plenum(entry: Record) -> str:
    return "keynote" if entry.is_true("isPlenumSession") else ""


def _links(entry: Record, questions: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name in ("recordingUrl", "liveUrl"):
        yield "video" if name == "recordingUrl" else "live stream", entry.line_of(name)
    for answer in entry.records("questionAnswers"):
        value = answer.line_of("answerValue")
        if value.startswith(("http://", "https://")):
            yield questions.get(answer.line_of("questionId"), ""), value
