"""The pages for whoever changes the code say what the code is."""

from __future__ import annotations

import re
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

import sphinxcontrib_tripreport
from tests.test_rooms import CORE, CORE_ORDER, GROUND, MAY_IMPORT, MODULES
from tests.tools.repository import DOCS, ROOT

PACKAGE = Path(sphinxcontrib_tripreport.__file__).parent
PAGES = sorted((DOCS / "develop").glob("*.md"))
GUIDE = ROOT / "CONTRIBUTING.md"
ARCHITECTURE = (DOCS / "develop" / "architecture.md").read_text(encoding="utf-8")


def named(text: str) -> list[str]:
    """The words in backticks."""
    return re.findall(r"(?<![`}])`([^`\n]+)`(?!`)", text)


def rooms_in(cell: str) -> set[str]:
    """The rooms that a cell of the table of rooms names."""
    rooms = set(named(cell))
    if "the ground" in cell:
        rooms |= GROUND
    return (rooms - {"core"}) | (CORE if "core" in rooms else set())


def test_rooms_may_import_what_the_page_says() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .* \| (.*) \|$", ARCHITECTURE, re.MULTILINE)
    table = dict(rows)
    assert table.pop("core") == "nothing but other rooms of `core`"
    assert {room: rooms_in(cell) for room, cell in table.items()} == {
        room: others - {room} for room, others in MAY_IMPORT.items()
    }


def test_ground_is_what_the_page_says() -> None:
    sentence = re.search(r"^\*The ground\* is (.*)\.$", ARCHITECTURE, re.MULTILINE)
    assert sentence is not None
    assert rooms_in(sentence[1]) == GROUND


def test_rooms_of_core_are_in_the_order_of_the_page() -> None:
    order = re.search(r"its rooms are ([^;]*);", ARCHITECTURE)
    assert order is not None
    assert [set(named(rooms)) for rooms in order[1].split("<")] == list(map(set, CORE_ORDER))


@pytest.mark.parametrize("page", [*PAGES, GUIDE], ids=lambda page: page.stem)
def test_what_pages_name_is_there(page: Path) -> None:
    missing = [name for name in named(page.read_text(encoding="utf-8")) if not _is_there(name)]
    assert not missing


def test_tables_that_pages_name_are_there() -> None:
    """Recipes say into which table something goes, such as ``_FROM_FIRST``."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in (PACKAGE, ROOT / "tests", ROOT / ".ci")
        for path in folder.rglob("*.py")
        if path != Path(__file__)
    )
    known = set(re.findall(r"^\s*(\w+)(?:: [^=\n]+)? =", code, re.MULTILINE))
    names = {name for page in PAGES for name in named(page.read_text(encoding="utf-8"))}
    assert not {name for name in names if re.fullmatch(r"_?[A-Z][A-Z_]+", name)} - known


def _is_there(name: str) -> bool:
    """Whether a function, module or file exists, if *name* looks like one."""
    if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*/?", name) and ("/" in name or _is_file_name(name)):
        return any((folder / name).exists() for folder in (ROOT, PACKAGE)) or "<" in name
    if re.fullmatch(r"[a-z_]+(?:\.\w+)+", name) and name.partition(".")[0] in MODULES:
        return _resolves(name)
    return True


def _is_file_name(name: str) -> bool:
    return Path(name).suffix in {".py", ".md", ".css", ".js", ".toml"} and name[0] != "."


def _resolves(name: str) -> bool:
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        if ".".join(parts[:end]) in MODULES:
            module = import_module(f"sphinxcontrib_tripreport.{'.'.join(parts[:end])}")
            try:
                reduce(getattr, parts[end:], module)
            except AttributeError:
                return False
            return True
    return False
