"""Has the reference checker look at EPUBs."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

EPUBCHECK = shutil.which("epubcheck")
needs_epubcheck = pytest.mark.skipif(
    EPUBCHECK is None or shutil.which("java") is None, reason="needs epubcheck, java"
)


def check(book: Path) -> None:
    """Have the reference checker look at a book."""
    assert EPUBCHECK is not None
    # Debian's program is the archive itself, which not every system can start.
    is_archive = zipfile.is_zipfile(EPUBCHECK)
    command = ["java", "-jar", EPUBCHECK] if is_archive else [EPUBCHECK]
    done = subprocess.run(
        [*command, str(book)], capture_output=True, text=True, encoding="utf-8", check=False,
        timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr
