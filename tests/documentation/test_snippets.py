"""The snippets for VS Code: what they write is built without a warning."""

from __future__ import annotations

import json
import re

from tests.tools.building import Build
from tests.tools.repository import DOCS

SNIPPETS = DOCS / "examples/files/tripreport.code-snippets"
NOW = {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "03", "CURRENT_DATE": "07"}


def written(body: list[str]) -> str:
    """What a snippet writes if its author only presses Tab."""
    text = "\n".join(body)
    text = re.sub(r"\$\{(\w+)\}", lambda found: NOW[found[1]], text)
    text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", text)
    text = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}", r"\1", text)
    return text.replace("$0", "Text.") + "\n\n"


def test_what_snippets_write_is_built(build: Build) -> None:
    snippets = json.loads(SNIPPETS.read_text(encoding="utf-8")).values()
    sources = {
        name: "".join(written(each["body"]) for each in snippets if each["scope"] == scope)
        for name, scope in (("a.md", "markdown"), ("b.rst", "restructuredtext"))
    }
    built = build(sources)
    assert built.warnings == []
    titles = [talk.title for talk in built.catalogue.talks]
    assert titles == ["Title of the keynote", "Title of the talk"]
    assert [each["prefix"] for each in snippets].count("talk") == 2
    assert "$" not in "".join(sources.values())
