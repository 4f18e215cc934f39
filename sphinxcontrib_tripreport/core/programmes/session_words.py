"""What the words of a programme say of a session: its kind, whether it is a talk, is cancelled."""

from __future__ import annotations

from typing import Final

from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

_BREAKS: Final = frozenset((
    "break", "breaks", "coffee", "tea", "lunch", "breakfast", "dinner", "brunch", "supper",
    "snack", "snacks", "pizza", "drinks", "reception", "registration", "check-in", "checkin",
    "cloakroom", "doors", "networking", "party", "afterparty", "after-party", "housekeeping",
    "setup", "teardown", "changeover", "buffet", "pause", "pausen", "mittagessen",
    "mittagspause", "kaffeepause", "abendessen", "fruhstuck", "einlass", "anmeldung", "pausa",
    "comida", "almuerzo", "desayuno", "cena", "merienda", "registro", "acreditaciones", "cafe",
    "almoco", "credenciamento", "intervalo", "dejeuner", "diner", "accueil", "pranzo",
    "colazione", "registrazione", "lunchpauze", "pauze", "przerwa", "obiad", "rejestracja",
    "перерыв", "обед", "регистрация", "перерва", "обід", "реєстрація", "休憩", "昼食", "受付",
    "懇親会", "茶歇", "午餐", "午休", "签到", "休息", "점심", "휴식", "등록", "استراحة", "غداء",
    "تسجيل", "slot",
))  # fmt: skip
"""Folded words for what is no talk. Symposion calls an entry without a name "Slot"."""
_BESIDE: Final = frozenset((
    "morning", "afternoon", "evening", "short", "long", "catered", "welcome", "closing", "open",
    "opening", "close", "time", "day", "hour", "and", "the", "a", "of", "for", "in", "with",
    "badge", "pickup", "pick-up", "pick", "up", "social", "event", "conference", "hall", "room",
    "kaffee", "mittags", "und", "de", "du", "del", "la", "el", "le", "y", "et", "midi", "petit",
    "para", "e", "con", "o",
))  # fmt: skip
"""Words that such a break can have beside it."""
_BREAKS_AND_BESIDE: Final = _BREAKS | _BESIDE
_WORD: Final = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ASIDE: Final = regex(r"\s*[(\[/,:|–-].*")
_OTHER: Final = frozenset((
    "break", "breaks", "registration", "other", "logistics", "service", "service session", "meal",
    "food", "coffee", "lunch", "social", "catering", "ceremony break",
))  # fmt: skip
_CANCELLED: Final = (
    r"cancell?ed|abgesagt|ausgefallen|entfallt|cancelad[oa]|anulad[oa]|suspendid[oa]|annulee?|annullat[oa]"
    r"|afgelast|geannuleerd|odwolan[eya]|отменен[оа]?|отменён[оа]?|скасован[оа]|中止|取消|已取消|취소|ملغى"
)
_AT_START: Final = regex(
    rf"(?:[(\[【]\s*(?:{_CANCELLED})\s*[)\]】]\s*[:!–—-]*|(?:{_CANCELLED})\s*[:!–—-]+)\s*"
)
_SHOUTED: Final = regex(rf"({_CANCELLED})\s+(?=\S)")
_AT_END: Final = regex(
    rf"\s*(?:[(\[【]\s*(?:{_CANCELLED})\s*[)\]】]|\s[–—-]\s+(?:{_CANCELLED})(?:,.*)?)\s*$"
)


def kind_in(*words: str) -> str:
    """The kind of talk that the first of *words* means that means one; else empty.

    The types of programmes say more than the kind: ``Talk 30 min + 10min Q&A``, ``Keynotes``.
    """
    for text in words:
        folded = fold(text)
        beginning = regex(r"[^\w\s-]|\d").sub(" ", folded).split()
        for length in range(min(3, len(beginning)), 0, -1):
            if kind := kind_of(" ".join(beginning[:length])):
                return kind
    return ""


def is_break(title: str, *types: str, has_people: bool) -> bool:
    """Whether an entry of a programme is no talk: a break, a meal, registration, "other".

    :param title: of the entry; it tells only if nobody speaks
    :param types: what the programme calls the entry's type
    """
    if any(fold(word) in _OTHER for word in types):
        return True
    return not has_people and _names_break(fold(title))


def _names_break(folded: str) -> bool:
    """Whether a title has no words but those of breaks: "Coffee break (Hall B)".

    What is before a colon may be a part of the programme: "Main conference: lunch".
    """
    return any(
        not _BREAKS.isdisjoint(words) and words <= _BREAKS_AND_BESIDE
        for part in (_ASIDE.sub("", folded), folded.rpartition(": ")[2])
        if (words := set(_WORD.findall(part)))
    )


def take_cancelled(title: str) -> tuple[str, bool]:
    """The title without a word that says that the session is cancelled, and whether it has one.

    Only a word in brackets, before a colon or dash, after a dash at the end, or in capitals in
    front says so: of "Cancelling system calls", "Cancelled flights" and "(replaces cancelled
    talk)" nothing is cancelled.
    """
    plain = _plain(title)
    if len(plain) != len(title):
        return title, False
    found = _AT_START.match(plain)
    if found is None and (shouted := _SHOUTED.match(plain)) and title[: shouted.end(1)].isupper():
        found = shouted
    if found is not None:
        return title[found.end() :].strip() or title, True
    if found := _AT_END.search(plain):
        return title[: found.start()].strip() or title, True
    return title, False


def _plain(title: str) -> str:
    """The title in lower case without the accents of Latin letters, sign for sign."""
    return title.lower().translate(_PLAIN_LETTERS)


_PLAIN_LETTERS: Final = str.maketrans("àáâãäåèéêëìíîïòóôõöùúûüçñł", "aaaaaaeeeeiiiiooooouuuucnl")
