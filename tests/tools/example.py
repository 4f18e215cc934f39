"""The example project, which is the documentation: built as its authors build it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.tools.once import make_once
from tests.tools.repository import DOCS

THEME = "alabaster"
"""The theme of its HTML: one that comes with Sphinx."""


class Example:
    """The example project in any builder and language.

    Each output is made once, and each language is read once, for all workers of a run.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Shared by all workers."""

    def build(self, builder: str = "html", language: str = "en", **settings: str) -> Path:
        """Where the builder wrote; it must have nothing to say.

        :param settings: config values that matter to this builder only
        """
        out = self.folder / language / "-".join((builder, *settings.values()))
        settings["language"] = language
        return make_once(out, lambda: self._make(out, builder, settings))

    def copy_doctrees(self, folder: Path, language: str = "en") -> None:
        """Save a builder that writes HTML, or what does not depend on its builder, the reading."""
        self.build("html", language)
        shutil.copytree(self.folder / language / "html-doctrees", folder)

    def known(self, language: str = "en") -> dict[str, Any]:
        """Everything that the project knows, as its HTML says."""
        text = (self.build("html", language) / "talks.json").read_text(encoding="utf-8")
        found: dict[str, Any] = json.loads(text)
        return found

    def _make(self, out: Path, builder: str, settings: dict[str, str]) -> None:
        doctrees = out.with_name(f"{out.name}-doctrees")
        # Messages for translators are taken from documents as they are before translation.
        if builder not in ("html", "gettext"):
            self.copy_doctrees(doctrees, settings["language"])
        changes = {"html_theme": THEME, "linkcheck_ignore": ".*", **settings}
        done = subprocess.run(
            [
                *(sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going"),
                *(f"-D{name}={value}" for name, value in changes.items()),
                *("-b", builder, "-d", str(doctrees), str(DOCS), str(out)),
            ],
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=240,
            # Reports are in several scripts, whatever the place where the tests run.
            env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, ""), done.stderr[-4000:]
