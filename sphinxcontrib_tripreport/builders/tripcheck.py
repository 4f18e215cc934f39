"""The builder ``tripcheck``: it looks for what is wrong or missing, as ``linkcheck`` does."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from sphinx.builders import Builder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class TripcheckBuilder(Builder):
    """Says what is wrong with the data of a project, and writes no pages.

    What looks for it is loaded when it is needed: every build loads this class.
    """

    name = "tripcheck"
    epilog = "Look for all that was found in %(outdir)s/output.txt"
    allow_parallel = True

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Take the build, whose status is bad if there is an error."""
        super().__init__(app, env)
        self._build = app
        self._read: set[str] = set()
        self._is_consistency_checked = False

    def init(self) -> None:
        """Note what the build says itself, because nothing is said twice."""
        # When all others have said what is to be read.
        self.events.connect("env-before-read-docs", self._note_read, 950)
        self.events.connect("env-check-consistency", self._note_consistency_check, 500)

    def _note_read(self, _app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        self._read.update(docnames)

    def _note_consistency_check(self, _app: Sphinx, _env: BuildEnvironment) -> None:
        self._is_consistency_checked = True

    def get_outdated_docs(self) -> str:
        """Look at all that documents say, be they new or not."""
        return "all that the project says"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """No document has an address."""
        return ""

    def write_documents(self, docnames: Set[str]) -> None:
        """Write no pages."""

    def finish(self) -> None:
        """Look for what is wrong, write it, and say it."""
        from sphinxcontrib_tripreport.builders.checking import Checking

        checking = Checking(self._build, self._read, is_checked=self._is_consistency_checked)
        if checking.check():
            self._build.statuscode = 1
