"""Markdown for projects that list only this extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.directives.unread_options import say_it_ourselves

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def set_up_markdown(app: Sphinx) -> None:
    """Load MyST-Parser, unless something else reads the project's Markdown.

    MyST-NB brings MyST-Parser with it, and cannot be set up after it: where a project lists
    MyST-NB, in whatever order, it is left in charge.
    """
    say_it_ourselves()
    if "myst_nb" in app.config.extensions or "myst_nb" in app.extensions:
        return
    if ".md" not in app.registry.source_suffix or "myst_parser" in app.config.extensions:
        app.setup_extension("myst_parser")


def enable_colon_fences(app: Sphinx, config: Config) -> None:
    """Let Markdown write ``:::{talk}``; for ``config-inited``, before MyST reads its config."""
    if "myst_enable_extensions" in config and "colon_fence" not in config.myst_enable_extensions:
        config.myst_enable_extensions = {*config.myst_enable_extensions, "colon_fence"}
