"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression as ``re.compile`` makes it, but not before anything asks it.

    For modules, which most builds load to use a few of theirs: compiling all that the package has
    takes longer than reading a short document.
    """
    return cast("re.Pattern[str]", _Regex(pattern, flags))


class _Regex:
    """Takes the place of a compiled pattern, whose methods it has once it is first asked."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile, because a method is asked for that was not taken over yet."""
        compiled = re.compile(*self._source)
        for method in ("match", "fullmatch", "search", "sub", "split", "finditer", "findall"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
