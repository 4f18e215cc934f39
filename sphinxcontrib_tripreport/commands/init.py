"""``tripreport init``: a project around posts that are there, a programme or a first report."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.commands.archive import PAGES, archive_files
from sphinxcontrib_tripreport.commands.publishing import HOSTS, files_for
from sphinxcontrib_tripreport.commands.reasons import reason_of
from sphinxcontrib_tripreport.core.posts.suffixes import MARKUPS
from sphinxcontrib_tripreport.core.text.phrases import counted

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.commands.post_file import PostFile

_CONF = """\
# Settings of Sphinx: https://www.sphinx-doc.org/en/master/usage/configuration.html

project = {project}
html_title = project
author = {author}
copyright = "%Y, " + author
extensions = ["myst_parser", "sphinxcontrib_tripreport"]
source_suffix = {{{suffixes}}}
exclude_patterns = ["_build"]
html_theme = "alabaster"

# {about_pages}
tripreport_pages = [{pages}]
"""
_PAGES = ("events", "speakers", "authors", "topics")
_INDEX = """\
# {project}

````{{only}} html
```{{reportlist}}
:layout: posts
:limit: 10
:more: trip/archive
```

{links}
````

```{{toctree}}
:hidden:
:glob:
:trip-sort: -date

{globs}
```
"""
_NOTEBOOK = (
    "notebooks are left out: to have them read, install MyST-NB, and write “myst_nb” for"
    " “myst_parser” in conf.py"
)
_REPORT = """\
---
title: My first report
event: {event}
author: {author}
date: {date}
---

What I expected, and what I got.

## The talk that I will remember

```{{talk}}
:speakers: Ann Lee
:topics: testing
:rating: 4
```

What I heard.
"""


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "init",
        help="make a project: conf.py, a home page, a first report",
        description="Make a project of Sphinx for reports. With --posts it is made around posts"
        " that are there, with the patterns that make their talks known; with --programme of a"
        " programme alone, each session of which is a talk. Nothing is overwritten.",
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(), metavar="FOLDER",
        help="where the project is made; default: here",
    )  # fmt: skip
    of = parser.add_mutually_exclusive_group()
    of.add_argument("--posts", type=Path, metavar="FOLDER", help="posts, within the project")
    of.add_argument(
        "--programme", type=Path, metavar="FILE", help="a programme, within the project"
    )
    parser.add_argument("--project", default="", metavar="NAME", help="default: the folder's name")
    parser.add_argument(
        "--author",
        default="",
        metavar="NAME",
        help="who writes: of the first report, or of posts that name nobody",
    )
    parser.add_argument(
        "--publish",
        choices=sorted(HOSTS),
        help="write the file with which a host builds and publishes the site, too; around a project"
        " that is there, that file alone",
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Make the project.

    :return: 1 if something of it is there already, or cannot be written
    """
    folder: Path = given.folder
    is_there = bool(given.publish) and (folder / "conf.py").is_file()
    try:
        files = {} if is_there else {folder / name: text for name, text in _files(given, folder)}
        if given.publish:
            files.update(files_for(given.publish, folder))
        there = [path for path in files if path.exists()]
        if there:
            text = f"{there[0]}: is there already: nothing is written"
            print(text, file=sys.stderr)
            return 1
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{path}: written", file=sys.stderr)
    except (OSError, ValueError) as error:
        about = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        print(f"tripreport init: {about}{reason_of(error)}", file=sys.stderr)
        return 1
    if is_there and HOSTS[given.publish].conf:
        print(f"Add this to conf.py:\n{HOSTS[given.publish].conf}", file=sys.stderr)
    html = folder / "_build" / "html"
    print(f"Build it: sphinx-build -b html {folder} {html}", file=sys.stderr)
    print(f"Then open {html / 'index.html'}", file=sys.stderr)
    return 0


def _files(given: argparse.Namespace, folder: Path) -> Iterator[tuple[str, str]]:
    """The paths of all files from the project's folder, and their texts."""
    project = given.project or folder.resolve().name or "Trip reports"
    if given.programme is not None:
        path = _from_here_or(folder, given.programme)
        conf = _conf(given, project, ".md", ".rst")
        yield from archive_files(path, folder, project, conf, _links(PAGES))
        return
    given_posts = _from_here_or(folder, given.posts) if given.posts is not None else None
    posts = _posts(given_posts, folder) if given_posts is not None else []
    conf = _conf(given, project, ".md", ".rst", *(path.suffix.lower() for path in posts))
    links = _links(_PAGES, "trip/archive")
    if given_posts is None:
        today = date.today()
        report = _REPORT.format(
            event=f"my-conference-{today.year}", author=given.author or "Your name", date=today
        )
        yield "conf.py", conf
        yield "reports/first.md", report
        yield "index.md", _INDEX.format(project=project, globs="reports/*", links=links)
        return
    root = os.path.relpath(given_posts, folder).replace(os.sep, "/")
    by = f"    {f'{root}/**'!r}: {{'author': {given.author!r}}}," if given.author else ""
    from sphinxcontrib_tripreport.commands.old_site import site_roots

    lines = [f"tripreport_posts = [{f'{root}/*'!r}, {f'{root}/**'!r}]"]
    if roots := site_roots(posts, folder):
        lines += [
            "# Where addresses that begin with a slash are looked for, such as /img/hall.png."
        ]
        lines += [f"tripreport_site_roots = {roots!r}"]
    lines += _patterns(posts, folder, by)
    yield "conf.py", conf + "\n".join(lines) + "\n"
    yield "index.md", _INDEX.format(project=project, globs=f"{root}/**", links=links)


