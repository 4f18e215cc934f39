"""Where settings are in ``conf.py``, for warnings of what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.settings import SETTINGS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_OURS = regex(r"(trip_?reports?_\w+)\s*(?::[^=]*)?\+?=(?!=)")


def warn_of_setting(app: Sphinx, name: str, text: str, subtype: Subtype = Subtype.VALUE) -> None:
    """Warn of what a setting has, with its line unless the command line or another file has it."""
    written = re.compile(rf"\s*{re.escape(name)}\b")
    place = next((place for place, line in _lines(app) if written.match(line)), None)
    warn(subtype, text, place)


def warn_of_unknown_settings(app: Sphinx) -> None:
    """Warn of settings in ``conf.py`` that are called as ours are; for ``builder-inited``.

    Sphinx takes each name there for a variable of its author's.
    """
    for place, line in _lines(app):
        found = _OURS.match(line)
        if found is not None and found[1] not in app.config:
            from sphinxcontrib_tripreport.core.text.nearest import nearest
            from sphinxcontrib_tripreport.core.text.phrases import did_you_mean

            near = did_you_mean(nearest(found[1], [each.name for each in SETTINGS], 1))
            warn(Subtype.VALUE, f"There is no setting “{found[1]}”.{near}", place)


def _lines(app: Sphinx) -> Iterator[tuple[str, str]]:
    """The lines of ``conf.py`` with their places."""
    path = Path(app.confdir) / "conf.py"
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        yield f"{path}:{number}", line
