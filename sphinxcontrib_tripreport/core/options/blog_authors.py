"""The authors that ``conf.py`` of a blog of ABlog names, as ABlog documents them. Pure.

``blog_authors`` maps what posts call an author to a name and a web address, which may be None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sphinxcontrib_tripreport.core.model.option_values import SpeakerValues
from sphinxcontrib_tripreport.core.model.records import Speaker
from sphinxcontrib_tripreport.core.options.speaker import make_speaker
from sphinxcontrib_tripreport.core.text.links import is_file, read_url
from sphinxcontrib_tripreport.core.text.slugs import slug


def read_blog_authors(written: Mapping[str, object]) -> list[Speaker]:
    """The authors of a blog; what is no author, ABlog itself complains of."""
    found = (_read(str(key), value) for key, value in written.items())
    return [author for author in found if author is not None]


def _read(key: str, value: object) -> Speaker | None:
    parts: list[object] = (
        list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    )
    name = " ".join(str(parts[0] or "" if parts else "").split())
    if not slug(name):
        return None
    values = SpeakerValues()
    if len(parts) > 1 and parts[1] and (address := _address(str(parts[1]))):
        values["homepage"] = address
    return make_speaker(name, values, 0, as_author=True, other_key=key)


def _address(text: str) -> str:
    """An address of the web; empty for anything else."""
    try:
        url = read_url(text)
    except ValueError:
        return ""
    return "" if is_file(url) else url
