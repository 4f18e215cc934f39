"""What has nothing to do with Sphinx works without it, and so do its tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import sphinxcontrib_tripreport
from tests.tools.repository import ROOT

PACKAGE = Path(sphinxcontrib_tripreport.__file__).parent
WITHOUT = """
import sys

class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("sphinx", "docutils", "myst_parser", "sphinx_design"):
            raise ModuleNotFoundError(f"{name} is not installed here", name=name)

sys.meta_path.insert(0, Nowhere())
"""
"""As if neither docutils, nor what needs it, were installed."""


def run(code: str) -> None:
    """Run a program in an interpreter of its own, where there is no Sphinx."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT + code],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def pure_modules() -> list[str]:
    """Every module of the room that knows neither docutils nor Sphinx."""
    return [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for path in sorted((PACKAGE / "core").rglob("*.py"))
        if path.stem != "__init__"
    ]


def test_modules_load_neither_sphinx_nor_docutils() -> None:
    run(f"import importlib\nfor name in {pure_modules()!r}:\n    importlib.import_module(name)\n")


def test_tests_of_core_need_no_sphinx() -> None:
    options = ["--collect-only", "-qq", "-n0", "-p", "no:cacheprovider", "tests/core"]
    run(f"import pytest\nsys.exit(pytest.main({options!r}))\n")
