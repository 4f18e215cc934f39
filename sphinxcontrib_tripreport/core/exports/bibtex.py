"""Citations as BibTeX, and as biblatex has them. Pure.

BibTeX has no type for talks, and many programs refuse types that they do not know: each is
``@misc`` with ``howpublished``. biblatex has ``@unpublished`` with ``eventtitle``, ``eventdate``
and ``venue``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from sphinxcontrib_tripreport.core.exports.cited import Cited

# BibTeX counts braces also where a backslash is before them.
_ESCAPED: Final = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$",
    "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
_IN_URL: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)


def render_bibtex(talks: Iterable[Cited]) -> str:
    """The text of a file for BibTeX."""
    return "\n".join(_entry("misc", talk, _for_bibtex(talk)) for talk in talks)


def render_biblatex(talks: Iterable[Cited]) -> str:
    """The text of a file for biblatex."""
    return "\n".join(_entry("unpublished", talk, _for_biblatex(talk)) for talk in talks)


def _for_bibtex(talk: Cited) -> dict[str, str]:
    held = ", ".join(filter(None, (talk.event, talk.place)))
    return {
        "howpublished": _text(f"{talk.kind}, {held}" if held else talk.kind),
        "year": str(talk.day.year) if talk.day is not None else "",
        "month": _MONTHS[talk.day.month - 1] if talk.day is not None else "",
    }


def _for_biblatex(talk: Cited) -> dict[str, str]:
    return {
        "type": _text(talk.kind),
        "eventtitle": _text(talk.event),
        "eventdate": _days(talk.first, talk.last),
        "venue": _text(talk.place),
        "date": _days(talk.day, None),
        "langid": talk.language,
    }


def _entry(kind: str, talk: Cited, more: dict[str, str]) -> str:
    fields = {
        "author": " and ".join(_name(*person) for person in talk.people),
        # Braces keep the case of the title, which styles would change.
        "title": f"{{{_text(talk.title)}}}",
        **more,
        "url": talk.url.translate(_IN_URL),
    }
    lines = (
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    )
    return f"@{kind}{{{talk.key},\n{''.join(lines)}}}\n"


def _name(family: str, given: str) -> str:
    if not given:
        return f"{{{_text(family)}}}"
    # In braces, what would divide names is a part of one.
    is_divided = "," in given or "and" in given.casefold().split()
    return f"{{{_text(family)}}}, {f'{{{_text(given)}}}' if is_divided else _text(given)}"


def _text(text: str) -> str:
    return " ".join(text.translate(_ESCAPED).split())


def _days(first: date | None, last: date | None) -> str:
    if first is None:
        return ""
    return (
        f"{first.isoformat()}/{last.isoformat()}" if last and last != first else first.isoformat()
    )
