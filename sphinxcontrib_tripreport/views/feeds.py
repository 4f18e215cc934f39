"""Whether there are feeds, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.outputs import has_scripts, is_one_page
from sphinxcontrib_tripreport.settings import as_list

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.config import Config


def asks_for_feeds(config: Config) -> bool:
    """Whether the project wants feeds."""
    return bool(config.tripreport_exports) and "atom" in as_list(config.tripreport_exports)


def has_feeds(config: Config, builder: Builder | None) -> bool:
    """Whether a build writes feeds: each page has an address of its own, which is whole."""
    if not asks_for_feeds(config) or not has_scripts(builder) or is_one_page(builder):
        return False
    from sphinxcontrib_tripreport.core.exports.feed_names import has_host

    return has_host(config.html_baseurl)


def title_of_feed(project: str, about: str) -> str:
    """What a feed is called.

    :param about: what it is about, in words
    """
    return f"{about} – {project}" if project else about
