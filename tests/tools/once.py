"""What takes long is made once in a run, by whichever worker needs it first."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

_PATIENCE = 300.0
"""Seconds that another worker may take."""


def make_once(folder: Path, make: Callable[[], None]) -> Path:
    """The folder that *make* fills; of all processes that ask for it only the first calls *make*.

    When *make* fails an assertion, so do all that ask.
    """
    claimed = folder.with_name(f"{folder.name}.claimed")
    outcome = folder.with_name(f"{folder.name}.outcome")
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        claimed.mkdir()
    except FileExistsError:
        end = time.monotonic() + _PATIENCE
        while not outcome.exists() and time.monotonic() < end:
            time.sleep(0.1)
    else:
        failure = "was not made to its end"
        try:
            make()
            failure = ""
        except AssertionError as wrong:
            failure = str(wrong) or "failed"
        finally:
            unready = outcome.with_suffix(".part")
            unready.write_text(failure, encoding="utf-8")
            unready.rename(outcome)
    assert outcome.read_text(encoding="utf-8") == ""
    return folder
