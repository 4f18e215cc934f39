"""Writes a project to disk, builds it in this process, and looks at what was built."""

from __future__ import annotations

import difflib
import gettext
import os
import re
import time
import zlib
from io import StringIO
from pathlib import Path

from sphinx.testing.util import SphinxTestApp

from tests.freshness.other_site import CONF as OTHER_SITE
from tests.freshness.project import MARKER, SUFFIXES, Project
from tests.freshness.release import CONF as LAST_RELEASE
from tests.freshness.translations import LANGUAGE, Translations, is_of_made_page
from tests.tools.remembered import remembered

Snapshot = dict[str, bytes]
"""What a build wrote, by path: the pages, talks.json and the inventory."""

_CONF = """\
extensions = ["sphinxcontrib_tripreport"]
project = "Freshness"
html_theme = "basic"
html_sidebars = {"**": []}
html_copy_source = False
exclude_patterns = ["files"]
tripreport_data = ["people.yaml"]
tripreport_neighbours = True
html_baseurl = "https://freshness.example/notes/"
tripreport_exports = ["atom", "icalendar", "bibtex", "csl", "csv"]
tripreport_redirects = ["/:year/:month/:slug/", "_redirects"]
"""
_PAGES = f"""\
{LAST_RELEASE}tripreport_pages = [
    "events", "speakers", "authors", "topics", "years", "talks", "archive", "statistics",
]
tripreport_task_lists = True
tripreport_page_size = 3
"""
_TRANSLATED = f"""\
language = "{LANGUAGE}"
locale_dirs = ["locale"]
gettext_compact = """
_INDEX = """\
Trip reports
============

.. toctree::
   :glob:
   :trip-sort: -date
   OPTIONS

   *
   posts/*
"""
_LINES_OF_PAGES = """\
   People <trip/speakers/index>
   trip/events/*
"""
_SUFFIXES = (".html", ".txt", ".json", ".inv", ".svg", ".xml", ".ics", ".bib", ".csv")
# Sphinx does not rewrite a page whose neighbour is new, gone or renamed
_NEIGHBOURS = re.compile(
    r'<div class="related".*?</div>|\s*<link rel="(?:next|prev)"[^>]*>', re.DOTALL
)


class Site:
    """The sources of a project on disk, and any number of builds of them."""

    def __init__(
        self,
        folder: Path,
        *,
        has_pages: bool = False,
        translations: Translations | None = None,
        has_two_builders: bool = False,
        lists_another: bool = False,
    ) -> None:
        """:param has_two_builders: whether builders take turns, with the same doctrees"""
        self._has_two_builders = has_two_builders
        # Sphinx itself leaves a shown toctree stale in the output of a second builder.
        toctree = ":hidden:" if has_two_builders else ":maxdepth: 2"
        self._folder = folder
        self._source = folder / "source"
        self._texts: dict[str, str] = {}
        self._tags: list[str] = []
        translated = f"{_TRANSLATED}{translations.is_compact}\n" if translations else ""
        self._fixed = {
            "conf.py": _CONF + _PAGES * has_pages + OTHER_SITE * lists_another + translated,
            "index.rst": _INDEX.replace("OPTIONS", toctree) + _LINES_OF_PAGES * has_pages,
        }

    def write(self, project: Project) -> None:
        """Bring the sources up to date; only what differs is touched."""
        self._tags = ["private"] * project.shows_private
        texts = self._fixed | project.files()
        for name in self._texts.keys() - texts.keys():
            (self._source / name).unlink()
        translations = project.translations
        if translations is not None and self._has_two_builders:
            # Of these there is no source to touch, as below.
            texts = {name: text for name, text in texts.items() if not is_of_made_page(name)}
        changed = {name for name, text in texts.items() if self._texts.get(name) != text}
        if translations is not None and self._has_two_builders:
            # Sphinx compares the page of a second builder with the source only: where the first
            # has read a new translation, it leaves that page stale, in any project.
            changed |= {
                name
                for name in texts
                if name.endswith(SUFFIXES)
                and translations.path_for(name.rpartition(".")[0]) in changed
            }
        for name in changed:
            _write_now(self._source / name, texts[name])
        self._texts = texts

    def build(self, name: str, builder: str = "html", jobs: int = 1) -> Path:
        """Build into the folder called `name`, going on from what is there."""
        # Within one process, gettext reads a compiled catalogue only once.
        gettext._translations.clear()  # type: ignore[attr-defined]
        warnings = StringIO()
        with remembered():
            app = SphinxTestApp(
                builder,
                srcdir=self._source,
                builddir=self._folder / name,
                freshenv=False,
                parallel=jobs,
                tags=self._tags,
                warning=warnings,
            )
            try:
                app.build()
            finally:
                app.cleanup()
        assert "Traceback" not in warnings.getvalue(), warnings.getvalue()
        return Path(app.outdir)


