"""One post, read from its file as a build reads it, but by docutils alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Parser as RstParser

from sphinxcontrib_tripreport.core.posts.headings import mend_headings
from sphinxcontrib_tripreport.core.posts.leftovers.clean import clean
from sphinxcontrib_tripreport.core.posts.metadata import shown_text
from sphinxcontrib_tripreport.core.posts.pattern_fields import patterns_in, take_patterns
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.source import plain_text
from sphinxcontrib_tripreport.core.posts.suffixes import MARKUPS
from sphinxcontrib_tripreport.matching.html_blocks import nodes_of_html
from sphinxcontrib_tripreport.noting.heading_attributes import take_attributes
from sphinxcontrib_tripreport.noting.post import Post
from sphinxcontrib_tripreport.noting.title_section import make_title_section

_OF_PROGRAMS = frozenset(("_build", "_site", "node_modules", "venv", "__pycache__"))
_SILENT: dict[str, Any] = {
    "report_level": 5,
    "halt_level": 6,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "sectsubtitle_xform": False,
    # A post is read, and nothing else that it names.
    "file_insertion_enabled": False,
    "raw_enabled": True,
    "smart_quotes": False,
}
_MYST: dict[str, Any] = {
    "myst_enable_extensions": ["colon_fence", "dollarmath", "deflist", "fieldlist"],
    "myst_suppress_warnings": ["myst"],
    # Paths in a project that nobody looks at: their text has to stay.
    "myst_all_links_external": True,
}


@dataclass(frozen=True, eq=False)
class PostFile:
    """A post, with its doctree."""

    path: Path
    markup: str
    post: Post
    document: nodes.document


def files_in(folder: Path) -> list[Path]:
    """All files in a folder and those below it, but for what programs put there."""
    found = []
    for path in folder.rglob("*"):
        above = path.relative_to(folder).parts[:-1]
        if not any(name[0] == "." or name in _OF_PROGRAMS for name in above):
            found.append(path)
    return sorted(found)


def read_post_file(path: Path) -> PostFile:
    """Read a post.

    :raises OSError: if the file cannot be read
    :raises ValueError: if its name ends as that of no markup does, or if it is not in UTF-8
    """
    markup = MARKUPS.get(path.suffix.lower(), "")
    if not markup:
        raise ValueError(f"its name ends in “{path.suffix}”: expected one of {', '.join(MARKUPS)}")
    source = plain_text(path.read_text(encoding="utf-8-sig"))
    taken = take_patterns(source, markup)
    metadata = read_metadata(taken.text, markup)
    text = clean(shown_text(taken.text, metadata), markup, lambda _path: None).text
    if markup == "markdown":
        text = mend_headings(text)
    post = Post(path.with_suffix("").as_posix(), metadata.fields)
    post.is_report, post.is_markdown = True, markup == "markdown"
    post.lines = text.split("\n")
    post.rules = taken.rules | patterns_in(metadata.fields)
    document = _parse(text, markup, path)
    for title in document.findall(nodes.title):
        take_attributes(title)
    for raw in list(document.findall(nodes.raw)):
        if made := nodes_of_html(raw):
            raw.replace_self(made)
    post.title_section = make_title_section(document, post.title)
    return PostFile(path, markup, post, document)


def title_of_post(file: PostFile) -> str:
    """What the page of a post is called: by its metadata, else by its first heading."""
    if file.post.title:
        return file.post.title
    section = file.post.title_section
    if section is not None and len(section) and isinstance(section[0], nodes.title):
        return " ".join(section[0].astext().split())
    return file.path.stem


def _parse(text: str, markup: str, path: Path) -> nodes.document:
    settings = dict(_SILENT)
    parser: Any = RstParser()
    if markup == "markdown":
        from myst_parser.parsers.docutils_ import Parser as MystParser

        parser = MystParser()
        settings |= _MYST
    document: nodes.document = publish_doctree(
        text, source_path=str(path), parser=parser, settings_overrides=settings
    )
    return document
