"""The answer of a listing: its groups and rows, as plain values."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

from sphinxcontrib_tripreport.core.options.option import read_options
from sphinxcontrib_tripreport.core.queries.options import LISTING_OPTIONS
from sphinxcontrib_tripreport.core.queries.query import Query, make_query


def make_subject(
    kind: str, options: dict[str, str] | None, line: int, included_at: str = ""
) -> str:
    """A listing's question as text, as placeholders keep it.

    :param options: None where a filter is wrong: nothing is listed, whatever the others ask for
    :param included_at: where it stands, if that is in a file that the document includes
    """
    asked = {"kind": kind, "line": line, "included_at": included_at, "options": options}
    return json.dumps(asked, sort_keys=True)


def with_layout(subject: str, layout: str) -> str:
    """The same question in another layout."""
    asked = json.loads(subject)
    options = {name: text for name, text in asked["options"].items() if name != "columns"}
    return json.dumps({**asked, "options": {**options, "layout": layout}}, sort_keys=True)


@lru_cache(maxsize=4096)
def query_of(subject: str) -> Query:
    """The question that a placeholder asks; what is wrong with it was said when it was read."""
    asked = json.loads(subject)
    options = asked["options"] or {}
    values, _problems = read_options(options, LISTING_OPTIONS[asked["kind"]], "")
    query = make_query(asked["kind"], values)
    return replace(
        query,
        line=asked["line"],
        included_at=asked["included_at"],
        is_void=asked["options"] is None,
    )
