"""Prints the tables of the reference from the declarations in the code, so that none is forgotten.

Directives: ``trip-options``, ``trip-spellings``, ``trip-settings``, ``trip-warnings``,
``trip-checks``, ``trip-languages``, ``trip-stages`` and ``trip-transforms``. What they print can be
referred to: an option with ``rst:dir`` (``talk:speakers``), a config value with ``confval``, a
warning with ``ref`` and a text (``warning-option``). And ``trip-shown`` shows a piece of markup
above what it makes, and ``trip-schemas`` links to JSON Schemas that are written beside the pages.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from babel import Locale
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport import messages, settings
from sphinxcontrib_tripreport.core.catalogue import page_facts as facts
from sphinxcontrib_tripreport.core.checks import severities
from sphinxcontrib_tripreport.core.exports.schemas import SCHEMAS, render_schema
from sphinxcontrib_tripreport.core.languages.collation import collate
from sphinxcontrib_tripreport.core.model import problems
from sphinxcontrib_tripreport.core.options import tables as options
from sphinxcontrib_tripreport.core.options import takeaway
from sphinxcontrib_tripreport.core.posts import field_names as names
from sphinxcontrib_tripreport.core.queries import chart_options, coverage
from sphinxcontrib_tripreport.core.queries import options as query

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_OPTIONS = {
    "talk": options.TALK_OPTIONS,
    "speaker": options.SPEAKER_OPTIONS,
    "event": options.EVENT_OPTIONS,
    "topic": options.TOPIC_OPTIONS,
    "coverage": coverage.COVERAGE_OPTIONS,
    "talkchart": chart_options.CHART_OPTIONS,
    "takeaway": takeaway.TAKEAWAY_OPTIONS,
    "action": takeaway.ACTION_OPTIONS,
    **{f"{kind}list": known for kind, known in query.LISTING_OPTIONS.items()},
}
_SCHEMAS = "schemas"
"""The folder of JSON Schemas beside the pages."""
_REBUILDS = {
    "": "no document is read again; only pages that show something else are written again",
    "env": "all documents are read again",
    "html": "all pages are written again",
}

_Row = tuple[list[nodes.Node], str]
"""A name, and the line of help on it."""


class _Printed(SphinxDirective):
    """A directive that prints declarations of a module."""

    def depend_on(self, module: ModuleType) -> None:
        """Have the page read anew when the declarations change."""
        if module.__file__ is not None:
            self.env.note_dependency(str(Path(module.__file__)))

    def text(self, markup: str) -> list[nodes.Node]:
        """A line of help, whose markup (``literals``) is the same in reST and in Markdown."""
        content, messages = self.parse_inline(markup)
        return [*content, *messages]

    def paragraph(self, markup: str) -> nodes.paragraph:
        """A line of help as a paragraph, which translators get with its markup."""
        paragraph = nodes.paragraph(markup, "", *self.text(markup))
        self.set_source_info(paragraph)
        return paragraph

    def anchored(self, name: str, anchor: str) -> list[nodes.Node]:
        """A name as a literal, with an anchor that is also a label for ``ref``."""
        target = nodes.target("", "", ids=[anchor], names=[anchor])
        self.state.document.note_explicit_target(target)
        return [target, nodes.literal("", name)]

    def table(
        self, heads: Sequence[str], widths: Sequence[int], rows: Iterable[_Row]
    ) -> nodes.table:
        """A table with a head, which breaks between pages; in each row a name and a text."""
        group = nodes.tgroup(cols=len(heads))
        group += [nodes.colspec(colwidth=width) for width in widths]
        body = nodes.tbody("", *(_row(_bare(*name), self.paragraph(text)) for name, text in rows))
        group += [nodes.thead("", _row(*map(self.paragraph, heads))), body]
        table = nodes.table("", group, classes=["colwidths-given", "longtable"])
        self.set_source_info(table)
        return table


def _row(*cells: nodes.paragraph) -> nodes.row:
    return nodes.row("", *(nodes.entry("", cell) for cell in cells))


def _bare(*content: nodes.Node) -> nodes.paragraph:
    """A paragraph in which there is nothing to translate."""
    return nodes.paragraph("", "", *content)


class OptionsDirective(_Printed):
    """Every option of a directive, and what it takes."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Print the table."""
        directive = self.arguments[0]
        if directive not in _OPTIONS:
            raise self.error(f"Expected one of {', '.join(_OPTIONS)}, not “{directive}”.")
        self.depend_on(options)
        self.depend_on(query)
        self.depend_on(chart_options)
        rst = self.env.domains["rst"]
        rows: list[_Row] = []
        for option in _OPTIONS[directive].values():
            anchor = f"option-{directive}-{option.name}"
            location = self.get_location()
            rst.note_object("directive:option", f"{directive}:{option.name}", anchor, location)
            rows.append((self.anchored(option.name, anchor), option.help))
        return [self.table(("Option", "What it takes"), (22, 78), rows)]


