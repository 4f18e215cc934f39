"""What was learned and what is to be done: takeaways with their talks, events and owners. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Note, Report, Speaker, Takeaway
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.slugs import slug, slug_path


class KnownTakeaway(NamedTuple):
    """A takeaway or an action, with all that is known around it."""

    record: Takeaway
    name: str
    """What the inventory calls it: its key, or ``docname/key`` if several have the key."""
    talk: Talk | None
    """The talk in whose note it is."""
    event: str
    """The key of the event; empty if there is none."""
    topics: tuple[str, ...]
    """Its own, else those of its talk."""
    owner: str
    """The key of the owner, if somebody is known by that name."""

    @property
    def kind(self) -> str:
        """``takeaway`` or ``action``."""
        return self.record.kind


class TakeawayContext(NamedTuple):
    """What takeaways are put together with."""

    reports: Mapping[str, Report]
    note_at: Callable[[str, str], tuple[Talk, Note] | None]
    people: Mapping[str, Speaker]
    key_of: Callable[[str], str]
    """From the name of a person to their key."""
    near: Callable[[str], Iterable[str]]
    """Names of people that one may be a slip of."""
    topics_of: Callable[[Iterable[str]], Iterable[str]]
    """From names of topics to their keys, and the keys of those that they are in."""


class Takeaways:
    """All takeaways and actions of a project."""

    def __init__(
        self, records: Iterable[Takeaway], around: TakeawayContext, problems: list[Problem]
    ) -> None:
        """Put them together, in the order of *records*.

        :param problems: where owners that nobody knows are added
        """
        records = list(records)
        shared = Counter(record.key for record in records)
        self.all = tuple(_make_known(record, shared, around, problems) for record in records)
        self._at = {(each.record.docname, each.record.anchor): each for each in self.all}
        self._counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for each in self.all:
            for subject in _subjects(each, around):
                self._counts[subject][each.kind] += 1

    def takeaway_at(self, docname: str, anchor: str) -> KnownTakeaway | None:
        """The one at a place."""
        return self._at.get((docname, anchor))

    def count(self, kind: str, of: str, key: str) -> int:
        """How many takeaways or actions there are of an event, a talk (by name) or a topic."""
        return self._counts.get((of, key), Counter())[kind]

    def find(self, name: str) -> tuple[KnownTakeaway, ...]:
        """The takeaways that a name can mean: a key, or ``docname/key``."""
        whole, key = slug_path(name), slug(name)
        found = [each for each in self.all if each.name == name or slug_path(each.name) == whole]
        return tuple(found or (each for each in self.all if each.record.key == key))


def _subjects(each: KnownTakeaway, around: TakeawayContext) -> Iterable[tuple[str, str]]:
    if each.event:
        yield "event", each.event
    if each.talk is not None:
        yield "talk", each.talk.name
    yield from (("topic", topic) for topic in around.topics_of(each.topics))


def _make_known(
    record: Takeaway, shared: Counter[str], around: TakeawayContext, problems: list[Problem]
) -> KnownTakeaway:
    found = around.note_at(record.docname, record.note) if record.note else None
    talk = found[0] if found is not None else None
    report = around.reports.get(record.docname)
    owner = around.key_of(record.owner) if record.owner else ""
    if owner and owner not in around.people:
        problems.append(_unknown_owner(record, around))
        owner = ""
    return KnownTakeaway(
        record,
        record.key if shared[record.key] == 1 else f"{record.docname}/{record.key}",
        talk,
        talk.event if talk is not None else report.event if report is not None else "",
        record.topics or (talk.topics if talk is not None else ()),
        owner,
    )


def _unknown_owner(record: Takeaway, around: TakeawayContext) -> Problem:
    near = did_you_mean(tuple(around.near(record.owner)))
    text = (
        f"Nobody is known as {quoted([record.owner])[0]}, who owns an action: expected the name of"
        f" an author, a speaker, or somebody who is described.{near}"
    )
    return Problem(Subtype.REFERENCE, text, record.line, record.docname, record.included_at)
