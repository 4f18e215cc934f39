"""Every check, and all that they find in a project. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from sphinxcontrib_tripreport.core.checks.action_owners import check_owners
from sphinxcontrib_tripreport.core.checks.build_warnings import check_days, check_undeclared
from sphinxcontrib_tripreport.core.checks.dead_links import check_links
from sphinxcontrib_tripreport.core.checks.event_facts import check_dates, check_places
from sphinxcontrib_tripreport.core.checks.event_names import check_events
from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.idle_patterns import check_patterns
from sphinxcontrib_tripreport.core.checks.ignored import Ignored
from sphinxcontrib_tripreport.core.checks.named_in_prose import check_withheld
from sphinxcontrib_tripreport.core.checks.note_sessions import check_sessions
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.checks.recordings import check_recordings
from sphinxcontrib_tripreport.core.checks.report_events import check_reports
from sphinxcontrib_tripreport.core.checks.severities import Severity
from sphinxcontrib_tripreport.core.checks.speaker_names import check_speakers
from sphinxcontrib_tripreport.core.checks.talk_speakers import check_speakers_of_talks
from sphinxcontrib_tripreport.core.checks.talk_titles import check_titles
from sphinxcontrib_tripreport.core.checks.topic_names import check_topics

FUNCTIONS: Final[Mapping[str, Callable[[Project], Iterator[Finding]]]] = {
    "speakers": check_speakers,
    "titles": check_titles,
    "events": check_events,
    "topics": check_topics,
    "undeclared": check_undeclared,
    "days": check_days,
    "dates": check_dates,
    "places": check_places,
    "reports": check_reports,
    "bylines": check_speakers_of_talks,
    "recordings": check_recordings,
    "sessions": check_sessions,
    "withheld": check_withheld,
    "links": check_links,
    "owners": check_owners,
    "patterns": check_patterns,
}
"""By the name of a check, what finds something."""


def run_checks(
    project: Project, severities: Mapping[str, Severity], ignored: Ignored
) -> Iterable[Finding]:
    """All findings of the checks that are not off, less those that are ignored."""
    for name, function in FUNCTIONS.items():
        if severities[name] is not Severity.OFF:
            yield from (finding for finding in function(project) if not ignored.has(finding))
