"""Search boxes above long listings: which listings get one, and the script that makes it.

The script makes the box and everything beside it from what the page shows. From here come the
class that it looks for, the words that it shows, and the numbers that it takes for years.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_tripreport.messages import _, translatable
from sphinxcontrib_tripreport.outputs import has_scripts

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

    from sphinxcontrib_tripreport.views.listings.answer import ListingRow

SCRIPT = "tripreport-filter.js"
FILTERED = "trip-filtered"
"""The class of a listing that gets a search box; also the mark of a document that has one."""
AROUND = "trip-topics-around"
"""By the name of a topic, the names of those that it is in, and its aliases; of a listing, and of a
document all of its listings."""
IN_YEAR = "trip-in-"
"""What the class of an entry begins with that says its year."""


def is_filtered(config: Config, builder: Builder, count: int) -> bool:
    """Whether a listing of so many things gets a search box in the output of a builder."""
    enough: int = config.tripreport_filter_from
    return 0 < enough <= count and has_scripts(builder)


def year_classes(row: ListingRow) -> list[str]:
    """The class by which the script knows the year of an entry."""
    return [f"{IN_YEAR}{row.year}"] if row.year else []


def mark_document(document: nodes.document, drawn: list[nodes.Node]) -> None:
    """Remember in a document that is about to be written that one of its listings is filtered."""
    for node in drawn:
        if isinstance(node, nodes.Element) and FILTERED in node["classes"]:
            document[FILTERED] = "true"
            if around := node.attributes.pop(AROUND, None):
                document[AROUND] = {**document.get(AROUND, {}), **around}


def load_filter_script(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the script in pages with a filtered listing; for ``html-page-context``."""
    if doctree is None or FILTERED not in doctree:
        return
    from sphinxcontrib_tripreport.core.languages.dates import YEARS

    text = json.dumps({name: _(word) for name, word in _WORDS.items()}, sort_keys=True)
    years = json.dumps([YEARS[0], YEARS[-1]])
    attributes: dict[str, Any] = {"data-words": text, "data-years": years}
    if AROUND in doctree:
        attributes["data-topics"] = json.dumps(doctree[AROUND], sort_keys=True)
    app.add_js_file(SCRIPT, loading_method="defer", **attributes)


_WORDS = {
    "filter": translatable("Filter this list"),
    "search": translatable("Search"),
    "clear": translatable("Clear"),
    "count": translatable("%(shown)d of %(all)d"),
    "nothing": translatable("Nothing is found."),
    "all": translatable("Show all"),
    "more": translatable("%(count)d more"),
    "topic": translatable("Topics"),
    "kind": translatable("Kinds"),
    "year": translatable("Years"),
    "speaker": translatable("Speakers"),
    "talk": translatable("Talk"),
}
