"""What has nothing to do with Sphinx works without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sphinxcontrib_tripreport

PACKAGE = Path(sphinxcontrib_tripreport.__file__).parent


def pure_modules() -> list[str]:
    """Every module of the room that knows neither docutils nor Sphinx."""
    return [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for path in sorted((PACKAGE / "core").rglob("*.py"))
        if path.stem != "__init__"
    ]


@pytest.mark.parametrize("forbidden", [("sphinx", "docutils", "myst_parser")])
def test_pure_modules_load_neither_sphinx_nor_docutils(forbidden: tuple[str, ...]) -> None:
    code = (
        "import importlib, sys\n"
        f"for name in {pure_modules()!r}:\n"
        "    importlib.import_module(name)\n"
        f"    found = set({forbidden!r}) & set(sys.modules)\n"
        "    assert not found, (name, found)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=PACKAGE.parent,
    )
    assert done.returncode == 0, done.stderr
