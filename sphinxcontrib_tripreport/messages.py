"""What the extension says: its translated words, its logger, its way to give a warning.

Words are shown with ``_`` and ``_n``: in the project's language, and inside of
:func:`in_language` in another one. If no language is known yet, as in a mapping at import, words
are only marked with :func:`translatable`, and looked up when they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from sphinx.locale import get_translator, translators
from sphinx.util import logging

from sphinxcontrib_tripreport.core.languages.locales import find_locale, parse_locale
from sphinxcontrib_tripreport.core.model.problems import Subtype

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CATALOGUE = "sphinxcontrib_tripreport"
"""Name of the gettext catalogue that holds the words shown on pages."""
LOCALE_DIR = Path(__file__).parent / "locale"
"""Holds a folder for each language, as gettext wants it."""

logger = logging.getLogger(__name__)

_other: ContextVar[NullTranslations | None] = ContextVar("_other", default=None)
"""Translates into another language than the project's."""


def _(message: str) -> str:
    """Translate a message into the language of what is written; not at import."""
    return (_other.get() or get_translator(CATALOGUE)).gettext(message)


def _n(one: str, many: str, number: int) -> str:
    """Translate a message about *number* things into the language of what is written.

    Languages have up to six forms of it. The number is not filled in.
    """
    return (_other.get() or get_translator(CATALOGUE)).ngettext(one, many, number)


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Have ``_`` and ``_n`` translate into a language; into the project's, if that is empty."""
    token = _other.set(translator_for(language) if language else None)
    try:
        yield
    finally:
        _other.reset(token)


def translatable(message: str) -> str:
    """*message* as it is: the catalogues get it, and it is looked up when it is shown."""
    return message


# The script that filters lists knows all of its translations.
# Translators: between names that are side by side, in no sentence.
COMMA = translatable(", ")


@cache
def translator_for(language: str) -> NullTranslations:
    """What translates our words into a language, whichever the project's language is.

    ``translator_for("es").gettext("Slides")`` is "Diapositivas"; for sentences with a number there
    is ``ngettext(one, many, number)``. The messages are the English words that are in the
    catalogues: those inside ``_``, ``_n`` and ``translatable``.

    :param language: a code as BCP 47, Sphinx or POSIX write it (``pt-BR``, ``zh_TW``, ``uk``)
    :return: for a language that we have no words in, one that returns the English ones
    """
    folder = _folder_of(language)
    if not folder:
        return NullTranslations()
    return translation(CATALOGUE, LOCALE_DIR, [folder])


def languages() -> tuple[str, ...]:
    """The languages that we have words in, apart from English: the names of their folders."""
    return tuple(sorted(path.parents[1].name for path in LOCALE_DIR.glob("*/LC_MESSAGES/*.po")))


def _folder_of(language: str) -> str:
    """The folder with the words of a language, or of what its readers can read; empty if none."""
    locale = parse_locale(language)
    # Each folder is named after its locale. Most languages have none: their words are not asked.
    same = [name for name in languages() if locale and name.split("_")[0] == locale.language]
    if not same:
        return ""
    # Not the English words of a script that Babel has no words in.
    locale = find_locale(language)
    known = {name: Locale.parse(name) for name in same}
    same = [name for name in same if known[name].language == locale.language]
    if locale.language == "zh":
        traditional = locale.script == "Hant"
        same.sort(key=lambda name: (known[name].script == "Hant") != traditional)
    # Its own country's, else that of no country.
    same.sort(key=lambda name: (known[name].territory != locale.territory, len(name)))
    return same[0] if same else ""


def setup(app: Sphinx) -> None:
    """Have our words shown in the project's language, however its code is written."""
    app.add_message_catalog(CATALOGUE, str(LOCALE_DIR))
    # Sphinx knows a language by the name of its folder only, and falls back to the words of
    # another project that the same process built before.
    translators["general", CATALOGUE] = copy(translator_for(app.config.language))


def warn(
    subtype: Subtype, text: str, location: str | tuple[str, int | None] | object | None = None
) -> None:
    """Give one Sphinx warning of type ``tripreport``.

    :param location: a docname with its line, a ``path:line`` text, or a node
    """
    # The text is complete: as an argument, a percent sign in a title is only a percent sign.
    logger.warning(
        "%s",
        text,
        type="tripreport",
        subtype=subtype.value,
        location=location,  # type: ignore[arg-type]
    )
