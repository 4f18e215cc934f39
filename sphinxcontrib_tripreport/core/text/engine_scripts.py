"""Which scripts TeX engines set with the fonts of Sphinx, and settings for the others. Pure.

The fonts are those of Sphinx' ``latex_elements``: Times and the like for pdfLaTeX, GNU FreeFont for
XeLaTeX and LuaLaTeX.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from sphinxcontrib_tripreport.core.text.scripts import EMOJI, HAN

_EAST_ASIAN: Final = frozenset((HAN, "Kana", "Hangul"))
_RIGHT_TO_LEFT: Final = frozenset(("Arabic", "Hebrew", "Syriac", "Thaana"))
_OF_ENGINE: Final = {
    "pdflatex": frozenset({"Latin"}),
    "xelatex": None,
    "lualatex": None,
}
"""Of each engine, the scripts that it sets; None if that is all but those of East Asia."""
_FONTS: Final = r'latex_elements = {"fontpkg": r"\usepackage{tripreport-fonts}"}'
_FONTS_BOTH_WAYS: Final = r"""latex_elements = {
    "fontpkg": r"\usepackage{tripreport-fonts}",
    "polyglossia": "",
    "babel": r"\usepackage[english,bidi=basic]{babel}",
}"""


def not_set(scripts: Set[str], engine: str, encodings: str) -> set[str]:
    """The *scripts* that an engine cannot set.

    :param engine: as ``latex_engine`` names it; others than three are not known, and set all
    :param encodings: what a document says of the encodings of its fonts
    """
    if engine not in _OF_ENGINE:
        return set()
    can = _OF_ENGINE[engine]
    if can is None:
        return set(scripts & _EAST_ASIAN) if "xeCJK" not in encodings else set()
    also = {"Greek"} if "LGR" in encodings else set()
    if "T2A" in encodings or "X2" in encodings:
        also.add("Cyrillic")
    return set(scripts - can - also)


def settings_for(scripts: Set[str]) -> str:
    """What to write into ``conf.py`` for books with these scripts."""
    if scripts & (_RIGHT_TO_LEFT | {EMOJI}):
        return f'latex_engine = "lualatex"\n{_FONTS_BOTH_WAYS}'
    return f'latex_engine = "xelatex"\n{_FONTS}'
