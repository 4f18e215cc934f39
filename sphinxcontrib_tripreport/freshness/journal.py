"""What a build is about to write, kept beside the memory until the build has come to its end.

A build that is stopped leaves its journal behind: of all that it names, nobody knows what the
output directory holds. Two builds at once find each other's lines, or miss their own. One that was
about to write when the other began needs no more lines for it, and may be killed after the other
has ended; so each has a lock, by which one that begins sees those that are there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import token_hex

from sphinxcontrib_tripreport.freshness.presence import Presence


class Journal:
    """The journal of one build; begins when it is made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._presence = Presence(path.with_suffix(".lock"))
        self._found = _read(path)
        self._own = b""
        self._token = token_hex(8)
        self.follows_a_stop = bool(self._found)
        """Whether an earlier build has not come to its end."""
        self.left = frozenset(_names(self._found))
        """Names of documents and files that earlier builds may have written, and may not."""
        self.noted: set[str] = set()
        """Names of documents and files that this build may have written."""
        self._append([])

    def note(self, names: Iterable[str]) -> None:
        """Keep that documents, or files in the output directory, are going to be written."""
        new = sorted(set(names) - self.noted)
        if new:
            self.noted.update(new)
            self._append(new)

    @property
    def is_alone(self) -> bool:
        """Whether no other build was there, nor has begun or ended in the meantime."""
        return self._presence.is_alone and _read(self._path) == self._found + self._own

    def remove(self) -> None:
        """Remove the journal: what the output directory holds is known, or forgotten."""
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let builds that begin from now on know that this one has ended, however it did."""
        self._presence.end()

    def _append(self, names: list[str]) -> None:
        # The line break comes first, because the last line may be one that was cut short.
        line = b"\n" + json.dumps([self._token, *names]).encode()
        self._own += line
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(line)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _names(lines: bytes) -> Iterator[str]:
    """All names; nothing was written yet of those on a line that was cut short."""
    for line in lines.split(b"\n"):
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, list):
            yield from (name for name in found[1:] if isinstance(name, str))
