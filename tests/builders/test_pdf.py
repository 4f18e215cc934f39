"""The PDF: what is on its pages, where its links lead, and that nothing runs out of them."""

from __future__ import annotations

import re
import struct
import zlib
from typing import Final

import pytest

from sphinxcontrib_tripreport.core.queries.options import LAYOUTS
from tests.tools.building import Build
from tests.tools.markup import MYST, RST
from tests.tools.pdf import ENGINES, MISSING, Pdf, installed

MANY: Final = 300
pytestmark = [
    pytest.mark.printing,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]


def picture(size: int = 4) -> bytes:
    """A grey square, as PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x88" * size) * size)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    )


def sources() -> dict[str, str | bytes]:
    """Two reports on one event in every layout, people, and a table of several pages."""
    fields = {"event": "con-2020", "date": "2020-08-01", "author": "Ida Bee", "tags": "travel"}
    talk = {
        "speakers": "Łukasz Langa; Ann Lee",
        "start": "2020-07-23 09:00",
        "end": "09:45",
        "room": "R_1 #2",
        "topics": "bees, C++ & C#",
        "rating": "4",
        "video": "https://v.example/a_very_long_address/that~has/odd?signs&more=1",
        "links": "the “notes” & more <https://n.example>",
    }
    keynote = {"speakers": "José Núñez; Zoë Ødegård", "start": "2020-07-23 10:00", "room": "Hall"}
    listed = RST.talk("Talk in a list").rstrip().replace("\n", "\n  ")
    lists = [
        MYST.heading(f"As {layout}", 2)
        + "\n"
        + MYST.directive("talklist", "", {"layout": layout, "event": "con-2020"})
        for layout in LAYOUTS["talk"]
    ]
    wide = "title, speakers, event, date, time, room, kind, topics, rating, links"
    many = {"layout": "table", "event": "long-2021", "columns": "title, speakers"}
    person = {"photo": "ann.png", "homepage": "https://ann.example", "affiliation": "Bees & Co"}
    event = {"key": "con-2020", "start": "2020-07-23", "place": "Brno", "url": "https://c.example"}
    return {
        "a.rst": RST.document(
            "First trip",
            f"See {RST.role('talk', 'typing')} and {RST.role('speaker', 'Bob Ng')}.\n",
            RST.talk("Docker & 100 % Python", talk, "★★★★☆ – “good”, «très bien», it’s 5\u202f%."),
            RST.directive("keynote", "Größe, façade, čeština & señal", keynote),
            RST.heading("Small ones", 2),
            f"* {listed}\n",
            metadata=fields,
        ),
        "b.md": MYST.document(
            "Second trip",
            MYST.heading("Typing", 2),
            MYST.directive("talk", "", {"speakers": "Bob Ng", "slides": "https://s.example"}),
            "Words.\n",
            MYST.talk("Docker & 100 % Python", {"speakers": "Ann Lee", "status": "watched"}),
            metadata=fields,
        ),
        "lists.md": MYST.document(
            "Lists",
            *lists,
            MYST.heading("Wide", 2),
            MYST.directive("talklist", "", {"layout": "table", "columns": wide}),
            MYST.heading("Long", 2),
            MYST.directive("talklist", "", many),
        ).replace('"layout: table"', "layout: table"),
        "people.md": MYST.document(
            "People",
            MYST.directive("speaker", "Ann Lee", person, "Keeps bees."),
            MYST.directive("event", "Con 2020", event),
        ),
        "learned.rst": RST.document(
            "Learned",
            RST.directive("takeaway", content="Bees ― and wasps ― count."),
            RST.directive("action", content="* Count bees."),
            "- [ ] Buy honey\n",
            RST.directive("takeawaylist"),
            RST.directive("actionlist"),
            metadata={"event": "con-2020"},
        ),
        "ann.png": picture(1600),
        "many.md": MYST.document(
            "Many",
            *(f"* Talk number {number} - Person {number % 7}x" for number in range(MANY)),
            metadata={"event": "long-2021", "talk-patterns": "'* {title} - {speakers}'"},
        ),
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_a_project(build: Build, engine: str) -> None:
    # Latin Modern and makeindex are in every TeX distribution.
    conf = f"latex_engine = {engine!r}\nlatex_use_xindy = False\n"
    if engine != "pdflatex":
        conf += "latex_elements = {'fontpkg': ''}\n"
    built = build(sources(), conf, builder="latex")
    assert built.warnings == []
    pdf = Pdf(built.outdir, "trips", engine)
    pdf.check()
    check_words(pdf)
    check_addresses(pdf)
    check_long_table(pdf)


@pytest.mark.parametrize("engine", ENGINES)
def test_titles_are_hyphenated_in_their_language(build: Build, engine: str) -> None:
    if not installed("loadhyph-es.tex"):
        pytest.skip("needs the hyphenation of Spanish")
    narrow = RST.directive("raw", "latex", content=r"\begin{minipage}{1pt}")
    wide = RST.directive("raw", "latex", content=r"\end{minipage}")
    title = "Desarrollamiento"
    project: dict[str, str | bytes] = {
        "es.rst": RST.document(
            "Viaje", narrow, f"Digo desarrollamiento.\n\n{wide}",
            RST.talk(title), metadata={"event": "con", "lang": "es"},
        ),
        # LaTeX may have no hyphenation of a language, nor know it.
        "sw.rst": RST.document("Safari", RST.talk("Maendeleo"), metadata={"lang": "sw"}),
        "z.rst": RST.document(
            "Probe", narrow, f"See {RST.role('talk', title)} not desarrollamiento.\n\n{wide}",
            RST.directive("talklist"), f"Said :sup:`1` {RST.role('talk', 'Maendeleo')}.\n",
            RST.directive("figure", "grey.png", content=f"Of {RST.role('talk', title)}"),
        ),
        "grey.png": picture(),
    }  # fmt: skip
    conf = f"latex_engine = {engine!r}\nlatex_use_xindy = False\n"
    if engine != "pdflatex":
        conf += "latex_elements = {'fontpkg': ''}\n"
    built = build(project, conf, builder="latex")
    assert built.warnings == []
    pdf = Pdf(built.outdir, "trips", engine, is_whole=False)
    assert not re.findall(r"^! .*", pdf.log, re.MULTILINE)
    words = "".join(pdf.columns)
    assert "digode-sa-rro-lla-miento" in words
    assert "seede-sa-rro-lla-mientonotde-sar-rol-lamiento" in words


def check_words(pdf: Pdf) -> None:
    """Bylines, signs, and the layouts."""
    assert "Con 2020 · 1 August 2020 · Ida Bee" in pdf.text
    assert "Łukasz Langa and Ann Lee · 23 July 2020, 09:00–09:45 · R_1 #2" in pdf.text
    assert "bees, C++ & C# · Rated 4 of 5 · Video · the “notes” & more" in pdf.text
    assert "Keynote · José Núñez and Zoë Ødegård · 23 July 2020, 10:00 · Hall" in pdf.text
    assert "Watched as a recording" in pdf.text
    assert "– “good”, «très bien», it’s 5 %." in pdf.text
    for layout in LAYOUTS["talk"]:
        page = next(page for page in reversed(pdf.pages) if f"As {layout}" in page)
        assert "Docker & 100 % Python" in page
    assert "Docker & 100 % Python" in pdf.bookmarks()
    assert re.search(r"c\+\+&c#·docker&100%python·\d", pdf.index("TOPICS"))
    topics = pdf.index("TOPICS")
    assert topics.count("travel") == 1, "once, with both reports"
    assert "secondtrip·" in topics
    assert len(pdf.reader.pages) < 60  # a photo does not take a page
    assert any("/Image" in str(page.get("/Resources", {})) or page.images
               for page in pdf.reader.pages)  # fmt: skip


def check_addresses(pdf: Pdf) -> None:
    """Each address has its link, with all its signs."""
    _, addresses = pdf.links()
    # In a byline, and in the tables.
    for address in ("https://v.example/a_very_long_address/that~has/odd?signs&more=1",
                    "https://s.example", "https://n.example"):  # fmt: skip
        assert addresses[address] >= 2, address
    for address in ("https://ann.example", "https://c.example"):
        assert address in {each.rstrip("/") for each in addresses}


def check_long_table(pdf: Pdf) -> None:
    """The table of many talks has its head on each page, and every row once."""
    start = next(number for number, page in enumerate(pdf.pages)
                 if re.search(r"\d\.\d Long Title", page))  # fmt: skip
    rows: list[int] = []
    pages = 0
    for page in pdf.pages[start:]:
        found = re.findall(r"Talk number (\d+) Person \dx", page)
        if not found:
            break
        assert re.search(r"Title Speakers Talk number", page), page[:200]
        assert "continued from previous page" in page or not pages
        assert "Table" not in page
        rows += map(int, found)
        pages += 1
    assert sorted(rows) == list(range(MANY))
    assert pages > 3
