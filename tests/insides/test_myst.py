"""What we reach into in MyST-Parser is as we expect it; a test that fails names our files."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import directives
from docutils.parsers.rst.directives.misc import Class
from myst_parser import warnings_
from myst_parser.parsers.docutils_ import Parser
from myst_parser.sphinx_ext.main import setup_sphinx
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx.util.logging import NAMESPACE

from sphinxcontrib_tripreport.reading import myst
from tests.tools.insides import looks_at, says

_UNREADABLE = '```{note}\n:name: "a" and b\n\ntext\n```\n'


def _read(text: str, **settings: Any) -> nodes.document:
    quiet = {"report_level": 1, "halt_level": 5, "warning_stream": False, "_disable_config": True}
    return publish_doctree(text, parser=Parser(), settings_overrides={**quiet, **settings})


@looks_at("reading/myst.py")
def test_myst_says_that_it_read_no_options() -> None:
    """MyST-Parser warns of options that are no YAML, in these words, before the directive."""
    message, note, *_ = _read(_UNREADABLE).children
    assert isinstance(message, nodes.system_message)
    assert isinstance(note, nodes.note)
    found = myst._MYST_SAYS.search(message.astext())
    assert found is not None
    assert found[1] == "note"


@looks_at("reading/myst.py")
def test_myst_logs_by_one_logger() -> None:
    """All warnings of MyST-Parser, with type and subtype, come from the logger of one module."""
    assert f"{NAMESPACE}.{warnings_.__name__}" == myst._MYST_LOGGER
    assert says(warnings_.create_warning, "logger = getLogger(__name__)", "type=", "subtype=")


@looks_at("reading/myst.py")
def test_myst_warns_of_heading_levels() -> None:
    """The warning of a skipped level of headings has the type ``myst.header``."""
    assert warnings_.MystWarnings.MD_HEADING_NON_CONSECUTIVE.value == "header"
    assert "[myst.header]" in _read("## Second\n\ntext\n").astext()


@looks_at("reading/myst.py")
def test_myst_reads_its_settings_after_ours_changed_them() -> None:
    """MyST-Parser reads ``myst_enable_extensions`` when the config is complete."""
    assert says(setup_sphinx, "app.connect('builder-inited', create_myst_config)")


@looks_at("directives/sections.py", "directives/entry.py")
def test_headings_in_directives_are_rubrics_with_a_level() -> None:
    """Where no section can be, MyST-Parser makes of a heading a rubric that knows its level."""
    document = _read("```{note}\n### In it\n```\n", myst_heading_anchors=3)
    rubric = next(document.findall(nodes.rubric))
    assert rubric["level"] == 3
    assert rubric["slug"] == "in-it"
    assert document.ids[rubric["ids"][0]] is rubric


@looks_at("directives/entry.py", "directives/unread_options.py", "noting/places.py")
def test_directives_know_where_they_are() -> None:
    """Directives of MyST-Parser know the node around them, their lines, and all of their text.

    Options that are no YAML are no options.
    """
    seen: list[tuple[Any, ...]] = []

    class Look(Class):
        def run(self) -> list[nodes.Node]:
            machine = self.state_machine
            place = machine.get_source_and_line(self.lineno)
            seen.append((machine.node, place, self.block_text, self.options))
            return []

    directives.register_directive("look", Look)
    text = '```{look} a\n:x: "a" and b\n```'
    _read(f"# One\n\n{text}\n")
    del directives._directives["look"]  # type: ignore[attr-defined]
    ((node, place, block, options),) = seen
    assert isinstance(node, nodes.section | nodes.document)
    assert (place[1], block.rstrip(), options) == (3, text, {})


@looks_at("reading/old_links.py", "reading/__init__.py")
def test_links_of_markdown_are_resolved_after_ours() -> None:
    """Links are references of the type ``myst`` until a post-transform at 9 resolves them."""
    assert MystReferenceResolver.default_priority > 3
    assert says(MystReferenceResolver.run, "node['reftype'] != 'myst'", "['refdomain'] == 'doc'")


@looks_at("reading/myst.py")
def test_myst_keeps_the_anchors_of_headings() -> None:
    """From a name to line, anchor and title: in the document, and for others in its metadata."""
    document = _read("# Bees\n\ntext\n", myst_heading_anchors=1)
    assert document.myst_slugs == {"bees": (1, "bees", "Bees")}  # type: ignore[attr-defined]
    assert says(MystReferenceResolver.resolve_myst_ref_doc, '.get("myst_slugs", {})')
