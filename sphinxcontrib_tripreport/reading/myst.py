"""Markdown for projects that list only this extension."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives

from sphinxcontrib_tripreport.core.text.regexes import regex

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


def set_up_markdown(app: Sphinx) -> None:
    """Load MyST-Parser, unless something else reads the project's Markdown.

    MyST-NB brings MyST-Parser with it, and cannot be set up after it: if a project lists
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


def with_colon_fences(config: Config, text: str) -> str:
    """A document's text, whose own list of MyST's extensions has colon fences, too."""
    if "enable_extensions" not in text or "myst_enable_extensions" not in config:
        return text
    from sphinxcontrib_tripreport.core.posts.colon_fences import keep_colon_fences

    return keep_colon_fences(text)


def note_anchor(
    env: BuildEnvironment, document: nodes.document, section: nodes.section, anchor: str
) -> None:
    """Let links of Markdown to an anchor of a section, such as ``[](#bees)``, lead there."""
    anchors: dict[str, tuple[int, str, str]] = getattr(document, "myst_slugs", {})
    anchors.setdefault(anchor, (section.line or 0, anchor, section[0].astext()))
    document.myst_slugs = anchors  # type: ignore[attr-defined]
    env.metadata[env.docname]["myst_slugs"] = anchors


_MYST_LOGGER = "sphinx.myst_parser.warnings_"
_SAID = "Invalid options format: "
_MYST_SAYS = regex(rf"'([\w:]+)': {_SAID}")

_OURS = "sphinxcontrib_tripreport.directives."
"""How the modules of our directives begin."""


def say_it_ourselves() -> None:
    """Keep MyST-Parser from warning of options that our directives read themselves."""
    # Once, however many projects the process builds: a logger keeps each filter once.
    logging.getLogger(_MYST_LOGGER).addFilter(_is_for_authors)


def _is_for_authors(record: logging.LogRecord) -> bool:
    """Whether a warning is another one."""
    said = _MYST_SAYS.match(str(record.msg))
    if said is None:
        return True
    known = directives._directives.get(said[1])  # type: ignore[attr-defined]  # noqa: SLF001
    return not (said[1].startswith("trip:") or getattr(known, "__module__", "").startswith(_OURS))


class HeadingLevels(logging.Filter):
    """Keeps MyST-Parser's warnings of skipped heading levels from authors of reports.

    A blog's engine adds the title itself, so its posts begin with headings of the second level.
    """

    in_report = False
    """Whether the document that is being read is a report."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be shown."""
        is_level = (getattr(record, "type", ""), getattr(record, "subtype", "")) == (
            "myst",
            "header",
        )
        return not (is_level and self.in_report)


heading_levels = HeadingLevels()


def watch_heading_levels() -> None:
    """Listen to what MyST-Parser says."""
    logging.getLogger("sphinx.myst_parser.warnings_").addFilter(heading_levels)
