"""What previews of links show of a page, as https://ogp.me has it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.core.exports.schema_org import Thing

_TYPES = {"BlogPosting": "article", "ProfilePage": "profile"}


def open_graph_of(thing: Thing) -> dict[str, str]:
    """The properties that are known from what a page is about."""
    kind = _TYPES.get(str(thing["@type"]), "website")
    tags = {"og:type": kind, "og:image": thing.get("image", "")}
    if kind == "article":
        tags["article:published_time"] = thing.get("datePublished", "")
    return {name: value for name, value in tags.items() if value}


def write_open_graph(
    app: Sphinx, pagename: str, tags: Mapping[str, str], thing: Thing | None
) -> str:
    """The elements for the head of a page.

    :param tags: what is known of the page itself
    :param thing: what it is about
    """
    base = app.config.html_baseurl
    uri = app.builder.get_target_uri(pagename)
    every = {
        **tags,
        "og:type": "website",
        "og:url": f"{base.rstrip('/')}/{uri}" if base else "",
        "og:site_name": app.config.project,
        **(open_graph_of(thing) if thing is not None else {}),
    }
    return "".join(
        f'<meta property="{name}" content="{escape(value)}">\n'
        for name, value in every.items()
        if value
    )
