"""Where a post's summary ends, if its author marked that for the engine. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinxcontrib_tripreport.core.posts.leftovers.summary_marks import marks_in
from sphinxcontrib_tripreport.core.posts.source import may_have_summary_end
from sphinxcontrib_tripreport.core.text.regexes import regex

_BEGIN = regex(r"pelican[_ -]begin", re.IGNORECASE)
_BLOCK_END = regex(r"\{%-?\s*(?:end_?excerpt|end_?summary)\s*-?%\}")
_TAG = regex(r"\{%-?\s*(?:excerpt|more|summary)\s*-?%\}|\{/\*\s*(?:truncate|more)\s*\*/\}")


def line_of_summary_end(text: str, markup: str) -> int:
    """The line of the first mark, from 1; 0 if there is none.

    :param text: the post's source, where lines end with ``\\n``
    :param markup: ``markdown`` or ``restructuredtext``
    """
    if not may_have_summary_end(text):
        return 0
    places = sorted(_places(text))
    if not places:
        return 0
    from sphinxcontrib_tripreport.core.posts.leftovers.code_spans import code_spans

    code = code_spans(text, markup)
    marks = {start for start, _ in marks_in(text)}
    for place in places:
        around = [text[first:last] for first, last in code if first <= place < last]
        # In reStructuredText the mark itself is a comment.
        if all(place in marks and each.lstrip().startswith("..") for each in around):
            return text.count("\n", 0, place) + 1
    return 0


def _places(text: str) -> Iterator[int]:
    for start, end in marks_in(text):
        if not _BEGIN.search(text[start:end]):
            yield start
    ends = [found.start() for found in _BLOCK_END.finditer(text)]
    yield from ends or (found.start() for found in _TAG.finditer(text))
