"""The post that a document is, before it is parsed: by its metadata, and by ``conf.py``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.patterns.rules import WHOLE_POST, Rules, WrittenRule
from sphinxcontrib_tripreport.core.posts.configured import with_configured
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.pattern_fields import patterns_in
from sphinxcontrib_tripreport.core.posts.report import ListedTalk, ReadReport
from sphinxcontrib_tripreport.core.posts.unknown_fields import near_fields
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.audience import is_left_out, note_private_part
from sphinxcontrib_tripreport.noting.post import Post
from sphinxcontrib_tripreport.reading.configured import fields_from_conf
from sphinxcontrib_tripreport.settings import for_document, is_post

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.problems import Problem


def make_post(app: Sphinx, docname: str, own: Metadata, taken: Rules) -> Post:
    """The post that a document is, by its *own* metadata, its patterns, and ``conf.py``."""
    from_conf = fields_from_conf(app.config, docname)
    metadata = with_configured(own, from_conf)
    post = Post(docname, metadata.fields, own.engine)
    patterns = (taken | patterns_in(own.fields)).or_else(patterns_in(from_conf))
    rules = _rules(app, docname, patterns)
    if post.read.talk is not None and not rules.takes_title:
        rules |= Rules((WrittenRule(WHOLE_POST),))
    kept = tuple(talk for talk in post.read.talks if not _is_left_out(app.env, talk))
    if len(kept) < len(post.read.talks):
        post.read = post.read._replace(talks=kept)
    post.rules = rules
    said = post.read.report.event or post.read.talks or rules
    post.is_report = bool(said) or is_post(app.config, docname)
    return post


def _is_left_out(env: BuildEnvironment, talk: ListedTalk) -> bool:
    if talk.values.get("withheld"):
        note_private_part(env)
        return True
    return is_left_out(env, talk.values.get("audience", ""))


def warn_of_post(docname: str, post: Post, own: Metadata, problems: Iterable[Problem]) -> None:
    """Say what is wrong with the metadata of a document, as far as it is known before parsing.

    :param own: the document's metadata, without what ``conf.py`` adds
    :param problems: those of its patterns
    """
    near = near_fields(own.fields, is_report=post.is_report)
    for problem in (*problems, *own.problems, *near):
        warn(problem.subtype, problem.text, (docname, problem.line))
    if post.is_report or post.read.is_meant:
        warn_of_fields(docname, post.read)


def warn_of_fields(docname: str, read: ReadReport) -> None:
    """Say what is wrong with the fields of a report; of those in ``conf.py`` it is said once."""
    for problem in read.problems:
        if problem.line:
            warn(problem.subtype, problem.text, (docname, problem.line))


def _rules(app: Sphinx, docname: str, own: Rules) -> Rules:
    """The patterns of a report: its own, else those that ``conf.py`` has for it."""
    config = app.config
    return own.or_else(
        Rules(
            *(
                tuple(WrittenRule(text) for text in for_document(value, docname))
                for value in (
                    config.tripreport_talk_patterns,
                    config.tripreport_day_patterns,
                    config.tripreport_skip_headings,
                )
            )
        )
    )
