"""Docutils' settings, made once for all made pages: they are those of one parser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from typing import Any, Final

from docutils.utils import DependencyList
from sphinx.util import docutils as sphinx_docutils

_NAME: Final = "_get_settings"


@contextmanager
def settings_made_once() -> Iterator[None]:
    """Within it, documents of one parser get copies of the settings of the first one.

    Sphinx makes a parser of command lines for each document, which takes a twentieth of the time
    of a short page. What a document changes is its own: the list of the files that it depends on,
    and its source.
    """
    make: Any = getattr(sphinx_docutils, _NAME, None)
    if make is None:
        yield
        return
    made: dict[Any, tuple[Mapping[str, Any], Any]] = {}

    def once(*components: Any, defaults: Mapping[str, Any], read_config_files: bool = False) -> Any:
        types = (*(each if isinstance(each, type) else type(each) for each in components),
                 read_config_files)  # fmt: skip
        known = made.get(types)
        if known is None or known[0] != defaults:
            given = make(*components, defaults=defaults, read_config_files=read_config_files)
            known = made[types] = dict(defaults), given
        settings = copy(known[1])
        settings.record_dependencies = DependencyList()
        return settings

    setattr(sphinx_docutils, _NAME, once)
    try:
        yield
    finally:
        setattr(sphinx_docutils, _NAME, make)
