"""The PDF: what stands on its pages, where its links lead, and that nothing runs out of them."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import zlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from pypdf import PdfReader

from .building import Build, Built
from .markup import MYST, RST

PROGRAMS = ("latexmk", "pdflatex", "xelatex", "lualatex", "pdftotext", "qpdf")
MISSING = [program for program in PROGRAMS if shutil.which(program) is None]
DOCS = Path(__file__).parents[1] / "docs"
LAYOUTS = ("list", "table", "cards", "schedule", "timeline")
MANY: Final = 300
FLAGS = {"pdflatex": "-pdf", "xelatex": "-xelatex", "lualatex": "-lualatex"}
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}")


def run(*command: str, cwd: Path) -> str:
    """What a program prints."""
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8",
        errors="replace", timeout=240,
    )  # fmt: skip
    assert done.returncode in (0, 3), done.stdout[-3000:] + done.stderr[-1000:]
    return done.stdout


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


class Pdf:
    """A PDF, made of what the LaTeX builder wrote."""

    def __init__(self, folder: Path, name: str, engine: str) -> None:
        # Without "halt-on-error", XeTeX goes on for ever when it lacks a font.
        flags = (FLAGS[engine], "-interaction=nonstopmode", "-halt-on-error", "-quiet")
        run("latexmk", *flags, f"{name}.tex", cwd=folder)
        self.path = folder / f"{name}.pdf"
        self.log = (folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        aux = (folder / f"{name}.aux").read_text(encoding="utf-8", errors="replace")
        # \newlabel{a:talk-typing}{{2.1}{3}{Typing}{section.2.1}{}}
        self.places = dict(re.findall(r"\\newlabel\{([^}]*)\}\{\{.*\{([^{}]*)\}\{\}\}", aux))
        text = run("pdftotext", "-layout", str(self.path), "-", cwd=folder)
        self.pages = [" ".join(page.split()) for page in text.split("\f")]
        self.reader = PdfReader(self.path)

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(self.pages)

    def links(self) -> tuple[Counter[str], Counter[str]]:
        """How many links there are to each place within, and to each address outside."""
        places: Counter[str] = Counter()
        addresses: Counter[str] = Counter()
        for page in self.reader.pages:
            for annotation in page.get("/Annots", ()):
                action: Any = annotation.get_object().get("/A", annotation.get_object())
                if "/URI" in action:
                    addresses[str(action["/URI"])] += 1
                else:
                    places[str(action.get("/D", action.get("/Dest")))] += 1
        return places, addresses

    def page_of(self, place: str) -> str:
        """The words of the page on which a place is."""
        destination = self.reader.named_destinations[place]
        number = self.reader.get_destination_page_number(destination)
        assert number is not None
        return self.pages[number]

    def bookmarks(self) -> list[str]:
        """All bookmarks."""
        found: list[str] = []

        def walk(outline: Any) -> None:
            for each in outline:
                if isinstance(each, list):
                    walk(each)
                else:
                    found.append(each.title)

        walk(self.reader.outline)
        return found

    def check(self) -> None:
        """Nothing is missing, nothing stands out, and no link leads nowhere."""
        assert "Missing character" not in self.log
        assert "undefined references" not in self.log
        assert "multiply-defined" not in self.log
        wide = re.findall(r"Overfull \\hbox \((\d+)\.\d+pt too wide\).*\n.*", self.log)
        assert not [each for each in wide if int(each) >= 5]
        run("qpdf", "--check", str(self.path), cwd=self.path.parent)
        assert "??" not in self.text
        assert set(self.links()[0]) <= set(self.reader.named_destinations)


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
        for layout in LAYOUTS
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
        "ann.png": picture(1600),
        "many.md": MYST.document(
            "Many",
            *(f"* Talk number {number} - Person {number % 7}x" for number in range(MANY)),
            metadata={"event": "long-2021", "talk-patterns": "'* {title} - {speakers}'"},
        ),
    }


@pytest.mark.parametrize("engine", FLAGS)
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
    check_links(pdf, built)
    check_indices(pdf, built)
    check_long_table(pdf)
    bookmarks = pdf.bookmarks()
    for title in ("First trip", "Docker & 100 % Python", "Typing", "As schedule", "Speakers"):
        assert title in bookmarks


def check_words(pdf: Pdf) -> None:
    """Bylines, signs, and the layouts."""
    assert "Con 2020 · 1 August 2020 · Ida Bee" in pdf.text
    assert "Łukasz Langa, Ann Lee · 23 July 2020, 09:00–09:45 · R_1 #2" in pdf.text
    assert "bees, C++ & C# · Rated 4 of 5 · Video · the “notes” & more" in pdf.text
    assert "Keynote · José Núñez, Zoë Ødegård · 23 July 2020, 10:00 · Hall" in pdf.text
    assert "Watched as a recording" in pdf.text
    assert "– “good”, «très bien», it’s 5 %." in pdf.text
    for layout in LAYOUTS:
        page = next(page for page in reversed(pdf.pages) if f"As {layout}" in page)
        assert "Docker & 100 % Python" in page
    assert len(pdf.reader.pages) < 60  # a photo does not take a page
    assert any("/Image" in str(page.get("/Resources", {})) or page.images
               for page in pdf.reader.pages)  # fmt: skip


def check_links(pdf: Pdf, built: Built) -> None:
    """Every talk, person and event is linked from where the catalogue says, to where it stands."""
    catalogue = built.catalogue
    places, addresses = pdf.links()
    for talk in catalogue.talks:
        place = pdf.places[f"{talk.notes[0].docname}:{talk.notes[0].anchor}"]
        assert talk.title in pdf.page_of(place), talk.title
        # Of the reports on the con each layout has one; and each talk is in the wide table.
        least = len(LAYOUTS) + 1 if talk.event == "con-2020" else 2
        assert places[place] >= least, (talk.title, places[place])
        for link in talk.links:
            assert addresses[link.url] >= len(talk.notes) + 1, link
    (described,) = (who for who in catalogue.speakers.values() if who.described is not None)
    assert described.described is not None
    place = pdf.places[f"people:{described.described.anchor}"]
    assert "Keeps bees." in pdf.page_of(place)
    talks = catalogue.talks_by(described.key)
    assert places[place] >= len(talks) * len(LAYOUTS)
    for address in ("https://ann.example", "https://c.example", "https://n.example"):
        assert address in {each.rstrip("/") for each in addresses}


def check_indices(pdf: Pdf, built: Built) -> None:
    """All four, each line with the number of its page, which is a link."""
    heads = ("TALKS", "SPEAKERS", "EVENTS", "TOPICS")
    starts = [next(number for number, page in enumerate(pdf.pages) if page.startswith(head))
              for head in heads]  # fmt: skip
    talks, speakers, events, topics = (
        " ".join(pdf.pages[first:last]) for first, last in pairwise([*starts, None])
    )
    for talk in built.catalogue.talks:
        assert talk.title in talks
    for speaker in built.catalogue.speakers.values():
        assert speaker.name in speakers
    assert re.search(r"Con 2020 · Brno · \d+", events)
    assert re.search(r"bees · Docker & 100 % Python · \d+", topics)
    assert re.search(r"Talk number 7 · Person 0x, long-2021 · \d+", talks)


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


def test_this_documentation(tmp_path: Path) -> None:
    """Reports in several scripts, and tables of names that do not break."""
    flags = ("-q", "-nW", "--keep-going", "-b", "latex", "-d", str(tmp_path / "doctrees"))
    out = tmp_path / "latex"
    run(sys.executable, "-m", "sphinx", *flags, str(DOCS), str(out), cwd=tmp_path)
    pdf = Pdf(out, "sphinxcontrib-tripreport", "xelatex")
    assert "Missing character" not in pdf.log
    assert not re.findall(r"Overfull \\hbox \(([5-9]|\d\d+)\.", pdf.log)
    run("qpdf", "--check", str(pdf.path), cwd=out)
    assert "贺云樵" in pdf.text
