"""For whom something is: the word that says so, and the one that keeps it from the public."""

from __future__ import annotations

from typing import Final

AUDIENCE: Final = "audience"
"""The option, and the field of metadata."""
PRIVATE: Final = "private"
