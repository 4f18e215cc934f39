"""The example project, which is the documentation: built as its authors build it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.tools.repository import DOCS


class Example:
    """The example project in any builder; all but gettext share what was read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def build(self, builder: str) -> Path:
        """Where the builder wrote, after the first call; it must have nothing to say."""
        out = self.folder / builder
        if out.exists():
            return out
        doctrees = self.folder / ("gettext-doctrees" if builder == "gettext" else "doctrees")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going"),
                *("-D", "linkcheck_ignore=.*", "-b", builder, "-d", str(doctrees)),
                *(str(DOCS), str(out)),
            ],
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=240,
            # Reports are in several scripts, whatever the place where the tests run.
            env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, ""), done.stderr[-4000:]
        return out

    def known(self) -> dict[str, Any]:
        """Everything that the project knows, as its HTML says."""
        text = (self.build("html") / "talks.json").read_text(encoding="utf-8")
        found: dict[str, Any] = json.loads(text)
        return found
