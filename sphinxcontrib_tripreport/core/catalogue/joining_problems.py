"""What is wrong with how notes name their sessions: ids and links that lead elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.programmes.joining import JoinResult
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.slugs import fold


class JoiningProblems:
    """Says what is wrong.

    :param programmes: by event: a note may have named a session of another event
    """

    def __init__(self, programmes: Mapping[str, Programme]) -> None:
        self._programmes = programmes

    def problems_of(self, note: Note, joined: JoinResult) -> Iterator[Problem]:
        """A problem for an id that no session has or several have, and for each link elsewhere."""
        texts = []
        if joined.unknown_id:
            texts.append(self._say_id(note, joined))
        if joined.contradicted_link:
            texts.append(
                f"“{note.title}” links to {joined.contradicted_link}, which is another session by"
                " its title and its speakers: expected the address of this talk; the link is not"
                " counted."
            )
        if joined.session is None and not joined.unknown_id and len(self._programmes) > 1:
            texts += self._say_links(note)
        for text in texts:
            yield Problem(Subtype.PROGRAMME, text, note.line, note.docname, note.included_at)

    def _say_id(self, note: Note, joined: JoinResult) -> str:
        said = f"“programme” of “{note.title}” is “{joined.unknown_id}”"
        if joined.is_shared:
            those = " and ".join(quoted([near.session.title for near in joined.nearest]))
            return (
                f"{said}, which is the id of several sessions, {those}: expected “speakers” or"
                " “start” that tell which is meant."
            )
        if (elsewhere := self._session_at_other_event(joined.unknown_id, note.event)) is not None:
            event, session = elsewhere
            return (
                f"{said}, which is “{session.title}” at “{event}”: expected a session of"
                f" “{note.event}”, or “{event}” as “event” of the talk."
            )
        ids = [each for session in self._programmes[note.event].sessions for each in session.ids]
        near = did_you_mean(nearest(joined.unknown_id, ids, 1))
        if not near and joined.nearest:
            best = joined.nearest[0].session
            near = f" Its title is most like “{best.title}”, which is {quoted([best.id])[0]}."
        return (
            f"{said}: expected the id of a session in the programme of “{note.event}”, or"
            f" none.{near}"
        )

    def _say_links(self, note: Note) -> Iterator[str]:
        """Links of a note that is on no session, and that lead to one of another event."""
        for link in note.links:
            found = (
                self._session_at_other_event(link.url, note.event) if "://" in link.url else None
            )
            if found is not None:
                event, session = found
                yield (
                    f"“{note.title}” links to {link.url}, which is “{session.title}” at “{event}”:"
                    f" expected a talk of “{note.event}”, or “{event}” as “event” of the talk."
                )

    def _session_at_other_event(self, identity: str, event: str) -> tuple[str, Session] | None:
        """The other event that has a session of an id or an address."""
        found = self._sessions_by_id.get(_form_of(identity), ())
        return next((place for place in found if place[0] != event), None)

    @cached_property
    def _sessions_by_id(self) -> Mapping[str, list[tuple[str, Session]]]:
        found: defaultdict[str, list[tuple[str, Session]]] = defaultdict(list)
        for event, programme in self._programmes.items():
            for session in programme.sessions:
                for form in {_form_of(each) for each in (*session.ids, session.url)}:
                    # A number alone is no address of anything: every programme counts its sessions.
                    if form and not form.isdigit():
                        found[form].append((event, session))
        return found


def _form_of(identity: str) -> str:
    return fold(identity.removesuffix("/"))
