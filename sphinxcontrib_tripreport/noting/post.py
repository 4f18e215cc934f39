"""The post that is being read: what its metadata says beside the report, kept until it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.patterns.rules import Rules
    from sphinxcontrib_tripreport.core.posts.report import ReadReport
    from sphinxcontrib_tripreport.core.text.located import Located

_KEY = "tripreport_post"


class Post:
    """One post, from its source to its doctree."""

    is_report = False
    """Whether the metadata or ``conf.py`` makes it a report."""
    lines: Sequence[str] = ()
    """Of the source, as the parser gets it."""
    is_markdown = False
    cells: Sequence[list[str]] = ()
    """Of a notebook, the lines of each cell."""
    title_section: nodes.section | None = None
    """The section that is the whole page."""
    summary_end = 0
    """The line of the mark at which its summary ends; 0 if there is none."""

    def __init__(self, docname: str, fields: Mapping[str, Located], engine: str = "") -> None:
        """Take what is known of a document before it is parsed.

        :param fields: the metadata as its author wrote it, and what ``conf.py`` adds to it (on
            line 0)
        :param engine: that the form of the metadata tells
        """
        self.docname = docname
        self.fields = fields
        self.engine = engine

    @cached_property
    def rules(self) -> Rules:
        """The patterns that describe its talks, if it is a report: none unless they are set."""
        from sphinxcontrib_tripreport.core.patterns.rules import Rules

        return Rules()

    @cached_property
    def read(self) -> ReadReport:
        """The report and the talks of the metadata, read when they are first asked for."""
        from sphinxcontrib_tripreport.core.posts.metadata import Metadata
        from sphinxcontrib_tripreport.core.posts.report import read_report

        return read_report(Metadata(dict(self.fields)), self.docname)

    @property
    def title(self) -> str:
        """The title in the metadata."""
        return self.read.report.title if self.fields else ""

    @property
    def language(self) -> str:
        """The language in the metadata."""
        return self.read.report.language if self.fields else ""

    @cached_property
    def language_of_names(self) -> str:
        """The language in which names are listed: from the metadata, else guessed from the text."""
        from sphinxcontrib_tripreport.core.languages.guessing import guess_language

        lines = self.lines or [line for cell in self.cells for line in cell]
        return self.language or guess_language("\n".join(lines))

    def level_of(self, section: nodes.section) -> int:
        """The level of a section's heading, from 1."""
        return self.level_at(section.line) or depth_of_section(section)

    def line_of(self, section: nodes.section) -> int:
        """The line of a section's heading, from 1: docutils has that of the line below it."""
        line = section.line or 0
        if self.is_markdown or not len(section):
            return line
        words = getattr(section[0], "rawsource", "").strip()
        above = range(line, max(line - 3, 0), -1)
        same = (each for each in above if self.lines[each - 1 : each] and
                self.lines[each - 1].strip() == words)  # fmt: skip
        return next(same, line)

    def level_at(self, line: int | None) -> int:
        """The level of the heading on a line of the source, from 1, as its author counted it.

        0 if only the place in the document tells: in reStructuredText.
        """
        if not self.is_markdown or line is None:
            return 0
        from sphinxcontrib_tripreport.core.posts.headings import level_of_heading

        if self.cells:
            from sphinxcontrib_tripreport.core.posts.notebook import LINES_OF_CELL

            number, line_of_cell = divmod(line, LINES_OF_CELL)
            is_cell = 1 <= number <= len(self.cells)
            return level_of_heading(self.cells[number - 1], line_of_cell) if is_cell else 0
        return level_of_heading(self.lines, line)


def depth_of_section(section: nodes.Element) -> int:
    """How many sections there are down to one, itself among them."""
    depth, parent = 1, section.parent
    while isinstance(parent, nodes.section):
        depth, parent = depth + 1, parent.parent
    return depth


def note_post(env: BuildEnvironment, post: Post) -> None:
    """Keep the post while its document is read."""
    env.current_document[_KEY] = post


def current_post(env: BuildEnvironment) -> Post | None:
    """The post that is being read, if the document is one."""
    post: Post | None = env.current_document.get(_KEY)
    return post
