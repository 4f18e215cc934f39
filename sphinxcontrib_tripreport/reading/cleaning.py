"""Takes out of a post what template languages left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.docutils import is_directive_registered

from sphinxcontrib_tripreport.core.posts.front_matter import read_yaml_front_matter
from sphinxcontrib_tripreport.core.posts.leftovers.clean import clean
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.reading.old_paths import look_up, note_sought

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.core.posts.leftovers.held import Held


def clean_post(app: Sphinx, docname: str, text: str, markup: str, above: int = 0) -> str:
    """A post's *text* without what template languages left in it; warns of what is lost.

    :param markup: ``markdown`` or ``restructuredtext``
    :param above: how many lines of the document are above the text
    :return: the text; every line keeps its number
    """
    sought: dict[str, str] = {}

    def find(path: str) -> Held | None:
        place = look_up(app.env, docname, path)
        sought[path] = place.path if place is not None else ""
        return place

    extensions = getattr(app.config, "myst_enable_extensions", ())
    cleaned = clean(
        text,
        markup,
        find,
        _substitutions(app, text, markup),
        is_directive_registered,
        has_attributes="attrs_inline" in extensions,
    )
    note_sought(app.env, docname, sought)
    for problem in cleaned.problems:
        warn(problem.subtype, problem.text, (docname, problem.line + above))
    return cleaned.text


def _substitutions(app: Sphinx, text: str, markup: str) -> frozenset[str]:
    """The names that MyST itself fills in between ``{{`` and ``}}``."""
    config = app.config
    if markup != "markdown" or "{{" not in text or "myst_enable_extensions" not in config:
        return frozenset()
    if "substitution" not in config.myst_enable_extensions:
        return frozenset()
    names = {"env", *config.myst_substitutions}
    metadata = read_yaml_front_matter(text)
    own: Any = metadata.fields.get("myst") if metadata is not None else None
    for name in ("substitutions",):
        own = own.value.get(name) if own is not None and isinstance(own.value, dict) else None
    if own is not None and isinstance(own.value, dict):
        names |= set(own.value)
    return frozenset(names)
