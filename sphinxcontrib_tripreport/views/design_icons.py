"""Has sphinx-design read the file of its icons when a document has one, not at each start.

It reads it for the names of the icons that its dropdowns can have: 1.4 MB, of which most projects
show nothing. That is a fifth of what a start with this extension takes, and 2.5 MB of memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, overload


@contextmanager
def icons_read_late() -> Iterator[None]:
    """While sphinx-design is loaded, have the names of its icons looked up when they are asked."""
    from sphinx_design import icons

    list_names = icons.list_octicons
    vars(icons)["list_octicons"] = lambda: _Names(list_names)
    try:
        yield
    finally:
        vars(icons)["list_octicons"] = list_names


class _Names(Sequence[str]):
    """The names, as a list that is made when anything is asked of it."""

    def __init__(self, list_names: Callable[[], list[str]]) -> None:
        self._list_names = list_names

    @cached_property
    def _names(self) -> list[str]:
        return self._list_names()

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: Any) -> Any:
        return self._names[place]

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names
