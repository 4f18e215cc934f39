"""Which session of a programme a note is about.

The order of the ways, and the limits of the fifth, were measured on 394 notes of 25 reports whose
sessions are known: words weighted by how rare they are in the programme find nine of ten, and
none that is wrong. What is below the limits is not joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from heapq import nlargest
from math import log
from operator import itemgetter
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.model.programme import Session
from sphinxcontrib_tripreport.core.programmes.session_forms import (
    SessionForms,
    family_of,
    forms_of_link,
    keys_of,
    read_session,
    titles_of,
    without_mark,
    words_of,
)
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson, name_key
from sphinxcontrib_tripreport.core.text.slugs import fold

NONE: Final = "none"
"""What ``programme`` of a talk says if the talk is in no programme."""
ENOUGH: Final = 70.0
"""The score from which words join a note and a session, if it is ahead."""
AHEAD: Final = 15.0
"""How much the score has to be above the next."""
_FOR_FAMILY: Final = 25.0
_FOR_MORE_WORDS: Final = 5.0
_AS_LATE: Final = timedelta(minutes=20)
_WHOLE: Final = 100.0
_BEST: Final = 3
_FAR: Final = 10.0
"""A session with a lower score is not near: such titles share a word such as "the"."""
_MOST_RATED: Final = 12


class Reason(Enum):
    """Why a note and a session are one talk: what ``talks.json`` says."""

    ID = "id"
    LINK = "link"
    TITLE = "title"
    WORDS = "words"
    SPEAKER = "speaker"
    TIME = "time"


class NoteFacts(NamedTuple):
    """What a note says that tells which session it is about."""

    title: str
    programme: str = ""
    """An id that its author wrote, or ``none``."""
    speakers: tuple[NamedPerson, ...] = ()
    links: tuple[Link, ...] = ()
    day: date | None = None
    start: time | None = None
    room: str = ""


class NearSession(NamedTuple):
    """A session that a note could be about."""

    session: Session
    score: int
    """How much their titles and people have in common: 100 and more if nothing is missing."""


@dataclass(frozen=True, slots=True)
class JoinResult:
    """The session of a note, or those that come nearest."""

    session: Session | None = None
    reason: Reason | None = None
    nearest: tuple[NearSession, ...] = ()
    """If there is none: at most three that it could be, the likeliest first."""
    contradicted_link: str = ""
    """A link of the note that leads to a session of another title and other people."""
    unknown_id: str = ""
    """An id that its author wrote, and that no session has, or that several have."""
    is_shared: bool = False
    """Whether several have it: then they are the nearest."""


class Joiner:
    """Finds the sessions of one event's programme that notes are about."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self.sessions = sessions
        self._known = [read_session(session) for session in sessions]
        self._by_id: defaultdict[str, list[SessionForms]] = defaultdict(list)
        self._by_title: defaultdict[str, list[SessionForms]] = defaultdict(list)
        self._by_name: defaultdict[str, list[SessionForms]] = defaultdict(list)
        self._by_family: defaultdict[str, list[SessionForms]] = defaultdict(list)
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, known in enumerate(self._known):
            for key in keys_of(known.session):
                self._by_id[key].append(known)
            for title in known.titles:
                self._by_title[title].append(known)
            for name in known.names:
                self._by_name[name].append(known)
            for family in known.families:
                self._by_family[family].append(known)
            for word in known.words:
                self._by_word[word].append(number)
        count = len(self._known)
        self._heaviest = log(2 * (count + 1))
        self._weights = {
            word: log((count + 1) / (len(having) + 0.5)) for word, having in self._by_word.items()
        }
        for known in self._known:
            known.weight = sum(self._weights[word] for word in known.words)

    def find(self, asked: NoteFacts) -> JoinResult:
        """The session that a note is about, and why; if it is not certain, the nearest."""
        if fold(asked.programme) == NONE:
            return JoinResult()
        if asked.programme:
            return self._by_written_id(asked)
        contradicted = ""
        if linked := self._by_link(asked):
            known, url = linked
            if not self._contradicts(known, asked):
                return JoinResult(known.session, Reason.LINK)
            contradicted = url
        ways: tuple[tuple[Reason, Callable[[NoteFacts], SessionForms | None]], ...] = (
            (Reason.TITLE, self._of_title),
            (Reason.WORDS, self._of_words),
            (Reason.SPEAKER, self._of_speaker),
            (Reason.TIME, self._of_time),
        )
        for reason, way in ways:
            if (known_by_way := way(asked)) is not None:
                return JoinResult(known_by_way.session, reason, contradicted_link=contradicted)
        return JoinResult(nearest=self._nearest(asked), contradicted_link=contradicted)

    def _by_written_id(self, asked: NoteFacts) -> JoinResult:
        several = self._by_id.get(fold(asked.programme), [])
        if (found := self._only_one(several, asked)) is not None:
            return JoinResult(found.session, Reason.ID)
        same = tuple(NearSession(known.session, round(_WHOLE)) for known in several[:_BEST])
        nearest = same or self._nearest(asked)
        is_shared = bool(several)
        return JoinResult(nearest=nearest, unknown_id=asked.programme, is_shared=is_shared)

    def _by_link(self, asked: NoteFacts) -> tuple[SessionForms, str] | None:
        for link in asked.links:
            for key in forms_of_link(link.url):
                if found := self._only_one(self._by_id.get(key, ()), asked):
                    return found, link.url
        return None

    def _contradicts(self, known: SessionForms, asked: NoteFacts) -> bool:
        """Whether a link leads to a session that shares no word and nobody with the note.

        A title of other words alone is a translation, unless it is that of another session.
        """
        families = _families(asked)
        if not known.families.isdisjoint(families) or known.names & _names(asked):
            return False
        if known.titles & titles_of(asked.title) or known.words & words_of(asked.title):
            return False
        rated = self._rate(asked)
        is_of_others = bool(families and known.families)
        return is_of_others or bool(rated and rated[0][0] >= ENOUGH)

    def _of_title(self, asked: NoteFacts) -> SessionForms | None:
        for title in titles_of(asked.title):
            if (one := self._only_one(self._by_title.get(title, ()), asked)) is not None:
                return one
        return None

    def _of_words(self, asked: NoteFacts) -> SessionForms | None:
        rated = self._rate(asked)
        if not rated or rated[0][0] < ENOUGH:
            return None
        if len(rated) > 1 and rated[0][0] - rated[1][0] < AHEAD:
            near = [known for score, known in rated if rated[0][0] - score < AHEAD]
            same = {known.session.title for known in near}
            return self._only_one(near, asked) if len(same) == 1 else None
        return rated[0][1]

    def _of_speaker(self, asked: NoteFacts) -> SessionForms | None:
        """The one session of a speaker, if the words are nearer to no other: a translation.

        Of a speaker who is named by one word that can be the family name.
        """
        rated = self._rate(asked)
        for name in _names(asked):
            found = self._by_name.get(name) or self._by_family.get(name, [])
            # Nobody heard what was cancelled.
            found = [known for known in found if not known.session.is_cancelled] or found
            if len(found) == 1 and (
                not rated or rated[0][1] is found[0] or rated[0][0] < _FOR_FAMILY
            ):
                return found[0]
        return None

    def _of_time(self, asked: NoteFacts) -> SessionForms | None:
        """The session that is in the note's room at its time."""
        if not (asked.room and asked.day and asked.start):
            return None
        room, moment = fold(asked.room), datetime.combine(asked.day, asked.start)
        near = [
            known
            for known in self._known
            if known.session.begins is not None
            and any(fold(each) == room for each in known.session.rooms)
            and abs(known.session.begins.replace(tzinfo=None) - moment) <= _AS_LATE
        ]
        return near[0] if len(near) == 1 else None

    def _only_one(self, found: Iterable[SessionForms], asked: NoteFacts) -> SessionForms | None:
        """The only one of *found*, or the one that is at the note's time, or has its speakers."""
        several = list(found)
        if len(several) <= 1:
            return several[0] if several else None
        families = _families(asked)
        with_people = [known for known in several if not known.families.isdisjoint(families)]
        if len(with_people) == 1:
            return with_people[0]
        several = with_people or several
        on_day = [known for known in several if asked.day and known.session.day == asked.day]
        at_time = [known for known in on_day if asked.start and _begins_at(known, asked.start)]
        for fewer in (at_time, on_day):
            if len(fewer) == 1:
                return fewer[0]
        return None

    def _rate(self, asked: NoteFacts) -> list[tuple[float, SessionForms]]:
        """The sessions whose words are most like those of a note, and how much, to 100 and more.

        That is how much of what the note's words weigh is in the session's title; words that the
        session has beyond these take a little away, and a family name in common adds.
        """
        words, families = words_of(without_mark(asked.title)), _families(asked)
        shared: defaultdict[int, float] = defaultdict(float)
        total = 0.0
        for word in words:
            weight = self._weights.get(word, self._heaviest)
            total += weight
            for number in self._by_word.get(word, ()):
                shared[number] += weight
        rated = []
        for number, weight in nlargest(_MOST_RATED, shared.items(), key=itemgetter(1)):
            known = self._known[number]
            more = 1 - weight / known.weight if known.weight else 0
            score = _WHOLE * weight / total - _FOR_MORE_WORDS * more
            score += 0 if known.families.isdisjoint(families) else _FOR_FAMILY
            rated.append((score, known))
        rated.sort(key=itemgetter(0), reverse=True)
        return rated

    def _nearest(self, asked: NoteFacts) -> tuple[NearSession, ...]:
        """The best by words; then, with what a family name counts, those of its speakers."""
        near = [NearSession(known.session, round(score)) for score, known in self._rate(asked)]
        rated = {id(each.session) for each in near}
        for name in _names(asked):
            of_speaker = (known.session for known in self._by_name.get(name, ()))
            near += [
                NearSession(each, round(_FOR_FAMILY))
                for each in of_speaker
                if id(each) not in rated
            ]
        near.sort(key=lambda each: -each.score)
        return tuple(each for each in near[:_BEST] if each.score >= _FAR)


def _families(asked: NoteFacts) -> frozenset[str]:
    return frozenset(filter(None, (family_of(person.name) for person in asked.speakers)))


def _names(asked: NoteFacts) -> frozenset[str]:
    return frozenset(name_key(person.name) for person in asked.speakers if person.name)


def _begins_at(known: SessionForms, start: time) -> bool:
    begins = known.session.begins
    return begins is not None and begins.time() == start
