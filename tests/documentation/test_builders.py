"""The example project in every builder."""

from __future__ import annotations

import html as entities
import re
import shutil
import subprocess
import unicodedata
from urllib.parse import unquote

import pytest

from tests.tools.example import Example
from tests.tools.pages import Page
from tests.tools.talks_schema import find_errors

WORDS = {
    "html": "**/*.html",
    "dirhtml": "**/index.html",
    "singlehtml": "index.html",
    "epub": "**/*.xhtml",
    "latex": "*.tex",
    "text": "**/*.txt",
    "man": "*.1",
    "texinfo": "*.texi",
    "xml": "**/*.xml",
    "pseudoxml": "**/*.pseudoxml",
    "json": "**/*.fjson",
}
"""The builders that write the words of reports, and into which files."""
OTHERS = ("gettext", "linkcheck", "dummy", "changes")


@pytest.mark.parametrize("builder", WORDS)
def test_the_example_has_the_same_talks(example: Example, builder: str) -> None:
    known = example.known()
    out = example.build(builder)
    words = _letters(
        "".join(path.read_text(encoding="utf-8") for path in sorted(out.glob(WORDS[builder])))
    )
    names = {speaker["key"]: speaker["name"] for speaker in known["speakers"]}
    talks = [
        talk
        for talk in known["talks"]
        if any(note["docname"].startswith("examples/") for note in talk["notes"])
    ]
    assert len(talks) > 30
    for talk in talks:
        assert _letters(talk["title"]) in words, talk["title"]
        for key in talk["speakers"]:
            assert _letters(names[key]) in words, names[key]


def test_what_it_knows_is_what_the_schema_says(example: Example) -> None:
    assert find_errors(example.known()) == []


@pytest.mark.parametrize("builder", OTHERS)
def test_the_example_in_builders_without_talks(example: Example, builder: str) -> None:
    example.build(builder)


def _letters(text: str) -> str:
    r"""Only letters and digits, without markup: "R&amp;D", "R\&D" and "R & D" are the same."""
    text = entities.unescape(_MARKUP.sub("", _ESCAPE.sub(_unescaped, text)))
    return _NO_LETTERS.sub("", unicodedata.normalize("NFC", text))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


_NO_LETTERS = re.compile(r"[\W_]+")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
"""JSON."""
_MARKUP = re.compile(r"<[^>]*>|\\n|\\f[A-Z]|\\\(..|\\[a-zA-Z]+\{\}|\\[a-zA-Z]+|@w\{\}")
"""Tags; line ends of JSON; fonts and signs of man; commands of LaTeX and Texinfo."""


@pytest.mark.printing
@pytest.mark.skipif(shutil.which("makeinfo") is None, reason="needs makeinfo")
def test_the_example_in_texinfo_is_valid(example: Example) -> None:
    (source,) = example.build("texinfo").glob("*.texi")
    done = subprocess.run(
        ["makeinfo", "--no-split", source.name], cwd=source.parent, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    words = _letters(source.with_suffix(".info").read_text(encoding="utf-8"))
    assert _letters("Backpressure Is a Feature") in words


def test_links_within_one_page(example: Example) -> None:
    page = Page.read((example.build("singlehtml") / "index.html").read_text(encoding="utf-8"))
    anchors = set(page.ids)
    links = [each.attributes.get("href", "") for each in page.by_tag("a")]
    inside = [unquote(link.removeprefix("#")) for link in links if link.startswith("#")]
    assert len(inside) > 500
    assert [anchor for anchor in inside if anchor and anchor not in anchors] == []
