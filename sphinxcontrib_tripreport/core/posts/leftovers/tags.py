"""Tags of template languages, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes, Span
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import Kind


class TagForm(Enum):
    """How a tag is written."""

    STATEMENT = auto()
    """``{% … %}``, of Liquid"""
    VALUE = auto()
    """``{{ … }}``, of Liquid"""
    SHORTCODE = auto()
    """``{{< … >}}`` and ``{{% … %}}``, of Hugo"""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, or one with its content and its end where the content is taken as it is."""

    form: TagForm
    name: str
    rest: str
    """What stands behind the name."""
    start: int
    end: int
    content: Span | None = None
    """Between the tag and its end; only of tags whose content is no template."""

    @property
    def span(self) -> Span:
        """Where it stands, from its beginning to its end."""
        return self.start, self.end


_BEGIN = re.compile(r"\{\{[<%]?|\{%")
_ENDS = {
    "{{": (re.compile(r"\}\}"), TagForm.VALUE),
    "{{<": (re.compile(r">\}\}"), TagForm.SHORTCODE),
    "{{%": (re.compile(r"%\}\}"), TagForm.SHORTCODE),
    "{%": (re.compile(r"%\}"), TagForm.STATEMENT),
}
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NAME = re.compile(r"\s*[-+]?\s*(/?\s*[\w.:-]+|/\*)?")
CODE = frozenset(("highlight", "codeblock"))
"""Tags whose content is code."""
_AS_IT_IS = CODE | {"raw", "comment", "verbatim"}
_ARGUMENT = re.compile(
    r"""(?:([\w-]+)\s*=\s*)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^\s"',]+)""", re.DOTALL
)


def read_tags(changes: Changes) -> Iterator[Tag]:
    """The tags of a text, in order, but those in code; what has no end is said."""
    text, done = changes.text, 0
    while found := _BEGIN.search(text, done):
        done = found.end()
        if not changes.is_free(found.span()):
            continue
        tag = _read_tag(text, found)
        if tag is None:
            changes.say(found.span(), Kind.UNCLOSED, text[found.start() :].partition("\n")[0])
            continue
        if tag.name in _AS_IT_IS and tag.form is not TagForm.VALUE:
            tag = _with_content(changes, tag)
        done = tag.end
        yield tag


def _read_tag(text: str, begin: re.Match[str]) -> Tag | None:
    pattern, form = _ENDS[begin[0]]
    blank = _BLANK_LINE.search(text, begin.end())
    limit = blank.start() if blank else len(text)
    end = pattern.search(text, begin.end(), limit)
    if end is None or _BEGIN.search(text, begin.end(), end.start()):
        return None
    inner = text[begin.end() : end.start()]
    name = _NAME.match(inner)
    if name is None or name[1] is None:
        return Tag(form, "", inner.strip(), begin.start(), end.end())
    rest = inner[name.end() :].strip().removesuffix("-").rstrip()
    return Tag(form, "".join(name[1].split()), rest, begin.start(), end.end())


def _with_content(changes: Changes, tag: Tag) -> Tag:
    """The tag together with its content and its end; the tag alone where there is no end."""
    name = re.escape(tag.name)
    if tag.form is TagForm.STATEMENT:
        pattern = re.compile(r"\{%[-+]?\s*end" + name + r"\s*[-+]?%\}")
    else:
        pattern = re.compile(r"\{\{[<%]\s*/\s*" + name + r"\s*[>%]\}\}")
    ends = list(pattern.finditer(changes.text, tag.end))
    free = (found for found in ends if changes.is_free(found.span()))
    # A fence in highlighted code looks as if code went on behind its end.
    end = next(free, ends[0] if ends and tag.name in CODE else None)
    if end is None:
        return tag
    return Tag(tag.form, tag.name, tag.rest, tag.start, end.end(), (tag.end, end.start()))


def read_arguments(text: str) -> tuple[list[str], dict[str, str]]:
    """The arguments of a tag: those by place, and those by name (in lower case)."""
    by_place: list[str] = []
    by_name: dict[str, str] = {}
    for name, value in _ARGUMENT.findall(text):
        plain = _unquoted(value)
        if name:
            by_name.setdefault(name.lower(), plain)
        else:
            by_place.append(plain)
    return by_place, by_name


def _unquoted(value: str) -> str:
    if value[:1] in ('"', "'", "`") and value[-1:] == value[:1] and len(value) > 1:
        return re.sub(r"\\([\"'\\])", r"\1", value[1:-1])
    return value
