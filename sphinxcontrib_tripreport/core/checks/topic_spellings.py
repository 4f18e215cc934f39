"""Topics that are spelled in several ways. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug

_BETWEEN: Final = regex(r"(?<!\d)-|-(?!\d)")
"""What separates words, other than the numbers of a version: 3.1 is not 31."""
_SHORT_PLURAL: Final = regex(r"(?<![^\W_])([A-Z]{2})s(?![^\W_])")
"""``PRs``, ``VMs``: a small letter after two capital ones."""
_SHORTEST_STEM: Final = 3
_LONG_STEM: Final = 5
"""From this length on, -es is hardly the plural of a word that ends in -e and is near another."""
_MOST_FORMS: Final = 64
_ANY_LENGTH: Final = 1_000_000


def find_spellings(topics: Iterable[tuple[str, int]]) -> tuple[tuple[str, ...], ...]:
    """Groups of topics that differ only in case, plural, hyphens, spaces or punctuation.

    :param topics: as they are spelled, each with how often it is
    :return: groups of at least two spellings, in each the most frequent first; groups by their
        first spelling

    A plural is one in *-s*, *-es* or *-ies*, as in English. ``C``, ``C#`` and ``C++`` are three
    topics.
    """
    counts: Counter[str] = Counter()
    for name, count in topics:
        counts[name] += count
    by_form: defaultdict[str, list[str]] = defaultdict(list)
    for name in counts:
        if form := _form(_words(name)):
            by_form[form].append(name)
    groups: defaultdict[str, set[str]] = defaultdict(set)
    singular_of = _find_singulars(by_form)
    for form, names in by_form.items():
        groups[_last(form, singular_of)].update(names)
    found = (
        tuple(sorted(names, key=lambda name: (-counts[name], name)))
        for names in groups.values()
        if len(names) > 1
    )
    return tuple(sorted(found, key=lambda names: (slug(names[0]), names)))


def _find_singulars(by_form: dict[str, list[str]]) -> dict[str, str]:
    """By each form that is a plural of another one, that other form."""
    found = {}
    for form, names in by_form.items():
        singulars = (single for name in names for single in _singular_forms(name))
        for single in singulars:
            if single != form and single in by_form:
                found[form] = single
                break
    return found


def _last(form: str, singular_of: dict[str, str]) -> str:
    """The singular of a form, and of that again: each is shorter than the one before it."""
    while form in singular_of:
        form = singular_of[form]
    return form


def _words(name: str) -> list[str]:
    return slug(name, _ANY_LENGTH).split("-")


def _form(words: Iterable[str]) -> str:
    """What spellings of one topic have in common, but for plurals."""
    return _BETWEEN.sub("", "-".join(words))


def _singular_forms(name: str) -> Iterator[str]:
    """The forms of a name with each of its words, or some of them, in the singular."""
    words = _words(_SHORT_PLURAL.sub(r"\1", name))
    choices = [(word, *_singulars(word)) for word in words]
    return (_form(chosen) for chosen in islice(product(*choices), _MOST_FORMS))


def _singulars(word: str) -> Iterator[str]:
    """What a word may be the plural of."""
    stem = word[:-2]
    if word.endswith("ies") and len(word) > _SHORTEST_STEM + 1:
        yield word[:-3] + "y"
    if word.endswith("es") and (
        stem.endswith(("s", "x", "z", "sh", "ch"))
        or (len(stem) >= _LONG_STEM and stem[-1] not in "aeiou")
    ):
        yield stem
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_STEM:
        yield word[:-1]
