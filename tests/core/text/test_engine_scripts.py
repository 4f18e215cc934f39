"""Which scripts books can have, and what to set for others."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.text.engine_scripts import not_set, settings_for

ALL = frozenset({"Latin", "Cyrillic", "Greek", "Chinese characters", "Arabic"})


@pytest.mark.parametrize(
    ("engine", "encodings", "missing"),
    [
        ("pdflatex", r"\usepackage[T1]{fontenc}", ALL - {"Latin"}),
        ("pdflatex", r"\usepackage[T2A,T1]{fontenc}", ALL - {"Latin", "Cyrillic"}),
        ("pdflatex", r"\usepackage[LGR,X2,T1]{fontenc}", {"Chinese characters", "Arabic"}),
        ("xelatex", r"\usepackage{fontspec}", {"Chinese characters"}),
        ("xelatex", r"\usepackage{xeCJK}", set()),
        ("uplatex", "", set()),
    ],
)
def test_what_engines_cannot_set(engine: str, encodings: str, missing: set[str]) -> None:
    assert not_set(ALL, engine, encodings) == missing


@pytest.mark.parametrize(
    ("scripts", "engine", "has_babel"),
    [
        ({"Cyrillic"}, "xelatex", False),
        ({"Hangul", "Greek"}, "xelatex", False),
        ({"Arabic", "Greek"}, "lualatex", True),
        ({"emoji"}, "lualatex", True),
    ],
)
def test_settings_are_python(scripts: set[str], engine: str, *, has_babel: bool) -> None:
    values: dict[str, object] = {}
    exec(settings_for(scripts), values)
    assert values["latex_engine"] == engine
    elements = values["latex_elements"]
    assert isinstance(elements, dict)
    assert elements["fontpkg"] == r"\usepackage{tripreport-fonts}"
    assert ("babel" in elements) == has_babel
