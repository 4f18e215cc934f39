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

tripreport_data = ["examples/people.yaml"]
tripreport_pages = ["events", "speakers", "topics", "years", "archive"]

# -- Translations ---------------------------------------------------------------------

locale_dirs = ["locale"]
gettext_compact = False
gettext_location = False  # every edit would change the line numbers of a whole file
gettext_last_translator = gettext_language_team = ""

# -- HTML ---------------------------------------------------------------------------

html_theme = "furo" if find_spec("furo") else "alabaster"
html_title = "Trip reports in Sphinx"

# -- PDF ----------------------------------------------------------------------------

latex_engine = "xelatex"
latex_use_xindy = False  # makeindex is in every TeX distribution
latex_elements = {
    "fontpkg": "",  # Latin Modern, which every TeX distribution has
    # Chinese and Korean characters are set in the first of these fonts that is there: Noto (Debian:
    # fonts-noto-cjk), or Fandol, which comes with TeX Live but has no Korean. Without one they are
    # missing from the PDF, and the rest prints all the same. xeCJK would do it too, but it would
    # also take the quotation marks of Latin text for Chinese ones.
    "preamble": r"""
\newcommand{\han}{}
\newcommand{\usehan}[1]{\renewfontfamily\han{#1}[AutoFakeSlant]}
\IfFontExistsTF{Noto Serif CJK SC}{\usehan{Noto Serif CJK SC}}{%
  \IfFontExistsTF{FandolSong-Regular.otf}{\usehan{FandolSong-Regular.otf}}{}}
\makeatletter
\newXeTeXintercharclass\hanclass
\newcommand{\hanblock}[2]{\count@=#1 \loop \XeTeXcharclass\count@=\hanclass
  \ifnum\count@<#2 \advance\count@ 1 \repeat}
\hanblock{"1100}{"11FF}
\hanblock{"2E80}{"9FFF}
\hanblock{"AC00}{"D7AF}
\hanblock{"F900}{"FAFF}
\hanblock{"FF01}{"FFEE}
\newcommand{\tohan}{\edef\latinfamily{\f@family}\han}
\newcommand{\fromhan}{\fontfamily{\latinfamily}\selectfont}
\makeatother
\XeTeXinterchartokenstate=1
\XeTeXinterchartoks 0 \hanclass={\tohan}
\XeTeXinterchartoks 4095 \hanclass={\tohan}
\XeTeXinterchartoks \hanclass 0={\fromhan}
\XeTeXinterchartoks \hanclass 4095={\fromhan}
\XeTeXlinebreaklocale "zh"
\XeTeXlinebreakskip=0pt plus 1pt
\setlength{\tymin}{80pt} % names of options in tables are not made narrower than they are
""",
}


def translate_title(app: Sphinx, config: Config) -> None:
    """Give the site its name in the language that it is built in."""
    titles = {"es": "Crónicas de congresos en Sphinx"}
    config.html_title = titles.get(config.language, config.html_title)


def setup(app: Sphinx) -> None:
    """Do what depends on settings of the command line."""
    app.connect("config-inited", translate_title)
