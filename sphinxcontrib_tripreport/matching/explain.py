"""Says what was understood of each post, in builds that explain.

It is how an author finds the one line to write: which metadata was taken, what each pattern
matched, which headings nearly did, and which pattern may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.posts.field_names import field_name
from sphinxcontrib_tripreport.core.posts.source import STATE_FIELDS
from sphinxcontrib_tripreport.core.text.phrases import counted
from sphinxcontrib_tripreport.matching.candidates import Candidate
from sphinxcontrib_tripreport.matching.found_in_post import FoundInPost, found_in_post
from sphinxcontrib_tripreport.matching.near_miss import near_miss
from sphinxcontrib_tripreport.matching.pieces import Names
from sphinxcontrib_tripreport.matching.suggest import suggest
from sphinxcontrib_tripreport.messages import logger
from sphinxcontrib_tripreport.noting.post import Post, current_post
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.core.model.records import Report

_MOST_SHOWN = 12
_LONGEST = 70
_STATE = "draft"


def explain_post(app: Sphinx, doctree: nodes.document) -> None:
    """Say what was understood of the document that was just read."""
    post = current_post(app.env)
    if post is None:
        return
    store = store_of(app.env)
    docname = app.env.docname
    report = store.data["reports"].get(docname)
    if report is None and not post.fields:
        return
    language = post.language_of_names or app.config.language or "en"
    lines = [
        *_about_report(report),
        *_about_metadata(post),
        *_about_patterns(post, found_in_post(app.env), len(store.notes_in(docname))),
        *_about_missing(post, doctree, language, has_talks=bool(store.notes_in(docname))),
    ]
    text = "".join(f"\n  {line}" for line in lines)
    if app.quiet:
        # It is shown even if nothing else is.
        print(f"{docname}:{text}")
    else:
        # Sphinx's line of progress may still wait to be written over.
        logger.info("\n%s:%s", docname, text)


def _about_report(report: Report | None) -> Iterator[str]:
    if report is None:
        yield "not a report: its metadata names no “event”, and it has no talks"
        return
    yield f"report “{report.title or report.docname}”" + (
        f" on “{report.event}”" if report.event else ", without an event"
    )


def _about_metadata(post: Post) -> Iterator[str]:
    for name, value in sorted(post.fields.items(), key=lambda pair: pair[1].line):
        shown = " ".join(value.text().split())[:_LONGEST]
        if isinstance(value.value, list):
            shown = f"{counted(len(value.value), 'entry', 'entries')}"
        known = _STATE if name in STATE_FIELDS else field_name(name)
        meaning = "" if known == name else f" (as “{known}”)" if known else " (not used)"
        place = f"line {value.line}" if value.line else "conf.py"
        yield f"metadata, {place}: {name}: {shown}{meaning}"


def _about_patterns(post: Post, found: FoundInPost, talks: int) -> Iterator[str]:
    findings, usable = found.findings, found.usable
    if findings is None or usable is None:
        yield f"no patterns; {counted(talks, 'talk')} from directives and metadata"
        return
    for written, pattern in (*usable.talks, *usable.days):
        place = f"line {written.line}" if written.line else "conf.py"
        count = findings.counts[written]
        yield f"pattern “{written.text}” ({place}): {count} of the {pattern.where.value} match"
    for match in findings.talks:
        people = ", ".join(person.name for person in match.talk.values.get("speakers", ()))
        yield f"talk: “{match.talk.title}”" + (f" by {people}" if people else "")
    if findings.title is not None and not post.title:
        text = " ".join(findings.title.first.marked.text.split())
        yield (
            f"heading, line {_line_of(post, findings.title)}: “{text}” is no talk: it is the title"
            " of the post; to make it a talk, write another in the metadata, such as title: Trip"
        )
    patterns = [(written.text, pattern) for written, pattern in usable.talks]
    for candidate in findings.unmatched[:_MOST_SHOWN]:
        text = " ".join(candidate.first.marked.text.split())
        reason = near_miss(patterns, candidate) or "no pattern is near"
        yield f"heading, line {_line_of(post, candidate)}: “{text}” is no talk: {reason}"


def _line_of(post: Post, candidate: Candidate) -> int:
    node = candidate.node
    return post.line_of(node) if isinstance(node, nodes.section) else node.line or 0


def _about_missing(
    post: Post, doctree: nodes.document, language: str, *, has_talks: bool
) -> Iterator[str]:
    if has_talks:
        return
    suggestion = suggest(doctree, post.title_section, post.level_of, Names(language))
    if suggestion is None:
        yield f"no pattern of ours would find talks here{_where_else(doctree)}"
        return
    yield (
        f"to make {suggestion.matched} of {suggestion.places} places talks, write"
        f" in the metadata: talk-patterns: {_list_of(suggestion.patterns)}"
    )
    if suggestion.skipped:
        headings = ", ".join(map(_quote, suggestion.skipped))
        yield f"and, for what looks like a talk and is none: skip-headings: [{headings}]"
    if suggestion.days:
        yield f"and, for the days: day-patterns: {_list_of(suggestion.days)}"


def _where_else(doctree: nodes.document) -> str:
    """Where talks may be instead of in headings, lists and bold paragraphs."""
    if next(iter(doctree.findall(nodes.table)), None) is not None:
        return "; it has a table: if talks are its rows, a pattern of them begins with a bar"
    if any(
        "<" in raw.astext() and raw.get("format") == "html" for raw in doctree.findall(nodes.raw)
    ):
        return "; parts of it are HTML, in which talks are not looked for: write them as Markdown"
    return "; if talks are told in prose, list them in the metadata: talks: [...]"


def _list_of(texts: Sequence[str]) -> str:
    """How several texts, or one, are written in metadata."""
    shown = list(map(_quote, texts))
    return shown[0] if len(shown) == 1 else f"[{', '.join(shown)}]"


def _quote(text: str) -> str:
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'
