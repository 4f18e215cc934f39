"""What was written last, remembered beside the doctrees for each builder and output directory."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeGuard

from sphinxcontrib_tripreport.core.catalogue.page_names import KINDS, is_page_name
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.freshness.journal import Journal

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

_is_made = partial(is_page_name, kinds=KINDS)
VERSION = 8
"""Bumped when what is remembered, or what pages show of the same records, changes."""


class WrittenPage(TypedDict):
    """What a page showed when it was written."""

    asked: list[str]
    """Names it asks for without a role of ours, as ``any`` and Markdown links do."""
    digest: str


@dataclass(slots=True)
class WrittenOutput:
    """What an output directory holds, as far as it is known."""

    revision: str = ""
    """Of the records that all of ``pages`` show."""
    pages: dict[str, WrittenPage] = field(default_factory=dict)
    """By docname. What is not among them is not known."""
    made: list[str] = field(default_factory=list)
    """The documents that nobody wrote."""
    files: dict[str, str] = field(default_factory=dict)
    """Of each index page and data file that was asked for, a digest of what it was made from."""
    exports: str = ""
    """A digest of what all data files were made from, and which there are; empty if some lack."""
    drafts: str = ""
    """A digest of the drafts that no page knows; empty when no page was written."""
    look: str = ""
    """A digest of the settings that Sphinx writes all pages anew for."""
    redirects: dict[str, str] = field(default_factory=dict)
    """Of each file at an old address, a digest of what it says."""
    others: list[str] = field(default_factory=list)
    """The names of pages that are no documents."""
    version: int = VERSION


class Memory:
    """What was written last, and what is being written now."""

    def __init__(self, path: Path, look: str) -> None:
        self._path = path
        self._text, found = _read(path)
        self.is_lost = found is None
        """Whether it is not known what the output directory holds: it may hold anything."""
        self.written = found if found is not None else WrittenOutput()
        self.journal = Journal(path.with_suffix(".writing"))
        self.read_before: dict[str, int] = {}
        """When Sphinx read each document, as it was before this build."""
        self.made = {*self.written.made, *filter(_is_made, self.journal.left)}
        """The documents that nobody wrote, of which there may be pages."""
        for name in self.journal.left:
            self.written.pages.pop(name, None)
        self.files = {} if self.journal.follows_a_stop else self.written.files
        """Of files in the output directory, a digest of what each was made from last."""
        self.exports = self.written.exports if self.files else ""
        """Of all data files, the same."""
        self.written.files, self.written.exports = {}, ""
        if self.written.look != look:
            self.written.pages.clear()
            self.written.look = look

    @classmethod
    def load(cls, app: Sphinx) -> Memory:
        """What earlier builds wrote with this builder to this output directory."""
        return cls(path_of(app.builder, ".json"), _look(app.builder))

    def save(self) -> None:
        """Keep it for the next build; a build that is stopped meanwhile leaves the old one."""
        # Not with asdict(), which copies what is known of each page.
        kept = {each.name: getattr(self.written, each.name) for each in fields(WrittenOutput)}
        text = json.dumps(kept, sort_keys=True).encode()
        if text != self._text:
            part = self._path.with_suffix(f".{os.getpid()}")
            part.write_bytes(text)
            part.replace(self._path)
        self.journal.remove()

    def forget(self) -> None:
        """Forget what the output directory holds."""
        self._path.unlink(missing_ok=True)
        self.journal.remove()


def path_of(builder: Builder, ending: str) -> Path:
    """Where something is remembered of one builder and output directory."""
    output = blake2b(str(builder.outdir).encode(), digest_size=6).hexdigest()
    return Path(builder.doctreedir) / f"tripreport-{builder.name}-{output}{ending}"


def _look(builder: Builder) -> str:
    """What Sphinx's builders of HTML compare; they forget at once that it was different."""
    info = getattr(builder, "build_info", None)
    return digest_of(getattr(info, "config_hash", ""), getattr(info, "tags_hash", ""))


def _read(path: Path) -> tuple[bytes, WrittenOutput | None]:
    """The bytes of a memory, and what they say; None if they are damaged or another version's."""
    try:
        text = path.read_bytes()
        found = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return b"", None
    return text, WrittenOutput(**found) if _is_written(found) else None


def _is_written(found: object) -> bool:
    """Whether values are those of a :class:`WrittenOutput` of this version."""
    empty = asdict(WrittenOutput())
    return (
        isinstance(found, dict)
        and found.keys() == empty.keys()
        and all(type(found[name]) is type(value) for name, value in empty.items())
        and found["version"] == VERSION
        and all(map(_is_page, found["pages"].values()))
        and _are_texts(found["made"])
        and _are_texts(list(found["files"].values()))
        and _are_texts(list(found["redirects"].values()))
        and _are_texts(found["others"])
    )


def _is_page(found: object) -> TypeGuard[WrittenPage]:
    return (
        isinstance(found, dict)
        and found.keys() == {"asked", "digest"}
        and isinstance(found["digest"], str)
        and _are_texts(found["asked"])
    )


def _are_texts(found: object) -> TypeGuard[list[str]]:
    return isinstance(found, list) and all(isinstance(each, str) for each in found)
