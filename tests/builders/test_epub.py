"""The EPUB: valid, with every talk, and made for readers that know little CSS and no scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.cmd.build import build_main

from sphinxcontrib_tripreport.core.queries.options import LAYOUTS
from tests.tools.browser import Browser, serve
from tests.tools.building import Build, Built
from tests.tools.epub import check, needs_epubcheck
from tests.tools.markup import MYST, RST, Markup

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c636868680000030401814bd3d2100000000049454e44ae426082"
)


POST = """\
CppCon.<br>Press <enter> to go on &mdash; a < b, `vector<int>`, std::vector<int>.
<center>In the middle</center>

<p align=center>One<br>two
<p>Three
<ul><li>four<li>five</ul>

<table border=1><tr><td width=50%>a<td>b</table>

<details><summary>More</summary>

Some *text*.

</details>

<iframe width="560" src="https://www.youtube.com/embed/abc" allowfullscreen></iframe>

<img src="photo.png" width=100 alt="The hall">
<img src="nothing.png" alt="No hall"> <a href="/gone.html">old</a>

<script>alert(1)</script>

- [x] <input type=checkbox checked> done
"""


def post(markup: Markup) -> str:
    """A report with HTML of an old blog."""
    text = POST
    if markup is RST:
        text = ".. raw:: html\n\n" + "".join(f"   {line}\n" for line in POST.splitlines())
    return markup.document("A", text, metadata={"event": "con"})


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every layout, names in any script, made pages and old posts: the checker reads them once."""
    talk = {"speakers": "贺云樵; Łukasz Langa", "topics": "数据, R & D"}
    return Built(
        tmp_path_factory.mktemp("book"),
        {
            "文章.md": MYST.document(
                "文章", MYST.talk("数据 & 人", talk), metadata={"event": "云杉"}
            ),
            "lists.md": MYST.document(
                "Lists",
                *(MYST.directive("talklist", "", {"layout": layout}) for layout in LAYOUTS["talk"]),
            ),
            "old-rst.rst": post(RST),
            "old-md.md": post(MYST),
            "photo.png": PNG,
        },
        'tripreport_pages = ["events", "speakers", "topics", "years", "archive"]\n'
        "exclude_patterns = []\n",
        builder="epub",
    )


@pytest.mark.printing
@needs_epubcheck
def test_a_book_is_valid(book: Built) -> None:
    assert book.warnings == []
    (path,) = book.outdir.glob("*.epub")
    check(path)
    order = re.findall(r'<itemref idref="([^"]*)" />', book.out("content.opf"))
    files = re.findall(r'<item id="([^"]*)"|id="([^"]*)" href', book.out("content.opf"))
    assert len(order) == len(set(order))
    assert set(order) <= {one or other for one, other in files}


@pytest.mark.parametrize("name", ["old-rst", "old-md"])
def test_html_of_posts_is_written_as_xhtml(book: Built, name: str) -> None:
    page = book.out(f"{name}.xhtml")
    assert "CppCon.<br />" in page
    assert "—" in page
    assert "No hall" in page
    assert 'src="_images/photo.png"' in page
    assert 'href="https://www.youtube.com/embed/abc"' in page
    assert "☑" in page
    assert "alert" not in page


def test_a_picture_that_cannot_be_fetched_is_a_link(build: Build) -> None:
    uri = "https://127.0.0.1:1/photo.png"
    book = build({"a.md": f"# A\n\n![The hall]({uri})\n\nWith ![]({uri}) words.\n"}, builder="epub")
    page = book.out("a.xhtml")
    assert "<img" not in page
    assert page.count(f'href="{uri}"') == 2
    assert "The hall" in page


def test_it_has_its_own_stylesheet_and_no_scripts(build: Build) -> None:
    book = build(
        {"a.md": MYST.document("A", MYST.talk("Bees", {"speakers": "Ann Lee"}))}, builder="epub"
    )
    assert not list(book.outdir.glob("_static/tripreport*.js"))
    assert ":is(" not in book.out("_static/tripreport.css")
    assert "tripreport.css" in book.out("a.xhtml")


def test_links_are_seen_without_colours(build: Build, browser: Browser) -> None:
    talk = MYST.talk("Bees", {"speakers": "Ann Lee", "slides": "https://example.org/slides"})
    lists = [MYST.directive("talklist", "", {"layout": each}) for each in ("list", "table")]
    book = build({"a.md": MYST.document("A", talk, *lists)}, builder="epub")
    links = "[...document.querySelectorAll('a[href]')]"
    with serve(book.outdir) as address, browser.open("about:blank") as tab:
        for page in ("a", "trip-talks", "trip-speakers"):
            tab.go(f"{address}/{page}.xhtml")
            lines = tab.run(f"{links}.map((a) => getComputedStyle(a).textDecorationLine)")
            assert set(lines) == {"underline"}


def test_no_file_of_ours_beside_the_doctrees_is_named(
    tmp_path: Path, markup: Markup, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without ``-d`` the doctrees are below the output directory; also in a second build."""
    talk = markup.talk("Bees", {"speakers": "Ann"})
    (tmp_path / markup.file("index")).write_text(
        markup.document("Home", talk, metadata={"event": "con"}), encoding="utf-8"
    )
    conf = "extensions = ['sphinxcontrib_tripreport']\ntripreport_pages = ['speakers']\n"
    (tmp_path / "conf.py").write_text(
        f"{conf}exclude_patterns = ['out']\nepub_copyright = version = '1'\n", encoding="utf-8"
    )
    for _again in range(2):
        assert build_main(["-b", "epub", "-E", str(tmp_path), str(tmp_path / "out")]) == 0
        said = [line for line in capsys.readouterr().err.splitlines() if "unknown mimetype" in line]
        assert said
        assert not [line for line in said if "trip" in line.partition("mimetype for")[2]]
