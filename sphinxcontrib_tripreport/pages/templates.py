"""The sources of made documents: reStructuredText from templates that a project can replace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment
from sphinx.util import rst

from sphinxcontrib_tripreport.messages import _

FOLDER = "tripreport"
"""The folder of the templates, in ours as in a directory of ``templates_path``."""


class TemplateProblem(Exception):
    """A template of the project's own that cannot be used.

    :ivar place: its path and line
    """

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(reason)
        self.place = place


class Templates:
    """The templates of one project: its own where it has some, else ours."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """:param folders: the directories of ``templates_path``"""
        self._folders = list(folders)
        ours = PackageLoader("sphinxcontrib_tripreport", "templates")
        self._ours = _environment(ours)
        self._all = _environment(ChoiceLoader([FileSystemLoader(self._folders), ours]))
        self._broken: set[str] = set()

    def render(self, kind: str, values: dict[str, Any]) -> str:
        """The source of a page; by our own template where the project's cannot be used.

        :param kind: the name of the template
        :raises TemplateProblem: the first time that the project's template fails
        """
        name = f"{FOLDER}/{kind}.rst"
        if name not in self._broken:
            try:
                return self._all.get_template(name).render(values)
            # A template is a program of its author's: it can fail in any way.
            except Exception as error:
                self._broken.add(name)
                raise self._problem(kind, error) from error
        return self._ours.get_template(name).render(values)

    def _problem(self, kind: str, error: Exception) -> TemplateProblem:
        path = str(find_own(self._folders, kind) or f"{FOLDER}/{kind}.rst")
        line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_in(error, path)
        reason = str(error) if isinstance(error, TemplateError) else repr(error)
        return TemplateProblem(f"{path}:{line or 1}", reason)


def find_own(folders: Iterable[Path], kind: str) -> Path | None:
    """The project's own template for a kind of pages; None where it has none.

    :param folders: the directories of ``templates_path``
    """
    found = (folder / FOLDER / f"{kind}.rst" for folder in folders)
    return next((path for path in found if path.is_file()), None)


def _line_in(error: Exception, path: str) -> int:
    """The line of a template in which an error was raised; 0 where that is not known."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _environment(loader: PackageLoader | ChoiceLoader) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["escape"] = environment.filters["e"] = escape
    environment.filters["heading"] = heading
    environment.globals["_"] = lambda text: str(_(text))
    return environment


def escape(text: object) -> str:
    """Any text as reStructuredText that shows it, on one line."""
    return rst.escape(" ".join(str(text).split()))


def heading(text: object, character: str = "=") -> str:
    """Any text as a heading."""
    escaped = escape(text)
    # No character is wider than two columns.
    return f"{escaped}\n{character * (2 * len(escaped))}"
