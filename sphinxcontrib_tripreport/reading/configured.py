"""Metadata of posts that ``conf.py`` has: by document, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.noting.conf_places import warn_of_setting

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinxcontrib_tripreport.core.text.located import Located


def fields_from_conf(config: Config, docname: str) -> dict[str, Located]:
    """The fields that ``tripreport_metadata`` gives to a document."""
    value: Mapping[object, object] = config.tripreport_metadata
    if not value:
        return {}
    from sphinxcontrib_tripreport.core.posts.configured import configured_fields

    return configured_fields(value, lambda glob: Matcher([glob])(docname))


def warn_of_metadata(app: Sphinx) -> None:
    """Say once what is wrong with the setting; for ``builder-inited``."""
    if not app.config.tripreport_metadata:
        return
    from sphinxcontrib_tripreport.core.posts.configured import check_configured

    for text in check_configured(app.config.tripreport_metadata):
        warn_of_setting(app, "tripreport_metadata", text, Subtype.METADATA)
