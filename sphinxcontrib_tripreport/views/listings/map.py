"""The layout ``map``: where events were, above the list of all of them.

The list says all that the map shows. So builders without pictures lose nothing, and the map has no
more words than the names of its points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.maps.frames import Frame, frame_around
from sphinxcontrib_tripreport.core.maps.outline import outline_of
from sphinxcontrib_tripreport.core.maps.places import Place, places_on
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.messages import _, _n
from sphinxcontrib_tripreport.outputs import is_one_page
from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingPart, rows_of
from sphinxcontrib_tripreport.views.listings.columns import Value
from sphinxcontrib_tripreport.views.listings.map_languages import LANGUAGES, Language
from sphinxcontrib_tripreport.views.pen import SEPARATOR, Pen
from sphinxcontrib_tripreport.views.references import Reference

COLUMN = "coordinates"


class _Event(NamedTuple):
    """An event of the listing whose coordinates are known."""

    name: Reference
    date: str
    place: str
    at: Coordinates


def without_coordinates(listing: Listing) -> Listing:
    """The listing as the list below the map shows it."""
    column = listing.columns.index(COLUMN)

    def without_column(part: ListingPart) -> ListingPart:
        rows = (row._replace(values=_without_column(row.values, column)) for row in part.rows)
        return part._replace(rows=tuple(rows), parts=tuple(map(without_column, part.parts)))

    columns = listing.columns[:column] + listing.columns[column + 1 :]
    return listing._replace(columns=columns, parts=tuple(map(without_column, listing.parts)))


def draw_map(pen: Pen, listing: Listing) -> list[nodes.Node]:
    """The map, and the events of each point that stands for several; nothing without a point."""
    events = list(dict.fromkeys(_events(listing)))
    language = LANGUAGES.get(pen.builder.format)
    if not events or language is None:
        return []
    frame = frame_around(event.at for event in events)
    places = places_on(frame, (event.at for event in events))
    name = str(next(pen.numbers))
    if is_one_page(pen.builder):
        name = f"{nodes.make_id(pen.docname)}-{name}"
    found = [
        (place, [events[member] for member in place.members], f"trip-map-{name}-{at}")
        for at, place in enumerate(places, 1)
    ]
    picture = nodes.paragraph(classes=["trip-map"])
    picture += nodes.raw("", _start(pen, frame, language, name), format=language.name)
    for place, members, anchor in found:
        picture += list(_draw_place(pen, frame, language, place, members, anchor))
    picture += nodes.raw("", language.end(), format=language.name)
    items = [_item(pen, members, anchor) for _place, members, anchor in found if len(members) > 1]
    several = nodes.bullet_list("", *items, bullet="*", classes=["trip-map-places"])
    return [picture, several] if items else [picture]


def _events(listing: Listing) -> Iterator[_Event]:
    for row in rows_of(listing.parts):
        of = dict(zip(listing.columns, row.values, strict=True))
        at = of[COLUMN]
        if isinstance(at, Coordinates):
            (name,) = (each for each in of["name"] if isinstance(each, Reference))
            yield _Event(name, str(of.get("date", "")), str(of.get("place", "")), at)


def _without_column(values: tuple[Value, ...], column: int) -> tuple[Value, ...]:
    return (*values[:column], *values[column + 1 :])


def _start(pen: Pen, frame: Frame, language: Language, name: str) -> str:
    """The beginning of the picture, with the land; what the page has already is used again."""
    known = pen.outlines.setdefault(frame, name)
    land = language.land_again(known) if known != name else ""
    land = land or language.land(frame, outline_of(frame), name)
    return language.start(frame, _("Map of the events")) + land


def _draw_place(
    pen: Pen,
    frame: Frame,
    language: Language,
    place: Place,
    members: Sequence[_Event],
    anchor: str,
) -> Iterator[nodes.Node]:
    count = len(members)
    words = _facts(members[0]) if count == 1 else "\n".join((_head(members), *_names(members)))
    drawn = nodes.raw("", language.place(words, place.point, count, frame), format=language.name)
    link = pen.reference(members[0].name) if count == 1 else _link_to(anchor)
    before, after = language.around_place(place.point, frame)
    if before:
        yield nodes.raw("", before, format=language.name)
    if isinstance(link, nodes.reference):
        link[:] = [drawn]
        link["classes"] = ["trip-place", *["trip-several"] * (count > 1)]
        yield link
    else:
        yield nodes.raw("", language.unlinked(drawn.astext()), format=language.name)
    if after:
        yield nodes.raw("", after, format=language.name)


def _link_to(anchor: str) -> nodes.reference:
    return nodes.reference("", "", refid=anchor, internal=True)


def _facts(event: _Event) -> str:
    return SEPARATOR.join(filter(None, (event.name.text, event.date, event.place)))


def _names(members: Iterable[_Event]) -> Iterator[str]:
    return (SEPARATOR.join(filter(None, (each.name.text, each.date))) for each in members)


def _place_of(members: Sequence[_Event]) -> str:
    """The places of several events, else where these are."""
    places = dict.fromkeys(each.place for each in members if each.place)
    return " / ".join(places) or str(members[0].at)


def _head(members: Sequence[_Event]) -> str:
    return f"{_place_of(members)}{SEPARATOR}{_count(members)}"


def _count(members: Sequence[_Event]) -> str:
    count = len(members)
    return _n("%(number)d event", "%(number)d events", count) % {"number": count}


def _item(pen: Pen, members: Sequence[_Event], anchor: str) -> nodes.list_item:
    """The events of one point, which leads here."""
    (line,) = pen.line(
        (
            pen.words(_place_of(members), "trip-where"),
            pen.words(_count(members), "trip-count"),
            pen.references([each.name for each in members], "trip-title"),
        ),
        "trip-facts",
    )
    if isinstance(line, nodes.paragraph):
        line.insert(0, nodes.target("", "", ids=[anchor]))
    return nodes.list_item("", line)
