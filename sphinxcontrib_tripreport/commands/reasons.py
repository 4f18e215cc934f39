"""Why a file cannot be read or written, as all commands say it."""

from __future__ import annotations


def reason_of(error: OSError | ValueError) -> str:
    """What went wrong, without the name of the file, which is said before."""
    if isinstance(error, UnicodeDecodeError):
        return "it is not in UTF-8"
    # Of an address it is within another error.
    reason = getattr(error, "reason", error)
    error = reason if isinstance(reason, OSError) else error
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
