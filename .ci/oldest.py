"""Print the oldest version that pyproject.toml promises of each package, for pip to install."""

from __future__ import annotations

import tomllib
from pathlib import Path

for wanted in tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["dependencies"]:
    print(wanted.replace(">=", "==") + ".*")
