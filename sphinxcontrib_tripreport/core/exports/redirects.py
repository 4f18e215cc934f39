"""Small pages at old addresses that lead to where things are now. Pure."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import unquote, urlsplit

from sphinxcontrib_tripreport.core.text.regexes import regex

SIGN: Final = "trip-redirect"
"""What is near the beginning of each file that we write at an old address."""
_EXPECTED: Final = "expected a path on the old site, such as “/2018/07/day-1/”"
_FORBIDDEN: Final = regex(r"[\x00-\x1f\x7f-\x9f\\]")
_LONGEST_NAME: Final = 255
"""In bytes: no file system has longer names."""
_PAGES: Final = (".html", ".htm", ".xhtml")


def file_of_address(address: str) -> str:
    """The file that answers at an address, from the root of the site.

    ``/2018/07/day-1/`` and ``/2018/07/day-1`` are ``2018/07/day-1/index.html``.

    :raises ValueError: if it is no path of a site, or leads out of it
    """
    try:
        split = urlsplit(address.strip())
    except ValueError:
        raise ValueError(_EXPECTED) from None
    if split.scheme or split.netloc:
        raise ValueError(f"{_EXPECTED}, without a host")
    if split.query or split.fragment or address.rstrip().endswith(("?", "#")):
        raise ValueError(f"{_EXPECTED}, without a query")
    path = unquote(split.path)
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or _FORBIDDEN.search(path):
        raise ValueError(_EXPECTED)
    if not parts or path.endswith("/") or not parts[-1].lower().endswith(_PAGES):
        parts.append("index.html")
    if any(len(part.encode("utf-8", "replace")) > _LONGEST_NAME for part in parts):
        raise ValueError("expected shorter names")
    return "/".join(parts)


def render_redirect(
    target: str, canonical: str, title: str, sentence: tuple[str, str], language: str
) -> str:
    """The page at an old address.

    :param target: the new address, from the old one
    :param canonical: the new address, whole if the site's is known
    :param sentence: what is before and after the link, in the language of the site
    """
    to, words = escape(target), escape(title)
    before, after = map(escape, sentence)
    return f"""<!DOCTYPE html>
<html lang="{escape(language)}" class="{SIGN}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={to}">
<link rel="canonical" href="{escape(canonical)}">
<title>{words}</title>
</head>
<body>
<p>{before}<a href="{to}">{words}</a>{after}</p>
</body>
</html>
"""


def render_table(moved: dict[str, str]) -> str:
    """The file ``_redirects`` of Netlify and Cloudflare Pages.

    :param moved: by old address, the new one
    """
    lines = (f"{old} {new} 301\n" for old, new in sorted(moved.items()))
    return f"# {SIGN}: written by sphinxcontrib-tripreport\n{''.join(lines)}"
