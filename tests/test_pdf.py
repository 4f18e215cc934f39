"""The PDF: bylines, indices with page numbers, bookmarks of the talks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .building import Built
from .markup import MYST, RST

PROGRAMS = ("latexmk", "xelatex", "pdftotext", "qpdf")
MISSING = [program for program in PROGRAMS if shutil.which(program) is None]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}")


def run(*command: str, cwd: Path) -> str:
    """What a program prints."""
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8",
        errors="replace",
    )  # fmt: skip
    assert done.returncode in (0, 3), done.stdout[-3000:] + done.stderr[-1000:]
    return done.stdout


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project as a PDF."""
    fields = {"event": "Con 2020", "date": "2020-08-01", "author": "Ida Bee"}
    talk = {
        "speakers": "Łukasz Langa; Ann Lee",
        "start": "2020-07-23 09:00",
        "end": "09:45",
        "room": "R 1",
        "topics": "bees",
        "rating": "4",
        "video": "https://v.example",
    }
    listed = RST.talk("Talk in a list").rstrip().replace("\n", "\n  ")
    sources = {
        "a.rst": RST.document(
            "First trip",
            f"See {RST.role('talk', 'typing')} and {RST.role('speaker', 'Bob Ng')}.\n",
            RST.talk("Docker & 100 % Python", talk),
            RST.heading("Small ones", 2),
            f"* {listed}\n",
            metadata=fields,
        ),
        "b.md": MYST.document(
            "Second trip",
            MYST.heading("Typing", 2),
            MYST.directive("talk", "", {"speakers": "Bob Ng"}),
            "Words.\n",
            MYST.directive("keynote", "Opening"),
            metadata=fields,
        ),
    }
    # Latin Modern and makeindex are in every TeX distribution.
    conf = "latex_engine = 'xelatex'\nlatex_elements = {'fontpkg': ''}\nlatex_use_xindy = False\n"
    built = Built(tmp_path_factory.mktemp("pdf"), sources, conf, builder="latex")
    assert built.warnings == []
    run("latexmk", "-xelatex", "-interaction=nonstopmode", "-quiet", "trips.tex", cwd=built.outdir)
    log = built.out("trips.log")
    assert "undefined references" not in log
    assert "multiply-defined" not in log
    return built.outdir / "trips.pdf"


def text_of(pdf: Path) -> str:
    """All words of the PDF."""
    return " ".join(run("pdftotext", "-layout", str(pdf), "-", cwd=pdf.parent).split())


def test_bylines(pdf: Path) -> None:
    text = text_of(pdf)
    assert "Con 2020 · 1 August 2020 · Ida Bee" in text
    assert "Łukasz Langa, Ann Lee · 23 July 2020, 09:00–09:45 · R 1" in text
    assert "bees · Rated 4 of 5 · Video" in text
    assert "Keynote" in text


def test_indices_have_page_numbers(pdf: Path) -> None:
    text = text_of(pdf)
    talks = text[text.rindex("TALKS") :] if "TALKS" in text else text[text.rindex(" Talks ") :]
    assert re.search(r"Docker & 100 % Python[^.]*?, \d+", talks), talks
    assert re.search(r"Talk in a list[^.]*?, \d+", talks), talks
    assert re.search(r"Łukasz Langa[^.]*?, \d+", talks), talks
    assert "??" not in text


def test_bookmarks_of_the_talks(pdf: Path) -> None:
    found: dict[str, Any] = json.loads(run("qpdf", "--json", "--json-key=outlines", str(pdf),
                                           cwd=pdf.parent))  # fmt: skip
    titles: list[str] = []

    def walk(outlines: list[dict[str, Any]]) -> None:
        for outline in outlines:
            titles.append(outline["title"])
            walk(outline["kids"])

    walk(found["outlines"])
    for title in ("First trip", "Docker & 100 % Python", "Typing", "Opening"):
        assert title in titles
