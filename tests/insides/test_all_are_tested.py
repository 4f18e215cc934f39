"""Whatever reaches into Sphinx, docutils or MyST-Parser has a test that notices a change of it.

A module reaches into them where it imports what they do not promise to extensions, where it uses a
private name, and where it puts something of ours in the place of theirs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sphinxcontrib_tripreport
from tests.tools.repository import DOCS

PACKAGE = Path(sphinxcontrib_tripreport.__file__).parent
FOREIGN = ("docutils", "sphinx", "myst_parser", "sphinx_design", "sphinxcontrib")
PROMISED_MODULES = (
    "sphinx.addnodes", "sphinx.application", "sphinx.builders", "sphinx.config", "sphinx.domains",
    "sphinx.environment", "sphinx.errors", "sphinx.roles", "sphinx.transforms",
    "sphinx.util.typing",
)  # fmt: skip
PROMISED_NAMES = frozenset((
    "docutils.core.publish_doctree", "docutils.nodes", "docutils.parsers.rst.Directive",
    "docutils.parsers.rst.Parser", "docutils.parsers.rst.directives",
    "docutils.statemachine.StringList", "myst_parser.parsers.docutils_.Parser",
    "sphinx.addnodes", "sphinx.util.docutils.SphinxDirective",
    "sphinx.util.logging",
))  # fmt: skip
"""What is written for extensions: https://www.sphinx-doc.org/en/master/extdev/"""
REPLACES = re.compile(r"noqa: SLF001|ignore\[method-assign\]|ignore\[attr-defined\]")


def files_with_tests() -> dict[str, set[str]]:
    """By file of ours, the tests that name it."""
    found: dict[str, set[str]] = {}
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for function in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(function, ast.FunctionDef):
                for file in _named(function):
                    found.setdefault(file, set()).add(function.name)
    return found


def _named(function: ast.FunctionDef) -> Iterator[str]:
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "looks_at":
            yield from (ast.literal_eval(argument) for argument in decorator.args)


def reaches(path: Path) -> Iterator[str]:
    """What a module has of others that they do not promise."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                if node.module.split(".")[0] in FOREIGN and not _is_promised(name):
                    yield name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] in FOREIGN and not _is_promised(alias.name):
                    yield alias.name
    yield from (line.strip() for line in text.splitlines() if REPLACES.search(line))


def _is_promised(name: str) -> bool:
    is_private = any(part.startswith("_") for part in name.split("."))
    return not is_private and (name in PROMISED_NAMES or name.startswith(PROMISED_MODULES))


MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_what_reaches_into_others_is_tested(module: str) -> None:
    found = list(reaches(PACKAGE / module))
    if found and module not in files_with_tests():
        pytest.fail(f"No test of tests/insides looks at {module}, which has:\n" + "\n".join(found))


def test_tests_name_files_that_there_are() -> None:
    assert not [file for file in files_with_tests() if not (PACKAGE / file).is_file()]


def test_page_names_every_file_and_test() -> None:
    items = re.findall(r"^- `([^`]+)`:.*\n((?:  .*\n)*)", _page(), re.MULTILINE)
    test = re.compile(r"^  - `(test_\w+)`$", re.MULTILINE)
    written = {file: set(test.findall(below)) for file, below in items}
    assert written == files_with_tests()


def _page() -> str:
    return (DOCS / "develop" / "insides.md").read_text(encoding="utf-8")
