"""From what an author wrote on a person to their record. Pure."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.model.option_values import SpeakerValues
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Speaker
from sphinxcontrib_tripreport.core.options.plain_fields import pick, plain_fields
from sphinxcontrib_tripreport.core.options.tables import SPEAKER_OPTIONS, profile_links
from sphinxcontrib_tripreport.core.text.names import name_key

_PLAIN = plain_fields(Speaker, SPEAKER_OPTIONS, "links")


def make_speaker(
    name: str,
    values: SpeakerValues,
    line: int,
    *,
    as_author: bool = False,
    other_key: str = "",
    described: Target | None = None,
    included_at: str = "",
) -> Speaker:
    """The record of a person.

    :param values: what :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gave
    :param as_author: whether it is an author that is described, rather than a speaker
    :param other_key: what a data file calls the person
    :param described: where a directive describes the person
    :param included_at: where the person is described, if that is in a file that a document includes
    """
    key = name_key(name)
    return Speaker(
        key,
        name,
        other_key=other_key if name_key(other_key) != key else "",
        links=profile_links(values),
        is_speaker=not as_author,
        is_author=as_author,
        described=described,
        line=line,
        included_at=included_at,
        **pick(values, _PLAIN),
    )