class SpellingsDirective(_Printed):
    """The names under which a report's metadata may have one field."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Print a sentence."""
        self.depend_on(names)
        spellings = names.spellings(self.arguments[0])
        listed = ", ".join(f"``{name}``" for name in spellings)
        is_one = len(spellings) > 1 and self.arguments[0] != "topics"
        order = " Where several are given, the first of these counts." if is_one else ""
        return [self.paragraph(f"Written as {listed}.{order}")]


class SettingsDirective(_Printed):
    """Every config value with its type, its default and what a change of it costs."""

    def run(self) -> list[nodes.Node]:
        """Print a definition list."""
        self.depend_on(settings)
        std = self.env.domains["std"]
        printed = nodes.definition_list()
        for setting in settings.SETTINGS:
            anchor = f"confval-{setting.name}"
            std.note_object("confval", setting.name, anchor, self.get_location())
            types = " or ".join(f"``{found.__name__}``" for found in setting.types)
            rebuild = f"``{setting.rebuild!r}``: {_REBUILDS[setting.rebuild]}"
            about = nodes.line_block(
                "",
                self._fact("Type", types),
                self._fact("Default", f"``{setting.default!r}``"),
                self._fact("Rebuild", rebuild),
            )
            printed += nodes.definition_list_item(
                "",
                nodes.term("", "", *self.anchored(setting.name, anchor)),
                nodes.definition("", self.paragraph(setting.help), about),
            )
        return [printed]

    def _fact(self, name: str, markup: str) -> nodes.line:
        markup = f"{name}: {markup}"
        return nodes.line(markup, "", *self.text(markup))


class PageVariablesDirective(_Printed):
    """What the templates of made pages can ask for."""

    def run(self) -> list[nodes.Node]:
        """Print the table."""
        self.depend_on(facts)
        rows: list[_Row] = [
            ([nodes.literal("", name)], meaning) for name, meaning in facts.VARIABLES.items()
        ]
        return [self.table(("Variable", "What it holds"), (22, 78), rows)]


class WarningsDirective(_Printed):
    """Every subtype of our warnings, and when the warning is given."""

    def run(self) -> list[nodes.Node]:
        """Print the table."""
        self.depend_on(problems)
        rows: list[_Row] = []
        for subtype in problems.Subtype:
            name, anchor = f"tripreport.{subtype.value}", f"warning-{subtype.value}"
            rows.append((self.anchored(name, anchor), subtype.meaning))
        return [self.table(("Warning", "When it is given"), (34, 66), rows)]


class ChecksDirective(_Printed):
    """Every check of the builder ``tripcheck``, and how bad what it finds is."""

    def run(self) -> list[nodes.Node]:
        """Print the table."""
        self.depend_on(severities)
        rows: list[_Row] = [
            (self.anchored(name, f"check-{name}"), f"{check.meaning} *{check.severity.value}*")
            for name, check in severities.CHECKS.items()
        ]
        return [self.table(("Check", "What it finds, and how bad that is"), (22, 78), rows)]


class LanguagesDirective(_Printed):
    """Every language that there are words in."""

    def run(self) -> list[nodes.Node]:
        """Print a list of their names, in the language of the documentation, with their codes."""
        self.env.note_dependency(str(messages.LOCALE_DIR))
        shown_in = self.config.language
        codes = {_name_of(code, shown_in): code for code in messages.languages()}
        items = (
            nodes.list_item("", _bare(*self.text(f"{name} (``{codes[name]}``)")))
            for name in sorted(codes, key=lambda name: collate(name, shown_in))
        )
        return [nodes.bullet_list("", *items)]


_PACKAGE = "sphinxcontrib_tripreport."
_TRANSFORMS = "tripdocs_transforms"
"""Attribute of the environment: by when they run, all transforms of ours, in their order."""
_EVENTS = (
    *("config-inited", "builder-inited", "env-get-outdated", "env-before-read-docs"),
    *("env-purge-doc", "source-read", "doctree-read", "env-merge-info", "env-updated"),
    *("write-started", "missing-reference", "warn-missing-reference", "html-collect-pages"),
    *("html-page-context", "build-finished"),
)
"""In the order of a build."""


