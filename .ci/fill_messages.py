"""Writes translations into the languages' files: a new message into all of them at once.

Usage: ``python .ci/fill_messages.py FILE``, then ``tox -e messages``. FILE is JSON: by message, by
language, a translation; a list of them, one for each plural form, where the message has a plural.
``{"Slides": {"es": "Diapositivas", "de": "Folien"}}``
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from babel.messages.pofile import read_po, write_po

LOCALE_DIR = Path(__file__).parents[1] / "sphinxcontrib_tripreport" / "locale"


def fill(path: Path, language: str, translations: dict[str, dict[str, str | list[str]]]) -> None:
    """Put the translations into one language into its file."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    for text, by_language in translations.items():
        message = catalogue.get(text)
        if message is None:
            raise SystemExit(f"{path} has no message “{text}”: run “tox -e messages” first.")
        if language in by_language:
            translation = by_language[language]
            message.string = tuple(translation) if isinstance(translation, list) else translation
    with path.open("wb") as file:
        write_po(file, catalogue, width=100)


if __name__ == "__main__":
    asked = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for po in sorted(LOCALE_DIR.glob("*/LC_MESSAGES/*.po")):
        fill(po, po.parents[1].name, asked)
