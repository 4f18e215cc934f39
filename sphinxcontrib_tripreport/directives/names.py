"""The directives by name, as the domain has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.directives.author import AuthorDirective
from sphinxcontrib_tripreport.directives.chart import TalkChartDirective
from sphinxcontrib_tripreport.directives.coverage import CoverageDirective
from sphinxcontrib_tripreport.directives.event import EventDirective
from sphinxcontrib_tripreport.directives.listing import (
    ActionListDirective,
    AuthorListDirective,
    EventListDirective,
    ReportListDirective,
    SpeakerListDirective,
    TakeawayListDirective,
    TalkListDirective,
)
from sphinxcontrib_tripreport.directives.page import (
    CiteDirective,
    FactsDirective,
    OverviewDirective,
    RelatedTalksDirective,
    TalkNoteDirective,
)
from sphinxcontrib_tripreport.directives.private import PrivateDirective
from sphinxcontrib_tripreport.directives.speaker import SpeakerDirective
from sphinxcontrib_tripreport.directives.takeaway import ActionDirective, TakeawayDirective
from sphinxcontrib_tripreport.directives.talk import KeynoteDirective, TalkDirective

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive

DIRECTIVES: Final[dict[str, type[Directive]]] = {
    "talk": TalkDirective,
    "keynote": KeynoteDirective,
    "speaker": SpeakerDirective,
    "author": AuthorDirective,
    "event": EventDirective,
    "talklist": TalkListDirective,
    "speakerlist": SpeakerListDirective,
    "authorlist": AuthorListDirective,
    "eventlist": EventListDirective,
    "reportlist": ReportListDirective,
    "takeaway": TakeawayDirective,
    "action": ActionDirective,
    "takeawaylist": TakeawayListDirective,
    "actionlist": ActionListDirective,
    "coverage": CoverageDirective,
    "talkchart": TalkChartDirective,
    "private": PrivateDirective,
    "facts": FactsDirective,
    "overview": OverviewDirective,
    "talk-note": TalkNoteDirective,
    "related-talks": RelatedTalksDirective,
    "cite": CiteDirective,
}
OF_TEMPLATES: Final = ("facts", "overview", "talk-note", "related-talks", "cite")
"""Those that only the templates of pages need: they have no short names."""
