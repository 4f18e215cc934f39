"""Admonitions of other engines: the directive of MyST that says the same. Pure.

The kinds are those of Material for MkDocs and Obsidian (with their aliases), Docusaurus, Starlight,
VitePress, Quarto and GitHub. Docutils has a directive for some; the others become ``admonition``
with the kind as its title.
"""

from __future__ import annotations

_DIRECTIVES = frozenset(
    ("attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning")
)
_LOOKS_LIKE = {
    **dict.fromkeys(("abstract", "summary", "tldr", "info", "todo", "secondary"), "note"),
    **dict.fromkeys(("question", "help", "faq", "example", "quote", "cite"), "note"),
    **dict.fromkeys(("details", "spoiler", "alert", "callout"), "note"),
    **dict.fromkeys(("success", "check", "done"), "tip"),
    **dict.fromkeys(("failure", "fail", "missing", "bug"), "danger"),
    **{name: name for name in _DIRECTIVES},
}
_SHORTEST = 3


def is_kind(name: str) -> bool:
    """Whether engines have an admonition of that name."""
    return name.lower() in _LOOKS_LIKE


def fence_around(content: list[str]) -> str:
    """Colons for a directive around *content*: more than any line of it begins with."""
    longest = _SHORTEST - 1
    for line in content:
        bare = line.lstrip()
        if bare.startswith(":::"):
            longest = max(longest, len(bare) - len(bare.lstrip(":")))
    return ":" * (longest + 1)


def opening(kind: str, title: str, fence: str) -> tuple[str, str]:
    """The first line of an admonition, and an option for the line below it, if there is room.

    :param title: empty for the usual one
    """
    name = kind.lower()
    if name in _DIRECTIVES and title.lower() in ("", name):
        return f"{fence}{{{name}}}", ""
    look = _LOOKS_LIKE.get(name, "note")
    return f"{fence}{{admonition}} {title or kind.capitalize()}", f":class: {look}"
