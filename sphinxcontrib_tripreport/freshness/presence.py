"""Whether another build is at work on the same output when one begins.

Each holds a shared lock on a file, which the system takes back from a process that ends, in
whatever way. Without such locks (on Windows), nobody else is ever seen.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import ModuleType

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:
    fcntl = None


class Presence:
    """The presence of one build; begins when it is made."""

    def __init__(self, path: Path) -> None:
        """:param path: of the file that all builds of one output lock"""
        self.is_alone = True
        """Whether no other build was there."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("ab")
        if fcntl is None:
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.is_alone = False
        except OSError:
            return  # a file system without locks
        with suppress(OSError):
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def end(self) -> None:
        """End it: other builds are alone from now on."""
        self._file.close()
