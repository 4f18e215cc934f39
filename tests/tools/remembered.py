"""What is the same in every build of a run is worked out once: compiled templates, entry points.

Hundreds of tests build a project of a page or two, and compiling the templates of one theme took a
third of each build.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.metadata import entry_points
from typing import Any
from unittest.mock import patch

import sphinx.jinja2glue
import sphinx.registry
import sphinx.theming
import sphinx.util.template
from jinja2.sandbox import SandboxedEnvironment

_compiled: dict[tuple[object, ...], Any] = {}
_entry_points = cache(entry_points)


class _Environment(SandboxedEnvironment):
    """Compiles a template when it is first seen."""

    def compile(self, source: Any, *arguments: Any, **named: Any) -> Any:
        if not isinstance(source, str):
            return super().compile(source, *arguments, **named)
        syntax = (
            self.block_start_string, self.variable_start_string, self.comment_start_string,
            self.trim_blocks, self.lstrip_blocks, self.keep_trailing_newline, self.autoescape,
            getattr(self, "newstyle_gettext", None), *sorted((*self.extensions, *self.filters)),
        )  # fmt: skip
        key = (source, arguments, *named.items(), syntax)
        if key not in _compiled:
            _compiled[key] = super().compile(source, *arguments, **named)
        return _compiled[key]


@contextmanager
def remembered() -> Iterator[None]:
    """A time in which it is not worked out again; nor are Sphinx's messages for debugging made."""
    with ExitStack() as stack:
        for module in (sphinx.jinja2glue, sphinx.util.template):
            stack.enter_context(patch.object(module, "SandboxedEnvironment", _Environment))
        for module in (sphinx.registry, sphinx.theming):
            stack.enter_context(patch.object(module, "entry_points", _entry_points))
        before = logging.root.manager.disable
        logging.disable(logging.DEBUG)
        stack.callback(logging.disable, before)
        yield
