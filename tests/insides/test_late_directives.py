"""What takes the place of a directive's class is taken for it by all who ask for the class."""

from __future__ import annotations

from docutils.core import publish_doctree
from docutils.parsers.rst import Parser as RstParser
from docutils.parsers.rst import directives
from docutils.parsers.rst.directives.admonitions import Note
from myst_parser.parsers.docutils_ import Parser
from sphinx.domains import Domain

from sphinxcontrib_tripreport.directives.late_directives import LateDirective
from tests.tools.insides import looks_at, says


@looks_at("directives/late_directives.py")
def test_a_late_directive_is_taken_for_its_class() -> None:
    """Docutils and MyST-Parser ask for attributes and call; Sphinx makes a class of the class."""
    late = LateDirective("docutils.parsers.rst.directives.admonitions", "Note")
    directives.register_directive("late-note", late)  # type: ignore[arg-type]
    try:
        quiet = {"_disable_config": True, "report_level": 5}
        for source, parser in (
            (".. late-note::\n   :class: own\n\n   Text.\n", RstParser()),
            ("```{late-note}\n:class: own\n\nText.\n```\n", Parser()),
        ):
            doctree = publish_doctree(source, parser=parser, settings_overrides=quiet)
            assert doctree.pformat().strip().splitlines()[1].strip() == '<note classes="own">'
    finally:
        del directives._directives["late-note"]  # type: ignore[attr-defined]

    assert late.load() is Note
    assert says(Domain.directive, "class DirectiveAdapter(BaseDirective)")
    made = type("Made", late.__mro_entries__(()), {})
    assert issubclass(made, Note)
