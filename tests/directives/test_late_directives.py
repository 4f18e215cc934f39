"""Directives by name: each is loaded when a document has it, and is the class that it says."""

from __future__ import annotations

from typing import cast

import pytest
from docutils.parsers.rst import Directive

from sphinxcontrib_tripreport.directives.late_directives import LateDirective
from sphinxcontrib_tripreport.directives.names import DIRECTIVES, OF_TEMPLATES, TOCTREE


@pytest.mark.parametrize("name", [*DIRECTIVES, "toctree"])
def test_each_directive_is_there(name: str) -> None:
    late = cast("LateDirective", DIRECTIVES.get(name, TOCTREE))
    assert issubclass(late.load(), Directive)
    assert late.has_content is late.load().has_content
    assert late.load().__module__.startswith("sphinxcontrib_tripreport.directives.")


def test_templates_have_names_that_are_there() -> None:
    assert set(OF_TEMPLATES) < DIRECTIVES.keys()
