"""Why a file cannot be read or written, as all commands say it."""

from __future__ import annotations


def reason_of(error: OSError | ValueError) -> str:
    """What went wrong, without the name of the file, which is said before."""
    if isinstance(error, UnicodeDecodeError):
        return "it is not in UTF-8"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
