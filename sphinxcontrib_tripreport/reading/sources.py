"""Reports, as Sphinx reads them: metadata before parsing, the byline after it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinx.util.docutils import is_directive_registered
from sphinx.util.matching import Matcher

from sphinxcontrib_tripreport.core.patterns.rules import WHOLE_POST, Rules, Written
from sphinxcontrib_tripreport.core.posts.configured import with_configured
from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.headings import mend_headings
from sphinxcontrib_tripreport.core.posts.metadata import Metadata, shown_text
from sphinxcontrib_tripreport.core.posts.pattern_fields import patterns_in, take_patterns
from sphinxcontrib_tripreport.core.posts.readers import plain_text, read_metadata
from sphinxcontrib_tripreport.core.posts.report import ReadReport, read_report
from sphinxcontrib_tripreport.core.posts.unknown_fields import near_fields
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.post import Post, note_post
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.reading.configured import fields_from_conf
from sphinxcontrib_tripreport.reading.myst import heading_levels
from sphinxcontrib_tripreport.settings import for_document, listed

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_MARKUP = {".rst": "restructuredtext", ".md": "markdown"}
"""By file name; where ``source_suffix`` names a parser, that decides."""


def read_post(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read a post's metadata and hide what Sphinx would show of it; for ``source-read``."""
    if store_of(app.env).is_made(docname):
        heading_levels.in_report = False
        return
    markup = markup_of(app, docname)
    taken = take_patterns(plain_text(source[0]), markup)
    own = read_metadata(taken.text, markup, hide_post_directive=not is_directive_registered("post"))
    post = _make_post(app, docname, own, taken.rules)
    problems = (*taken.problems, *own.problems, *near_fields(own.fields, is_report=post.is_report))
    for problem in problems:
        warn(problem.subtype, problem.text, (docname, problem.line))
    if post.is_report or post.read.is_meant:
        warn_of_fields(docname, post.read)
    shown = shown_text(taken.text, own)
    if post.is_report or any(map(is_engine_name, own.fields)):
        from sphinxcontrib_tripreport.reading.cleaning import clean_post

        shown = clean_post(app, docname, shown, markup)
    if post.is_report and markup == "markdown":
        shown = mend_headings(shown)
    source[0] = shown
    post.lines, post.is_markdown = shown.split("\n"), markup == "markdown"
    heading_levels.in_report = post.is_report or bool(own.fields or own.problems)
    note_post(app.env, post)


def _make_post(app: Sphinx, docname: str, own: Metadata, taken: Rules) -> Post:
    """The post that a document is, by its *own* metadata, its patterns, and ``conf.py``."""
    from_conf = fields_from_conf(app.config, docname)
    metadata = with_configured(own, from_conf)
    read = read_report(metadata, docname)
    patterns = (taken | patterns_in(own.fields)).or_else(patterns_in(from_conf))
    rules = _rules(app, docname, patterns)
    if read.talk is not None and not rules.takes_title:
        rules |= Rules((Written(WHOLE_POST),))
    is_report = bool(read.report.event or read.talks or rules) or is_post(app, docname)
    return Post(is_report=is_report, read=read, rules=rules, fields=metadata.fields)


def warn_of_fields(docname: str, read: ReadReport) -> None:
    """Say what is wrong with the fields of a report; of those in ``conf.py`` it is said once."""
    for problem in read.problems:
        if problem.line:
            warn(problem.subtype, problem.text, (docname, problem.line))


def is_post(app: Sphinx, docname: str) -> bool:
    """Whether ``conf.py`` makes a document a report."""
    return Matcher(list(listed(app.config.tripreport_posts)))(docname)


def _rules(app: Sphinx, docname: str, own: Rules) -> Rules:
    """The patterns of a report: its own, else those that ``conf.py`` has for it."""
    config = app.config
    return own.or_else(
        Rules(
            *(
                tuple(Written(text) for text in for_document(value, docname))
                for value in (
                    config.tripreport_talk_patterns,
                    config.tripreport_day_patterns,
                    config.tripreport_skip_headings,
                )
            )
        )
    )


def markup_of(app: Sphinx, docname: str) -> str:
    """The markup of a document: ``markdown``, ``restructuredtext``, or another without metadata."""
    suffix = PurePosixPath(app.env.doc2path(docname)).suffix
    parser = app.config.source_suffix.get(suffix) or ""
    if parser in ("markdown", "myst-nb") and suffix != ".ipynb":
        return "markdown"
    return parser or _MARKUP.get(suffix, "")
