"""Titles and names in scripts that the engine and fonts of a book cannot set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sphinx.builders.latex import LaTeXBuilder

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.places import location_of
from sphinxcontrib_tripreport.outputs import Output
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_NAMES = {"pdflatex": "pdfLaTeX", "xelatex": "XeLaTeX", "lualatex": "LuaLaTeX"}


class _PrintedText(NamedTuple):
    """A title or a name, and where it is."""

    text: str
    docname: str
    line: int
    included_at: str = ""


def warn_of_scripts(app: Sphinx, builder: Builder) -> None:
    """Say once which titles and names LaTeX will not set, and what would; for ``write-started``.

    Whoever chose fonts knows what is in them.
    """
    if not isinstance(builder, LaTeXBuilder) or "fontpkg" in app.config.latex_elements:
        return
    from sphinxcontrib_tripreport.core.text.engine_scripts import not_set, settings_for
    from sphinxcontrib_tripreport.core.text.scripts import scripts_of

    engine = app.config.latex_engine
    encodings = f"{builder.context['fontenc']} {'T2A' if builder.babel.uses_cyrillic() else ''}"
    missing: set[str] = set()
    found: list[_PrintedText] = []
    for said in _printed_texts(app.env, builder):
        if unset := not_set(scripts_of(said.text), engine, encodings):
            missing |= unset
            found.append(said)
    if not found:
        return
    first = min(found, key=lambda said: (said.docname, said.line))
    others = len({each.text for each in found}) - 1
    shown = f"“{first.text}” and {others} more titles or names" if others else f"“{first.text}”"
    text = (
        f"{shown}: {_NAMES[engine]} has no font for {_join_words(sorted(missing))}, and will stop"
        f" or leave them out. Write into conf.py:\n\n{settings_for(missing)}\n"
    )
    warn(Subtype.FONTS, text, location_of(app.env, first.docname, first.line, first.included_at))


def _join_words(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _printed_texts(env: BuildEnvironment, builder: Builder) -> Iterator[_PrintedText]:
    """The titles of talks and reports in a book, and the names of their speakers and events."""
    output, catalogue = Output(env, builder), context_of(env).catalogue
    for report in catalogue.reports.values():
        if output.has(report.docname):
            yield _PrintedText(report.title, report.docname, 1)
    for talk in catalogue.talks:
        for note in talk.notes:
            if output.has(note.docname):
                names = [person.name for person in note.speakers]
                event = catalogue.events.get(note.event)
                texts = (note.title, talk.title, *names, event.name if event else "", *talk.topics)
                for text in texts:
                    yield _PrintedText(text, note.docname, note.line, note.included_at)
    targets = context_of(env).targets
    for talk in (talk for talk in catalogue.talks if not talk.notes):
        place = targets.talk(talk)
        if place is not None and output.has(place.docname):
            names = [catalogue.people[key].name for key in talk.speakers]
            for text in (talk.title, *names, *talk.topics):
                yield _PrintedText(text, place.docname, 1)