def _conf(given: argparse.Namespace, project: str, *suffixes: str) -> str:
    """What each ``conf.py`` has.

    :param suffixes: of the files that Sphinx reads
    """
    kinds = PAGES if given.programme is not None else (*_PAGES, "archive")
    conf = _CONF.format(
        project=repr(project),
        author=repr(given.author) if given.author else "project",
        suffixes=", ".join(f"{each!r}: {MARKUPS[each]!r}" for each in dict.fromkeys(suffixes)),
        about_pages="Pages for each event, speaker, talk and topic."
        if given.programme is not None
        else "Pages for each event, speaker, author and topic, and one of all reports.",
        pages=", ".join(f'"{kind}"' for kind in kinds),
    )
    return conf + (HOSTS[given.publish].conf if given.publish else "")


def _links(kinds: Iterable[str], *others: str) -> str:
    """Links to the pages that list those of a kind, which are in the sidebar, too.

    :param others: more pages for the sidebar
    """
    links = " ·\n".join(f"{{doc}}`trip/{kind}/index`" for kind in kinds)
    pages = "\n".join((*(f"trip/{kind}/index" for kind in kinds), *others))
    return f"{links}\n\n```{{toctree}}\n:hidden:\n\n{pages}\n```"


def _from_here_or(folder: Path, path: Path) -> Path:
    """What is named from where the command runs, or from the project's folder."""
    return path if path.exists() else folder / path


def _posts(posts: Path, folder: Path) -> list[Path]:
    """The posts of a folder.

    :raises ValueError: if there are none, or if they are not in the project
    """
    if not posts.is_dir():
        raise ValueError(f"{posts}: is no folder")
    if not posts.resolve().is_relative_to(folder.resolve()):
        text = f"{posts} is not within {folder}: Sphinx reads nothing outside of it"
        raise ValueError(f"{text}; move it there, or make the project in “{posts.parent}”")
    from sphinxcontrib_tripreport.commands.post_file import files_in

    files = files_in(posts)
    if books := [path for path in files if path.suffix.lower() == ".ipynb"]:
        others = f" (and {len(books) - 1} more)" if len(books) > 1 else ""
        print(f"{books[0]}{others}: {_NOTEBOOK}", file=sys.stderr)
    found = [path for path in files if path.suffix.lower() in MARKUPS]
    if not found:
        raise ValueError(f"{posts}: no post is there: expected files in {', '.join(MARKUPS)}")
    return found


def _patterns(posts: list[Path], folder: Path, author: str) -> Iterator[str]:
    """The settings that make the talks of posts known, by folder; and whose posts they are.

    :param author: the line that gives posts an author
    """
    from sphinxcontrib_tripreport.commands.post_file import read_post_file
    from sphinxcontrib_tripreport.commands.understanding import conf_lines, understand

    found = []
    for path in posts:
        try:
            found.append(understand(read_post_file(path)))
        except (OSError, ValueError) as error:
            print(f"{path}: cannot be read: {reason_of(error)}", file=sys.stderr)
    talks = sum(len(each.findings.talks) for each in found if each.findings is not None)
    said = f"{counted(len(found), 'post')} with {counted(talks, 'talk')} that a pattern finds"
    print(said, file=sys.stderr)
    yield from conf_lines(found, folder)
    yield from _metadata([each.file for each in found], folder, author)


def _metadata(posts: list[PostFile], folder: Path, author: str) -> Iterator[str]:
    """The author of posts that name none, and those to fill in that do not name their event."""
    from sphinxcontrib_tripreport.commands.old_site import likely_event

    without = [each for each in posts if not each.post.read.report.event]
    if not (without or author):
        return
    yield ""
    yield "# What posts do not say themselves."
    yield "tripreport_metadata = {"
    yield from [author] if author else []
    if without:
        said = f"{counted(len(without), 'post')} of {len(posts)} without an event: fill in"
        print(f"{said} tripreport_metadata in conf.py", file=sys.stderr)
        yield "    # Their events: correct the names, and take away the “#”."
    for each in without:
        docname = Path(os.path.relpath(each.path, folder)).with_suffix("").as_posix()
        event = likely_event(each.path, each.post.read.report.date)
        yield f"    # {docname!r}: {{'event': {event!r}}},"
    yield "}"
