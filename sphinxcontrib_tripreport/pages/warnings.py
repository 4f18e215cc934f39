"""What Sphinx warns of while documents are read for pages: each thing once, where its author is."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx.util.logging import WarningStreamHandler

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.pages.template_places import TemplatePlaces


_OF_A_FILE = ("[etoc.ref]", "[etoc.glob]")
"""How warnings of ``sphinx_external_toc`` end, which docutils reports."""
_SPHINX = "sphinx"
"""The logger whose handlers get all that Sphinx and docutils say."""


class OnlyToctrees(logging.Filter):
    """Lets only new warnings of toctrees pass: all else was said when a document was read before.

    :ivar names: what the toctrees of the document name that they did not when it was read before;
        None if that was in an earlier build
    """

    def __init__(self) -> None:
        super().__init__()
        self.names: frozenset[str] | None = None

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is to be shown."""
        if record.levelno < logging.WARNING:
            return True
        if self.names is None:
            is_of_file = record.getMessage().endswith(_OF_A_FILE)
            return getattr(record, "type", "") == "toc" or is_of_file
        arguments = record.args if isinstance(record.args, tuple) else ()
        if not self.names.isdisjoint(map(str, arguments)):
            return True
        # What docutils reports has the name of what is missing in quotation marks.
        return any(f"'{name}'" in record.getMessage() for name in self.names)


class InTemplate(logging.Filter):
    """Has warnings of made documents name the template, and gives each once.

    :ivar docname: the made document that is being read; empty if none is
    """

    def __init__(self, places: TemplatePlaces) -> None:
        super().__init__()
        self.docname = ""
        self._places = places
        self._said: dict[tuple[str, str], logging.LogRecord] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is to be shown."""
        if record.levelno < logging.WARNING:
            return True
        place = self._places.place_of(getattr(record, "location", None), self.docname)
        if place is None:
            return True
        record.location = place
        # Each of Sphinx's handlers asks about the same record, some of them twice.
        return self._said.setdefault((place, record.getMessage()), record) is record


def watch_all(wanted: logging.Filter) -> None:
    """Have a filter in front of all that Sphinx warns of, to the end of the build.

    Much of what is wrong in a document is seen only when all are read, or when it is written.
    """
    for handler in logging.getLogger(_SPHINX).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.filters.insert(0, wanted)


@contextmanager
def with_filter(wanted: logging.Filter) -> Iterator[None]:
    """Have a filter in front of all that Sphinx says."""
    handlers = list(logging.getLogger(_SPHINX).handlers)
    for handler in handlers:
        # Before Sphinx's own, which put the location into the text.
        handler.filters.insert(0, wanted)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(wanted)
