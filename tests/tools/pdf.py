"""Makes a PDF of what the LaTeX builder wrote, and reads it: words, links, places, bookmarks."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader

ENGINES: Final = {"pdflatex": "-pdf", "xelatex": "-xelatex", "lualatex": "-lualatex"}
"""TeX engines, and what latexmk calls them."""
MISSING: Final = [
    program
    for program in ("latexmk", *ENGINES, "pdftotext", "qpdf")
    if shutil.which(program) is None
]
"""Programs that are wanted here and not installed."""
_TOO_WIDE: Final = 5
"""In points: what stands out less is seen by nobody."""


def run(*command: str, cwd: Path) -> str:
    """What a program prints."""
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8",
        errors="replace", timeout=600,
    )  # fmt: skip
    assert done.returncode in (0, 3), done.stdout[-3000:] + done.stderr[-1000:]
    return done.stdout


def installed(file: str) -> bool:
    """Whether TeX finds a file."""
    return subprocess.run(["kpsewhich", file], capture_output=True, check=False).returncode == 0


def squeezed(text: str) -> str:
    """Words without what lines and fonts do to them: spaces, capitals, curled quotation marks."""
    return "".join(text.split()).casefold().replace("’", "'")


class Pdf:
    """A PDF, made of what the LaTeX builder wrote.

    :ivar places: the names of the places in the PDF that the labels of LaTeX stand for
    :ivar numbers: the printed numbers of the pages on which these places are
    :ivar pages: the words of each page, as they are beside each other
    :ivar columns: the same, as TeX wrote them: one column after the other; squeezed
    """

    def __init__(self, folder: Path, name: str, engine: str, *, is_whole: bool = True) -> None:
        """:param is_whole: with contents, indices and numbers of pages, which take more runs"""
        # Without "halt-on-error", XeTeX goes on for ever when it lacks a font.
        flags = ("-interaction=nonstopmode", "-halt-on-error")
        command = ("latexmk", ENGINES[engine], "-quiet") if is_whole else (engine,)
        run(*command, *flags, f"{name}.tex", cwd=folder)
        self.path = folder / f"{name}.pdf"
        self.source = (folder / f"{name}.tex").read_text(encoding="utf-8")
        self.log = (folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        aux = (folder / f"{name}.aux").read_text(encoding="utf-8", errors="replace")
        # \newlabel{a:talk-typing}{{2.1}{3}{Typing}{section.2.1}{}}
        labels = re.findall(
            r"\\newlabel\{([^}]*)\}\{\{[^{}]*\}\{(\w+)\}\{.*\{([^{}]*)\}\{\}\}", aux
        )
        self.numbers: dict[str, str] = {place: number for _, number, place in labels}
        self.places: dict[str, str] = {label: place for label, _, place in labels}
        self.pages = [" ".join(page.split()) for page in self._words("-layout")]
        self.columns = [squeezed(page) for page in self._words("-raw")]
        self.reader = PdfReader(self.path)

    def _words(self, order: str) -> list[str]:
        return run("pdftotext", order, str(self.path), "-", cwd=self.path.parent).split("\f")

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

    def links_written(self) -> Counter[str]:
        """How many links there have to be to each place within."""
        # In the index of speakers a page is named once, however many talks are on it.
        source = re.sub(
            r"\\renewcommand\{\\indexname\}\{Speakers\}.*?\\end\{sphinxtheindex\}",
            "",
            self.source,
            flags=re.DOTALL,
        )
        # The head of a long table is there again for each further page, of which it may have none.
        source = re.sub(r"\\endfirsthead.*?\\endhead", "", source, flags=re.DOTALL)
        labels = re.findall(r"\\hyperref\[(.*?)\]|\\sphinxstyleindexpageref\{(.*)\}", source)
        found = (re.sub(r"\\detokenize\{(.*?)\}", r"\1", one or other) for one, other in labels)
        return Counter(self.places[label] for label in found)

    def place(self, docname: str, anchor: str) -> str:
        """The name of the place that has an anchor."""
        # Sphinx writes labels in ASCII.
        ascii_only = anchor.encode("ascii", "backslashreplace").decode().replace("\\", "_")
        return self.places[f"{docname}:{ascii_only}"]

    def page_of(self, place: str) -> int:
        """The page on which a place is, counted from 0."""
        destination = self.reader.named_destinations[place]
        number = self.reader.get_destination_page_number(destination)
        assert number is not None
        return number

    def index(self, head: str) -> str:
        """The squeezed words of an index: its pages, up to the next one."""
        starts = [n for n, page in enumerate(self.pages) if re.match(r"[A-ZÁ-Ú]{5,}( |$)", page)]
        start = next(n for n in starts if self.pages[n].startswith(head))
        end = next((n for n in starts if n > start), None)
        return "".join(self.columns[start:end])

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
        """Nothing is missing, nothing stands out, and all links are there and lead somewhere."""
        assert "Missing character" not in self.log
        assert "undefined references" not in self.log
        assert "multiply-defined" not in self.log
        assert not re.findall(r"^! .*", self.log, re.MULTILINE)
        wide = re.findall(r"Overfull \\hbox \((\d+)\.\d+pt too wide\).*\n.*", self.log)
        assert not [each for each in wide if int(each) >= _TOO_WIDE]
        run("qpdf", "--check", str(self.path), cwd=self.path.parent)
        places, _ = self.links()
        assert set(places) <= set(self.reader.named_destinations)
        # A link that is broken between lines counts twice.
        assert not {place: n for place, n in self.links_written().items() if places[place] < n}
