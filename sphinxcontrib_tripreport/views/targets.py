"""Which place in the output leads to a talk, a person, an event or a topic."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.sessions import ALL
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.views.index_places import INDEX_OF

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.catalogue.pages import Pages
    from sphinxcontrib_tripreport.core.model.records import Report
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.outputs import Output


class Targets:
    """Where talks, people, events and topics are to be found."""

    def __init__(
        self, catalogue: Catalogue, index_pages: frozenset[str], pages: Pages, output: Output
    ) -> None:
        self._catalogue = catalogue
        self._index_pages = index_pages
        self._pages = pages
        self._output = output

    def talk(self, talk: Talk) -> Target | None:
        """The talk's page; else its first note, or the document of a note that is left out.

        Of a talk without notes that is the project's, what is about its event; else nothing.
        """
        page = self.page_of_talk(talk)
        return page if page is not None else self.note_target(talk)

    def note_target(self, talk: Talk) -> Target | None:
        """Like :meth:`talk`, but never the talk's page."""
        if not talk.notes:
            return self.own_target("event", talk.event) if self._is_ours(talk) else None
        first = talk.notes[0]
        return first.target if first.anchor else _first_shown(talk)

    def page_of_talk(self, talk: Talk) -> Target | None:
        """The page of a talk, if there is one in this output: none if only other sites note it."""
        if not self._pages.has_talks or not self._is_ours(talk):
            return None
        return self.page("talk", talk.name)

    def _is_ours(self, talk: Talk) -> bool:
        """Whether a talk is one of the project, rather than of a programme or other sites alone."""
        if talk.notes:
            return talk.is_ours
        return self._catalogue.events[talk.event].scope == ALL

    def target_of(self, role: str, key: str) -> Target | None:
        """The page, else the description, the entry in the index page, or where it first occurs."""
        described = self.own_target(role, key)
        if described is not None:
            return described
        if role == "topic" and key not in self._catalogue.topics:
            return None  # It is declared, but nothing is about it.
        if INDEX_OF.get(role) in self._index_pages:
            return Target(INDEX_OF[role], f"{role}-{key}")
        return self._first(role, key)

    def own_target(self, role: str, key: str) -> Target | None:
        """The page, else the description: what is about the subject alone."""
        return self.page(role, key) or self._description_of(role, key)

    def in_document(self, role: str, key: str) -> Target | None:
        """The page, else the description, else where it first occurs: always in a document."""
        return self.own_target(role, key) or self._first(role, key)

    def page(self, kind: str, key: str) -> Target | None:
        """The page on a subject, if there is one in this output.

        :param kind: a role, or ``year``
        """
        docname = self._pages.docname_of(kind, key)
        return Target(docname, "") if docname is not None and self._output.has(docname) else None

    def _description_of(self, role: str, key: str) -> Target | None:
        """The description, if the output has it."""
        described = None
        if role in ("speaker", "author"):
            described = self._catalogue.people[key].described
        elif role == "event":
            described = self._catalogue.events[key].described
        return described if described is not None and described.anchor else None

    def _first(self, role: str, key: str) -> Target | None:
        """Where something first occurs; nowhere if only other sites name it."""
        reports, talks = self._mentions(role, key)
        own_reports = (Target(each.docname, "") for each in reports if not each.site)
        own_talks = (self.talk(each) for each in talks if each.is_ours)
        found = (own_talks, own_reports) if role == "topic" else (own_reports, own_talks)
        return next(chain(*found), None)

    def _mentions(self, role: str, key: str) -> tuple[Iterable[Report], Iterable[Talk]]:
        """The reports and the talks that name something, the first ones first."""
        catalogue = self._catalogue
        if role == "event":
            return catalogue.reports_on(key), catalogue.talks_at(key)
        if role == "author":
            return map(catalogue.reports.__getitem__, catalogue.authorship.reports_by(key)), ()
        if role == "speaker":
            return (), catalogue.talks_by(key)
        return catalogue.reports_about(key), catalogue.talks_about(key)


def _first_shown(talk: Talk) -> Target:
    return next((note.target for note in talk.notes if note.anchor), talk.notes[0].target)
