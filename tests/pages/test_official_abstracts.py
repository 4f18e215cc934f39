"""The page of a talk shows what the programme says it is about: safely, and unless a note does."""

from __future__ import annotations

import json

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.rich_text import read_rich_text
from sphinxcontrib_tripreport.views.rich_text import draw_rich_text
from tests.tools.building import Build, Built

MARKDOWN = """\
# A heading

Some *words*, **more** and `code`
on two lines: [safe](https://bees.example/a), [not safe](javascript:alert(1)).

![A bee](https://cdn.example/bee.png) <script>alert(2)</script><img src="https://cdn.example/x.png"
onerror="alert(3)"><iframe src="https://cdn.example/film"></iframe>

1. first
   - inner
2. second

> quoted

```
block <b>
```

H<sub>2</sub>O<style>p { color: red }</style>

**bold<br>words** ## end
"""
PROGRAMME = {
    "schedule": {
        "conference": {
            "acronym": "con",
            "title": "BeeCon",
            "days": [
                {
                    "date": "2024-05-02",
                    "rooms": {
                        "Hall": [
                            {"title": "Bees", "language": "de", "abstract": MARKDOWN},
                            {"title": "Wasps", "abstract": "<script>alert(4)</script>"},
                            {"title": "Ants", "abstract": "Theirs."},
                            {"title": "Moths", "abstract": "A<br><br>\n<ul><li>B<li>C</ul>"},
                        ]
                    },
                }
            ],
        }
    }
}
SOURCES = {
    "one.md": "---\nevent: bee\n---\n# One\n\n"
    + "\n".join(f"## {title}\n\n```{{talk}}\n```\n" for title in ("Bees", "Wasps", "Moths"))
    + "\n## Ants\n\n```{talk}\n:abstract: Ours.\n```\n",
    "event.md": "# Events\n\n```{event} BeeCon\n:key: bee\n:programme: con.json\n```\n",
    "con.json": json.dumps(PROGRAMME),
}
CONF = 'extensions.append("myst_parser")\ntripreport_pages = ["talks"]\n'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project as HTML."""
    return Built(tmp_path_factory.mktemp("abstracts"), SOURCES, CONF)


def abstract_in(built: Built, name: str) -> str:
    """The words of the abstract on the page of a talk; empty if it has none."""
    page = built.page(f"trip/talks/bee/{name}.html")
    return next((part.words for part in page.walk() if "trip-abstract" in part.classes), "")


def test_all_of_it_is_on_the_page(built: Built) -> None:
    assert not built.warnings
    words = abstract_in(built, "bees")
    assert words == (
        "Abstract A heading Some words, more and code on two lines: safe, not safe. A bee"
        " https://cdn.example/x.png https://cdn.example/film first inner second quoted block <b>"
        " H2O bold words ## end"
    )
    assert abstract_in(built, "moths") == "Abstract A B C"


def test_nothing_of_it_runs_or_is_fetched_or_is_in_the_contents(built: Built) -> None:
    html = built.out("trip/talks/bee/bees.html")
    for word in ("alert(", "javascript:", "<iframe", "onerror", "color: red", 'src="https:'):
        assert word not in html
    assert "<strong>A heading</strong>" in html
    assert html.count("<h1") == 1
    assert '<a class="reference external" href="https://cdn.example/bee.png">A bee</a>' in html
    assert 'lang="de"' in html


def test_a_notes_own_abstract_wins(built: Built) -> None:
    assert abstract_in(built, "ants") == "Abstract Ours."


def test_without_words_there_is_no_heading(built: Built) -> None:
    assert abstract_in(built, "wasps") == ""


def test_a_change_of_the_programme_writes_the_page(build: Build) -> None:
    built = build(SOURCES, CONF)
    before = built.written()
    built.rebuild(
        {"con.json": SOURCES["con.json"].replace("Theirs.", "Other.").replace("A<br>", "Z<br>")}
    )
    written = {name for name, when in built.written().items() if before.get(name) != when}
    assert abstract_in(built, "moths") == "Abstract Z B C"
    assert "trip/talks/bee/moths.html" in written
    # What the programme says of the ants is in the head of their page, for search engines.
    assert not written & {"one.html", "trip/talks/bee/bees.html", "trip/talks/bee/wasps.html"}


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "xml", "epub", "gettext"])
def test_every_builder(build: Build, builder: str) -> None:
    home = "Home\n====\n\n.. toctree::\n\n   one\n   event\n   trip/talks/index\n"
    built = build({**SOURCES, "index.rst": home}, CONF, builder=builder)
    assert not built.warnings


ALLOWED = (
    nodes.Text, nodes.paragraph, nodes.line_block, nodes.line, nodes.literal_block, nodes.literal,
    nodes.block_quote, nodes.bullet_list, nodes.enumerated_list, nodes.list_item, nodes.emphasis,
    nodes.strong, nodes.subscript, nodes.superscript, nodes.reference,
)  # fmt: skip
SIGNS = st.sampled_from(
    ["<b>", "</b>", "<a href='javascript:x'>", "<a href='https://a.example'>", "</a>", "<ul><li>",
     "</ul>", "<pre>", "</pre>", "<br>", "<script>", "</script>", "<img src='https://a.example/x'>",
     "<h1>", "</h1>", "<code>", "</code>", "\n\n", "* ", "1. ", "> ", "# ", "`", "::\n\n  ", "word",
     "https://a.example/b", "<sub>", "</sub>", "<i>", "</i>", " "]
)  # fmt: skip


@given(
    st.lists(SIGNS | st.text(max_size=4), max_size=25), st.sampled_from(["markdown", "html", "rst"])
)
def test_nothing_but_words_is_drawn(parts: list[str], markup: str) -> None:
    for block in draw_rich_text(read_rich_text("".join(parts), markup)):
        for node in block.findall():
            assert isinstance(node, ALLOWED)
            if isinstance(node, nodes.Element):
                assert not node["ids"]
                url = node.get("refuri", "https://")
                assert url.lower().startswith(("https://", "http://", "mailto:"))
