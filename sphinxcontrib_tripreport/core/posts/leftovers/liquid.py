"""Liquid, the template language of Jekyll and fastpages (and, for the most part, of Zola)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.embeds import page_of
from sphinxcontrib_tripreport.core.posts.leftovers.hexo import change_block, change_hexo
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markdown, Markup
from sphinxcontrib_tripreport.core.posts.leftovers.pictures import picture
from sphinxcontrib_tripreport.core.posts.leftovers.tags import (
    CODE,
    TagForm,
    TemplateTag,
    read_arguments,
)
from sphinxcontrib_tripreport.core.posts.leftovers.targets import (
    FindPath,
    path_argument,
    path_of_value,
)
from sphinxcontrib_tripreport.core.text.regexes import regex

_CHOICES = frozenset(("if", "unless", "ifchanged"))
_WITHOUT_MEANING = frozenset(("for", "tablerow", "capture", "case", "macro"))
"""Blocks whose content says nothing once it is not run."""
_BRANCHES = frozenset(("else", "elsif", "elif"))
_INCLUDES = frozenset(("include", "include_relative", "include_cached", "render"))
_REST_OF_LINE = regex(r"[^\S\n]*(?:\n|\Z)")
_CALL = regex(r"\((.*)\)\s*", re.DOTALL)


def change_blocks(
    changes: Changes, tags: Iterable[TemplateTag], markup: Markup
) -> list[TemplateTag]:
    """Change the tags that have an end, and say which have none.

    :return: the tags that remain
    """
    statements = [tag for tag in tags if tag.form is TagForm.STATEMENT]
    ends = {tag.name.removeprefix("end") for tag in statements if tag.name.startswith("end")}
    remaining: list[TemplateTag] = []
    open_blocks = _OpenBlocks()
    for tag in statements:
        if tag.content is not None:
            _change_content(changes, tag, markup)
        elif tag.name.startswith("end"):
            _close(changes, tag, open_blocks, markup)
        elif tag.name in _BRANCHES or tag.name == "when":
            if open_blocks.blocks:
                open_blocks.blocks[-1].append(tag)
            else:
                changes.replace(tag.span, kind=LeftoverKind.UNCLOSED)
        elif _has_end(tag.name) or tag.name in ends:
            open_blocks.open(tag)
        else:
            remaining.append(tag)
    for block in open_blocks.blocks:
        _drop_unclosed(changes, block)
    return remaining


def _has_end(name: str) -> bool:
    return name in _CHOICES | _WITHOUT_MEANING | CODE | {"raw", "comment"}


def _change_content(changes: Changes, tag: TemplateTag, markup: Markup) -> None:
    """Change a tag whose content is no template."""
    assert tag.content is not None
    start, end = tag.content
    if tag.name == "comment":
        changes.replace(tag.span)
        return
    if tag.name in CODE:
        language = (tag.rest.split() or [""])[0]
        as_code(changes, tag, language, markup)
        return
    changes.replace((tag.start, start))
    changes.protect(tag.content)
    changes.replace((end, tag.end))


def as_code(changes: Changes, tag: TemplateTag, language: str, markup: Markup) -> None:
    """Make the content of a tag a block of code; on one line, code in the line."""
    assert tag.content is not None
    content = changes.text[slice(*tag.content)]
    if "\n" not in content:
        changes.replace(tag.span, f"``{content.strip()}``")
        return
    lines = content.split("\n")
    if lines[0].strip() or lines[-1].strip():
        changes.replace(tag.span, markup.code_without_frame(content))
        return
    language = language if re.fullmatch(r"[\w+#.-]+", language) else ""
    changes.replace(tag.span, markup.code(content, language))


class _OpenBlocks:
    """Tags whose end has not come yet, each with its branches; the inner ones last."""

    def __init__(self) -> None:
        self.blocks: list[list[TemplateTag]] = []
        self._names: Counter[str] = Counter()

    def open(self, tag: TemplateTag) -> None:
        self.blocks.append([tag])
        self._names[tag.name] += 1

    def pop(self) -> list[TemplateTag]:
        block = self.blocks.pop()
        self._names[block[0].name] -= 1
        return block

    def has(self, name: str) -> bool:
        """Whether a tag of that name is open; without a name, whether any is."""
        return self._names[name] > 0 if name else bool(self.blocks)


def _close(changes: Changes, end: TemplateTag, open_blocks: _OpenBlocks, markup: Markup) -> None:
    name = end.name.removeprefix("end")
    if not open_blocks.has(name):
        changes.replace(end.span, kind=LeftoverKind.UNCLOSED)
        return
    block = open_blocks.pop()
    while name not in ("", block[0].name):
        _drop_unclosed(changes, block)
        block = open_blocks.pop()
    start, *branches = block
    if start.name in _WITHOUT_MEANING:
        changes.replace((start.start, end.end), kind=LeftoverKind.TAG)
        return
    if not branches and isinstance(markup, Markdown) and change_block(changes, start, end):
        return
    changes.replace(start.span, kind=LeftoverKind.TAG)
    last = (branches[0].start if branches else end.start, end.end)
    changes.replace(last)


def _drop_unclosed(changes: Changes, block: Sequence[TemplateTag]) -> None:
    changes.replace(block[0].span, kind=LeftoverKind.UNCLOSED)
    for branch in block[1:]:
        changes.replace(branch.span)


def change_statement(changes: Changes, tag: TemplateTag, markup: Markup, find: FindPath) -> None:
    """Change one tag ``{% … %}`` that is by itself."""
    if change_hexo(changes, tag, markup, find):
        return
    by_place, by_name = read_arguments(tag.rest)
    if tag.name in ("post_url", "link") and (path := path_argument(by_place, by_name)):
        place = find(path)
        if place is not None:
            changes.replace(tag.span, markup.link(path, place))
        else:
            changes.replace(tag.span, path, LeftoverKind.LOST)
        return
    if tag.name in _INCLUDES:
        _change_include(changes, tag, markup, find)
        return
    if page := page_of(tag.name, by_place, by_name):
        changes.replace(tag.span, markup.address(page))
    elif tag.name == "img" and (image := picture(_image_of(by_place), markup, find)):
        changes.replace(tag.span, image)
    else:
        changes.replace(tag.span, kind=LeftoverKind.TAG)


def _image_of(words: Sequence[str]) -> dict[str, str]:
    """The arguments of Octopress' ``img``: classes, the path, sizes, a title."""
    path = next((word for word in words if "/" in word or "." in word), "")
    rest = [word for word in words[words.index(path) + 1 :] if not word.isdigit()] if path else []
    return {"src": path, "alt": rest[0] if rest else ""}


