"""The style of bylines, listings and indices in PDF: a LaTeX package that goes with the output."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from docutils import nodes
from sphinx.builders.latex import LaTeXBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.takeaways import MARK

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_ADDRESS = regex(r"(https?://[^\s<>]{20,})")
_SIGNS = regex(r"(?<=[/?&=._#-])(?=[^/])")
_OUR_TABLES = frozenset({"trip-table", "trip-schedule"})
PACKAGE = "tripreport"
_TEMPLATES = Path(__file__).parents[1] / "templates"
STYLE = _TEMPLATES / f"{PACKAGE}.sty"
FONTS = _TEMPLATES / f"{PACKAGE}-fonts.sty"
"""Loaded only by those who ask for it."""


def add_latex_package(app: Sphinx) -> None:
    """Have the package loaded, after those that it changes; when the extension is set up."""
    app.add_latex_package(PACKAGE, after_hyperref=True)


def add_latex_style(app: Sphinx) -> None:
    """Bring the package into the output and tell it our indices; for ``builder-inited``."""
    if not isinstance(app.builder, LaTeXBuilder):
        return
    files = [str(path) for path in app.config.latex_additional_files]
    # A new list: the old one may be the user's own. First, so that theirs can replace our file.
    app.config.latex_additional_files = [str(STYLE), str(FONTS), *files]
    # LaTeX has nothing but their names to tell one index from another.
    domain = app.env.domains["trip"]
    # People have several pages, topics what is about them; titles are there once as a rule.
    options = {"speakers": "[pages]", "topics": "[once]"}
    names = "".join(
        f"\\tripindex{options.get(index.name, '')}{{{index.localname}}}\n"
        for index in domain.indices
    )
    # Before the user's own lines, which may change everything.
    context = app.builder.context
    context["preamble"] = f"{names}{context.get('preamble', '')}"


class AnchorNames(SphinxPostTransform):
    """Put the anchors of talks that are no sections into the names that are their headings.

    Before a heading LaTeX may begin a new page: what leads to the anchor would be one page short.
    """

    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Move each anchor that a name has before it."""
        for name in self.document.findall(nodes.rubric):
            before = name.previous_sibling()
            if (
                "trip-name" in name["classes"]
                and isinstance(before, nodes.target)
                and before.get("refid") in name["ids"]
            ):
                name.parent.remove(before)
                name[0:0] = [nodes.raw("", r"\phantomsection", format="latex"), before]


class AnchorTakeaways(SphinxPostTransform):
    """Put the anchors of takeaways and actions into their texts.

    Neither admonitions nor items of lists have anchors in LaTeX: links would lead nowhere.
    """

    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Move the anchors of each; those that are printed before it stay there."""
        for node in list(self.document.findall(nodes.Element)):
            if MARK not in node:
                continue
            printed = {target.get("refid") for target in _targets_before(node)}
            anchors = [anchor for anchor in node["ids"] if anchor not in printed]
            if not anchors:
                continue
            target = nodes.target("", "", ids=anchors)
            node["ids"] = [anchor for anchor in node["ids"] if anchor in printed]
            paragraph = next(node.findall(nodes.paragraph), None)
            if paragraph is not None:
                paragraph.insert(0, target)
            else:
                node.insert(1 if isinstance(node[0], nodes.title) else 0, target)


class KeepHeadingsWithTables(SphinxPostTransform):
    """Have LaTeX begin a new page before a heading rather than between it and our table.

    A table over several pages may begin on a new one wherever it is.
    """

    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Ask for room before each heading that only a table follows."""
        for table in list(self.document.findall(nodes.table)):
            if not _OUR_TABLES.isdisjoint(table["classes"]):
                heading = _heading_over(table)
                if heading is not None:
                    room = nodes.raw("", r"\triptableroom", format="latex")
                    first = next(reversed([heading, *_targets_before(heading)]))
                    first.parent.insert(first.parent.index(first), room)


def _heading_over(node: nodes.Element) -> nodes.Element | None:
    """The section or the rubric whose heading is right before a node; the outermost one."""
    found: nodes.Element | None = None
    while isinstance(node.parent, nodes.container | nodes.section):
        before = node.previous_sibling()
        if isinstance(before, nodes.rubric) or _is_caption(before):
            return before
        if isinstance(node.parent, nodes.section):
            if not isinstance(before, nodes.title):
                break
            found = node.parent
        elif before is not None:
            break
        node = node.parent
    return found


def _is_caption(node: nodes.Node | None) -> TypeGuard[nodes.paragraph]:
    """Whether a node is the line above a chart."""
    return isinstance(node, nodes.paragraph) and "trip-caption" in node["classes"]


def _targets_before(node: nodes.Element) -> Iterator[nodes.target]:
    """The anchors right before a node, the nearest one first."""
    before = node.previous_sibling()
    while isinstance(before, nodes.target):
        yield before
        before = before.previous_sibling()


class BreakAddresses(SphinxPostTransform):
    """Lets lines break in addresses of the web that are only words: LaTeX breaks none."""

    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Put a place to break after each sign of an address, in text that is no code."""
        for text in list(self.document.findall(nodes.Text)):
            if "://" not in text or isinstance(text.parent, nodes.literal | nodes.raw):
                continue
            if not isinstance(text.parent, nodes.paragraph | nodes.inline | nodes.emphasis):
                continue
            parts = _ADDRESS.split(text)
            if len(parts) == 1:
                continue
            new: list[nodes.Node] = []
            for number, part in enumerate(parts):
                for piece in _SIGNS.split(part) if number % 2 else (part,):
                    new += [nodes.Text(piece)] * bool(piece)
                    if number % 2:
                        new.append(nodes.raw("", r"\allowbreak{}", format="latex"))
            text.parent.replace(text, new)
