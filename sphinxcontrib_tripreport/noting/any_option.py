"""Options of directives as their authors wrote them, known or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docutils.parsers.rst import directives


class AnyOption(dict[str, Callable[[str], Any]]):
    """Takes every option as it is: what is wrong with it is said by us, not by docutils.

    Docutils drops the whole directive for one unknown option, and with it what the author wrote.
    """

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return directives.unchanged

    def __contains__(self, name: object) -> bool:
        return True


def any_option(known: Iterable[str]) -> AnyOption:
    """The option specification of a directive."""
    return AnyOption(dict.fromkeys(known, directives.unchanged))
