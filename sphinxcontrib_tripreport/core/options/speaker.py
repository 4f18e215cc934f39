"""From what an author wrote on a person to their record. Pure."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, cast

from sphinxcontrib_tripreport.core.model.option_values import SpeakerValues
from sphinxcontrib_tripreport.core.model.records import Speaker, Target
from sphinxcontrib_tripreport.core.options.tables import SPEAKER_OPTIONS, profile_links
from sphinxcontrib_tripreport.core.text.names import name_key

_COMPUTED = ("links",)
_PLAIN = tuple(
    field.name
    for field in fields(Speaker)
    if field.name in SPEAKER_OPTIONS and field.name not in _COMPUTED
)
"""The fields that are options, as they were read."""


def make_speaker(
    name: str,
    values: SpeakerValues,
    line: int,
    *,
    other_key: str = "",
    described: Target | None = None,
    included_at: str = "",
) -> Speaker:
    """The record of a person.

    :param values: what :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gave
    :param other_key: what a data file calls the person
    :param described: where a directive describes the person
    :param included_at: where the person is described, if that is in a file that a document includes
    """
    key, plain = name_key(name), cast("dict[str, Any]", values)
    return Speaker(
        key,
        name,
        other_key=other_key if name_key(other_key) != key else "",
        links=profile_links(values),
        described=described,
        line=line,
        included_at=included_at,
        **{name: plain[name] for name in _PLAIN if name in plain},
    )
