"""Builds in a process of their own that halt before a write, and go on or are killed there."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

_WRITING = os.O_WRONLY | os.O_RDWR
_CHANGES = ("os.rename", "os.remove", "shutil.copyfile")


class Halted:
    """A build that waits until it may go on, or is killed; only what it writes counts as time."""

    def __init__(self, build: Callable[[], object], folder: Path, moment: int | str) -> None:
        """Begin, and wait until it halts or is done.

        :param folder: of the files that count
        :param moment: the number of writes after which it halts, or the name of the file before
            which it does
        """
        pipes = (*os.pipe(), *os.pipe())
        self._said, say, self._hear, self._tell = pipes
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of forks beside threads
            self._process = os.fork()
        if not self._process:
            os.close(self._said)
            _run(build, str(folder), moment, say, self._hear)
        os.close(say)
        self.is_halted = bool(os.read(self._said, 1))
        """Whether it had so many writes to do."""

    def go_on(self) -> None:
        """Let it go on, and wait until it is done; however it ends."""
        os.write(self._tell, b"!")
        self._wait()

    def step(self) -> None:
        """Let it do one write more, if it has any."""
        os.write(self._tell, b".")
        os.read(self._said, 1)

    def kill(self) -> None:
        """End it where it is."""
        os.kill(self._process, signal.SIGKILL)
        self._wait()

    def _wait(self) -> None:
        os.waitpid(self._process, 0)
        for end in (self._said, self._hear, self._tell):
            os.close(end)


def _run(
    build: Callable[[], object], folder: str, moment: int | str, say: int, hear: int
) -> NoReturn:
    left, awaited = (0, moment) if isinstance(moment, str) else (moment, "")

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left, awaited
        if left < 0 or not _is_write(event, arguments, folder):
            return
        if awaited and not os.fsdecode(arguments[0]).endswith(awaited):
            return
        awaited = ""
        left -= 1
        if left < 0:
            os.write(say, b"!")
            left = 0 if os.read(hear, 1) == b"." else -1

    sys.addaudithook(count)
    try:
        build()
    finally:
        os._exit(0)


def _is_write(event: str, arguments: tuple[Any, ...], folder: str) -> bool:
    if event == "open":
        path, mode, flags = arguments
        if not flags & _WRITING and not set(mode or "r") & set("wax+"):
            return False
    elif event in _CHANGES:
        path = arguments[0]
    else:
        return False
    return not isinstance(path, int) and os.fsdecode(path).startswith(folder)