def look_at(output: Path) -> Snapshot:
    """The bytes of what a reader or another site gets of a build."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if (path.suffix in _SUFFIXES or path.name == "_redirects") and "_static" not in path.parts
    }


def page_times(output: Path, project: Project) -> dict[str, int]:
    """When the page of each document was written last."""
    documents = ["index", "people", "mentions", "lists"]
    documents += [
        f"posts/{name}" for name, post in project.posts.items() if not project.is_hidden(post)
    ]
    documents += [name.removesuffix(".html") for name in made_pages(look_at(output))]
    return {name: (output / f"{name}.html").stat().st_mtime_ns for name in documents}


def made_pages(snapshot: Snapshot) -> set[str]:
    """The pages that nobody wrote: those of speakers, events, topics and years."""
    return {name for name in snapshot if name.startswith("trip/")}


def redirects(snapshot: Snapshot) -> set[str]:
    """The pages at old addresses."""
    return {name for name, content in snapshot.items() if b'class="trip-redirect"' in content}


def hidden_pages(output: Path, project: Project) -> list[str]:
    """The drafts, and the private reports of a public build, that have a page."""
    names = [
        f"posts/{name}.html" for name, post in project.posts.items() if project.is_hidden(post)
    ]
    found = look_at(output)
    return [name for name in names if name in found.keys() - redirects(found)]


def private_files(output: Path, project: Project) -> list[str]:
    """The files of a public build, those beside its output included, that have what is private."""
    if project.shows_private:
        return []
    files = [path for path in sorted(output.parent.rglob("*")) if path.is_file()]
    return [str(path) for path in files if MARKER in _text_of(path).lower()]


def _text_of(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix == ".inv":
        content = zlib.decompress(content.split(b"\n", maxsplit=4)[4])
    return content.decode("utf-8", "replace")


def difference(expected: Snapshot, actual: Snapshot) -> str:
    """A unified diff of the first file that is not as expected, or nothing.

    Pages that only `actual` has are of documents that are gone: Sphinx leaves them. We do not.
    """
    if left := made_pages(actual) - made_pages(expected):
        return f"pages that should be gone: {sorted(left)}"
    if left := redirects(actual) - redirects(expected):
        return f"pages at old addresses that should be gone: {sorted(left)}"
    for name, content in expected.items():
        if name not in actual:
            return f"{name} was not written"
        if actual[name] != content:
            old, new = _lines(name, actual[name]), _lines(name, content)
            if old != new:
                names = (f"{name} as it is", f"{name} as expected")
                return "\n".join(difflib.unified_diff(old, new, *names, lineterm=""))
    return ""


def _lines(name: str, content: bytes) -> list[str]:
    if name.endswith(".inv"):
        *head, packed = content.split(b"\n", maxsplit=4)
        content = b"\n".join([*head, zlib.decompress(packed)])
    return _NEIGHBOURS.sub("", content.decode()).splitlines()


def _write_now(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    # the kernel's own times are coarser than those that Sphinx compares
    now = time.time_ns()
    os.utime(path, ns=(now, now))
