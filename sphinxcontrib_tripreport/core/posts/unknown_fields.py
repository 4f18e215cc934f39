"""Fields of metadata whose names are one slip away from those that a report knows. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.posts.field_names import all_spellings, is_engine_name
from sphinxcontrib_tripreport.core.posts.pattern_fields import is_pattern_name
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.nearest import is_one_slip
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted

_OURS = ("event", "conference", "talk-patterns", "day-patterns", "skip-headings", "talks")
"""Fields that make a document a report, and that no engine has."""
_OTHERS = frozenset(("talk",))
"""Names of other fields that are near ours."""
_SHORTEST = 4
"""Half of all words of three letters are one slip away from another word."""


def near_fields(fields: Mapping[str, Located], *, is_report: bool) -> Iterator[Problem]:
    """A problem for each field that nobody knows and that is nearly one of a report's.

    :param is_report: else only what would make the document a report is looked for
    """
    known = (*all_spellings(), *_OURS) if is_report else _OURS
    for name, located in fields.items():
        folded = name.replace("_", "-")
        if len(name) < _SHORTEST or name in _OTHERS or is_engine_name(name):
            continue
        if is_pattern_name(name):
            continue
        near = [each for each in dict.fromkeys(known) if is_one_slip(folded, each)]
        if near:
            text = f"The metadata field {quoted([name])[0]} is not known.{did_you_mean(near[:1])}"
            yield Problem(Subtype.METADATA, text, located.line)
