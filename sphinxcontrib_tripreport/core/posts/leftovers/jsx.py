"""MDX in Markdown (Docusaurus, Astro): imports, components and comments. Pure.

Nothing of it runs here. The text within components stays. MDX's documentation: an import or export
begins a line and goes on to a blank one; a component is written with a capital letter.
"""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.posts.leftovers.admonitions import is_kind
from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.code_fences import code_lines
from sphinxcontrib_tripreport.core.posts.leftovers.embeds import page_of
from sphinxcontrib_tripreport.core.posts.leftovers.jsx_tags import Component, read_components
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markup
from sphinxcontrib_tripreport.core.posts.leftovers.pictures import picture
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath
from sphinxcontrib_tripreport.core.text.enclosed import find_enclosed
from sphinxcontrib_tripreport.core.text.regexes import regex

_MODULE = regex(
    r"^(?:import[ \t]+(?:[\w*{][^'\"\n]{0,300}[ \t}]from[ \t]+)?[\"'][^\"'\n]+[\"'];?[ \t]*$"
    r"|import[ \t]+(?:\w+[ \t]*,[ \t]*)?\{[ \t]*$"
    r"|export[ \t]+(?:const|let|var|default|function|async|\{|\*))",
    re.MULTILINE,
)
_BLANK_LINE = regex(r"\n[ \t]*(?=\n)|\Z")
_COMMENT = (regex(r"\{/\*"), regex(r"\*/\}"))
_TAG = regex(r"</?[A-Z]\w*(?=[.\s/>])")
_IMPORT = regex(r"^import[ \t]+(\w+)[ \t]+from[ \t]+[\"']([^\"'\n]+)[\"']", re.MULTILINE)
_ADMONITIONS = frozenset(("Admonition", "Callout", "Aside"))
_NO_ADMONITIONS = frozenset(("Check", "Details", "Example", "Quote"))
"""Names of other things, more often than not."""
_IMAGES = frozenset(("Image", "Img", "Figure", "Picture", "ZoomableImage", "Zoom"))
_LABELS = ("label", "title", "summary")


def has_components(text: str) -> bool:
    """Whether a text may hold components; quick."""
    return _TAG.search(text) is not None


def mend_components(lines: list[str]) -> list[str]:
    """The lines with components that are admonitions as divs: ``<Aside type="tip">``.

    Only those whose tags have lines of their own.
    """
    made = list(lines)
    open_tags: list[tuple[int, str, str]] = []
    is_code = code_lines(lines)
    for number, line in enumerate(lines):
        if is_code[number] or not line.lstrip().startswith(("<", "</")):
            continue
        tag = next(read_components(line.strip()), None)
        if tag is None or tag.span != (0, len(line.strip())) or tag.is_empty:
            continue
        if not (kind := _kind(tag)):
            continue
        margin = line[: len(line) - len(line.lstrip())]
        if not tag.is_end:
            title = tag.attributes.get("title", "")
            opening = f"{margin}:::{kind}" + (f"[{title}]" if title else "")
            open_tags.append((number, tag.name, opening))
        elif open_tags and open_tags[-1][1] == tag.name:
            first, _, opening = open_tags.pop()
            made[first], made[number] = opening, f"{margin}:::"
    return made


def _kind(tag: Component) -> str:
    if tag.name in _ADMONITIONS:
        kind = tag.attributes.get("type", "note").lower()
        return kind if is_kind(kind) else "note"
    name = tag.name.lower()
    return name if is_kind(name) and tag.name not in _NO_ADMONITIONS else ""


def change_modules(changes: Changes) -> None:
    """Remove imports, exports and comments, which say nothing to readers."""
    text = changes.text
    done = 0
    for found in _MODULE.finditer(text):
        if found.start() < done or not changes.is_free(found.span()):
            continue
        end = _BLANK_LINE.search(text, found.start())
        done = end.start() if end is not None else len(text)
        changes.replace((found.start(), done))
    for span in find_enclosed(text, *_COMMENT):
        if changes.is_free(span):
            changes.replace(span)


def change_components(changes: Changes, markup: Markup, find: FindPath) -> None:
    """Make images and videos of components what they show; of others, only the text stays."""
    files = dict(_IMPORT.findall(changes.text))
    tags = [tag for tag in read_components(changes.text) if changes.is_free(tag.span)]
    opened = {tag.name for tag in tags if not tag.is_end}
    known = {tag.name for tag in tags if tag.is_end} | files.keys()
    for tag in tags:
        # “<Name>” and “<Ann Lee>” may be words.
        is_component = tag.name in known or tag.is_empty or "=" in tag.rest or "{" in tag.rest
        if tag.name not in opened or not is_component:
            continue
        if tag.is_end:
            changes.replace(tag.span)
            continue
        arguments = {name: files.get(value, value) for name, value in tag.attributes.items()}
        shown = _as_markdown(tag.name, arguments, markup, find)
        changes.replace(tag.span, shown, None if shown else LeftoverKind.COMPONENT)


def _as_markdown(name: str, arguments: dict[str, str], markup: Markup, find: FindPath) -> str:
    """What a component shows, as far as plain Markdown can say it."""
    if name in _IMAGES and (image := picture(arguments, markup, find)):
        return image
    identity = next((arguments[key] for key in ("id", "videoId", "url") if key in arguments), "")
    if page := page_of(name.lower(), [identity] if identity else [], {}):
        return markup.address(page)
    label = next((arguments[each] for each in _LABELS if arguments.get(each)), "")
    return f"**{label}**" if label else ""
