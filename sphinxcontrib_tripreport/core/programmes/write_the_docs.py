"""Sessions of Write the Docs.

See https://github.com/writethedocs/www (``docs/_data``). A session has a title, an
abstract and speakers; when it is, is in other files.
"""

from __future__ import annotations

from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record
from sphinxcontrib_tripreport.core.text.regexes import regex

NAME = "Write the Docs"
_TAGS = regex(r"<[^<>]*>")


def knows(data: Any) -> bool:
    """Whether the YAML is such a list of sessions."""
    return isinstance(data, list) and any(
        isinstance(row, dict)
        and {"title", "slug", "abstract"} <= row.keys()
        and ("series_slug" in row or "youtubeId" in row or "speakers" in row)
        for row in data[:20]
    )


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    maker = SessionMaker(programme)
    for row in Record({"sessions": data}).records("sessions"):
        abstract = row.block_of("abstract")
        video = row.line_of("youtubeId")
        maker.add(
            FoundSession(
                title=_TAGS.sub("", row.line_of("title")),
                ids=(row.line_of("slug"), video),
                people=people_in(row, "speakers"),
                links=(
                    ("video", f"https://www.youtube.com/watch?v={video}" if video else ""),
                    ("slides", row.line_of("slides")),
                    ("sketchnotes", row.line_of("sketchnoteLink")),
                ),
                abstract=abstract,
                abstract_markup="html" if "</" in abstract else "markdown",
                place=row.place,
            )
        )
