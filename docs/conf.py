"""How this documentation is built: ``sphinx-build -W -b html docs docs/_build/html``."""

import sys
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinxcontrib-tripreport"
author = "The sphinxcontrib-tripreport authors"
copyright = f"2026, {author}"

extensions = [
    "sphinxcontrib_tripreport",
    "tripdocs",  # in _ext: generates the reference from the code
]
exclude_patterns = ["_build", "_ext"]
nitpicky = True

tripreport_data = ["examples/people.yaml"]

# -- HTML --------------------------------------------------------------------------------------------------------------

html_theme = "furo" if find_spec("furo") else "alabaster"
html_title = "Trip reports in Sphinx"

# -- PDF ---------------------------------------------------------------------------------------------------------------

latex_engine = "xelatex"
latex_elements = {
    # Latin Modern, which every TeX distribution has.
    "fontpkg": "",
    # The Chinese example needs xeCJK and a Chinese font (Debian: fonts-noto-cjk). Without a font it is set in Fandol,
    # which comes with TeX Live, or not shown; the rest prints all the same. The quotation marks of the Latin text are
    # kept from becoming Chinese ones, which are twice as wide.
    "preamble": r"""
\IfFileExists{xeCJK.sty}{%
  \usepackage{xeCJK}
  \xeCJKDeclareCharClass{Default}{"2018, "2019, "201C, "201D, "2013, "2014, "2026, "00B7}
  \IfFontExistsTF{Noto Serif CJK SC}%
    {\setCJKmainfont{Noto Serif CJK SC}[AutoFakeSlant]}%
    {\IfFontExistsTF{FandolSong-Regular.otf}{\setCJKmainfont{FandolSong-Regular.otf}}{}}
  \IfFontExistsTF{Noto Sans CJK SC}%
    {\setCJKsansfont{Noto Sans CJK SC}[AutoFakeSlant]}%
    {\IfFontExistsTF{FandolHei-Regular.otf}{\setCJKsansfont{FandolHei-Regular.otf}}{}}
  \IfFontExistsTF{Noto Sans Mono CJK SC}%
    {\setCJKmonofont{Noto Sans Mono CJK SC}[AutoFakeSlant]}%
    {\IfFontExistsTF{FandolFang-Regular.otf}{\setCJKmonofont{FandolFang-Regular.otf}}{}}
}{}
""",
}
