"""The value of one column, drawn as parts of a line."""

from __future__ import annotations

from docutils import nodes

from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.views.faces import Face, draw_faces
from sphinxcontrib_tripreport.views.listings.column_heads import CSS_CLASSES, PEOPLE
from sphinxcontrib_tripreport.views.listings.columns import Value
from sphinxcontrib_tripreport.views.listings.time_columns import ApproximateDate
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen
from sphinxcontrib_tripreport.views.pictures import LARGE, SMALL, draw_picture
from sphinxcontrib_tripreport.views.references import Reference


def draw_value(
    pen: Pen, column: str, value: Value, css_class: str | None = None
) -> list[BylineGroup]:
    """A value as groups of a line: one for each link, else one or none.

    :param css_class: in place of the column's, if that has no look of its own
    """
    is_bare = css_class is not None
    css_class = CSS_CLASSES.get(column, "trip-fact") if css_class is None else css_class
    if isinstance(value, str):
        if not value:
            return []
        if column == "kind":
            group = pen.kind(value)
            return [group] if group else []
        if column == "rating":
            return [pen.rating(int(value))]
        return [[nodes.inline("", value, classes=[css_class])]]
    if isinstance(value, ApproximateDate):
        vague = pen.approximate_date(value.day, value.period)
        return [[nodes.inline("", "", *vague, classes=[css_class])]] if css_class else [vague]
    faces = [each for each in value if isinstance(each, Face)]
    if faces:
        drawn = draw_faces(pen, faces)
        return [drawn] if drawn else []
    pictures = [each for each in value if isinstance(each, Picture)]
    if pictures:
        drawn = draw_picture(pen, pictures[0], SMALL if is_bare else LARGE)
        return [drawn] if drawn else []
    links = [each for each in value if isinstance(each, Link)]
    if links:
        return pen.links(links)
    references = [each for each in value if isinstance(each, Reference)]
    draw = pen.people if column in PEOPLE else pen.references
    if column == "topics" and not is_bare:
        draw = pen.chips
    return [draw(references, css_class)] if references else []
