"""Values of a report's fields, in the spellings of all engines. Pure."""

from __future__ import annotations

import datetime as dt

from sphinxcontrib_tripreport.core.languages.dates import read_date
from sphinxcontrib_tripreport.core.options.values import read_programmes
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.located import Located, UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.names import split_names
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.topics import each_topic, split_topics

_AND = regex(r",?\s+(?:&(?:amp;)?|and)\s+")
_DATED_NAME = regex(r"(\d{4}-\d{1,2}-\d{1,2})(?:[-_]|$)")
_YES = frozenset(("true", "yes", "on", "1"))
_NO = frozenset(("false", "no", "off", "0"))
_UNPUBLISHED = frozenset(("draft", "hidden", "private"))


def is_yes(text: str) -> bool:
    """Whether a text says yes, as YAML, TOML or an author writes it."""
    return text.strip().lower() in _YES


def is_no(text: str) -> bool:
    """Whether a text says no."""
    return text.strip().lower() in _NO


def read_located_answer(located: Located) -> bool:
    """Whether a value says yes; it has to say yes or no."""
    text = located.text()
    if is_yes(text) or is_no(text):
        return is_yes(text)
    raise ValueError("expected true or false")


def is_unpublished(status: str) -> bool:
    """Whether a ``status`` keeps a post to its author (Pelican's draft and hidden, Nikola's)."""
    return status.strip().lower() in _UNPUBLISHED


def date_in_name(docname: str) -> dt.date | None:
    """The date with which a file's name begins: ``2020-07-23-day-1``, as Jekyll names posts."""
    found = _DATED_NAME.match(docname.rpartition("/")[2])
    if found is None:
        return None
    try:
        return read_date(found[1])
    except ValueError:
        return None


def read_authors(located: Located) -> tuple[str, ...]:
    """The authors: a list, in YAML or in JSON, or one text.

    In text, names are between commas or semicolons (Pelican: the latter where names hold
    commas), or "&" or "and" (fastpages). Authors that are mappings (Quarto, Zola, Hugo) have a
    ``name``.
    """
    value = _list_in(located).value
    if isinstance(value, list):
        names = [_author(item) for item in value]
    elif isinstance(value, dict):
        names = [_author(located)]
    else:
        joint = "; " if ";" in value.replace("&amp;", "") else ", "
        names = [person.name for person in split_names(_AND.sub(joint, value))]
    return tuple(dict.fromkeys(name for name in names if name))


def _author(item: Located) -> str:
    """One author's name; Quarto splits it into ``given`` and ``family``, too."""
    value = item.value.get("name", item).value if isinstance(item.value, dict) else item.value
    if isinstance(value, dict):
        parts = [value[part].text() for part in ("given", "family", "literal") if part in value]
        value = " ".join(parts) or value
    if not isinstance(value, str):
        raise ValueError("expected a name, or a list of names")
    return " ".join(value.split())


def read_located_topics(located: Located) -> tuple[str, ...]:
    """The topics: a list, in YAML or in JSON, or text with commas or semicolons (Pelican).

    Each item of a list is one, whatever it holds.
    """
    value = _list_in(located).value
    if isinstance(value, dict):
        raise ValueError("expected text or a list")
    if isinstance(value, str):
        return split_topics(value.replace(";", "\n"))
    texts = [item.value for item in value if isinstance(item.value, str)]
    if len(texts) < len(value):
        raise ValueError("expected a list of texts")
    return each_topic(texts)


def read_located_programmes(located: Located) -> tuple[Link, ...]:
    """The files of a programme: a list, in YAML or in JSON, or text with one a line."""
    value = _list_in(located).value
    if isinstance(value, dict):
        raise ValueError("expected text or a list")
    texts = [value] if isinstance(value, str) else [item.text() for item in value]
    return tuple(link for text in texts for link in read_programmes(text))


def _list_in(located: Located) -> Located:
    """A value, with a list that is written as text (JSON, or YAML in one line) read."""
    text = located.value
    if isinstance(text, str) and text.startswith("[") and text.rstrip().endswith("]"):
        try:
            found = read_yaml(text, first_line=located.line)
        except UnreadableYaml:
            return located
        if found is not None and isinstance(found.value, list):
            return found
    return located
