"""Reads the sources of made documents: at once what our template of a talk's page makes.

Nearly all made documents are pages of talks, whose sources have headings and four directives
without content. docutils would build a state machine for each part of each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from docutils import nodes
from sphinx.parsers import RSTParser

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

FILETYPE: Final = "trip-page"
"""What Sphinx calls the sources of made documents."""
_VIEWS: Final = ("facts", "cite", "talk-note", "related-talks")
"""The directives that may be read at once, which are called as the views that they show."""
_DIRECTIVE: Final = regex(r"\.\. trip:([a-z-]+)::(?: (.+))?$")
_ESCAPED: Final = regex(r"\\(.)")
_LEVELS: Final = "=-"


class _Heading(NamedTuple):
    line: int
    level: int
    text: str


class _View(NamedTuple):
    line: int
    name: str
    subject: str


class PageParser(RSTParser):
    """reStructuredText, with a short way through the pages of talks."""

    supported = (FILETYPE,)

    def parse(self, inputstring: str, document: nodes.document) -> None:  # type: ignore[override]  # Sphinx's takes lines, too
        """Make the same nodes as the parser of docutils would."""
        env: BuildEnvironment = document.settings.env
        parts = None
        if store_of(env).is_made(env.docname) and not _is_decorated(env.config):
            parts = _parts_of_source(inputstring)
        if parts is None:
            super().parse(inputstring, document)
            return
        self.setup_parse(inputstring, document)
        _build_nodes(env, document, parts)
        self.finish_parse()


def _is_decorated(config: Config) -> bool:
    return bool(config.rst_prolog or config.rst_epilog)


def _parts_of_source(text: str) -> list[_Heading | _View] | None:
    """What a source has, line by line; None if there is more in it than is known here."""
    parts: list[_Heading | _View] = []
    for part in _read(text.splitlines()):
        if part is None or not (parts or isinstance(part, _Heading)):
            return None
        parts.append(part)
    return parts or None


def _build_nodes(
    env: BuildEnvironment, document: nodes.document, parts: Sequence[_Heading | _View]
) -> None:
    store, docname = store_of(env), env.docname
    parents: list[nodes.Element] = [document]
    for part in parts:
        if isinstance(part, _View):
            store.note_shown(docname, part.name, part.subject)
            shown = trip_placeholder(view=part.name, subject=part.subject, docname=docname)
            parents[-1] += shown
            continue
        del parents[part.level + 1 :]
        title = nodes.title(part.text, "", nodes.Text(_ESCAPED.sub(r"\1", part.text)))
        section = nodes.section("", title)
        for node in (section, title):
            node.source, node.line = document.current_source, part.line
        section["names"].append(nodes.fully_normalize_name(title.astext()))
        parents[-1] += section
        document.note_implicit_target(section, section)
        parents.append(section)


def _read(lines: Sequence[str]) -> Iterator[_Heading | _View | None]:
    """Headings and views; None for anything else."""
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line.strip():
            continue
        if found := _DIRECTIVE.match(line):
            yield _View(number, found[1], found[2] or "") if found[1] in _VIEWS else None
            continue
        below = lines[number] if number < len(lines) else ""
        number += 1
        level = _LEVELS.find(below[:1]) if below else -1
        is_heading = level >= 0 and below == below[0] * len(below) and not line[0].isspace()
        yield _Heading(number, level, line) if is_heading else None
