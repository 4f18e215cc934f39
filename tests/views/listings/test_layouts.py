"""Every layout that can be asked for shows something, and is drawn."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.queries.options import LAYOUTS
from sphinxcontrib_tripreport.views.listings.columns import MAKERS
from sphinxcontrib_tripreport.views.listings.draw import _LAYOUTS
from sphinxcontrib_tripreport.views.listings.layout_columns import COLUMNS_OF_LAYOUTS

ALL = [(kind, layout) for kind, layouts in LAYOUTS.items() for layout in layouts]


@pytest.mark.parametrize(("kind", "layout"), ALL)
def test_a_layout_has_columns_and_is_drawn(kind: str, layout: str) -> None:
    assert layout in _LAYOUTS
    # Those of a table are its author's choice.
    if layout != "table":
        assert MAKERS[kind].keys() >= set(COLUMNS_OF_LAYOUTS[layout][kind])
