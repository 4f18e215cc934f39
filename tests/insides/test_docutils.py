"""What we reach into in docutils is as we expect it; a test that fails names our files."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives, roles
from docutils.parsers.rst.directives.misc import Class
from docutils.parsers.rst.states import Body, RSTState
from docutils.statemachine import StringList
from docutils.transforms.misc import Transitions
from docutils.transforms.references import ExternalTargets
from docutils.utils import column_width, new_document
from docutils.writers.latex2e import Babel
from sphinx.util.docutils import CustomReSTDispatcher

from tests.tools.insides import looks_at


@looks_at("domain/short_names.py", "reading/myst.py")
def test_directives_and_roles_are_kept_by_name() -> None:
    """Docutils keeps directives and roles of all projects in two mappings by name."""
    directives.register_directive("look", Class)
    role: Any = roles.generic_custom_role
    roles.register_local_role("look", role)
    assert directives._directives.pop("look") is Class  # type: ignore[attr-defined]
    assert roles._roles.pop("look") is role  # type: ignore[attr-defined]


@looks_at("noting/any_option.py")
def test_one_unknown_option_drops_a_directive() -> None:
    """Docutils drops a directive of which one option is not in its ``option_spec``.

    Ours has one that knows every name.
    """
    found = publish_doctree(
        ".. container:: a\n   :no-such: b\n\n   text\n", settings_overrides=_QUIET
    )
    assert next(found.findall(nodes.system_message), None) is not None
    assert "text" not in [each.astext() for each in found.findall(nodes.paragraph)]


@looks_at(
    "directives/fallback.py",
    "directives/listing.py",
    "directives/private.py",
    "directives/sections.py",
    "directives/unread_options.py",
)
def test_directives_of_restructuredtext_have_its_states() -> None:
    """In reStructuredText ``directive.state`` is an ``RSTState``; in MyST it is none."""
    from myst_parser.mocking import MockState

    assert issubclass(Body, RSTState)
    assert not issubclass(MockState, RSTState)


@looks_at("directives/listing.py")
def test_text_below_the_name_is_the_argument() -> None:
    """Without an empty line above it, docutils takes the content for an argument."""
    seen: list[list[str]] = []

    class Look(Class):
        optional_arguments = 1
        required_arguments = 0
        final_argument_whitespace = True

        def run(self) -> list[nodes.Node]:
            seen.append(self.arguments)
            return []

    directives.register_directive("look", Look)
    publish_doctree(".. look::\n   content\n   of it\n", settings_overrides=_QUIET)
    del directives._directives["look"]  # type: ignore[attr-defined]
    assert seen == [["content\nof it"]]


@looks_at("directives/listing.py", "directives/toctree.py")
def test_lines_of_content_know_where_they_are_from() -> None:
    """A ``StringList`` keeps for each line its source and its number."""
    lines = StringList(["one", "two"], items=[("a.rst", 3), ("a.rst", 4)])
    assert lines.items == [("a.rst", 3), ("a.rst", 4)]
    assert (StringList(["zero"], items=[("a.rst", 2)]) + lines).items[0] == ("a.rst", 2)


@looks_at("builders/languages.py")
def test_languages_have_names_in_latex() -> None:
    """The LaTeX writer of docutils knows Babel's names of languages by their codes."""
    named = Babel("en").language_name
    assert (named("de"), named("de-AT"), named("xx")) == ("ngerman", "naustrian", "")


@looks_at("views/listings/widths.py")
def test_wide_letters_take_two_columns() -> None:
    """Docutils counts how many columns a text takes in plain text."""
    assert column_width("数 a") == 4


@looks_at("matching/__init__.py", "reading/__init__.py")
def test_transforms_of_docutils_have_their_priorities() -> None:
    """Ours run before and after these."""
    assert ExternalTargets.default_priority == 640
    assert Transitions.default_priority == 830


_QUIET = {"warning_stream": False, "halt_level": 5, "_disable_config": True}


@looks_at("reading/private_sections.py")
def test_a_text_is_parsed_with_stand_ins_for_directives() -> None:
    """Sphinx's dispatcher decides which class a directive has; sections are as they would be."""

    class Nothing(Directive):
        has_content = True

        def run(self) -> list[nodes.Node]:
            assert isinstance(self.state_machine.node, nodes.section)
            return []

    class StandIns(CustomReSTDispatcher):
        def directive(self, directive_name: str, *args: Any) -> Any:
            return Nothing, []

    settings = get_default_settings(Parser)
    document = new_document("look", settings)
    with StandIns():
        Parser().parse("A\n=\n\n.. no-such::\n\n   B\n\nC\n-\n", document)
    sections = list(document.findall(nodes.section))
    assert [section[0].rawsource for section in sections] == ["A", "C"]  # type: ignore[attr-defined]
    assert not list(document.findall(nodes.system_message))
