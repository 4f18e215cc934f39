"""What has nothing to do with Sphinx works without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sphinxcontrib_tripreport

PACKAGE = Path(sphinxcontrib_tripreport.__file__).parent
MODULES = (
    "model", "options", "notes", "catalogue", "people", "merging", "events", "event_text",
    "series", "problems", "yaml_text", "exports.talks_json",
)  # fmt: skip


def pure_modules() -> list[str]:
    """The modules that import neither Sphinx nor docutils."""
    folders = [
        f"{folder}.{path.stem}"
        for folder in ("text", "posts", "posts.leftovers")
        for path in sorted((PACKAGE / folder.replace(".", "/")).glob("*.py"))
        if path.stem != "__init__"
    ]
    return [f"sphinxcontrib_tripreport.{name}" for name in (*MODULES, *folders)]


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
