"""Every import of the package, held against the table of its rooms: a folder says what it knows.

The table is explained in the documentation, on the page about the architecture.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import sphinxcontrib_tripreport

NAME = "sphinxcontrib_tripreport"
PACKAGE = Path(sphinxcontrib_tripreport.__file__).parent

CORE_ORDER = (
    ("text",),
    ("languages", "maps"),
    ("model",),
    ("patterns",),
    ("options",),
    ("posts", "programmes"),
    ("sites",),
    ("catalogue",),
    ("queries", "exports"),
    ("checks",),
)
"""The rooms of the core, from the ground up: each may import those before it."""
CORE = frozenset(f"core.{room}" for rooms in CORE_ORDER for room in rooms)
GROUND = CORE | {"messages", "settings", "nodes", "outputs", "garbage", "transforms"}
NOTED = GROUND | {"noting"}
SHOWN = NOTED | {"views"}
EVERYTHING = SHOWN | {
    "directives", "matching", "pages", "reading", "freshness", "builders", "domain",
}  # fmt: skip

MAY_IMPORT: dict[str, frozenset[str]] = {
    "nodes": frozenset(),
    "outputs": frozenset(),
    "garbage": frozenset(),
    "transforms": frozenset(),
    "messages": CORE,
    "settings": CORE,
    "noting": GROUND,
    "directives": NOTED,
    "matching": NOTED,
    "views": NOTED,
    "pages": SHOWN,
    "freshness": SHOWN,
    "reading": SHOWN | {"matching", "freshness"},
    "commands": CORE | {"noting", "matching"},
    "__main__": frozenset({"commands"}),
    "builders": SHOWN | {"freshness"},
    "domain": EVERYTHING - {"reading", "pages"},
    "neighbours": SHOWN,
}
"""By room, the other rooms that its modules may import, also only for types."""


OUTSIDE: dict[str, frozenset[str]] = {
    "core": frozenset({"babel", "yaml", "markdown_it", "icalendar"}),
    "commands": frozenset({"docutils", "myst_parser"}),
    "__main__": frozenset(),
}
"""By room, what its modules may import beside the standard library; all others know Sphinx."""


class Import(NamedTuple):
    """One import of a module of the package by another."""

    importer: str
    imported: str
    line: int


def room_of(module: str) -> str:
    """The room of a module, whose name begins below the package."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "core" and len(parts) > 1 else parts[0]


def module_names() -> dict[str, Path]:
    """Every module of the package by its name below it; packages have the name of their folder."""
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


MODULES = module_names()


def imports_of(module: str) -> Iterator[Import]:
    """What a module imports of the package, wherever in it: at its top, in functions, for types."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [
                name if name[len(NAME) + 1 :] in MODULES else str(node.module) for name in found
            ]
        elif isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        else:
            continue
        for name in found:
            if name == NAME or name.startswith(f"{NAME}."):
                yield Import(module, name[len(NAME) + 1 :], node.lineno)


def is_allowed(each: Import) -> bool:
    """Whether the table lets a module import another one."""
    room, other = room_of(each.importer), room_of(each.imported)
    if each.importer == "" or room == other or each.imported == "":
        return True
    if room in CORE:
        height = [i for i, rooms in enumerate(CORE_ORDER) if room.removeprefix("core.") in rooms]
        below = {f"core.{name}" for rooms in CORE_ORDER[: height[0]] for name in rooms}
        return other in below
    return other in MAY_IMPORT.get(room, frozenset())


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_import_only_what_their_room_may(module: str) -> None:
    wrong = [each for each in imports_of(module) if not is_allowed(each)]
    assert not wrong, "\n".join(
        f"{each.importer}:{each.line} imports {each.imported}" for each in wrong
    )


def test_modules_without_sphinx_import_nothing_that_needs_it() -> None:
    """Also not in functions, which only run when they are called."""
    wrong = [
        f"{module}:{node.lineno} imports {name}"
        for module, path in MODULES.items()
        if (allowed := OUTSIDE.get(module.partition(".")[0])) is not None
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in packages_of(node)
        if name not in sys.stdlib_module_names | allowed | {NAME}
    ]
    assert not wrong, "\n".join(wrong)


def packages_of(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """The top packages that a statement imports something of."""
    modules = (
        [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
    )
    yield from (module.partition(".")[0] for module in modules)


def test_no_modules_import_each_other_in_a_circle() -> None:
    imported = {
        module: {each.imported for each in imports_of(module) if each.imported in MODULES}
        for module in MODULES
        if module
    }
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        if module in path:
            pytest.fail(" imports ".join((*path[path.index(module) :], module)))
        if module not in done:
            for other in sorted(imported.get(module, ())):
                visit(other, (*path, module))
            done.add(module)

    for module in sorted(imported):
        visit(module, ())


def test_few_modules_lie_outside_of_rooms() -> None:
    loose = [path.name for path in PACKAGE.glob("*.py")]
    assert len(loose) <= 8, loose


MOST_LINES = 300
TABLES_OF_OPTIONS = {"settings"}
"""Modules that are one long table."""
MOST_LINES_OF_FUNCTION = 40


def test_no_module_is_long() -> None:
    long = [
        f"{module}: {count} lines"
        for module, path in MODULES.items()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
        and module not in TABLES_OF_OPTIONS
    ]
    assert not long, "\n".join(long)


def test_no_function_is_long_unless_it_is_a_table() -> None:
    long = [
        f"{module}:{node.lineno} {node.name}"
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and lines_of(node) > MOST_LINES_OF_FUNCTION
        and max(map(lines_of, node.body)) * 2 < lines_of(node)
    ]
    assert not long, "\n".join(long)


def lines_of(node: ast.stmt) -> int:
    """How many lines a statement or a definition takes."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
