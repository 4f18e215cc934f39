"""What things sort by: their names and titles, in the order of a language. Pure."""

from __future__ import annotations

from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.collation import Key, collate
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.names import family_first


class Sorter(NamedTuple):
    """Where things are put in order: the catalogue, and the language whose order it is."""

    catalogue: Catalogue
    language: str

    def key(self, text: str) -> Key:
        """What a text sorts by."""
        return collate(text, self.language)

    def key_of(self, thing: Any) -> Key:
        """What a thing sorts by: its name or title."""
        return collate(name_to_sort(thing), self.language)

    def event_key(self, thing: Talk | Report | KnownTakeaway) -> Key | None:
        """What the event of a thing sorts by; None if it has none."""
        return self.key(self.catalogue.events[thing.event].name) if thing.event else None


def name_to_sort(thing: Any) -> str:
    """The name or the title of a thing; of a person with the family name first."""
    if isinstance(thing, Speaker):
        return family_first(thing.name, thing.sort)
    if isinstance(thing, Event):
        return thing.name
    if isinstance(thing, KnownTakeaway):
        return thing.record.text
    return str(thing.title or getattr(thing, "docname", ""))
