"""A post's text without what template languages left in it; every line keeps its number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.posts.leftovers.attributes import change_attributes
from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.code_spans import code_spans
from sphinxcontrib_tripreport.core.posts.leftovers.dialects import Found, mend_dialects
from sphinxcontrib_tripreport.core.posts.leftovers.html_tags import change_html_tags
from sphinxcontrib_tripreport.core.posts.leftovers.hugo import change_shortcode
from sphinxcontrib_tripreport.core.posts.leftovers.jsx import change_components, change_modules
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import as_problems
from sphinxcontrib_tripreport.core.posts.leftovers.kramdown import change_kramdown
from sphinxcontrib_tripreport.core.posts.leftovers.liquid import (
    change_blocks,
    change_statement,
    change_value,
)
from sphinxcontrib_tripreport.core.posts.leftovers.markdown_links import change_markdown_links
from sphinxcontrib_tripreport.core.posts.leftovers.markups import MARKUPS, Markup
from sphinxcontrib_tripreport.core.posts.leftovers.obsidian import change_wiki_links
from sphinxcontrib_tripreport.core.posts.leftovers.rst_directives import (
    HasDirective,
    change_directives,
)
from sphinxcontrib_tripreport.core.posts.leftovers.rst_links import change_rst_links
from sphinxcontrib_tripreport.core.posts.leftovers.summary_marks import change_embeds, change_marks
from sphinxcontrib_tripreport.core.posts.leftovers.tags import Tag, TagForm, read_tags
from sphinxcontrib_tripreport.core.posts.leftovers.targets import Find
from sphinxcontrib_tripreport.core.text.regexes import regex

_SIGNS = regex(
    r"\{%|\{\{|\{:|\{/\*|<!--|\[\[|!\[[^\]\n]{0,300}\||==|%%|\nimport |\nexport |[)\]]\{"
    r"|</?[a-z]+(?=[ />])|\]\(<?/|\]:\s*<?/|<\s*/|:: */|: /|=[\"']/|teaser_end|pelican_"
    r"|\.\. (?:youtube|vimeo|soundcloud|media|gist|thumbnail|slides|listing|chart|post-list)"
    r"|\.\. (?:more|categories|tags|comments)|\n {0,3}> ?(?:youtube|tw)"
    r"|\{(?:static|attach|filename|photo|tag|author|category|index)\}"
    r"|\|(?:static|attach|filename|tag|author|category|index)\|"
)
"""In a text in lower case that begins with a line break: a third of the time of ``(?im)``."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that is clean, and what is to be said of it."""

    text: str
    problems: tuple[Problem, ...] = ()


def clean(
    text: str,
    markup: str,
    find: Find,
    known: Collection[str] = (),
    has: HasDirective = lambda name: False,
    *,
    has_attributes: bool = False,
) -> Cleaned:
    """*text* without leftovers.

    :param text: a post's source, where lines end with ``\\n``
    :param markup: ``markdown`` or ``restructuredtext``; others are left alone
    :param find: says where the project holds a path of the old site, or a document of that name
    :param known: names of values ``{{ name }}`` that Sphinx itself fills in
    :param has: whether the project has a directive of that name
    :param has_attributes: whether MyST reads attributes in braces
    """
    written = MARKUPS.get(markup)
    if written is None:
        return Cleaned(text)
    mended: Found = []
    if markup == "markdown":
        text, mended = mend_dialects(text)
    if not _SIGNS.search(f"\n{text.lower()}"):
        return Cleaned(text, as_problems(mended))
    changes = Changes(text, code_spans(text, markup))
    if markup == "markdown":
        change_marks(changes)
        change_embeds(changes, written)
        change_modules(changes)
    tags = list(read_tags(changes))
    statements = change_blocks(changes, tags, written)
    if markup == "markdown":
        change_wiki_links(changes, written, find)
        change_components(changes, written, find)
    for tag in tags:
        if tag.content is not None and tag.form is TagForm.SHORTCODE:
            change_shortcode(changes, tag, written, find)
    if markup == "markdown":
        change_markdown_links(changes, find)
        change_html_tags(changes, find)
    else:
        change_directives(changes, has)
        change_rst_links(changes, find)
    _change_tags(changes, [*statements, *_others(tags)], written, find, known)
    if markup == "markdown":
        _change_braces(changes, has_attributes=has_attributes)
    cleaned, found = changes.made()
    return Cleaned(cleaned, as_problems([*mended, *found]))


def _change_braces(changes: Changes, *, has_attributes: bool) -> None:
    change_kramdown(changes)
    if not has_attributes:
        change_attributes(changes)


def _others(tags: list[Tag]) -> list[Tag]:
    return [tag for tag in tags if tag.form is not TagForm.STATEMENT]


def _change_tags(
    changes: Changes, tags: list[Tag], written: Markup, find: Find, known: Collection[str]
) -> None:
    """Change the tags that no link carries and no other change has taken."""
    for tag in tags:
        if not changes.is_free(tag.span):
            continue
        if tag.form is TagForm.STATEMENT:
            change_statement(changes, tag, written, find)
        elif tag.form is TagForm.SHORTCODE:
            change_shortcode(changes, tag, written, find)
        else:
            change_value(changes, tag, written, known)
