"""Where things are on a site, as the writers of files and of structured data ask. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.model.talk import Talk


class AbsoluteAddresses(Protocol):
    """Absolute addresses; each is empty if nobody knows it."""

    def page(self, docname: str) -> str:
        """The address of the page of a document."""

    def note(self, note: Note) -> str:
        """The address of a note."""

    def talk(self, talk: Talk) -> str:
        """The address of a talk's page, else of its first note."""

    def thing(self, role: str, key: str) -> str:
        """The address of what is about a person, an event or a topic alone."""

    def link(self, url: str) -> str:
        """The address that a link leads to: in the web, or of a file of the project."""

    def picture(self, url: str) -> str:
        """The address of a picture: in the web, or one that the output has."""
