"""Fields of metadata that a post has more than once. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.posts.field_names import has_known
from sphinxcontrib_tripreport.core.text.phrases import quoted


def repeated_fields(repeated: Iterable[tuple[str, int]], counts: str) -> Iterator[Problem]:
    """A problem for each field that a report knows.

    :param repeated: names and lines of fields whose names were there before
    :param counts: which one counts: ``first``, ``last``
    """
    for name, line in repeated:
        if has_known([name]):
            text = f"The metadata has the field {quoted([name])[0]} more than once: the {counts}"
            yield Problem(Subtype.METADATA, f"{text} one counts.", line)
