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
ENGLISH_ONLY = ("changelog.pot",)


def extract(folder: Path) -> list[Path]:
    """Write the template of every page that is translated."""
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "gettext"]
    command += ["-d", str(folder / "doctrees"), str(DOCS), str(folder / "out")]
    # A date would change every file, every time.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    subprocess.run(command, check=True, env=environment)
    found = sorted((folder / "out").rglob("*.pot"))
    return [
        path for path in found if path.relative_to(folder / "out").as_posix() not in ENGLISH_ONLY
    ]


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
    with tempfile.TemporaryDirectory() as name:
        for pot in extract(Path(name)):
            page = pot.relative_to(Path(name) / "out").with_suffix(".po")
            template = load_po(str(pot))
            if not len(template):
                continue
            for folder in sorted(FOLDER.iterdir()):
                missing = update(folder / "LC_MESSAGES" / page, template, folder.name)
                if missing:
                    print(f"{folder.name}: {page}: {len(missing)} texts to translate")


if __name__ == "__main__":
    main()
