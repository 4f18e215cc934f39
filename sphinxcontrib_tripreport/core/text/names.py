"""Names of people: separated, told apart, sorted. Standard library, slugs and brackets only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.brackets import (
    BRACKETS,
    ListPart,
    Stretch,
    find_stretches,
    name_and_affiliation,
    split_outside,
)
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold, slug
from sphinxcontrib_tripreport.core.text.titles_of_address import is_title, without_titles

_LINK: Final = regex(r"<([^<>\n]*)>")
_LINE_ENDS: Final = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_COMMA: Final = regex(f"[,\uff0c\u3001\u060c{_LINE_ENDS}]")
_SEMICOLON: Final = regex("[;\uff1b\u061b]")
_SEMICOLON_OR_LINE: Final = regex(f"[;\uff1b\u061b{_LINE_ENDS}]")
_UNSPOKEN: Final = regex(r"[.']|(?<=[a-z])\u00b7(?=[a-z])")
_IN_BRACKETS: Final = regex(r"(?<!\s)\s*[(\[\uff08][^()\[\]\uff08\uff09]*[)\]\uff09]\s*$")
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "msc", "dphil", "esq"})
_KIN: Final = frozenset({"junior", "filho", "neto", "sobrinho"})
"""Folded words that are part of a Portuguese family name, as in ``João Silva Filho``: by the
Brazilian standard NBR 6023 that one is listed as ``SILVA FILHO, João``."""
_PARTED: Final = regex(f"[<,;\uff0c\u3001\u060c\uff1b\u061b{re.escape(BRACKETS)}]")
"""Something without which a text names one person, if it is printable: then it is one line."""
_SEVERAL: Final = regex(
    r"\S\s+(?:[^\W\d_A-Z]\S*|[&+/＆＋／])\s+\S|[\u3040-\u9fff]\s*[\u3040-\u9fff&＆]|[\uac00-\ud7ff]"
)
"""A name with a word within that is written small, or with a sign: it may be several names."""
_ARTICLES: Final = ("al-", "el-")
_ARABIC_ARTICLE: Final = regex("ال(?=...)")
"""Not where less than three letters are left, as in ``الله``."""
_SERVANT: Final = "عبد"
"""Is one name with the word after it: ``عبد الرحمن``."""
_CJK: Final = regex(
    "[\u1100-\u11ff\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


class NamedPerson(NamedTuple):
    """A person as an author wrote them: a name, and a link if one was given (unchecked)."""

    name: str
    url: str = ""
    affiliation: str = ""
    """What was in brackets after the name."""
    written: str = ""
    """All of the text, if it may name several people; until the language of its note is known."""
    parts: tuple[NamedPerson, ...] = ()
    """Several people who are meant, unless somebody is known by the whole name."""

    def with_suffix(self, suffix: str, person: NamedPerson) -> NamedPerson:
        """The person with *suffix* after the name, and what was read as *person* of its own."""
        written = self.written and self.written + suffix
        return self.with_facts_of(person)._replace(name=self.name + suffix, written=written)

    def with_facts_of(self, other: NamedPerson) -> NamedPerson:
        """The person with what only *other* says."""
        return self._replace(
            url=self.url or other.url, affiliation=self.affiliation or other.affiliation
        )


def split_names(text: str) -> tuple[NamedPerson, ...]:
    """The people named in ``text``, each once, in the order written.

    They are on lines of their own or are separated by commas; if there is a ``;``, commas
    separate nothing. ``Name <https://...>`` links a name. ``Jr.`` and the like after a comma
    belong to the name before it. Brackets are part of the name.
    """
    return _split(text, [Stretch(0, len(text))])


def split_speakers(text: str) -> tuple[NamedPerson, ...]:
    """The people named in ``text`` as :func:`split_names` does, with affiliations.

    They are in brackets after the name, if nothing separates: ``Ann Lee (Acme, Berlin)``.
    What is all in brackets is a name.
    """
    if text.isprintable() and not _PARTED.search(text):
        return _one_person(text)
    return _split(text, list(find_stretches(_without_links(text))))


def never_closed(text: str) -> tuple[str, ...]:
    """What comes after the brackets of such a text that are never closed, with them."""
    stretches = find_stretches(_without_links(text))
    return tuple(text[each.start - 1 : each.end] for each in stretches if each.is_open)


def each_once(people: Iterable[NamedPerson]) -> tuple[NamedPerson, ...]:
    """The people in their order, each once, with what any of their places says of them."""
    unique: dict[str, NamedPerson] = {}
    for person in people:
        if key := name_key(person.name):
            known = unique.get(key)
            unique[key] = known.with_facts_of(person) if known else person
    return tuple(unique.values())


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """What says who a person is: the slug of the name without full stops and apostrophes.

    ``José M. Zapata`` and ``Jose M Zapata`` are one person, and so are ``Dr. Ann Lee`` and ``Ann
    Lee``. Empty only for a name of which nothing is visible.
    """
    return slug(without_titles(_UNSPOKEN.sub("", fold(name)))) or slug(name)


def family_first(name: str, sort: str = "") -> str:
    """The text to sort a person by: the family name, then the rest, as they are written.

    ``sort`` wins if it is given. ``Guido van Rossum`` gives ``Rossum Guido van``. Names in
    Chinese, Japanese or Korean characters, single words and ``Family, Given`` keep their order.
    """
    if sort:
        return _without_commas(sort)
    shown = _IN_BRACKETS.sub("", name)
    shown = shown if fold(shown) else name
    family, comma, given = shown.partition(",")
    if comma and given.strip() and not all(map(_is_suffix, given.replace(",", " ").split())):
        return _without_commas(shown)
    if _is_cjk(shown):
        return " ".join(shown.split())
    words, suffixes = _split_suffixes(_without_title(_without_commas(shown).split()))
    if len(words) < 2:
        return " ".join([*words, *suffixes])
    # The family name is the last word. Particles before it (van, de la, bin) end up after the
    # given names, as in Dutch usage, because everything else keeps its order.
    start = len(words) - _family_length(words)
    family, article = _split_article(" ".join(words[start:]))
    return " ".join([family, *words[:start], *article, *suffixes])


def family_and_given(name: str, sort: str = "") -> tuple[str, str]:
    """The family name and the rest, split as :func:`family_first` sorts.

    ``sort`` wins if it has a comma. The second is empty for single words, and for names in Chinese,
    Japanese or Korean characters without a blank.
    """
    for text in (sort, _IN_BRACKETS.sub("", name)):
        family, comma, given = text.partition(",")
        if comma and given.strip() and not all(map(_is_suffix, given.replace(",", " ").split())):
            return " ".join(family.split()), " ".join(given.split())
    shown = _IN_BRACKETS.sub("", name)
    words = _without_title(_without_commas(shown if fold(shown) else name).split())
    if _is_cjk(shown):
        return words[0], " ".join(words[1:])
    words, suffixes = _split_suffixes(words)
    if len(words) < 2:
        return " ".join([*words, *suffixes]), ""
    start = len(words) - _family_length(words)
    return " ".join(words[start:]), " ".join([*words[:start], *suffixes])


def _without_links(text: str) -> str:
    """The text with blanks for its links, everything else in its place."""
    return _LINK.sub(lambda found: " " * len(found[0]), text) if "<" in text else text


def _one_person(text: str) -> tuple[NamedPerson, ...]:
    """The person whose name is all of a text; nobody if nothing of it is visible."""
    name = " ".join(text.split())
    written = text.strip() if _SEVERAL.search(name) else ""
    return (NamedPerson(name, written=written),) if name_key(name) else ()


def _split(text: str, stretches: list[Stretch]) -> tuple[NamedPerson, ...]:
    plain = _without_links(text)
    outside = (each for each in stretches if not each.brackets)
    has_semicolon = any(_SEMICOLON.search(plain, each.start, each.end) for each in outside)
    separator = _SEMICOLON_OR_LINE if has_semicolon else _COMMA
    people: list[NamedPerson] = []
    for part in split_outside(plain, stretches, separator):
        person = _read_person(text, plain, part)
        if people and not part.separator_before.isspace() and is_suffix(fold(person.name)):
            people[-1] = people[-1].with_suffix(f" {person.name}", person)
        elif person.name:
            people.append(person)
    return each_once(people)


def _read_person(text: str, plain: str, part: ListPart) -> NamedPerson:
    link = _LINK.search(text, part.start, part.end) if plain != text else None
    name, affiliation = name_and_affiliation(part.pieces(plain))
    if not name_key(name) and affiliation:
        name, affiliation = plain[part.start : part.end], ""
    name = " ".join(name.split()).strip(",; ")
    written = text[part.start : part.end].strip() if _SEVERAL.search(name) else ""
    return NamedPerson(name, link[1].strip() if link else "", affiliation, written)


def people_in(person: NamedPerson, joint: re.Pattern[str]) -> tuple[NamedPerson, ...]:
    """The people that the text for one may name; nothing if it is only one.

    :param joint: what is between names, such as "and"
    """
    text = person.written
    plain = _without_links(text)
    parts = list(split_outside(plain, find_stretches(plain), joint))
    if len(parts) < 2:
        return ()
    people = each_once(_read_person(text, plain, part)._replace(written="") for part in parts)
    return people if len(people) == len(parts) else ()


def is_suffix(word: str) -> bool:
    """Whether a folded word is said after names, as ``jr.`` is."""
    return word.replace(".", "").replace(" ", "") in _SUFFIXES


def _is_suffix(word: str) -> bool:
    return is_suffix(fold(word))


def _without_commas(name: str) -> str:
    # A comma would sort "Rossum, Guido" after "Rossum Zoe".
    return " ".join(name.replace(",", " ").replace("\uff0c", " ").split())


def _without_title(words: list[str]) -> list[str]:
    last = len(words) - 1
    start = 0
    while start < last and is_title(fold(words[start]).replace(".", "")):
        start += 1
    return words[start:]


def _split_suffixes(words: list[str]) -> tuple[list[str], list[str]]:
    end = len(words)
    while end > 1 and _is_suffix(words[end - 1]):
        end -= 1
    return words[:end], words[end:]


def _family_length(words: list[str]) -> int:
    """Count the words of the family name: three in ``José Ortega y Gasset``."""
    if (len(words) > 2 and fold(words[-1]) in _KIN) or words[-2] == _SERVANT:
        return 2
    return 3 if len(words) > 3 and words[-2] in ("y", "i") else 1


def _split_article(family: str) -> tuple[str, list[str]]:
    for article in _ARTICLES:
        if fold(family[: len(article)]) == article and len(family) > len(article):
            return family[len(article) :], [article.rstrip("-")]
    if match := _ARABIC_ARTICLE.match(family):
        return family[match.end() :], [match[0]]
    return family, []


def _is_cjk(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    return 2 * len(_CJK.findall(text)) > letters
