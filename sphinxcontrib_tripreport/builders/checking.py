"""What the builder ``tripcheck`` does: all checks, and what is said and written of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.builders.exports import write_if_changed
from sphinxcontrib_tripreport.builders.passages import lines_around, passages_of
from sphinxcontrib_tripreport.core.checks.all_checks import run_checks
from sphinxcontrib_tripreport.core.checks.dead_links import read_broken_links
from sphinxcontrib_tripreport.core.checks.ignored import read_ignored
from sphinxcontrib_tripreport.core.checks.project import BrokenLink, Project
from sphinxcontrib_tripreport.core.checks.rendering import (
    PlacedFinding,
    in_order,
    render_data,
    render_json,
    render_text,
)
from sphinxcontrib_tripreport.core.checks.severities import Severity, choose_severities
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.phrases import counted
from sphinxcontrib_tripreport.messages import logger, warn
from sphinxcontrib_tripreport.noting.conf_places import warn_of_setting
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.settings import as_list
from sphinxcontrib_tripreport.views.answers import catalogue_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.checks.finding import Finding

_COLOURS: Final = {Severity.INFO: "turquoise", Severity.WARN: "purple", Severity.ERROR: "red"}
_WORDS: Final = {Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "hint"}
_SUGGESTIONS: Final = "suggestions.yaml"


class Checking:
    """All checks of one build."""

    def __init__(self, app: Sphinx, read: Set[str], *, is_checked: bool) -> None:
        """Take the build, whose documents are read.

        :param read: the documents that this build has read
        :param is_checked: whether it has said what is wrong with all records
        """
        self._app = app
        self._read = read
        self._is_checked = is_checked
        self._today = today()

    def check(self) -> bool:
        """Look for what is wrong, write it, and say it.

        :return: whether there is an error
        """
        config, env = self._app.config, self._app.env
        chosen = choose_severities(config.tripreport_check)
        ignored = read_ignored(as_list(config.tripreport_check_ignore))
        for name, problems in (("check", chosen.problems), ("check_ignore", ignored.problems)):
            for text in problems:
                warn_of_setting(self._app, f"tripreport_{name}", text)
        findings = run_checks(self._project(), chosen.severities, ignored)
        found = in_order(
            _with_place(env, finding, chosen.severities[finding.check]) for finding in findings
        )
        self._write(found)
        for each in found:
            self._say(each)
        _say_all_in_all(found)
        return any(each.severity is Severity.ERROR for each in found)

    def _project(self) -> Project:
        store = store_of(self._app.env)
        speakers, _events = store.data_files
        patterns = store.data["tried_patterns"]
        return Project(
            catalogue_of(self._app.env),
            self._today,
            (*store.all("speakers"), *speakers),
            store.data_places,
            tuple(tried for name in sorted(patterns) for tried in patterns[name]),
            self._conf(),
            self._broken_links(),
            passages=partial(passages_of, self._app.env),
            lines_around=partial(lines_around, self._app.env),
        )

    def _conf(self) -> str:
        """The text of ``conf.py``; empty if there is none."""
        path = Path(self._app.confdir or self._app.srcdir) / "conf.py"
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""

    def _broken_links(self) -> Mapping[str, BrokenLink]:
        """What linkcheck found, in the file that ``conf.py`` names or beside this output."""
        name = self._app.config.tripreport_check_links
        path = (
            Path(self._app.srcdir) / name if name else Path(self._app.outdir).parent / "linkcheck"
        )
        path = path / "output.json" if path.is_dir() else path
        try:
            return read_broken_links(path.read_text(encoding="utf-8", errors="replace"))
        except (OSError, ValueError) as error:
            if name:
                reason = getattr(error, "strerror", None) or error
                text = f"“tripreport_check_links” is “{name}”, which cannot be read: {reason}."
                text = f"{text} Expected the “output.json” of linkcheck."
                warn_of_setting(self._app, "tripreport_check_links", text)
        return {}

    def _write(self, found: Sequence[PlacedFinding]) -> None:
        outdir = Path(self._app.outdir)
        write_if_changed(outdir / "output.txt", render_text(found))
        write_if_changed(outdir / "output.json", render_json(found))
        if data := render_data(found):
            write_if_changed(outdir / _SUGGESTIONS, data)
        else:
            (outdir / _SUGGESTIONS).unlink(missing_ok=True)

    def _say(self, each: PlacedFinding) -> None:
        if each.severity is not Severity.INFO and not self._is_said(each.finding):
            give = warn if each.severity is Severity.WARN else _give_error
            text = f"[{each.finding.check}] {each.finding.message}"
            give(Subtype.CHECK, text, _location(self._app.env, each))
        else:
            if each.place:
                logger.info("(%s) ", each.place, nonl=True)
            logger.info("%-10s ", each.finding.check, color=_COLOURS[each.severity], nonl=True)
            logger.info("%s", each.finding.message)
        if self._app.config.tripreport_check_suggest:
            # Not in the message: Sphinx writes the type of a warning after its last line.
            for line in each.suggestion:
                logger.info("    %s", line)

    def _is_said(self, finding: Finding) -> bool:
        """Whether this build has given the same warning before."""
        if not finding.is_warned_of:
            return False
        if finding.check == "patterns":
            return finding.docname in self._read
        # Of topics that nobody declares, every build warns.
        return self._is_checked or finding.check == "undeclared"


def _say_all_in_all(found: Sequence[PlacedFinding]) -> None:
    counts = Counter(each.severity for each in found)
    numbers = [counted(counts[each], word) for each, word in _WORDS.items() if counts[each]]
    logger.info("tripcheck: %s", ", ".join(numbers) or "nothing was found")


def today() -> date:
    """The day that it is, or that ``SOURCE_DATE_EPOCH`` says it is, in UTC."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError):
        return datetime.now(UTC).date()


def _with_place(env: BuildEnvironment, finding: Finding, severity: Severity) -> PlacedFinding:
    """A finding with its file and line."""
    if finding.included_at:
        file, _, line = finding.included_at.rpartition(":")
        return PlacedFinding(file, int(line), finding, severity)
    if not finding.docname:
        return PlacedFinding("", 0, finding, severity)
    path = Path(env.doc2path(finding.docname, base=False)).as_posix()
    return PlacedFinding(path, finding.line, finding, severity)


def _location(env: BuildEnvironment, each: PlacedFinding) -> str | tuple[str, int] | None:
    """The place that the warning of a finding has."""
    finding = each.finding
    if finding.docname and not finding.included_at:
        return finding.docname, finding.line
    return str(Path(env.srcdir) / each.place) if each.place else None


def _give_error(subtype: Subtype, text: str, location: object) -> None:
    logger.error(
        "%s",
        text,
        type="tripreport",
        subtype=subtype.value,
        location=location,
    )
