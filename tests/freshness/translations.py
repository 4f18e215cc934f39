"""Translations of a project's texts, as gettext keeps them. Knows nothing of Sphinx."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

LANGUAGE = "es"
_FOLDER = f"locale/{LANGUAGE}/LC_MESSAGES"

WORDS: Mapping[str, tuple[str, ...]] = {
    "Docker and Python": ("Docker y Python", "Python con Docker", "Ábaco"),
    "docker and PYTHON": ("docker y PYTHON", "Type Hints at Work"),
    "Type Hints at Work": ("Tipos en el trabajo", "Trabajo con tipos"),
    "The *Zen* of Tests": ("El *zen* de las pruebas", "Zen"),
    "The Zen of Tests": ("El zen de las pruebas", "Zen"),
    "Keynote": ("Charla magistral", "Docker and Python"),
    "Größer denken": ("Pensar en grande", "¿Más?"),
    "Ada Lovelace": ("Ada de Lovelace", "La condesa"),
    "Grace Hopper": ("Graciela Hopper",),
    "Report": ("Informe", "Crónica"),
    "EuroPython 2020": ("EuroPitón 2020", "Europa 2020"),
    "PyCon 2021": ("Congreso de 2021",),
    "The Conference": ("El congreso", "Un congreso"),
    "Testing": ("Pruebas",),
    "Room 1": ("Sala 1", "Aula 1"),
    "Main Hall": ("Sala grande", "Room 1"),
    "beginner": ("principiantes",),
    "expert": ("gente experta",),
    "Science": ("Ciencia", "Ciencias"),
    "US Navy": ("Armada de los EE. UU.",),
    "Göttingen": ("Gotinga",),
    "she/her": ("ella",),
    "Dublin": ("Dublín",),
    "online": ("en línea",),
    "my photos": ("mis fotos", "fotos"),
    "Friday 24": ("Viernes 24", "viernes, 24"),
    "Day 2": ("Día 2", "Segundo día"),
    "Edition": ("Edición",),
    "A biography": ("Una vida",),
    "Nothing here": ("Nada aquí", "Ninguna"),
    "People": ("Gente", "Personas"),
    "Mentions": ("Menciones",),
    "Lists": ("Listas",),
    "Trip reports": ("Informes de viaje",),
}
"""What a translator may make of the words in a text."""

OF_MADE_PAGES = (
    ("trip/speakers/ada-lovelace", "Ada Lovelace"),
    ("trip/events/europython-2020", "EuroPython 2020"),
    ("trip/topics/testing", "Testing"),
)
"""Titles of pages that nobody wrote, which there may or may not be."""

_SOURCE = re.compile(r"(.+)\.(?:md|rst)")
_MARKUP = re.compile(r"\s*(?:#+ |\* )?(?:\.\. [\w-]+:: |`{3}\{[\w-]+\} |:[\w-]+: )?(.*?)(?: <.*>)?")
_QUOTED = re.compile(r'"([^"\\]+)"')


@dataclass(slots=True)
class Translations:
    """What is translated, and how that is kept."""

    is_compact: bool
    """Whether all documents of a folder have one file, as with Sphinx's ``gettext_compact``."""
    catalogues: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the name of a file, the translation of each text."""

    def files(self) -> Iterator[tuple[str, str]]:
        """The path and the text of every file; a file stays when its last text goes."""
        for name, messages in self.catalogues.items():
            head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
            entries = (
                f"\nmsgid {_quoted(text)}\nmsgstr {_quoted(translated)}\n"
                for text, translated in messages.items()
            )
            yield _path_of(name), head + "".join(entries)

    def name_for(self, docname: str) -> str:
        """The file with the translations of a document."""
        return docname.partition("/")[0] if self.is_compact else docname

    def path_for(self, docname: str) -> str:
        """The path of that file."""
        return _path_of(self.name_for(docname))

    def translate(self, random: Random, docname: str, text: str) -> str:
        """Translate a text of a document, or translate it in another way."""
        translated = translation_of(random, text)
        self.catalogues.setdefault(self.name_for(docname), {})[text] = translated
        return translated


def make_translations(
    random: Random, texts: Mapping[str, str], *, is_compact: bool
) -> Translations:
    """Translations of some of what there is to translate in source files."""
    made = Translations(is_compact)
    for docname, message in messages_in(texts):
        if random.random() < 0.4:
            made.translate(random, docname, message)
    return made


def messages_in(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """The documents of source files, each with a text that can be translated."""
    found = dict.fromkeys(OF_MADE_PAGES)
    for path in sorted(texts):
        if source := _SOURCE.fullmatch(path):
            lines = texts[path].splitlines()
            found |= dict.fromkeys((source[1], text) for line in lines for text in _texts(line))
    return list(found)


def is_of_made_page(path: str) -> bool:
    """Whether a file has translations of pages that nobody wrote."""
    return path.startswith((_path_of("trip"), f"{_FOLDER}/trip/"))


def translation_of(random: Random, text: str) -> str:
    """A translation; some have other signs between their parts, so that no pattern matches."""
    for original, ways in WORDS.items():
        if original in text:
            text = text.replace(original, random.choice(ways))
    if random.random() < 0.1:
        text = text.replace(" (", ", ").replace(" - ", ": ")
    return text


def _texts(line: str) -> Iterator[str]:
    """The words of a line without its markup, as far as there are words for it."""
    found = _MARKUP.fullmatch(line)
    candidates = [found[1] if found else "", *_QUOTED.findall(line)]
    yield from (text for text in candidates if '"' not in text and any(w in text for w in WORDS))


def _path_of(name: str) -> str:
    return f"{_FOLDER}/{name}.po"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
