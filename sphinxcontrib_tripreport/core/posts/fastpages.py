"""The metadata of a notebook of fastpages: its first Markdown cell. Pure.

fastpages' documentation: a heading is the title, a quotation below it the summary, and a list of
``- key: value`` has the rest.
"""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.field_lines import read_value
from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.regexes import regex

_TITLE = regex(r"#[ \t]+(?P<mark>[\"']?)(?P<title>.*?\S)(?P=mark)[ \t]*$")
_FIELD = regex(r"- ([A-Za-z][\w-]*):(?:[ \t]+(.*))?$")
_OWN = frozenset(("badges", "branch", "hide", "search_exclude", "sticky_rank", "use_math"))


def read_fastpages(text: str) -> Metadata | None:
    """The fields of the list below a heading; the list is hidden, the heading stays."""
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    title = _TITLE.match(lines[filled[0]]) if filled else None
    if title is None:
        return None
    below = [number for number in filled[1:] if not lines[number].startswith(">")]
    fields: dict[str, Located] = {}
    last = 0
    for number in below:
        found = _FIELD.match(lines[number])
        if found is None or (number != below[0] and number != last + 1):
            break
        last, name = number, found[1].lower()
        fields[name] = read_value(name, found[2] or "", [], number + 1)
    if not any(is_engine_name(name) or name in _OWN for name in fields):
        return None
    fields = {name: _unquote(each) for name, each in fields.items()}
    heading = filled[0]
    return Metadata(
        {"title": Located(title["title"], heading + 1), **fields},
        (range(below[0], last + 1),),
        rewritten={heading: f"# {title['title']}"},
    )


def _unquote(located: Located) -> Located:
    text = located.text()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return Located(text[1:-1], located.line)
    return located
