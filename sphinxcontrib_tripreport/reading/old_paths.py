"""Where the project holds what links of an old site lead to.

What was looked for is kept by document. The next build looks again, and reads anew each document
for which the answer is another one: a file has come, a document has gone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from glob import glob
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes
from sphinx.environment.collectors import EnvironmentCollector

from sphinxcontrib_tripreport.core.posts.leftovers.held import Held
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.files import is_there
from sphinxcontrib_tripreport.settings import as_list

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_SOUGHT = "tripreport_sought"
"""Attribute of the environment: by docname and path, the path that was found, or empty."""
_OF_PATTERN = "*"
"""Before a pattern of pictures among such paths; its files are found for it."""
_PAGE = frozenset(("", ".html", ".htm", ".md", ".markdown", ".rst", ".txt", ".ipynb", ".php"))
_INDEX = frozenset(("index", "_index", "readme"))
_DATE = regex(r"\d{4}-\d{1,2}-\d{1,2}-")


def look_up(env: BuildEnvironment, docname: str, wanted: str) -> Held | None:
    """Where the project holds a path of an old site.

    A path with a slash at its beginning is looked for from the source directory, then beside the
    document, then in each of ``tripreport_site_roots``; another one beside the document first,
    and in the folder of the document's name.
    Last, the one document of that name will do.

    :param wanted: ``/images/x.png``, ``x.md``, ``/2018/07/day-1.html``, ``2018-07-01-day-1`` …
    """
    path = posixpath.normpath(unquote(wanted).replace("\\", "/") or ".").lstrip("/")
    if "\0" in path:
        return None
    if path in ("", "."):
        return _document(env, str(env.config.root_doc))
    beside = posixpath.dirname(docname)
    # Hexo keeps the files of a post in a folder of its name.
    first = ("", beside) if wanted.startswith("/") else (beside, docname, "")
    for folder in (*first, *as_list(env.config.tripreport_site_roots)):
        inside = posixpath.normpath(posixpath.join(folder.strip("/"), path))
        if inside != ".." and not inside.startswith("../"):
            place = _file(env, inside) or _page(env, inside)
            if place is not None:
                return place
    return _by_name(env, path)


def _file(env: BuildEnvironment, path: str) -> Held | None:
    absolute = Path(env.srcdir, path)
    if not is_there(absolute):
        return None
    docname = env.path2doc(str(absolute))
    return Held(f"/{path}", docname if docname in env.found_docs else "")


def _page(env: BuildEnvironment, path: str) -> Held | None:
    """The document whose page would have had that path."""
    stem = _stem(path)
    for docname in (stem, f"{stem}/index", f"{stem}/_index") if stem else ():
        if place := _document(env, docname):
            return place
    return None


def _document(env: BuildEnvironment, docname: str) -> Held | None:
    if docname not in env.found_docs:
        return None
    path = PurePosixPath(Path(env.doc2path(docname, base=False)).as_posix())
    return Held(f"/{path}", docname)


def _stem(path: str) -> str:
    """A path without the suffix of a page; nothing if it is no page's."""
    folder, name = posixpath.split(path)
    stem, suffix = posixpath.splitext(name)
    if suffix.lower() in _PAGE:
        return posixpath.join(folder, stem)
    # What follows a dot may be part of a name, as in “django-1.11”.
    return path if re.fullmatch(r"\.\d.*", suffix) else ""


def _by_name(env: BuildEnvironment, path: str) -> Held | None:
    """The only document with the name that a path ends with, with or without its date."""
    stem = _stem(path)
    name = _name(stem)
    if not name:
        return None
    short = _DATE.sub("", name)
    same = [docname for docname in env.found_docs if short in docname.lower()]
    found = [docname for docname in same if _name(docname) == name]
    if not found:
        found = [docname for docname in same if _DATE.sub("", _name(docname)) == short]
        found = _of_date(found, _numbers(stem))
    return _document(env, found[0]) if len(found) == 1 else None


def _name(docname: str) -> str:
    *folders, name = docname.lower().split("/")
    return folders[-1] if name in _INDEX and folders else name


def _of_date(docnames: Sequence[str], numbers: frozenset[str]) -> list[str]:
    """The documents with the numbers of a date, if any of those that share a name has them."""
    dated = [docname for docname in docnames if numbers <= _numbers(docname)]
    # Two dates that contradict each other name two posts.
    return dated or [docname for docname in docnames if not (numbers and _numbers(docname))]


def _numbers(path: str) -> frozenset[str]:
    words: Iterable[str] = re.split(r"[/-]", posixpath.dirname(path) + "/" + _date_in(path))
    return frozenset(word for word in words if re.fullmatch(r"\d{2}|\d{4}", word))


def _date_in(path: str) -> str:
    found = _DATE.match(posixpath.basename(path))
    return found[0] if found else ""


def _all_sought(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    if not hasattr(env, _SOUGHT):
        setattr(env, _SOUGHT, {})
    sought: dict[str, dict[str, str]] = getattr(env, _SOUGHT)
    return sought


def note_sought(env: BuildEnvironment, docname: str, sought: dict[str, str]) -> None:
    """Keep what a document looked for: for each path the one found, or empty."""
    _all_sought(env).setdefault(docname, {}).update(sought)


class SoughtPaths(EnvironmentCollector):
    """Keeps what posts looked for, and has those read again that would find something else."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget what a document looked for."""
        _all_sought(env).pop(docname, None)

    def merge_other(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        docnames: AbstractSet[str],
        other: BuildEnvironment,
    ) -> None:
        """Take over what documents looked for that another process read."""
        theirs = _all_sought(other)
        _all_sought(env).update((name, theirs[name]) for name in docnames if name in theirs)

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Keep which files there are of each picture without an ending, such as ``bees.*``.

        All else is kept before parsing. Of other pictures, Sphinx itself keeps a dependency.
        """
        patterns = {each["uri"] for each in doctree.findall(nodes.image)}
        patterns = {uri for uri in patterns if uri.endswith(".*") and "://" not in uri}
        if patterns:
            sought = _all_sought(app.env).setdefault(app.env.docname, {})
            sought.update((_OF_PATTERN + uri, _matching(app.env, uri)) for uri in patterns)

    def get_outdated_docs(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        added: set[str],
        changed: set[str],
        removed: set[str],
    ) -> list[str]:
        """The documents for which a path now leads elsewhere."""
        return [
            docname
            for docname, sought in sorted(_all_sought(env).items())
            if docname in env.found_docs - changed and _differs(env, docname, sought)
        ]


def _differs(env: BuildEnvironment, docname: str, sought: dict[str, str]) -> bool:
    return any(_look_up_again(env, docname, path) != before for path, before in sought.items())


def _look_up_again(env: BuildEnvironment, docname: str, path: str) -> str:
    if path.startswith(_OF_PATTERN):
        return _matching(env, path.removeprefix(_OF_PATTERN))
    place = look_up(env, docname, path)
    return place.path if place is not None else ""


def _matching(env: BuildEnvironment, pattern: str) -> str:
    """The files that match a pattern, as Sphinx finds them."""
    return "\n".join(sorted(glob(pattern, root_dir=env.srcdir)))  # noqa: PTH207  # Path.glob has no ".."
