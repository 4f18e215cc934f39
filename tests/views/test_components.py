"""What authors make with sphinx-design looks as without us, also beside documents without any."""

from __future__ import annotations

import re

from tests.tools.building import Build, Built

SOURCES = {
    "index.rst": """\
Start
=====

.. toctree::

   plain

.. dropdown:: More

   Hidden

.. tab-set::

   .. tab-item:: One

      First

   .. tab-item:: Two

      Second

.. card:: A card
   :link: https://example.org/
""",
    "plain.rst": "Plain\n=====\n\nText.\n",
}


def test_components_are_drawn_as_sphinx_design_draws_them(build: Build) -> None:
    ours = build(SOURCES)
    alone = build(SOURCES, "extensions = ['sphinx_design']\n", folder="alone")
    assert _body(ours, "index") == _body(alone, "index")
    assert "<details" in _body(ours, "index")
    assert "sd-tab-label" in _body(ours, "index")
    assert _body(ours, "plain") == _body(alone, "plain")


def _body(built: Built, name: str) -> str:
    found = re.search(
        r'<div class="body".*?<div class="clearer">', built.out(f"{name}.html"), re.DOTALL
    )
    assert found is not None
    return found[0]
