"""The short names ``talk``, ``speaker``, …, beside ``trip:talk``, ``trip:speaker``, …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.parsers.rst import directives, roles

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.directives.names import DIRECTIVES, OF_TEMPLATES
from sphinxcontrib_tripreport.domain.domain import TripDomain
from sphinxcontrib_tripreport.messages import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def add_short_names(app: Sphinx, config: Config) -> None:
    """Register the short names that nobody else owns; for ``config-inited``.

    By then every extension is set up, in whatever order they are listed.
    """
    if not config.tripreport_short_names:
        return
    for name, directive in DIRECTIVES.items():
        if name in OF_TEMPLATES:
            continue
        owner = directives._directives.get(name)  # type: ignore[attr-defined]  # noqa: SLF001
        if owner is None or owner is directive:
            app.add_directive(name, directive, override=True)
        else:
            _warn_of_taken_name("directive", name)
    for name, role in TripDomain.roles.items():
        owner = roles._roles.get(name)  # type: ignore[attr-defined]  # noqa: SLF001
        if owner is None or owner is role:
            app.add_role(name, role, override=True)
        else:
            _warn_of_taken_name("role", name)


def _warn_of_taken_name(what: str, name: str) -> None:
    warn(
        Subtype.NAME,
        f"Another extension already has a {what} “{name}”: write “trip:{name}” for ours, or set"
        " tripreport_short_names = False.",
    )
