"""What a talk was called first: ids in feeds and calendars are made of it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.talk import Talk


def lasting_name(catalogue: Catalogue, talk: Talk) -> str:
    """The first of the names that ``formerly`` says, as long as no other talk has it.

    What knows a talk by such a name goes on to know it when it gets another title.
    """
    for name in talk.former_names:
        if catalogue.find_talks(name)[:1] == (talk,):
            return name
    return talk.name
