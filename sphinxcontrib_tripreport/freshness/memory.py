"""What was written last, remembered beside the doctrees for each builder and output directory."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from sphinx.application import Sphinx

VERSION = 3
"""Bumped when what is remembered, or what pages show of the same records, changes."""


class WrittenPage(TypedDict):
    """What a page showed when it was written."""

    asked: list[str]
    """Names it asks for without a role of ours, as ``any`` and Markdown links do."""
    digest: str


@dataclass(slots=True)
class Memory:
    """What was written last."""

    revision: str = ""
    """Of the records that all of ``pages`` show; empty where that is not known."""
    pages: dict[str, WrittenPage] = field(default_factory=dict)
    """By docname."""
    files: dict[str, str] = field(default_factory=dict)
    """Of each index page and data file, a digest of what it was made from."""
    drafts: str = ""
    """A digest of the drafts that no page knows; empty where no page was written."""
    version: int = VERSION

    @classmethod
    def load(cls, app: Sphinx) -> Memory:
        """What an earlier build wrote; nothing where there was none, or one of another version."""
        try:
            found = json.loads(_path(app).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(found, dict) or found.get("version") != VERSION:
            return cls()
        return cls(**found)

    def save(self, app: Sphinx) -> None:
        """Keep it for the next build."""
        text = json.dumps(asdict(self), indent=0, sort_keys=True)
        _path(app).write_text(text, encoding="utf-8")


def _path(app: Sphinx) -> Path:
    output = blake2b(str(app.outdir).encode(), digest_size=6).hexdigest()
    return Path(app.doctreedir) / f"tripreport-{app.builder.name}-{output}.json"
