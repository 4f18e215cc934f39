"""A project of people who do not exist, of whom some are named in two ways.

Who is called what, and what they talk about, is chance, but the same chance each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from sphinxcontrib_tripreport.core.checks.people import Appearance, Person
from sphinxcontrib_tripreport.core.text.names import name_key
from sphinxcontrib_tripreport.core.text.romanised import romanise
from sphinxcontrib_tripreport.core.text.slugs import fold
from tests.core.checks.name_lists import NAMES

_KOREAN_IN_LATIN = {
    "민준": "Minjun", "서연": "Seo-yeon", "지훈": "Ji-hoon", "수빈": "Soobin", "현우": "Hyun-woo",
    "지은": "Jieun", "도윤": "Do-yoon", "하은": "Haeun", "준호": "Joon-ho", "유진": "Yujin",
    "성민": "Sung-min", "은비": "Eunbi", "동현": "Dong-hyun", "혜진": "Hye-jin", "태현": "Taehyun",
    "소영": "So-young", "승훈": "Seung-hoon", "미경": "Mikyung", "재석": "Jae-suk", "보라": "Bora",
    "영호": "Young-ho", "나연": "Nayeon", "원영": "Wonyoung", "규리": "Gyuri",
    "김": "Kim", "이": "Lee", "박": "Park", "최": "Choi", "정": "Jung", "강": "Kang", "조": "Cho",
    "윤": "Yoon", "장": "Jang", "임": "Lim", "한": "Han", "오": "Oh", "서": "Seo", "신": "Shin",
    "권": "Kwon", "황": "Hwang", "안": "Ahn", "송": "Song", "유": "Yoo", "홍": "Hong", "백": "Baek",
    "문": "Moon", "배": "Bae", "남": "Nam",
}  # fmt: skip
_EXPANDED = {"ä": "ae", "ö": "oe", "ü": "ue", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"}
_OTHER_SPELLINGS = (
    ("yu", "iu"), ("ya", "ia"), ("ii", "iy"), ("iy", "y"), ("ks", "x"), ("kh", "h"), ("ey", "ei"),
    ("ts", "c"), ("shch", "sch"), ("y", "i"), ("ou", "u"), ("ch", "h"),
)  # fmt: skip
_MIDDLE = ("Alexander", "B.", "Christine", "D.", "Eva", "F.", "Georg", "H.", "Ida", "J.", "Louise")
_MIDDLE_OF = {
    "Cyrillic": ("Алексеевич", "В.", "Дмитриевна", "С.", "Ивановна", "П."),
    "Greek": ("Α.", "Γ.", "Δ.", "Κ."),
}
_TOPICS = (
    *("async", "typing", "packaging", "testing", "profiling", "notebooks", "databases", "queues"),
    *("caching", "security", "teaching", "maps", "weather", "astronomy", "genomics", "robots"),
)
_ABOUT = (
    "Understanding",
    "Rethinking",
    "Debugging",
    "Scaling",
    "Teaching",
    "Measuring",
    "Shipping",
)
_COMPANIES = tuple(f"company {number}" for number in range(60))
_SERIES = ("PyCon", "DjangoCon", "PyData", "SciPy")


class MadeUp(NamedTuple):
    """A project, and who in it is whom."""

    people: list[Person]
    planted: dict[frozenset[str], str]
    """The keys of each two who are one, and in what their names differ."""


class _Named(NamedTuple):
    given: str
    family: str
    script: str

    @property
    def name(self) -> str:
        if self.script == "Hangul":
            return f"{self.family}{self.given}"
        return f"{self.given} {self.family}"


def latin_people(count: int, planted: int, seed: int) -> MadeUp:
    """A project whose speakers have names in Latin letters."""
    kinds = {
        "swapped": _swapped,
        "initials": _initials,
        "transliterated": _spelled_otherwise,
        "one letter": _one_letter,
        "accent or hyphen": _accent,
        "middle name": _middle,
    }
    names = _names(Random(seed), ("Latin", "Cyrillic"), count, {"Cyrillic": 20})
    return _project(Random(seed), names, kinds, planted)


def people_of_four_scripts(count: int, planted: int, seed: int) -> MadeUp:
    """A project whose speakers have names in Latin, Cyrillic and Greek letters, and in Hangul."""
    kinds = {
        "in two scripts": _in_latin,
        "swapped": _swapped,
        "initials": _initials,
        "one letter": _one_letter,
        "middle name": _middle,
        "in two scripts and swapped": lambda chance, person: _family_first(
            _in_latin(chance, person)
        ),
    }
    return _project(Random(seed), _names(Random(seed), tuple(NAMES), count, {}), kinds, planted)


def _names(
    chance: Random, scripts: Sequence[str], count: int, most: Mapping[str, int]
) -> list[_Named]:
    """Names, each once; about as many of each script, unless there may be only so many."""
    found: dict[str, _Named] = {}
    made = dict.fromkeys(scripts, 0)
    while len(found) < count:
        script = chance.choice(scripts)
        if made[script] >= most.get(script, count):
            continue
        given, family = chance.choice(NAMES[script])
        named = _Named(chance.choice(given), chance.choice(family), script)
        if found.setdefault(name_key(named.name), named) is named:
            made[script] += 1
    return list(found.values())


def _project(
    chance: Random,
    names: list[_Named],
    kinds: Mapping[str, Callable[[Random, _Named], str]],
    planted: int,
) -> MadeUp:
    """Everybody with one to three talks, and some once more under another name.

    Of these a quarter gave one talk twice, and a quarter say where they work.
    """
    by_key = {name_key(each.name): each for each in names}
    talks = {key: [_talk(chance, {key}) for _ in range(chance.randint(1, 3))] for key in by_key}
    called = {key: each.name for key, each in by_key.items()}
    for _ in range(len(by_key) // 10):  # talks of two
        one, other = chance.sample(sorted(by_key), 2)
        talk = _talk(chance, {one, other})
        talks[one].append(talk)
        talks[other].append(talk)
    works_at = {key: chance.choice(_COMPANIES) for key in by_key if chance.random() < 0.5}
    pairs: dict[frozenset[str], str] = {}
    twice = chance.sample(sorted(by_key), len(by_key))
    order = list(kinds)
    while len(pairs) < planted:
        key, kind = twice.pop(), order[len(pairs) % len(order)]
        name = kinds[kind](chance, by_key[key])
        other = name_key(name)
        if not name or other in called:
            continue
        pairs[frozenset((key, other))] = kind
        called[other] = name
        talks[other] = [_talk(chance, {other})]
        if len(pairs) % 4 == 0:
            again = _talk(chance, {other})._replace(title=talks[key][0].title)
            talks[other].append(again)
        elif len(pairs) % 4 == 1:
            works_at[key] = works_at[other] = chance.choice(_COMPANIES)
    people = [
        Person(key, name, (name,), organisation=works_at.get(key, ""), talks=tuple(talks[key]))
        for key, name in called.items()
    ]
    return MadeUp(people, pairs)


def _talk(chance: Random, speakers: set[str]) -> Appearance:
    year = chance.randint(2015, 2024)
    event = f"{chance.choice(_SERIES)} {year}"
    first, second = chance.sample(_TOPICS, 2)
    title = f"{chance.choice(_ABOUT)} {first} with {second} in {chance.randint(2, 60)} steps"
    begins = datetime(year, 6, chance.randint(1, 4), chance.randint(9, 17), chance.choice((0, 30)))
    return Appearance(
        f"{event}/{title}",
        event,
        fold(title),
        frozenset((first, second)),
        (frozenset(speakers),),
        begins,
        begins + timedelta(minutes=30),
    )


def _swapped(chance: Random, person: _Named) -> str:
    if person.script == "Hangul":
        return f"{person.given} {person.family}"
    return _family_first(person.name)


def _family_first(name: str) -> str:
    given, _, family = name.partition(" ")
    return f"{family} {given}" if family else ""


def _initials(chance: Random, person: _Named) -> str:
    return "" if person.script == "Hangul" else f"{person.given[0]}. {person.family}"


def _in_latin(chance: Random, person: _Named) -> str:
    if person.script == "Hangul":
        return f"{_KOREAN_IN_LATIN[person.given]} {_KOREAN_IN_LATIN[person.family]}"
    words = [romanise(fold(word)) for word in (person.given, person.family)]
    if person.script == "Latin":
        return ""
    return " ".join(_spelled_by(chance, word).title() for word in words)


def _spelled_by(chance: Random, word: str) -> str:
    """A word as one of the other usual systems has it."""
    usual = [(one, other) for one, other in _OTHER_SPELLINGS if one in word]
    if not usual or chance.random() < 0.5:
        return word
    return word.replace(*chance.choice(usual))


def _spelled_otherwise(chance: Random, person: _Named) -> str:
    return _in_latin(chance, person) if person.script == "Cyrillic" else ""


def _one_letter(chance: Random, person: _Named) -> str:
    """With a letter less, another, one more, or two in the wrong order, in a longer word."""
    if person.script == "Hangul":
        return ""
    given, family = person.given, person.family
    is_family = len(family) >= len(given)
    word = family if is_family else given
    if len(word) < 5:
        return ""
    place = chance.randint(1, len(word) - 2)
    letter = chance.choice([each for each in word.lower() if each != word[place]])
    changed = chance.choice((
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    ))  # fmt: skip
    return f"{given} {changed}" if is_family else f"{changed} {family}"


def _accent(chance: Random, person: _Named) -> str:
    """With ``ae`` for ``ä``, or written as one word or with a hyphen."""
    expanded = "".join(_EXPANDED.get(char, char) for char in person.name)
    if expanded != person.name:
        return expanded
    if len(person.given) > 4 and chance.random() < 0.2:
        return f"{person.given[:3]}-{person.given[3:].title()} {person.family}"
    return ""


def _middle(chance: Random, person: _Named) -> str:
    if person.script == "Hangul":
        return ""
    middle = chance.choice(_MIDDLE_OF.get(person.script, _MIDDLE))
    return f"{person.given} {middle} {person.family}"
