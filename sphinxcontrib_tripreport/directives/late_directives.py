"""Directives whose modules are loaded when the first document has one: most builds need few."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive


class LateDirective:
    """Takes the place of a directive's class with docutils, Sphinx and MyST-Parser.

    They ask the class for its options, call it, and make classes from it, as Sphinx does for the
    directives of domains. With each of these the class itself is loaded.
    """

    def __init__(self, module: str, name: str) -> None:
        """Take the place of the class *name* of *module*, a module beside this one."""
        self._place = module, name
        self._loaded: type[Directive] | None = None

    def load(self) -> type[Directive]:
        """The class itself."""
        if self._loaded is None:
            module, name = self._place
            self._loaded = getattr(import_module(module, __package__), name)
        return cast("type[Directive]", self._loaded)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.load(), name)

    def __call__(self, *arguments: Any, **options: Any) -> Directive:
        return self.load()(*arguments, **options)

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type[Directive]]:
        return (self.load(),)
