"""The topics of everything as data files declare them, and which of them no file has. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.catalogue.topic_names import TopicNames
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Note, Takeaway
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.nearest import NearNames
from sphinxcontrib_tripreport.core.text.phrases import counted, did_you_mean, quoted

_Place = tuple[str, int, str]
"""A document, the line in it, and the place in an included file if it is in one."""


def with_topics(records: Records, names: TopicNames) -> Records:
    """The records, with the topics of reports and takeaways as they are declared.

    Those of talks are put in their place when all their notes are together.
    """
    if not names.declared:
        return records
    shown = names.display_names
    return replace(
        records,
        reports={
            docname: replace(each, topics=shown(each.topics))
            for docname, each in records.reports.items()
        },
        takeaways=tuple(replace(each, topics=shown(each.topics)) for each in records.takeaways),
    )


def with_topics_of(talk: Talk, names: TopicNames) -> Talk:
    """A talk, with its topics as they are declared."""
    shown = names.display_names(talk.topics)
    return talk if shown is talk.topics else replace(talk, topics=shown)


def check_topics(records: Records, names: TopicNames) -> Iterator[Problem]:
    """Topics that no data file declares, each where it is first, with the nearest declared one.

    What other sites and programmes say is not the author's.
    """
    known = dict(names.names())
    near = NearNames()
    found: dict[str, tuple[str, list[_Place]]] = {}
    for topic, place in _topics_as_written(records):
        key = names.key_of(topic)
        if key not in names.declared:
            found.setdefault(key, (topic, []))[1].append(place)
    for topic, places in found.values():
        docname, line, included_at = places[0]
        others = len({place[0] for place in places}) - 1
        text = f"No data file declares the topic {quoted([topic])[0]}"
        if others:
            text += f", which is in {counted(others, 'other document')}, too"
        meant = did_you_mean(near.find("topic", topic, lambda: known, 1))
        yield Problem(Subtype.TOPIC, f"{text}.{meant}", line, docname, included_at)


def _topics_as_written(records: Records) -> Iterator[tuple[str, _Place]]:
    """Every topic that an author of the project wrote, with its place, in the order of these."""
    own = (each for each in records.reports.values() if not each.site)
    found = [((each.docname, each.topics_line or 1, ""), each.topics) for each in own]
    notes = (note for note in records.notes if not note.site)
    boxes: list[Note | Takeaway] = [*notes, *records.takeaways]
    found += [((each.docname, each.line, each.included_at), each.topics) for each in boxes]
    for place, topics in sorted(found, key=lambda each: each[0]):
        yield from ((topic, place) for topic in topics)
