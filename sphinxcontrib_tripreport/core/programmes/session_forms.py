"""What is compared of notes and sessions: titles, words, names and ids, in their folded forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.model.programme import Session
from sphinxcontrib_tripreport.core.text.names import family_first, name_key
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.core.text.videos import find_player

_SHORTEST_PLURAL: Final = 3
_WORD: Final = regex(r"[^\W_]+")
_IN_FRONT: Final = regex(
    r"[(\[]([^)\]]{2,30})[)\]]\s*(?=\S)|([^:|–—-]{2,30}?)\s*(?::|\||\s[–—-])\s+(?=\S)"
)
_LANGUAGES: Final = frozenset((
    "en", "de", "fr", "es", "it", "pt", "nl", "english", "german", "englisch", "deutsch", "french",
    "spanish", "ingles", "espanol", "anglais", "francais",
))  # fmt: skip
_BEFORE_NUMBERS: Final = frozenset((
    "event", "events", "presentation", "presentations", "session", "sessions", "talk", "talks",
    "submission", "submissions", "contribution", "contributions",
))  # fmt: skip


@dataclass(slots=True)
class SessionForms:
    """A session with what is compared."""

    session: Session
    titles: frozenset[str]
    words: frozenset[str]
    families: frozenset[str]
    names: frozenset[str]
    weight: float = 0.0
    """What its words weigh together."""


def keys_of(session: Session) -> set[str]:
    """Everything that a link or an author can name a session by."""
    keys = {form for each in session.ids for form in _forms_of_id(each)}
    return keys | {form for link in session.links for form in forms_of_link(link.url)}


def read_session(session: Session) -> SessionForms:
    """What is compared of a session."""
    whole = f"{session.title} {session.subtitle}".strip()
    titles = titles_of(session.title) | titles_of(whole)
    for joint in (": ", " - ") if session.subtitle else ():
        titles |= titles_of(f"{session.title}{joint}{session.subtitle}")
    for earlier in session.earlier_titles:
        titles |= titles_of(earlier)
    words = words_of(" ".join((whole, *session.earlier_titles)))
    names = [person.name for person in session.people]
    return SessionForms(
        session, frozenset(titles), words, frozenset(filter(None, map(family_of, names))),
        frozenset(map(name_key, names)),
    )  # fmt: skip


def titles_of(title: str) -> frozenset[str]:
    """The folded forms of a title: as it is, and without a kind or a language in front."""
    forms = {fold(title), fold(without_mark(title))}
    return frozenset(filter(None, (form.rstrip(" .!?") for form in forms)))


def without_mark(title: str) -> str:
    """The title without a kind or a language in front of it: "[EN] …", "Keynote: …"."""
    found = _IN_FRONT.match(title)
    if found is None:
        return title
    in_front = fold(found[1] or found[2])
    return title[found.end() :] if in_front in _LANGUAGES or kind_of(in_front) else title


def words_of(text: str) -> frozenset[str]:
    """The words of a title, folded; of plurals that end in s, without it."""
    return frozenset(map(_singular, _WORD.findall(fold(text))))


def _singular(word: str) -> str:
    is_plural = len(word) > _SHORTEST_PLURAL and word[-1] == "s" and word[-2] != "s"
    return word[:-1] if is_plural else word


def family_of(name: str) -> str:
    """The family name, folded; of a single name, that."""
    return fold(family_first(name)).replace(",", " ").split(" ")[0]


def _forms_of_id(identity: str) -> set[str]:
    """What an id can be written as: of an address the last part of its path, too."""
    forms = {fold(identity)}
    if "://" in identity:
        forms |= forms_of_link(identity)
    return forms


def forms_of_link(url: str) -> set[str]:
    """What of an address can be a session's id: its last segment, and a video's id.

    A number alone says nothing, unless the segment before says that it is that of a talk.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return set()
    if parts.scheme not in ("http", "https"):
        return set()
    forms = {fold(url.removesuffix("/"))}
    if (player := find_player(url)) is not None:
        parts = urlsplit(player.url)
    segments = [unquote(segment) for segment in parts.path.split("/") if segment != "oembed"]
    segments = [segment for segment in segments if segment]
    if not segments:
        return forms
    last = segments[-1].rsplit(".", 1)[0] if "." in segments[-1] else segments[-1]
    if not last.isdigit() or set(map(fold, segments[-2:-1])) & _BEFORE_NUMBERS:
        forms |= {fold(last), fold(segments[-1])}
    # The number of frab in an address of media.ccc.de: 36c3-10652-…
    numbered = last.split("-")
    if len(numbered) > 2 and numbered[1].isdigit():
        forms.add(numbered[1])
    return forms
