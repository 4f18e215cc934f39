"""How a map is written: as SVG within HTML, as a picture of pict2e within LaTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Final, Protocol

from sphinxcontrib_tripreport.core.maps.frames import Frame, Point

_RADIUS, _RADIUS_OF_SEVERAL = 8, 12
_LINK: Final = 32
"""Width and height of what is a link around a point, on paper."""
_PER_UNIT: Final = 10
"""Steps of the outline are whole numbers of tenths of a unit, which are shorter to write."""

Outline = Sequence[Sequence[Point]]


class Language(Protocol):
    """Writes the parts of a map."""

    name: str
    """The format of the nodes that hold what is written."""

    def start(self, frame: Frame, words: str) -> str:
        """The beginning of a map that is called *words*."""

    def land(self, frame: Frame, outline: Outline, map_name: str) -> str:
        """The outline of the land."""

    def land_again(self, map_name: str) -> str:
        """The land of another map of the page; empty if that cannot be drawn again."""

    def around_place(self, point: Point, frame: Frame) -> tuple[str, str]:
        """What is before and after the link of a point."""

    def place(self, words: str, point: Point, count: int, frame: Frame) -> str:
        """A point that stands for *count* events, which *words* name."""

    def unlinked(self, place: str) -> str:
        """A point that is no link."""

    def end(self) -> str:
        """The end of a map."""


class _Svg:
    """SVG 2 (https://www.w3.org/TR/SVG2/), in the colours of the page.

    Its look is in the stylesheet. The attributes are for readers that have none.
    """

    name = "html"

    def start(self, frame: Frame, words: str) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width} {frame.height}"'
            f' aria-label="{escape(words)}">'
        )

    def land(self, frame: Frame, outline: Outline, map_name: str) -> str:
        path = "".join(map(_path, outline))
        return (
            f'<path id="trip-land-{map_name}" class="trip-land" fill="currentColor"'
            f' fill-opacity="0.2" transform="scale({1 / _PER_UNIT:g})" d="{path}"/>'
        )

    def land_again(self, map_name: str) -> str:
        return f'<use href="#trip-land-{map_name}"/>'

    def around_place(self, point: Point, frame: Frame) -> tuple[str, str]:
        return "", ""

    def place(self, words: str, point: Point, count: int, frame: Frame) -> str:
        x, y = f"{point.x:.1f}", f"{point.y:.1f}"
        radius = _RADIUS if count == 1 else _RADIUS_OF_SEVERAL
        drawn = (
            f"<title>{escape(words)}</title>"
            f'<circle cx="{x}" cy="{y}" r="{radius}" fill="currentColor"/>'
        )
        if count > 1:
            drawn += (
                f'<text x="{x}" y="{y}" dy="0.35em" font-size="15" text-anchor="middle"'
                f' fill="#fff">{count}</text>'
            )
        return drawn

    def unlinked(self, place: str) -> str:
        return f'<g class="trip-place">{place}</g>'

    def end(self) -> str:
        return "</svg>"


def _path(line: Sequence[Point]) -> str:
    """A closed line as steps."""
    whole = [(round(_PER_UNIT * x), round(_PER_UNIT * y)) for x, y in line]
    steps = (f"{x - before_x},{y - before_y}" for (before_x, before_y), (x, y) in pairwise(whole))
    return f"M{whole[0][0]},{whole[0][1]}l{' '.join(steps)}z"


class _Picture:
    """The environment ``picture`` of LaTeX, with the lines of pict2e, which Sphinx loads.

    What each command looks like is in ``tripreport.sty``.
    """

    name = "latex"

    def start(self, frame: Frame, words: str) -> str:
        return f"\\begin{{tripmap}}{{{frame.width}}}{{{frame.height}}}%\n"

    def land(self, frame: Frame, outline: Outline, map_name: str) -> str:
        return "".join(f"\\tripland{{{''.join(_corners(line, frame))}}}%\n" for line in outline)

    def land_again(self, map_name: str) -> str:
        return ""

    def around_place(self, point: Point, frame: Frame) -> tuple[str, str]:
        x, y = point.x - _LINK / 2, frame.height - point.y - _LINK / 2
        return f"\\put({x:.1f},{y:.1f}){{", "}%\n"

    def place(self, words: str, point: Point, count: int, frame: Frame) -> str:
        return "\\tripplace{}" if count == 1 else f"\\tripplaces{{{count}}}"

    def unlinked(self, place: str) -> str:
        return place

    def end(self) -> str:
        return "\\end{tripmap}"


def _corners(line: Iterable[Point], frame: Frame) -> Iterator[str]:
    return (f"({x:g},{frame.height - y:.1f})" for x, y in line)


LANGUAGES: Final[dict[str, Language]] = {"html": _Svg(), "latex": _Picture()}
"""By the format of the builder."""
