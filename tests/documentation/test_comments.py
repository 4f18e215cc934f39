"""The script for comments that the guide has: nothing is asked of anyone before a click."""

from __future__ import annotations

from tests.tools.browser import Browser, serve
from tests.tools.building import Build
from tests.tools.repository import DOCS

CONF = 'html_static_path = ["_static"]\nhtml_js_files = ["comments.js"]\n'
ELSEWHERE = """performance.getEntriesByType("resource")
    .map((entry) => entry.name).filter((name) => !name.startsWith(location.origin))"""
LOADED = """[...document.querySelectorAll("script[src*=giscus]")].map((script) =>
    [script.src, script.dataset.repoId, script.dataset.mapping])"""


def test_comments_are_loaded_by_a_click_alone(build: Build, browser: Browser) -> None:
    script = (DOCS / "examples/files/comments.js").read_text(encoding="utf-8")
    report = "---\nevent: estuary-2023\n---\n\n# Report\n\nText.\n\n## Part\n\nText.\n"
    sources = {"report.md": report, "other.md": "# Other\n", "_static/comments.js": script}
    built = build(sources, CONF)
    with serve(built.outdir) as address, browser.open(f"{address}/report.html") as tab:
        assert tab.run(ELSEWHERE) == []
        assert tab.run(LOADED) == []
        # Below all of the report.
        assert tab.run("document.querySelector('section').lastElementChild.tagName") == "BUTTON"
        tab.click("button", "Show comments")
        assert tab.run(LOADED) == [["https://giscus.app/client.js", "R_kgDO...", "pathname"]]
        assert tab.run("document.querySelector('button.trip-none, section > button')") is None
        tab.go(f"{address}/other.html")
        assert tab.run("document.querySelectorAll('section > button').length") == 0
