"""Citations as BibTeX, and as biblatex has them. Pure.

BibTeX has no type for talks, and many programs refuse types that they do not know: each is
``@misc`` with ``howpublished``. biblatex has ``@unpublished`` with ``eventtitle``, ``eventdate``
and ``venue``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from sphinxcontrib_tripreport.core.exports.cited_talks import CitedTalk
from sphinxcontrib_tripreport.core.text.regexes import regex

# BibTeX counts braces even if a backslash is before them.
_ESCAPED: Final = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$",
    "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
_SPECIAL: Final = regex(r"[\\{}$&#_%~^]")
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


def render_bibtex(talks: Iterable[CitedTalk]) -> str:
    """The text of a file for BibTeX."""
    return bibliography(map(bibtex_entry, talks))


def bibliography(entries: Iterable[str]) -> str:
    """The text of a file with these entries."""
    return "\n".join(entries)


def bibtex_entry(talk: CitedTalk) -> str:
    """An entry for BibTeX."""
    held = ", ".join(filter(None, (talk.event, talk.place)))
    how = _text(f"{talk.kind}, {held}" if held else talk.kind)
    day = talk.day
    fields = {"howpublished": f"{{{how}}}"}
    if day is not None:
        fields |= {"year": f"{{{day.year}}}", "month": _MONTHS[day.month - 1]}
    return _entry("misc", talk, fields)


def biblatex_entry(talk: CitedTalk) -> str:
    """An entry for biblatex."""
    fields = {
        "type": _text(talk.kind),
        "eventtitle": _text(talk.event),
        "eventdate": _days(talk.first, talk.last),
        "venue": _text(talk.place),
        "date": _days(talk.day, None),
        "langid": talk.language,
    }
    return _entry(
        "unpublished", talk, {name: f"{{{value}}}" for name, value in fields.items() if value}
    )


def _entry(kind: str, talk: CitedTalk, fields: dict[str, str]) -> str:
    lines = [f"@{kind}{{{talk.key},"]
    if talk.people:
        lines.append(f"  author = {{{' and '.join([_name(*each) for each in talk.people])}}},")
    # Braces keep the case of the title, which styles would change.
    lines.append(f"  title = {{{{{_text(talk.title)}}}}},")
    lines += [f"  {name} = {value}," for name, value in fields.items()]
    if talk.url:
        lines.append(f"  url = {{{talk.url.translate(_IN_URL)}}},")
    lines.append("}\n")
    return "\n".join(lines)


@lru_cache(maxsize=1024)
def _name(family: str, given: str) -> str:
    if not given:
        return f"{{{_text(family)}}}"
    # In braces, what would divide names is a part of one.
    is_divided = "," in given or "and" in given.casefold().split()
    return f"{{{_text(family)}}}, {f'{{{_text(given)}}}' if is_divided else _text(given)}"


def _text(text: str) -> str:
    if _SPECIAL.search(text):
        text = text.translate(_ESCAPED)
    return " ".join(text.split())


def _days(first: date | None, last: date | None) -> str:
    if first is None:
        return ""
    return (
        f"{first.isoformat()}/{last.isoformat()}" if last and last != first else first.isoformat()
    )
