"""What the elements of XML say, as text."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from sphinxcontrib_tripreport.core.programmes.record import one_line
from sphinxcontrib_tripreport.core.text.regexes import regex

_HTML: Final = regex(r"<(?:p|br|a|ul|ol|li|b|i|em|strong|code|h\d|div|pre)\b[^>]*>", re.IGNORECASE)


def line_in(element: Element, path: str) -> str:
    """The text of what is at *path*, in one line; empty if nothing is there."""
    return one_line(text_in(element, path))


def text_in(element: Element, path: str) -> str:
    """The text of what is at *path*, without what is around it; empty if nothing is there."""
    found = element.find(path)
    return "".join(found.itertext()).strip() if found is not None else ""


def has_html(text: str) -> bool:
    """Whether a text has the tags that abstracts have."""
    return bool(_HTML.search(text))
