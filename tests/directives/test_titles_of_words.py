"""Titles of words alone, which no parser is asked for, are what headings of the same words are."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinxcontrib_tripreport.directives.entry_titles import WORDS
from tests.tools.building import Build

TITLES = (
    "Growing carrots", "What, when, and why?", "Día de los árboles", "数据 科学", "Python 3",
    "Part 2 - the end", "State-of-the-art", "Keynote", "Bees: wow! And more.", "0x10",
    "Is it? Yes, it is",
)  # fmt: skip
CONF = """\
extensions = ["sphinxcontrib_tripreport"]
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
myst_enable_extensions = [
    "amsmath", "attrs_inline", "colon_fence", "dollarmath", "replacements", "smartquotes",
    "strikethrough", "substitution", "tasklist",
]
"""


@pytest.mark.parametrize("suffix", [".md", ".rst"])
def test_titles_are_parsed_as_headings_are(build: Build, suffix: str) -> None:
    assert all(map(WORDS.fullmatch, TITLES))
    if suffix == ".md":
        parts = [f"## {title}\n\n:::{{talk}} {title}\n:::\n\n" for title in TITLES]
        text = "# Trip\n\n" + "".join(parts)
    else:
        parts = [f"{title}\n{'-' * 40}\n\n.. talk:: {title}\n\n" for title in TITLES]
        text = "Trip\n====\n\n" + "".join(parts)
    found = build({f"a{suffix}": text}, CONF).doctree("a")
    headings: list[list[str]] = []
    talks: list[list[str]] = []
    for section in found.findall(nodes.section):
        of_its_kind = talks if "trip-talk" in section["classes"] else headings
        of_its_kind.append([child.pformat() for child in section[0].children])
    assert talks == headings[1:]


@pytest.mark.parametrize(
    "title",
    ["A *b*", "a_ b", "www.example.org", "a--b", "(c)", "it's", "`a`", "{{x}}", "<b>", ":a: b",
     "http:x", "a.b", "a ...",
     "$1$", "~~a~~", "a  b", "- a", "a -", "\\a", "&amp;", "[a]", "mail@example.org", "#1"],
)  # fmt: skip
def test_all_else_is_parsed(title: str) -> None:
    assert WORDS.fullmatch(title) is None
