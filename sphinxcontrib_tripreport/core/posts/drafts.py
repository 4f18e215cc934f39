"""Whether a post is for readers yet, as its engine has it. Pure."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.field_values import is_no, is_unpublished, is_yes
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.post_dates import date_fields


def is_draft(metadata: Metadata, *, dateless: bool = True) -> bool:
    """Whether the post is not for readers yet.

    ``draft: true`` (Hugo, Zola, Quarto), ``published: false`` (Jekyll), ``status: draft`` or
    ``hidden`` (Pelican) or ``private`` (Nikola), and ABlog's posts without a date.

    :param dateless: whether posts of ABlog's count that have no date
    """
    fields = metadata.fields

    def text_of(name: str) -> str:
        return fields[name].text() if name in fields else ""

    return (
        is_yes(text_of("draft"))
        or is_no(text_of("published"))
        or is_unpublished(text_of("status"))
        or (dateless and is_yes(text_of("blogpost")) and not _has_date(metadata))
    )


def _has_date(metadata: Metadata) -> bool:
    return next(date_fields(metadata.fields), None) is not None
