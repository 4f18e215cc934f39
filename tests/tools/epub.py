"""Has the reference checker look at EPUBs."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.tools.java import HAS_JAVA, java

EPUBCHECK = shutil.which("epubcheck")
needs_epubcheck = pytest.mark.skipif(
    EPUBCHECK is None or not HAS_JAVA, reason="needs epubcheck, java"
)


def check(book: Path) -> None:
    """Have the reference checker look at a book."""
    assert EPUBCHECK is not None
    # Debian's program is the archive itself, which not every system can start.
    is_archive = zipfile.is_zipfile(EPUBCHECK)
    command = java(EPUBCHECK, str(book)) if is_archive else [EPUBCHECK, str(book)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=240
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr
