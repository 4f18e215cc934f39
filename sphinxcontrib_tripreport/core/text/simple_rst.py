"""What talks are described with in reStructuredText, as HTML. Pure.

Only what such texts have: paragraphs, headings, lists, quotations, code, emphasis and links. No
directive and no role is run, because a stranger wrote the text: of a directive nothing is kept, of
a role its words. After https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_DEEPEST: Final = 9
"""Blocks in one another; nobody means more."""
_RULE: Final = regex(r"([^\w\s])\1{2,}\s*")
_BULLET: Final = regex(r"([-*+•‣])\s+(?=\S)")
_NUMBER: Final = regex(r"(?:\(?(?:\d{1,3}|#)[.)])\s+(?=\S)")
_EXPLICIT: Final = regex(r"\.\.(?:\s|$)")
_TARGET: Final = regex(r"\.\.\s+_`?([^`:]+)`?:\s*(\S+)\s*$")
_INLINE: Final = regex(
    r"``(?P<literal>[^`]+(?:`[^`]+)*?)``"
    r"|(?<![\w*])\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*(?!\w)"
    r"|(?<![\w*])\*(?=\S)(?P<emphasis>[^*]+?)(?<=\S)\*(?![\w*])"
    r"|(?<!\w)(?::[\w.+:-]+:)?`(?P<quoted>[^`]+)`(?::[\w.+:-]+:)?(?P<link>_{0,2})"
    r"|(?<!\w)(?P<name>[\w][\w.-]*?)_{1,2}(?!\w)"
    r"|\|(?P<substitution>[^|\s][^|]*)\|_{0,2}"
    r"|\s?\[[\w#*.-]+\]_"
    r"|\\(?P<escaped>.?)"
)
_WITH_URL: Final = regex(r"(?P<words>[^<>]*)<(?P<url>[^<>]+)>")


def html_of_rst(text: str) -> str:
    """The text as HTML."""
    lines = [line.expandtabs(8).rstrip() for line in text.splitlines()]
    targets = {
        " ".join(found[1].lower().split()): found[2] for line in lines
        if (found := _TARGET.match(line.strip()))
    }  # fmt: skip
    html = "".join(_Blocks(targets).html(lines))
    # Words are escaped: what looks like the end of a list is one.
    return html.replace("</ul><ul>", "").replace("</ol><ol>", "")


class _Blocks:
    def __init__(self, targets: Mapping[str, str]) -> None:
        self._targets = targets

    def html(self, lines: Sequence[str], depth: int = 0) -> Iterator[str]:
        """The blocks in lines that belong together."""
        place = 0
        while place < len(lines):
            line = lines[place]
            end = place + 1
            if not line:
                pass
            elif line[0] == " ":
                end = _end_of_indented(lines, place, 1)
                yield from self._write_nested("blockquote", lines[place:end], depth)
            elif _EXPLICIT.match(line):
                end = _end_of_indented(lines, end, 1)
            elif marker := _BULLET.match(line) or _NUMBER.match(line):
                end = _end_of_indented(lines, end, len(marker[0]))
                name = "ul" if _BULLET.match(line) else "ol"
                item = [" " * len(marker[0]) + line[len(marker[0]) :], *lines[place + 1 : end]]
                yield from self._write_nested(f"{name}><li", item, depth)
            else:
                end = _end_of_paragraph(lines, place)
                is_code = lines[end - 1].endswith("::")
                yield from self._paragraph(lines[place:end])
                if is_code:
                    start, end = end, _end_of_indented(lines, end, 1)
                    yield f"<pre>{escape(chr(10).join(_dedent(lines[start:end])))}</pre>"
            place = end

    def _write_nested(self, names: str, lines: Sequence[str], depth: int) -> Iterator[str]:
        first, _, second = names.partition("><")
        yield f"<{names}>"
        if depth < _DEEPEST:
            yield from self.html(_dedent(lines), depth + 1)
        else:
            yield from self._paragraph(lines)
        yield f"</{second}></{first}>" if second else f"</{first}>"

    def _paragraph(self, lines: Sequence[str]) -> Iterator[str]:
        if all(_RULE.fullmatch(line) for line in lines):
            return
        is_heading = any(_RULE.fullmatch(line) for line in lines)
        words = [line for line in lines if not _RULE.fullmatch(line)]
        text = " ".join(line.removeprefix("| ") for line in words)
        if text.endswith("::"):
            text = text[:-2].rstrip() + ("" if text[:-2].endswith(" ") or text == "::" else ":")
        name = "h2" if is_heading else "p"
        yield f"<{name}>{self._words(text)}</{name}>"

    def _words(self, text: str) -> str:
        parts: list[str] = []
        end = 0
        for found in _INLINE.finditer(text):
            parts += [
                escape(text[end : found.start()]),
                self._of_inline(found.groupdict(""), found[0]),
            ]
            end = found.end()
        return "".join((*parts, escape(text[end:])))

    def _of_inline(self, found: Mapping[str, str], whole: str) -> str:
        if found["literal"]:
            return f"<code>{escape(found['literal'])}</code>"
        if found["strong"]:
            return f"<strong>{escape(found['strong'])}</strong>"
        if found["emphasis"]:
            return f"<em>{escape(found['emphasis'])}</em>"
        if found["quoted"]:
            return self._of_quoted(found["quoted"], is_link=bool(found["link"]))
        if found["name"]:
            url = self._targets.get(found["name"].lower())
            return _link(found["name"], url) if url else escape(whole)
        return escape(found["substitution"] or found["escaped"])

    def _of_quoted(self, text: str, *, is_link: bool) -> str:
        if with_url := _WITH_URL.fullmatch(text):
            words = with_url["words"].strip()
            return _link(words or with_url["url"], with_url["url"]) if is_link else escape(words)
        url = self._targets.get(" ".join(text.lower().split())) if is_link else None
        return _link(text, url) if url else f"<em>{escape(text)}</em>"


def _link(words: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(words)}</a>'


def _end_of_indented(lines: Sequence[str], place: int, width: int) -> int:
    """Where lines end that are indented by *width* at least; empty ones among them belong."""
    end = place
    for number in range(place, len(lines)):
        if lines[number].startswith(" " * width):
            end = number + 1
        elif lines[number]:
            break
    return end


def _end_of_paragraph(lines: Sequence[str], place: int) -> int:
    for number in range(place, len(lines)):
        if not lines[number]:
            return number
    return len(lines)


def _dedent(lines: Sequence[str]) -> list[str]:
    width = min((len(line) - len(line.lstrip(" ")) for line in lines if line), default=0)
    return [line[width:] for line in lines]
