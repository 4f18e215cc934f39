"""The sources of made documents: reStructuredText from templates that a project can replace."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.meta import find_referenced_templates
from jinja2.sandbox import SandboxedEnvironment
from sphinx.util import rst

from sphinxcontrib_tripreport.core.catalogue.page_names import KINDS, OVERVIEWS
from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.pages.template_lines import LineMarks, TemplateLine, places_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

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
    """The templates of one project: its own if it has some, else ours."""

    def __init__(self, folders: Iterable[Path], language: str = "en") -> None:
        """Look for templates in *folders*, the directories of ``templates_path``.

        :param language: the project's, in which names are listed
        """
        self._folders = list(folders)
        ours = PackageLoader("sphinxcontrib_tripreport", "templates")
        self._ours = _environment(ours, language)
        self._all = _environment(ChoiceLoader([FileSystemLoader(self._folders), ours]), language)
        self._marking = self._all.overlay(extensions=[LineMarks])
        self._own = {kind: find_own(self._folders, kind) for kind in (*OVERVIEWS, *KINDS)}
        self._broken: set[str] = set()

    def own_template(self, kind: str) -> Path | None:
        """The project's own template for a kind of pages; None if ours is used."""
        return None if kind in self._broken else self._own[kind]

    def render(self, kind: str, values: dict[str, Any]) -> str:
        """The source of a page; by our own template if the project's cannot be used.

        :param kind: the name of the template
        :raises TemplateProblem: the first time that the project's template fails
        """
        if kind not in self._broken:
            try:
                if (own := self._own[kind]) is not None and not own.is_file():
                    raise OSError("it is no file")
                return self._all.get_template(_file_name_of(kind)).render(values)
            # A template is a program of its author's: it can fail in any way.
            except Exception as error:
                self._broken.add(kind)
                raise self._problem(kind, error) from error
        return self.render_ours(kind, values)

    def render_ours(self, kind: str, values: dict[str, Any]) -> str:
        """The source of a page by our own template."""
        return self._ours.get_template(_file_name_of(kind)).render(values)

    def places(self, kind: str, values: dict[str, Any], source: str) -> list[TemplateLine]:
        """Where each line of a page's source is in the project's templates.

        :param source: what :meth:`render` made
        :return: for each line, or nothing if that is not to be known
        """
        try:
            marked = self._marking.get_template(_file_name_of(kind)).render(values)
        # As above; marks can be what it fails at.
        except Exception:
            return []
        return places_of(marked, source)

    def holds(self, path: str) -> bool:
        """Whether a file is one of the project's own templates."""
        return any(Path(path).is_relative_to(folder) for folder in self._folders)

    def sources(self) -> list[tuple[str, str, str]] | None:
        """All that the templates say, with what they include and import: what pages are made from.

        :return: names, paths and texts; None if what is included is known only to the template
        """
        found: dict[str, tuple[str, str, str]] = {}
        names = [_file_name_of(kind) for kind in self._own]
        while names:
            name = names.pop()
            if name in found:
                continue
            path, source = self._read(name)
            found[name] = (name, path, source)
            try:
                included = list(find_referenced_templates(self._all.parse(source)))
            except TemplateSyntaxError:
                # It is not used.
                continue
            if None in included:
                return None
            names += filter(None, included)
        return [(kind, str(path), "own") for kind, path in self._own.items()] + sorted(
            found.values()
        )

    def _read(self, name: str) -> tuple[str, str]:
        """The path and the text of a template; what is wrong with it in place of its text."""
        assert self._all.loader is not None
        try:
            source, path, _is_fresh = self._all.loader.get_source(self._all, name)
        except TemplateNotFound:
            return "", ""
        except (OSError, UnicodeError) as error:
            return "", repr(error)
        return str(path), source

    def _problem(self, kind: str, error: Exception) -> TemplateProblem:
        path, line = str(self._own[kind] or _file_name_of(kind)), 1
        if isinstance(error, TemplateSyntaxError):
            path, line = error.filename or path, error.lineno
        else:
            path, line = self._raised_in(error) or (path, line)
        return TemplateProblem(f"{path}:{line}", _reason(error))

    def _raised_in(self, error: Exception) -> tuple[str, int] | None:
        """The project's template in which an error was raised, and the line in it."""
        trace, place = error.__traceback__, None
        while trace is not None:
            path = trace.tb_frame.f_code.co_filename
            if self.holds(path):
                place = path, trace.tb_lineno
            trace = trace.tb_next
        return place


def find_own(folders: Iterable[Path], kind: str) -> Path | None:
    """What a project has in place of our template for a kind of pages; None if it has nothing.

    It may be no file: a folder of this name, or a link that leads nowhere.

    :param folders: the directories of ``templates_path``
    """
    found = (folder / FOLDER / f"{kind}.rst" for folder in folders)
    return next((path for path in found if os.path.lexists(path)), None)


def _file_name_of(kind: str) -> str:
    return f"{FOLDER}/{kind}.rst"


def _reason(error: Exception) -> str:
    """What is wrong, in words."""
    if isinstance(error, TemplateNotFound):
        # Its own words are the name alone, or a list of names.
        return f"no template is called “{error.name}”"
    if isinstance(error, TemplateError | OSError | UnicodeError):
        return str(error).removesuffix(".")
    return repr(error)


def _environment(loader: PackageLoader | ChoiceLoader, language: str) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["escape"] = environment.filters["e"] = escape
    environment.filters["heading"] = heading
    environment.filters["names"] = lambda names: join_names(names, language)
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


def template_folders(app: Sphinx) -> list[Path]:
    """Where a project may have templates of its own."""
    return [Path(app.confdir) / path for path in app.config.templates_path]
