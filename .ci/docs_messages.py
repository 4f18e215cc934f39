"""Brings the files of the documentation's translations up to date with its text.

Usage: ``python .ci/docs_messages.py``. Extracts the texts, and puts new ones into each language's
files without touching what is translated. Where a text changed, its old translation is kept but
marked as fuzzy, and not shown until somebody has looked at it. Says what is left to do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from sphinx_intl.catalog import dump_po, fuzzy_entries, load_po, untranslated_entries

DOCS = Path(__file__).parents[1] / "docs"
FOLDER = DOCS / "locale"
WIDTH = 76
AS_THEY_ARE = {
    "changelog", "examples/jornadas-2018", "examples/nordlicht-2020-de", "examples/saltmarsh-otto",
    "examples/zh-2021",
}  # fmt: skip
"""The reports are examples of other languages than that of the project."""
FOR_US = "develop/"
"""Whoever reads these pages reads the code, which is in English as well."""


def extract(folder: Path) -> dict[str, Path]:
    """Write the template of every page; those of pages that are translated, by name."""
    doctrees, out = folder / "doctrees", folder / "out"
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "gettext"]
    # A date would change every file, every time.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    subprocess.run([*command, "-d", doctrees, DOCS, out], check=True, env=environment)
    found = {path.relative_to(out).with_suffix("").as_posix(): path for path in out.rglob("*.pot")}
    translated = sorted(name for name in found.keys() - AS_THEY_ARE if not name.startswith(FOR_US))
    return {name: found[name] for name in translated}


def update(path: Path, template: Catalog, language: str) -> list[str]:
    """Bring one file of a language up to date; the texts in it that need a translator."""
    catalogue = load_po(str(path), locale=language) if path.exists() else Catalog(locale=language)
    catalogue.update(template, update_creation_date=False)
    catalogue.fuzzy = False
    catalogue.project, catalogue.version = "Documentation of", "sphinxcontrib-tripreport"
    catalogue.header_comment = f"# Documentation of sphinxcontrib-tripreport ({language})."
    catalogue.creation_date = catalogue.revision_date = template.creation_date
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = ""
    dump_po(str(path), catalogue, width=WIDTH, ignore_obsolete=True)
    return [str(one.id) for one in (*untranslated_entries(catalogue), *fuzzy_entries(catalogue))]


def main() -> None:
    """Update all languages that there are."""
    with tempfile.TemporaryDirectory() as folder:
        for page, pot in extract(Path(folder)).items():
            template = load_po(str(pot))
            if not len(template):
                continue
            for language in sorted(path.name for path in FOLDER.iterdir()):
                path = FOLDER / language / "LC_MESSAGES" / f"{page}.po"
                if missing := update(path, template, language):
                    print(f"{language}: {page}: {len(missing)} texts to translate")


if __name__ == "__main__":
    main()
