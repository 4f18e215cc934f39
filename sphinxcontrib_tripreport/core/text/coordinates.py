"""Where a place is on the earth: latitude and longitude, read from every common spelling. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.phrases import did_you_mean
from sphinxcontrib_tripreport.core.text.regexes import regex


class Coordinates(NamedTuple):
    """A point on the earth (WGS 84), in degrees."""

    latitude: float
    """From -90, the south pole, to 90."""
    longitude: float
    """From -180 to 180; what is west of Greenwich is negative."""

    def __str__(self) -> str:
        return f"{plain(self.latitude)}, {plain(self.longitude)}"


_EXPECTED: Final = (
    "expected a latitude and a longitude such as “52.52, 13.405” or “52°31′N 13°24′E”"
)
_NUMBER = r"\d+(?:\.\d+)?"
_DEGREES: Final = regex(
    rf"""(?P<before>[NSEW])?\s*(?P<sign>[-+−–]?)\s*(?P<degrees>{_NUMBER})\s*°?
    (?:\s*(?P<minutes>{_NUMBER})\s*['′’]\s*(?:(?P<seconds>{_NUMBER})\s*(?:["″”]|''|′′|’’))?)?
    \s*(?(before)|(?P<after>[NSEW])?)""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED: Final = regex(
    rf"\b(lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b[\s\"'<:=]*([-+−–]?{_NUMBER})", re.IGNORECASE
)
_DECIMAL_COMMAS: Final = regex(r"([+-]?\d+),(\d+)(?:\s*[;/]\s*|,?\s+)([+-]?\d+),(\d+)")
_BETWEEN: Final = regex(r"[\s,;/]*")
_AROUND: Final = " \t\n\r()[]{}"
_HIGHEST: Final = 90
_FURTHEST: Final = 180


def read_coordinates(text: str) -> Coordinates:
    """A point from what an author wrote.

    As decimals (``52.52, 13.405``), with names (``lat: 52.52, lon: 13.405``), or as degrees,
    minutes and seconds with the points of the compass (``52°31′12″N 13°24′E``).

    :raises ValueError: with what was expected, if it is no point
    """
    written = text.strip(_AROUND)
    named = {name[:2].lower(): _number(value) for name, value in _NAMED.findall(written)}
    if "la" in named and len(named) == 2:
        latitude = named.pop("la")
        return _check_range(latitude, named.popitem()[1])
    if named:
        raise ValueError(_EXPECTED)
    if commas := _DECIMAL_COMMAS.fullmatch(written):
        written = "{}.{} {}.{}".format(*commas.groups())
    found = list(_angles(written))
    axes = [axis for _angle, axis in found]
    if len(found) != 2 or sorted(axes) not in (["", ""], ["x", "y"]):
        raise ValueError(_EXPECTED)
    first, second = (angle for angle, _axis in found)
    return _check_range(second, first) if axes[0] == "x" else _check_range(first, second)


def _angles(text: str) -> Iterator[tuple[float, str]]:
    """The angles of a text, each with its axis: ``x`` (east), ``y`` (north), empty if unsaid.

    :raises ValueError: if there is something else in it
    """
    at = 0
    while at < len(text):
        found = _DEGREES.match(text, at)
        if found is None:
            raise ValueError(_EXPECTED)
        compass = (found["before"] or found["after"] or "").upper()
        angle = float(found["degrees"])
        for part, size in ((found["minutes"], 60), (found["seconds"], 3600)):
            if part and float(part) >= 60:
                raise ValueError("expected less than 60 minutes and seconds")
            angle += float(part or 0) / size
        is_negative = found["sign"] not in ("", "+") or compass in ("S", "W")
        axis = "" if not compass else "y" if compass in "NS" else "x"
        yield -angle if is_negative else angle, axis
        between = _BETWEEN.match(text, found.end())
        at = between.end() if between is not None else found.end()


def _number(text: str) -> float:
    return float(text.replace("−", "-").replace("–", "-"))


def _check_range(latitude: float, longitude: float) -> Coordinates:
    """The point, if there is such a one on the earth.

    :raises ValueError: if not, with the point that may be meant
    """
    if abs(latitude) <= _HIGHEST and abs(longitude) <= _FURTHEST:
        return Coordinates(round(latitude, 6), round(longitude, 6))
    near: list[str] = []
    if abs(longitude) <= _HIGHEST and abs(latitude) <= _FURTHEST:
        near = [str(Coordinates(longitude, latitude))]
    elif abs(latitude) <= _HIGHEST and longitude < 2 * _FURTHEST:
        turned = longitude - 2 * _FURTHEST if longitude > 0 else longitude + 2 * _FURTHEST
        near = [str(Coordinates(latitude, turned))] * (abs(turned) <= _FURTHEST)
    raise ValueError(
        "expected a latitude from -90 to 90, then a longitude from -180 to 180."
        + did_you_mean(near)
    )


def coordinates_in(value: object) -> Coordinates | None:
    """The point of an object ``{"latitude": …, "longitude": …}`` of JSON; None if it is none."""
    if not isinstance(value, Mapping):
        return None
    latitude = _number_within(value.get("latitude"), _HIGHEST)
    longitude = _number_within(value.get("longitude"), _FURTHEST)
    return None if latitude is None or longitude is None else Coordinates(latitude, longitude)


def _number_within(value: object, most: int) -> float | None:
    """A number of JSON from -*most* to *most*; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= most else None


def plain(degrees: float) -> str:
    """A number of degrees as calendars and pages have it: to the nearest 10 cm, without an E."""
    return f"{round(degrees, 6) + 0.0:.6f}".rstrip("0").rstrip(".")