class _Work(_Printed):
    """A directive that prints what is done, in the order in which it is done."""

    def done(self, functions: Iterable[tuple[int, Any]]) -> nodes.table:
        """A table of priorities, functions or classes, and the first lines of their docstrings."""
        group = nodes.tgroup(cols=3)
        group += [nodes.colspec(colwidth=width) for width in (8, 37, 55)]
        rows = (self._row(*pair) for pair in sorted(functions, key=lambda pair: pair[0]))
        group += nodes.tbody("", *rows)
        return nodes.table("", group, classes=["colwidths-given", "longtable"])

    def _row(self, priority: int, function: Any) -> nodes.row:
        name = f"{function.__module__}.{function.__qualname__}".removeprefix(_PACKAGE)
        about = (inspect.getdoc(function) or "").partition("\n")[0]
        # The heading of the table says it already.
        about = re.sub(r"[;,] for ``[a-z-]+``(?: and ``[a-z-]+``)?", "", about)
        return _row(
            _bare(nodes.Text(str(priority))),
            _bare(nodes.literal("", name)),
            _bare(*self.text(about)),
        )


class StagesDirective(_Work):
    """What is done at each event of Sphinx."""

    def run(self) -> list[nodes.Node]:
        """Print a table for each event."""
        printed: list[nodes.Node] = []
        for event in _EVENTS:
            found = self.env.events.listeners[event]
            if ours := [(each.priority, each.handler) for each in found if _is_ours(each.handler)]:
                printed += [_bare(nodes.literal("", event)), self.done(ours)]
        return printed


class TransformsDirective(_Work):
    """The transforms of documents that are read, or of those that are written."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Print a table."""
        transforms = getattr(self.env, _TRANSFORMS)[self.arguments[0]]
        return [self.done((each.default_priority, each) for each in transforms)]


def note_transforms(app: Sphinx) -> None:
    """Keep which transforms are registered, for ``builder-inited``: directives cannot ask."""
    found = {"read": app.registry.get_transforms(), "written": app.registry.get_post_transforms()}
    ours = {when: list(filter(_is_ours, transforms)) for when, transforms in found.items()}
    setattr(app.env, _TRANSFORMS, ours)


def _is_ours(function: object) -> bool:
    return (getattr(function, "__module__", None) or "").startswith(_PACKAGE)


class ShownDirective(SphinxDirective):
    """An example: the markup in it, and below that what it makes."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Print both."""
        markup = "\n".join(self.content)
        source = nodes.literal_block(markup, markup, language="markdown")
        self.set_source_info(source)
        return [source, *self.parse_content_to_nodes()]


class SchemasDirective(SphinxDirective):
    """Links to the JSON Schemas, which are written beside the pages; for the builder ``html``."""

    def run(self) -> list[nodes.Node]:
        """Print a list."""
        top = "../" * self.env.docname.count("/")
        links = (
            nodes.reference("", f"{name}.schema.json", refuri=f"{top}{_SCHEMAS}/{name}.schema.json")
            for name in SCHEMAS
        )
        items = (nodes.list_item("", _bare(link)) for link in links)
        return [nodes.bullet_list("", *items, bullet="*")]


def write_schemas(app: Sphinx, exception: Exception | None) -> None:
    """Write the JSON Schemas of the options as they are now, for ``build-finished``."""
    if exception is None and app.builder.name == "html":
        folder = Path(app.outdir) / _SCHEMAS
        folder.mkdir(exist_ok=True)
        for name in SCHEMAS:
            path = folder / f"{name}.schema.json"
            path.write_text(render_schema(name), encoding="utf-8")


def _name_of(code: str, shown_in: str) -> str:
    return Locale.parse(code).get_display_name(shown_in) or code


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("trip-options", OptionsDirective)
    app.add_directive("trip-spellings", SpellingsDirective)
    app.add_directive("trip-settings", SettingsDirective)
    app.add_directive("trip-page-variables", PageVariablesDirective)
    app.add_directive("trip-warnings", WarningsDirective)
    app.add_directive("trip-checks", ChecksDirective)
    app.add_directive("trip-languages", LanguagesDirective)
    app.add_directive("trip-shown", ShownDirective)
    app.add_directive("trip-stages", StagesDirective)
    app.add_directive("trip-transforms", TransformsDirective)
    app.add_directive("trip-schemas", SchemasDirective)
    app.connect("builder-inited", note_transforms)
    app.connect("build-finished", write_schemas)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
