"""What a post's metadata says for pages that list it: a description and a picture. Pure.

ABlog's ``excerpt`` and ``image`` are numbers: how many paragraphs are the excerpt, and which
picture of the text is shown (``ablog.readthedocs.io``, "Posting and listing").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.posts.field_names import spellings
from sphinxcontrib_tripreport.core.posts.field_values import is_no, is_yes
from sphinxcontrib_tripreport.core.text.excerpts import LONGEST_CHOSEN, shorten
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.plain_words import plain_words

_FILE_KEYS: Final = ("path", "url", "src", "image", "teaser", "file", "filename", "relative_src")
"""How Chirpy, Astro, PaperMod, Minimal Mistakes and others call the file of a picture."""
_ALT_KEYS: Final = ("alt", "image_alt", "alt_text")
_DEEPEST: Final = 3


class WrittenPicture(NamedTuple):
    """A picture as metadata names it."""

    url: str
    alt: str
    field: str
    line: int
    """From 1; 0 for one that ``conf.py`` adds."""


class ShownFields(NamedTuple):
    """What the metadata says for pages that list a post."""

    description: str = ""
    """In plain words."""
    paragraphs: int = 0
    """How many of the text are the excerpt; 0 if the metadata does not say."""
    picture: WrittenPicture | None = None
    picture_number: int | None = None
    """Which picture of the text is shown, from 1; 0 for none; None if it does not say."""


def read_shown_fields(fields: Mapping[str, Located]) -> ShownFields:
    """What these fields say; what is no description or picture is none of ours, and passed over.

    :param fields: a post's metadata by lower-case name
    """
    described = [located.value for _, located in _given_fields(fields, "description")]
    texts = [value for value in described if isinstance(value, str) and not value.isdecimal()]
    words = (plain_words(text) for text in texts if not (is_yes(text) or is_no(text)))
    numbers = (value for value in described if isinstance(value, str) and value.isdecimal())
    pictures = (_picture(name, located, fields) for name, located in _given_fields(fields, "image"))
    return ShownFields(
        shorten(next(filter(None, words), ""), LONGEST_CHOSEN),
        _number(next(numbers, "0")),
        next(filter(None, pictures), None),
        next(map(_number, _numbers_of_pictures(fields)), None),
    )


def _given_fields(fields: Mapping[str, Located], ours: str) -> Iterator[tuple[str, Located]]:
    return ((name, fields[name]) for name in spellings(ours) if name in fields)


def _numbers_of_pictures(fields: Mapping[str, Located]) -> Iterator[str]:
    image = fields.get("image")
    if image is not None and isinstance(image.value, str) and image.value.isdecimal():
        yield image.value


def _number(text: str) -> int:
    return min(int(text[:4]), 99)


def _picture(name: str, located: Located, fields: Mapping[str, Located]) -> WrittenPicture | None:
    url, alt = _file_and_alt(located, _DEEPEST)
    if not url or url.isdecimal() or is_yes(url) or is_no(url) or "." not in url:
        return None
    own = (f"{name}-alt", f"{name}_alt", f"{name}alt", *spellings("image-alt"))
    given = (fields[each].text() for each in own if each in fields)
    return WrittenPicture(url, plain_words(alt or next(given, "")), name, located.line)


def _file_and_alt(located: Located, deepest: int) -> tuple[str, str]:
    """The file that a value names, and what it shows: a text, the first of a list, a mapping."""
    value = located.value
    if isinstance(value, str):
        return value.strip(), ""
    if not deepest:
        return "", ""
    if isinstance(value, list):
        return _file_and_alt(value[0], deepest - 1) if value else ("", "")
    inner = {name.lower(): each for name, each in value.items()}
    alt = next((inner[key].text() for key in _ALT_KEYS if key in inner), "")
    for key in _FILE_KEYS:
        if key in inner and (found := _file_and_alt(inner[key], deepest - 1))[0]:
            return found[0], alt or found[1]
    return "", alt
