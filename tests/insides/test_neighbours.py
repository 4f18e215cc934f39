"""What we reach into in other extensions is as we expect it; a test that fails names our files."""

from __future__ import annotations

import pytest
from docutils import nodes
from sphinx.ext import autosectionlabel, intersphinx
from sphinx.util.matching import patfilter

from tests.tools.insides import looks_at, parameters, says


@looks_at("neighbours/autosectionlabel.py")
def test_labels_are_made_of_sections_by_their_headings() -> None:
    """The handler asks for the sections of a document, and makes a label of a heading's source."""
    handler = autosectionlabel.register_sections_as_label
    assert parameters(handler) == ["app", "document"]
    assert says(handler, "document.findall(nodes.section)", "node['ids'][0]", "node[0]")
    assert says(handler, "getattr(title, 'rawsource', title.astext())")
    assert says(autosectionlabel.setup, "app.connect('doctree-read', register_sections_as_label)")
    assert nodes.fully_normalize_name(" A  b ") == "a b"


@looks_at("domain/intersphinx.py")
def test_intersphinx_answers_for_a_reference() -> None:
    """What is asked for a reference that is missing gives a link, and leaves the node as it is."""
    assert parameters(intersphinx.missing_reference) == ["app", "env", "node", "contnode"]


@looks_at("neighbours/external_toc.py")
def test_tables_of_contents_are_inserted_by_a_transform() -> None:
    """The transform takes what a file says from ``env.external_site_map``, by document."""
    events = pytest.importorskip("sphinx_external_toc.events")
    assert says(events.InsertToctrees, "insert_toctrees(self.app, self.document)")
    found = events.insert_toctrees
    assert says(found, "app.env.external_site_map", "site_map.get(app.env.docname)")
    assert says(found, "for toctree in doc_item.subtrees", "for entry in toctree.items")
    assert events.remove_suffix("a.md", [".rst", ".md"]) == "a"
    assert list(patfilter(["a/b", "c"], "a/*")) == ["a/b"]
