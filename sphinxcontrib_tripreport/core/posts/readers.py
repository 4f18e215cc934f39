"""The readers of metadata: each knows one form, and says whether a post has it.

What a field means is decided in :mod:`.report`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sphinxcontrib_tripreport.core.posts.comments import read_comments, read_comments_in_markdown
from sphinxcontrib_tripreport.core.posts.fastpages import read_fastpages
from sphinxcontrib_tripreport.core.posts.field_list import read_field_list
from sphinxcontrib_tripreport.core.posts.field_names import field_name
from sphinxcontrib_tripreport.core.posts.front_matter import (
    read_toml_front_matter,
    read_yaml_front_matter,
    read_yaml_front_matter_in_rst,
)
from sphinxcontrib_tripreport.core.posts.json_front_matter import read_json_front_matter
from sphinxcontrib_tripreport.core.posts.key_lines import read_key_lines
from sphinxcontrib_tripreport.core.posts.metadata import Metadata, without_lines
from sphinxcontrib_tripreport.core.posts.post_directive import (
    read_post_directive,
    read_post_directive_in_markdown,
)
from sphinxcontrib_tripreport.core.posts.source import may_have_metadata

Reader = Callable[[str], Metadata | None]
"""From a post's text to its metadata; None if the text has none of the reader's form."""

READERS: dict[str, tuple[tuple[Reader, ...], ...]] = {
    "markdown": (
        (
            read_yaml_front_matter,
            read_toml_front_matter,
            read_json_front_matter,
            read_comments_in_markdown,
            read_key_lines,
        ),
    ),
    "notebook": (
        (
            read_yaml_front_matter_in_rst,
            read_toml_front_matter,
            read_json_front_matter,
            read_comments_in_markdown,
            read_key_lines,
            read_fastpages,
        ),
    ),
    "restructuredtext": (
        (
            read_yaml_front_matter_in_rst,
            read_toml_front_matter,
            read_json_front_matter,
            read_comments,
        ),
        (read_field_list,),
    ),
}
"""By markup: of each group, the first reader that knows the form wins.

Groups are forms that can be in one post; what an earlier one has, a later one does not change.
"""

POST_DIRECTIVE: dict[str, Reader] = {
    "markdown": read_post_directive_in_markdown,
    "restructuredtext": read_post_directive,
}
"""By markup: the last group, because it may be anywhere."""


_ENGINES: dict[Reader, str] = {
    read_toml_front_matter: "hugo",
    read_json_front_matter: "hugo",
    read_comments: "nikola",
    read_comments_in_markdown: "nikola",
    read_key_lines: "pelican",
    read_field_list: "pelican",
}
"""The engines that forms are from; YAML has several."""


def read_metadata(text: str, markup: str, *, hide_post_directive: bool = True) -> Metadata:
    """The metadata of a post.

    :param text: the post's source, plain
    :param markup: ``markdown``, ``restructuredtext``, or ``notebook`` for a notebook's first cell;
        others have no metadata
    :param hide_post_directive: whether nobody provides ABlog's directive ``post``
    """
    metadata = Metadata()
    if not may_have_metadata(text, markup):
        return metadata
    for group in READERS.get(markup, ()):
        found = ((reader(text), reader) for reader in group)
        new, reader = next((each for each in found if each[0] is not None), (None, None))
        if new is not None and reader is not None:
            metadata = _join(metadata, replace(new, engine=_ENGINES.get(reader, "")))
            text = without_lines(text, new.hidden)
    if markup in POST_DIRECTIVE and (post := POST_DIRECTIVE[markup](text)) is not None:
        metadata = _join(metadata, post if hide_post_directive else Metadata(post.fields))
    return metadata


def _join(first: Metadata, second: Metadata) -> Metadata:
    # Topics add up, whatever the names of their fields.
    known = {field_name(name) for name in first.fields} - {"topics"}
    new = {
        name: value
        for name, value in second.fields.items()
        if not ((ours := field_name(name)) and ours in known)
    }
    return Metadata(
        new | first.fields,
        (*first.hidden, *second.hidden),
        (*first.problems, *second.problems),
        (*first.outdented, *second.outdented),
        {**first.rewritten, **second.rewritten},
        first.raised or second.raised,
        first.engine or second.engine,
    )
