"""Topics that are written in several ways. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sphinxcontrib_tripreport.core.checks.finding import DataEntry, Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.checks.topic_spellings import find_spellings
from sphinxcontrib_tripreport.core.text.topics import topic_key


class _Spelling(NamedTuple):
    """A topic as it is written somewhere."""

    docname: str
    line: int
    included_at: str
    topic: str


def check_topics(project: Project) -> Iterator[Finding]:
    """A finding for each spelling but the most frequent one of a topic, where it is first."""
    written = sorted(_spellings(project))
    counts = Counter(each.topic for each in written)
    first = {each.topic: each for each in reversed(written)}
    for group in find_spellings(counts.items()):
        usual, *others = group
        for other in others:
            are = "are" if topic_key(other) == topic_key(usual) else "seem to be"
            text = (
                f"“{other}” ({counts[other]}) and “{usual}” ({counts[usual]}) {are} one topic:"
                " expected one spelling, or the other as an alias in a data file."
            )
            entry = DataEntry("topics", usual, lists=(("aliases", (other,)),))
            place = first[other][:3]
            yield Finding("topics", text, *place, entry=entry)


def _spellings(project: Project) -> Iterator[_Spelling]:
    catalogue = project.catalogue
    for talk in catalogue.talks:
        for note in talk.notes:
            place = (note.docname, note.line, note.included_at)
            # Those that data files declare have one spelling.
            topics = catalogue.topic_names.display_names(note.topics)
            yield from (_Spelling(*place, topic) for topic in topics)
    for report in catalogue.reports.values():
        if not report.site:
            line = report.topics_line
            yield from (_Spelling(report.docname, line, "", each) for each in report.topics)
    for known in catalogue.takeaways.all:
        record = known.record
        place = (record.docname, record.line, record.included_at)
        yield from (_Spelling(*place, topic) for topic in record.topics)
