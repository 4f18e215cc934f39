"""A post's text without what template languages left in it; every line keeps its number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.posts.leftovers.dialects import RemovedText, mend_dialects
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import as_problems
from sphinxcontrib_tripreport.core.posts.leftovers.markups import MARKUPS
from sphinxcontrib_tripreport.core.text.regexes import regex

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.posts.leftovers.rst_directives import HasDirective
    from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath

_SIGNS = regex(
    r"\{%|\{\{|\{:|\{/\*|<!--|\[\[|!\[[^\]\n]{0,300}\||==|%%|\nimport |\nexport |[)\]]\{"
    r"|</?[a-z]+(?=[ />])|\]\(<?/|\]:\s*<?/|<\s*/|:: */|: /|=[\"']/|teaser_end|pelican_"
    r"|\.\. (?:youtube|vimeo|soundcloud|media|gist|thumbnail|slides|listing|chart|post-list)"
    r"|\{update\}|\.\. (?:update|more|categories|tags|comments)|\n {0,3}> ?(?:youtube|tw)"
    r"|\{(?:static|attach|filename|photo|tag|author|category|index)\}"
    r"|\|(?:static|attach|filename|tag|author|category|index)\|"
)
"""In a text in lower case that begins with a line break: a third of the time of ``(?im)``."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text that is clean, and what is to be said of it."""

    text: str
    problems: tuple[Problem, ...] = ()


def clean(
    text: str,
    markup: str,
    find: FindPath,
    known: Collection[str] = (),
    has: HasDirective = lambda name: False,
    *,
    has_attributes: bool = False,
) -> CleanText:
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
        return CleanText(text)
    mended: RemovedText = []
    if markup == "markdown":
        text, mended = mend_dialects(text)
    if not _SIGNS.search(f"\n{text.lower()}"):
        return CleanText(text, as_problems(mended))
    from sphinxcontrib_tripreport.core.posts.leftovers.changing import change_leftovers

    cleaned, found = change_leftovers(
        text, markup, written, find, known, has, has_attributes=has_attributes
    )
    return CleanText(cleaned, as_problems([*mended, *found]))
