"""Starts programs for Java that run for a few seconds."""

from __future__ import annotations

import shutil
from typing import Final

HAS_JAVA: Final = shutil.which("java") is not None
_FLAGS: Final = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
"""What the better compiler takes never comes back in so short a time: a check of a small book takes
3.8 s of CPU time with these flags, and 7.8 s without them. What the other one makes wants more of
the stack: with the usual megabyte the checker of HTML cannot read its own schema."""


def java(archive: str, *arguments: str) -> list[str]:
    """The command that runs an archive."""
    return ["java", *_FLAGS, "-jar", archive, *arguments]
