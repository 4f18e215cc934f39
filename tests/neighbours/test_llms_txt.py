"""Beside ``sphinx_llms_txt`` and ``sphinx_sitemap``: no warnings, and addresses that there are."""

from __future__ import annotations

import re

import pytest

from tests.neighbours.test_autosectionlabel import PAGES, in_order
from tests.tools.building import Build
from tests.tools.markup import Markup

# What these extensions ask of Sphinx is their own.
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"
)


@pytest.mark.parametrize("order", ["before", "after"])
def test_llms_txt_names_sources_that_there_are(build: Build, markup: Markup, order: str) -> None:
    pytest.importorskip("sphinx_llms_txt")
    talk = markup.talk("Bees", {"speakers": "Ann", "topics": "honey"})
    built = build(
        {markup.file("a"): markup.document("Trip", talk)},
        in_order(order, "sphinx_llms_txt")
        + PAGES
        + 'html_copy_source = True\nhtml_baseurl = "https://trips.example/"\n',
    )
    assert built.warnings == []
    addresses = re.findall(r"\(https://trips.example/(.*)\)", built.out("llms.txt"))
    assert len(addresses) == 2
    assert all((built.outdir / address).is_file() for address in addresses)
    assert "Bees" in built.out("llms-full.txt")
    before = built.written()["a.html"]
    built.rebuild()
    assert built.warnings == []
    assert built.written()["a.html"] == before


@pytest.mark.parametrize("order", ["before", "after"])
def test_the_map_of_the_site_has_all_pages(build: Build, markup: Markup, order: str) -> None:
    pytest.importorskip("sphinx_sitemap")
    talk = markup.talk("Bees", {"speakers": "Ann", "topics": "honey"})
    built = build(
        {markup.file("a"): markup.document("Trip", talk)},
        in_order(order, "sphinx_sitemap")
        + PAGES
        + 'html_baseurl = "https://trips.example/"\nsitemap_url_scheme = "{link}"\n',
    )
    assert built.warnings == []
    addresses = re.findall("<loc>https://trips.example/(.*?)</loc>", built.out("sitemap.xml"))
    pages = {page for page in built.written() if page.endswith(".html")}
    assert set(addresses) == pages
    assert {"trip/speakers/ann.html", "trip-talks.html"} <= pages
