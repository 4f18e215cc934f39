"""Brings the words that pages show up to date: the template, each language's file, what is read.

Usage: ``python .ci/messages.py [FILE]``. FILE puts new messages into all languages at once; it is
JSON: by message, by language, a translation, or a list of one for each plural form.
``{"Slides": {"es": "Diapositivas", "de": "Folien"}}``. Says what is not translated yet.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
NAME = "sphinxcontrib_tripreport"
FOLDER = f"{NAME}/locale"
TEMPLATE = f"{FOLDER}/{NAME}.pot"
COMMANDS = {
    "extract": "-F pyproject.toml --no-default-keywords -k _ -k _n:1,2 -k translatable"
    " -c Translators: -s"
    f" --omit-header --sort-output --add-location=file -w 100 -o {TEMPLATE} .",
    "update": f"-D {NAME} -d {FOLDER} -i {TEMPLATE} --no-fuzzy-matching --ignore-obsolete"
    " --ignore-pot-creation-date -w 100",
    "compile": f"-D {NAME} -d {FOLDER}",
}

Translations = dict[str, dict[str, str | list[str]]]


def run(command: str) -> None:
    """Run a command of ``pybabel``."""
    CommandLineInterface().run(["pybabel", "-q", command, *COMMANDS[command].split()])


def fill(path: Path, translations: Translations) -> list[str]:
    """Put translations into a language's file; the messages that still have none."""
    language = path.parents[1].name
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    for text, by_language in translations.items():
        message = catalogue.get(text)
        if message is None:
            raise SystemExit(f"No word of the code is “{text}”.")
        if language in by_language:
            translation = by_language[language]
            message.string = tuple(translation) if isinstance(translation, list) else translation
    if translations:
        with path.open("wb") as file:
            write_po(file, catalogue, width=100)
    return [str(message.id) for message in catalogue if message.id and not all(_forms(message))]


def _forms(message: Message) -> Iterable[str | None]:
    return [message.string] if isinstance(message.string, str | None) else message.string


def main(files: list[str]) -> int:
    """Do it all; 1 where something is not translated."""
    translations: Translations = {}
    for name in files:
        translations |= json.loads(Path(name).read_text(encoding="utf-8"))
    os.chdir(ROOT)
    run("extract")
    run("update")
    missing = 0
    for path in sorted(ROOT.glob(f"{FOLDER}/*/LC_MESSAGES/*.po")):
        for text in fill(path, translations):
            print(f"{path.relative_to(ROOT)}: not translated: {text}")
            missing += 1
    run("compile")
    return min(missing, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
