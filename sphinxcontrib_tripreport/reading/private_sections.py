"""Sections whose talk is private, taken out of a source before anything reads it.

A directive with a title holds its talk, and is passed over. One without a title makes a talk of the
section around it; when it runs, labels, terms and objects of that section may be known already. So
the lines of such a section are emptied first. Which lines these are the parsers themselves say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from docutils import nodes
from docutils.parsers.rst import Directive, Parser
from docutils.utils import new_document
from sphinx.util.docutils import CustomReSTDispatcher

from sphinxcontrib_tripreport.core.options.audience import options_say_private
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.post import depth_of_section
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import OptionSpec

_TALK: Final = regex(r"(?:trip:)?(?:talk|keynote)$")
_FENCE: Final = regex(r"\{\s*(?:trip:)?(?:talk|keynote)\s*\}\s*$")
_LABEL: Final = regex(r"\.\. _[^:]*:\s*$|\([^()]+\)=\s*$")


class _Heading(NamedTuple):
    """A heading of the document itself."""

    first: int
    """The index of its first line."""
    level: int
    is_private: bool


def forget_sources(app: Sphinx, doctree: nodes.document) -> None:
    """Have a doctree not keep the source of what is left out; for ``doctree-read``.

    Lists, boxes and tables keep that of all that is in them. Only that of texts is ever read again.
    """
    store = store_of(app.env)
    if store.has_private or app.env.docname not in store.data["private_parts"]:
        return
    for node in doctree.findall(nodes.Element):
        if not isinstance(node, nodes.TextElement):
            node.rawsource = ""


def without_private_sections(env: BuildEnvironment, text: str, markup: str) -> str:
    """*text* with the lines of private sections empty, their labels included.

    :param markup: ``markdown`` or ``restructuredtext``
    """
    lines = text.split("\n")
    if markup == "markdown":
        headings = _headings_of_markdown(text)
    else:
        headings = _headings_of_rst(env, text, lines)
    for number, heading in enumerate(headings):
        if not heading.is_private:
            continue
        below = headings[number + 1 :]
        after = next((each.first for each in below if each.level <= heading.level), len(lines))
        first = _before_labels(lines, heading.first)
        last = _before_labels(lines, after) if after < len(lines) else after
        lines[first:last] = [""] * (last - first)
    return "\n".join(lines)


def _before_labels(lines: Sequence[str], index: int) -> int:
    """The index of the first label directly above a line, else of the line itself."""
    first = index
    for above in range(index - 1, -1, -1):
        if _LABEL.match(lines[above]):
            first = above
        elif lines[above].strip():
            break
    return first


def _headings_of_markdown(text: str) -> list[_Heading]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.colon_fence import colon_fence_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin
    from mdit_py_plugins.myst_blocks import myst_block_plugin

    parser = MarkdownIt("commonmark").enable("table")
    for plugin in (front_matter_plugin, myst_block_plugin, colon_fence_plugin):
        parser.use(plugin)
    headings: list[_Heading] = []
    for token in parser.parse(text):
        if token.level or token.map is None:
            continue
        if token.type == "heading_open":
            headings.append(_Heading(token.map[0], int(token.tag[1:]), is_private=False))
        elif headings and token.type in ("fence", "colon_fence"):
            lines = token.content.split("\n")
            if _FENCE.match(token.info.strip()) and options_say_private(lines):
                headings[-1] = headings[-1]._replace(is_private=True)
    return headings


def _headings_of_rst(env: BuildEnvironment, text: str, lines: Sequence[str]) -> list[_Heading]:
    document = new_document("private", _settings_of(env))
    with _OnlySections() as found:
        try:
            Parser().parse(text, document)
        except Exception:
            return []
    headings: list[_Heading] = []
    first = 0
    for section in document.findall(nodes.section):
        first = _line_of_title(lines, section, first)
        headings.append(_Heading(first, depth_of_section(section), section in found.private))
    return headings


def _settings_of(env: BuildEnvironment) -> Any:
    from docutils.frontend import get_default_settings

    settings = get_default_settings(Parser)
    vars(settings).update(env.settings, report_level=5, halt_level=5)
    return settings


def _line_of_title(lines: Sequence[str], section: nodes.section, after: int) -> int:
    """The index of the first line of a section's title, which is on or after another's."""
    title = getattr(section[0], "rawsource", "").strip() if len(section) else ""
    for index in range(after, len(lines) - 1):
        below = lines[index + 1].strip()
        if lines[index].strip() == title and below and below == below[0] * len(below):
            over = lines[index - 1].strip() if index else ""
            return index - 1 if over and over == below else index
    return after


class _OnlySections(CustomReSTDispatcher):
    """While it is entered, directives and roles of reStructuredText do nothing but be found."""

    def __enter__(self) -> _OnlySections:  # type: ignore[override]
        self.private: list[nodes.Element] = []
        super().__enter__()
        return self

    def directive(self, directive_name: str, *args: Any) -> Any:
        """The directive in place of every other one."""
        found = self

        class Passed(Directive):
            has_content = True
            optional_arguments = 1
            final_argument_whitespace = True
            option_spec: ClassVar[OptionSpec] = any_option(("audience",))

            def run(self) -> list[nodes.Node]:
                section = self.state_machine.node
                if (
                    _TALK.match(directive_name)
                    and not self.arguments
                    and isinstance(section, nodes.section)
                    and options_say_private(
                        f":{name}: {value}" for name, value in self.options.items()
                    )
                ):
                    found.private.append(section)
                return []

        return Passed, []

    def role(self, *args: Any) -> Any:
        """The role in place of every other one."""
        return (lambda *args, **kwargs: ([], [])), []
