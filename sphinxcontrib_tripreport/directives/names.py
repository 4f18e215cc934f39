"""The directives by name, as the domain has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from sphinxcontrib_tripreport.directives.late_directives import LateDirective

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive

_CLASSES = {
    "talk": (".talk", "TalkDirective"),
    "keynote": (".talk", "KeynoteDirective"),
    "speaker": (".speaker", "SpeakerDirective"),
    "author": (".author", "AuthorDirective"),
    "event": (".event", "EventDirective"),
    "talklist": (".listing", "TalkListDirective"),
    "speakerlist": (".listing", "SpeakerListDirective"),
    "authorlist": (".listing", "AuthorListDirective"),
    "eventlist": (".listing", "EventListDirective"),
    "reportlist": (".listing", "ReportListDirective"),
    "takeaway": (".takeaway", "TakeawayDirective"),
    "action": (".takeaway", "ActionDirective"),
    "takeawaylist": (".listing", "TakeawayListDirective"),
    "actionlist": (".listing", "ActionListDirective"),
    "coverage": (".coverage", "CoverageDirective"),
    "talkchart": (".chart", "TalkChartDirective"),
    "private": (".private", "PrivateDirective"),
    "facts": (".page", "FactsDirective"),
    "overview": (".page", "OverviewDirective"),
    "talk-note": (".page", "TalkNoteDirective"),
    "related-talks": (".page", "RelatedTalksDirective"),
    "cite": (".page", "CiteDirective"),
}
DIRECTIVES: Final = {
    name: cast("type[Directive]", LateDirective(*place)) for name, place in _CLASSES.items()
}
"""Each is loaded when a document has it."""
TOCTREE: Final = cast("type[Directive]", LateDirective(".toctree", "TocTreeOfPosts"))
"""In the place of Sphinx's own."""
OF_TEMPLATES: Final = ("facts", "overview", "talk-note", "related-talks", "cite")
"""Directives that only the templates of pages need: they have no short names."""
