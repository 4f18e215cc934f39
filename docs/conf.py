"""How this documentation is built: ``sphinx-build -W -b html docs docs/_build/html``.

With ``-D language=es`` it is built in Spanish.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import sphinxcontrib_tripreport

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinxcontrib-tripreport"
author = "The sphinxcontrib-tripreport authors"
copyright = f"2026, {author}"  # noqa: A001 - the name that Sphinx reads
version = release = sphinxcontrib_tripreport.__version__

extensions = [
    "sphinxcontrib_tripreport",
    "tripdocs",  # in _ext: generates the reference from the code
    "epub_tabs",
]
exclude_patterns = ["_build", "_ext"]
nitpicky = True

tripreport_data = ["examples/people.yaml", "examples/topics.yaml"]
tripreport_pages = [
    "talks",
    "events",
    "speakers",
    "authors",
    "topics",
    "years",
    "archive",
    "statistics",
]

# The events of the examples are made up: nobody recorded them.
tripreport_check = {"recordings": "off"}

# -- Translations ---------------------------------------------------------------------

locale_dirs = ["locale"]
gettext_compact = False
gettext_location = False  # every edit would change the line numbers of a whole file
gettext_last_translator = gettext_language_team = ""

# -- HTML ---------------------------------------------------------------------------

html_theme = "furo" if find_spec("furo") else "alabaster"
html_title = "Trip reports in Sphinx"

# -- PDF ----------------------------------------------------------------------------

latex_engine = "xelatex"  # "-D latex_engine=lualatex" and "pdflatex" do it, too
latex_use_xindy = False  # makeindex is in every TeX distribution
latex_additional_files = ["_tex/han.sty", "_tex/python.ist"]
latex_elements = {
    "fontpkg": r"\usepackage{han}",  # Latin Modern, and fonts for the Chinese report
    # Names of options in tables are not made narrower than they are.
    "preamble": r"\setlength{\tymin}{80pt}",
}


def translate_title(app: Sphinx, config: Config) -> None:
    """Give the site its name in the language that it is built in."""
    titles = {"es": "Crónicas de congresos en Sphinx"}
    config.html_title = titles.get(config.language, config.html_title)


def setup(app: Sphinx) -> None:
    """Do what depends on settings of the command line."""
    app.connect("config-inited", translate_title)