def _change_include(changes: Changes, tag: TemplateTag, markup: Markup, find: FindPath) -> None:
    file, _, rest = tag.rest.partition(" ")
    name = file.rpartition("/")[2].partition(".")[0].lower()
    by_place, by_name = read_arguments(rest)
    provider = by_name.get("provider", name).lower()
    if page := page_of(provider, by_place, by_name):
        changes.replace(tag.span, markup.address(page))
    elif image := picture({**by_name, **_with_usual_names(by_name)}, markup, find):
        changes.replace(tag.span, image)
    elif text := by_name.get("text") or by_name.get("content"):
        text = " ".join(text.split())
        changes.replace(tag.span, markup.quote(text) if is_alone(changes, tag) else text)
    else:
        changes.replace(tag.span, kind=LeftoverKind.INCLUDE)


def _with_usual_names(arguments: dict[str, str]) -> dict[str, str]:
    """A caption by the other names that themes give it."""
    caption = arguments.get("caption") or arguments.get("description") or ""
    return {"caption": caption} if caption else {}


def is_alone(changes: Changes, tag: TemplateTag) -> bool:
    """Whether nothing else is on the line, or lines, of a tag."""
    is_last = _REST_OF_LINE.match(changes.text, tag.end) is not None
    return is_last and changes.begins_line(tag.start)


def change_value(
    changes: Changes, tag: TemplateTag, markup: Markup, known: Collection[str]
) -> None:
    """Change one ``{{ … }}``.

    :param known: names of values that Sphinx itself fills in
    """
    if tag.name.partition(".")[0] in known:
        return
    inner = changes.text[tag.start + 2 : tag.end - 2]
    path = path_of_value(inner)
    if path is not None:
        changes.replace(tag.span, path)
        return
    call = _CALL.fullmatch(tag.rest)
    page = page_of(tag.name, *read_arguments(call[1])) if call else ""
    if page:
        changes.replace(tag.span, markup.address(page))
    else:
        changes.replace(tag.span, kind=LeftoverKind.SHORTCODE if call else LeftoverKind.VALUE)
