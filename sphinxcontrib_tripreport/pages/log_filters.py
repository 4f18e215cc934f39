"""What Sphinx warns of while documents are read for pages: each thing once, where its author is."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_SPHINX = "sphinx"
"""The logger whose handlers get all that Sphinx and docutils say."""


class OnlyToctrees(logging.Filter):
    """Lets only new warnings of toctrees pass: all else was said when a document was read before.

    :ivar names: what the toctrees of the document name that they did not when it was read before;
        None where that was in an earlier build
    """

    def __init__(self) -> None:
        super().__init__()
        self.names: frozenset[str] | None = None

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is to be shown."""
        if record.levelno < logging.WARNING:
            return True
        if self.names is None:
            return getattr(record, "type", "") == "toc"
        arguments = record.args if isinstance(record.args, tuple) else ()
        return not self.names.isdisjoint(map(str, arguments))


class InTemplate(logging.Filter):
    """Has warnings of made documents name the template, and gives each once.

    :ivar template: the path of the project's own template; empty where it is ours
    """

    def __init__(self) -> None:
        super().__init__()
        self.template = ""
        self._said: dict[tuple[str, str], logging.LogRecord] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is to be shown."""
        if record.levelno < logging.WARNING or not self.template:
            return True
        # Lines are those of the document that was made; Sphinx wants one.
        record.location = f"{self.template}:1"
        # Each of Sphinx's handlers asks about the same record.
        return self._said.setdefault((self.template, record.getMessage()), record) is record


@contextmanager
def filtered(wanted: logging.Filter) -> Iterator[None]:
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
