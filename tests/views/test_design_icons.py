"""Icons of sphinx-design are there for all who write one, though nothing loads them before."""

from __future__ import annotations

from tests.tools.building import Build
from tests.tools.markup import Markup


def test_a_dropdown_has_its_icon(build: Build, markup: Markup) -> None:
    text = markup.directive("dropdown", "More", {"icon": "alert"}, "Text.")
    built = build({markup.file("a"): markup.document("Page", text)})
    assert built.warnings == []
    page = (built.outdir / "a.html").read_text(encoding="utf-8")
    assert "sd-octicon-alert" in page


def test_an_icon_that_is_none_is_said(build: Build, markup: Markup) -> None:
    text = markup.directive("dropdown", "More", {"icon": "no-icon"}, "Text.")
    built = build({markup.file("a"): markup.document("Page", text)})
    assert any("no-icon" in each for each in built.warnings)
