"""Every change that leftovers of a post ask for; loaded for the first post that has any."""

from __future__ import annotations

from collections.abc import Collection

from sphinxcontrib_tripreport.core.posts.leftovers.attributes import change_attributes
from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.code_spans import code_spans
from sphinxcontrib_tripreport.core.posts.leftovers.dialects import RemovedText
from sphinxcontrib_tripreport.core.posts.leftovers.html_tags import change_html_tags
from sphinxcontrib_tripreport.core.posts.leftovers.hugo import change_shortcode
from sphinxcontrib_tripreport.core.posts.leftovers.jsx import change_components, change_modules
from sphinxcontrib_tripreport.core.posts.leftovers.kramdown import change_kramdown
from sphinxcontrib_tripreport.core.posts.leftovers.liquid import (
    change_blocks,
    change_statement,
    change_value,
)
from sphinxcontrib_tripreport.core.posts.leftovers.markdown_links import change_markdown_links
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markup
from sphinxcontrib_tripreport.core.posts.leftovers.obsidian import change_wiki_links
from sphinxcontrib_tripreport.core.posts.leftovers.rst_directives import (
    HasDirective,
    change_directives,
    change_updates,
)
from sphinxcontrib_tripreport.core.posts.leftovers.rst_links import change_rst_links
from sphinxcontrib_tripreport.core.posts.leftovers.summary_marks import change_embeds, change_marks
from sphinxcontrib_tripreport.core.posts.leftovers.tags import TagForm, TemplateTag, read_tags
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath


def change_leftovers(
    text: str,
    markup: str,
    written: Markup,
    find: FindPath,
    known: Collection[str],
    has: HasDirective,
    *,
    has_attributes: bool,
) -> tuple[str, RemovedText]:
    """A text without its leftovers, and what was found.

    The parameters are those of :func:`~sphinxcontrib_tripreport.core.posts.leftovers.clean.clean`.

    :param written: how the markup writes things
    """
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
        change_updates(changes, has)
    else:
        change_directives(changes, has)
        change_rst_links(changes, find)
    _change_tags(changes, [*statements, *_values_and_shortcodes(tags)], written, find, known)
    if markup == "markdown":
        _change_braces(changes, has_attributes=has_attributes)
    return changes.apply()


def _change_braces(changes: Changes, *, has_attributes: bool) -> None:
    change_kramdown(changes)
    if not has_attributes:
        change_attributes(changes)


def _values_and_shortcodes(tags: list[TemplateTag]) -> list[TemplateTag]:
    return [tag for tag in tags if tag.form is not TagForm.STATEMENT]


def _change_tags(
    changes: Changes,
    tags: list[TemplateTag],
    written: Markup,
    find: FindPath,
    known: Collection[str],
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
