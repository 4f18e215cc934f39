"""Where things are on a site, as the writers of files and of structured data ask. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.model.talk import Talk


class AbsoluteAddresses(Protocol):
    """Absolute addresses; each is empty if nobody knows it."""

    def page(self, docname: str) -> str:
        """Of the page of a document."""

    def note(self, note: Note) -> str:
        """The address of a note."""

    def talk(self, talk: Talk) -> str:
        """Of a talk's page, else of its first note."""

    def thing(self, role: str, key: str) -> str:
        """Of what is about a person, an event or a topic alone."""

    def link(self, url: str) -> str:
        """Of what a link leads to: the web, or a file of the project."""

    def picture(self, url: str) -> str:
        """Of a picture: of the web, or one that the output has."""
