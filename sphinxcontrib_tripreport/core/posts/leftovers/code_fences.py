"""Code between fences in Markdown: which lines it has, and how Quarto writes its language. Pure."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.text.regexes import regex

_FENCE = regex(r"\s*(?:(`{3,})(?=[^`]*$)|(~{3,}))(.*)$")
_CELL = regex(r"(\s*(?:`{3,}|~{3,}))[ \t]*\{(?:\.?([\w+-]+)|[^{}]*)(?:[ \t,][^{}]*)?\}[ \t]*$")
_LANGUAGES = frozenset(
    ("python", "py", "r", "julia", "bash", "sh", "sql", "ojs", "js", "javascript", "typescript",
     "yaml", "json", "toml", "html", "css", "c", "cpp", "rust", "go", "java", "console", "text",
     "markdown", "dot", "rcpp", "stan", "haskell")
)  # fmt: skip
"""Names of languages that no directive has."""


def code_lines(lines: list[str]) -> bytearray:
    """For each line, whether it is code or a fence of it (1) or not (0)."""
    is_code = bytearray(len(lines))
    closing = ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        is_code[number] = bool(closing or found)
        if found is None:
            continue
        fence: str = found[1] or found[2]
        if not closing:
            closing = fence
        elif fence.startswith(closing) and not found[3].strip():
            closing = ""
    return is_code


def mend_fences(lines: list[str]) -> list[str]:
    """The lines, with ``{python}`` of Quarto and ``{.python}`` of Pandoc as CommonMark's info.

    For MyST a name in braces is that of a directive.
    """
    made, closing = list(lines), ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if found is None:
            continue
        fence: str = found[1] or found[2]
        if closing:
            closing = "" if fence.startswith(closing) and not found[3].strip() else closing
            continue
        closing = fence
        cell = _CELL.match(line)
        if cell is None:
            continue
        language = (cell[2] or "").lower()
        if language in _LANGUAGES:
            made[number] = f"{cell[1]}{language}"
        elif found[3].strip().startswith(("{.", "{#")):
            made[number] = f"{cell[1]}{language if '{.' in found[3] else ''}"
    return made
