"""Tags of template languages, as they are in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes, Span
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.text.regexes import regex


class TagForm(Enum):
    """How a tag is written."""

    STATEMENT = auto()
    """``{% … %}``, of Liquid"""
    VALUE = auto()
    """``{{ … }}``, of Liquid"""
    SHORTCODE = auto()
    """``{{< … >}}`` and ``{{% … %}}``, of Hugo"""


@dataclass(frozen=True, slots=True)
class TemplateTag:
    """One tag, or one with its content and its end if the content is taken as it is."""

    form: TagForm
    name: str
    rest: str
    """What comes after the name."""
    start: int
    end: int
    content: Span | None = None
    """Between the tag and its end; only of tags whose content is no template."""

    @property
    def span(self) -> Span:
        """Where it is, from its beginning to its end."""
        return self.start, self.end


_BEGIN = regex(r"\{\{[<%]?|\{%")
_ENDS = {
    "{{": (regex(r"\}\}"), TagForm.VALUE),
    "{{<": (regex(r">\}\}"), TagForm.SHORTCODE),
    "{{%": (regex(r"%\}\}"), TagForm.SHORTCODE),
    "{%": (regex(r"%\}"), TagForm.STATEMENT),
}
_BLANK_LINE = regex(r"\n[ \t]*\n")
_LONGEST = 5000
"""A longer tag is none."""
_LONGEST_SHOWN = 200
_NAME = regex(r"\s*[-+]?\s*(/?\s*[\w.:-]+|/\*)?")
CODE = frozenset(("highlight", "codeblock"))
"""Tags whose content is code."""
_AS_IT_IS = CODE | {"raw", "comment", "verbatim"}
_ARGUMENT = regex(
    r"""(?:([\w-]+)\s*=\s*)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^\s"',]+)""", re.DOTALL
)


def read_tags(changes: Changes) -> Iterator[TemplateTag]:
    """The tags of a text, in order, but those in code; what has no end is said."""
    text, done = changes.text, 0
    ends = _Ends(changes)
    while found := _BEGIN.search(text, done):
        done = found.end()
        if not changes.is_free(found.span()):
            continue
        tag = _read_tag(text, found)
        if tag is None:
            shown = text[found.start() : found.start() + _LONGEST_SHOWN].partition("\n")[0]
            changes.say(found.span(), LeftoverKind.UNCLOSED, shown)
            continue
        if tag.name in _AS_IT_IS and tag.form is not TagForm.VALUE:
            tag = ends.with_content(tag)
        done = tag.end
        yield tag


def _read_tag(text: str, begin: re.Match[str]) -> TemplateTag | None:
    pattern, form = _ENDS[begin[0]]
    # It ends before the next one begins, so that each part of a text is looked at once.
    following = _BEGIN.search(text, begin.end())
    limit = min(following.end() + 2 if following else len(text), begin.end() + _LONGEST)
    if blank := _BLANK_LINE.search(text, begin.end(), limit):
        limit = blank.start()
    end = pattern.search(text, begin.end(), limit)
    if end is None or _BEGIN.search(text, begin.end(), end.start()):
        return None
    inner = text[begin.end() : end.start()]
    name = _NAME.match(inner)
    if name is None or name[1] is None:
        return TemplateTag(form, "", inner.strip(), begin.start(), end.end())
    rest = inner[name.end() :].strip().removesuffix("-").rstrip()
    return TemplateTag(form, "".join(name[1].split()), rest, begin.start(), end.end())


class _Ends:
    """Where the ends of tags are whose content is taken as it is; looked for once a name."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._spans: dict[tuple[TagForm, str], tuple[list[Span], list[Span]]] = {}

    def with_content(self, tag: TemplateTag) -> TemplateTag:
        """The tag together with its content and its end; the tag alone if there is no end."""
        key = (tag.form, tag.name)
        if key not in self._spans:
            found = [each.span() for each in _end_of(tag).finditer(self._changes.text)]
            self._spans[key] = found, list(filter(self._changes.is_free, found))
        every, free = self._spans[key]
        end = _first_from(free, tag.end)
        if end is None and tag.name in CODE:
            # A fence in highlighted code looks as if code went on after its end.
            end = _first_from(every, tag.end)
        if end is None:
            return tag
        return TemplateTag(tag.form, tag.name, tag.rest, tag.start, end[1], (tag.end, end[0]))


def _end_of(tag: TemplateTag) -> re.Pattern[str]:
    name = re.escape(tag.name)
    if tag.form is TagForm.STATEMENT:
        return re.compile(r"\{%[-+]?\s*end" + name + r"\s*[-+]?%\}")
    return re.compile(r"\{\{[<%]\s*/\s*" + name + r"\s*[>%]\}\}")


def _first_from(spans: list[Span], place: int) -> Span | None:
    number = bisect_left(spans, (place, 0))
    return spans[number] if number < len(spans) else None


def read_arguments(text: str) -> tuple[list[str], dict[str, str]]:
    """The arguments of a tag: those by place, and those by name (in lower case)."""
    by_place: list[str] = []
    by_name: dict[str, str] = {}
    for name, value in _ARGUMENT.findall(text):
        plain = _unquote(value)
        if name:
            by_name.setdefault(name.lower(), plain)
        else:
            by_place.append(plain)
    return by_place, by_name


def _unquote(value: str) -> str:
    if value[:1] in ('"', "'", "`") and value[-1:] == value[:1] and len(value) > 1:
        return re.sub(r"\\([\"'\\])", r"\1", value[1:-1])
    return value
