"""Other talks that a reader of one may want: by its speakers, and on its topics. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.talk import Talk

MOST: Final = 5
"""How many of each kind are shown."""
_LOOKED_AT: Final = 30
"""How many of the newest talks of each speaker and topic are looked at."""


class Related(NamedTuple):
    """Other talks, the newest first; no talk is among both, and none is the talk given again."""

    by_speakers: tuple[Talk, ...]
    on_topics: tuple[Talk, ...]
    """Those that have most topics in common first."""


def related_to(catalogue: Catalogue, talk: Talk) -> Related:
    """What else the speakers of a talk gave, and what else is about its topics."""
    own = {each.name for each in (talk, *catalogue.deliveries_of(talk))}
    theirs = (each for key in talk.speakers for each in catalogue.talks_by(key)[-_LOOKED_AT:])
    by_speakers = list(_newest(catalogue, theirs, own))[:MOST]
    own.update(each.name for each in by_speakers)
    keys = catalogue.topic_names.keys_of(talk.topics)
    about = [each for key in keys for each in catalogue.talks_about(key)[-_LOOKED_AT:]]
    shared = Counter(each.name for each in about)
    on_topics = sorted(_newest(catalogue, about, own), key=lambda each: -shared[each.name])
    return Related(tuple(by_speakers), tuple(on_topics[:MOST]))


def _newest(catalogue: Catalogue, talks: Iterable[Talk], own: set[str]) -> Iterator[Talk]:
    found = {talk.name: talk for talk in talks if talk.name not in own}
    in_order = sorted(found.values(), key=attrgetter("name"))
    dated = [(catalogue.effective_date(talk), talk) for talk in in_order]
    known = [(day, talk) for day, talk in dated if day is not None]
    known.sort(key=itemgetter(0), reverse=True)
    yield from (talk for _, talk in known)
    yield from (talk for day, talk in dated if day is None)
