"""What other engines' Markdown writes on lines of its own, as MyST writes it. Pure."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.leftovers.block_lines import has_blocks, mend_blocks
from sphinxcontrib_tripreport.core.posts.leftovers.code_fences import mend_fences
from sphinxcontrib_tripreport.core.posts.leftovers.divs import mend_divs
from sphinxcontrib_tripreport.core.posts.leftovers.jsx import has_components, mend_components
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind

RemovedText = list[tuple[LeftoverKind, int, str]]
"""Of what was taken away: its kind, its line (from 1) and what was there."""


def mend_dialects(text: str) -> tuple[str, RemovedText]:
    """A text whose lines keep their numbers, with what was taken away."""
    has_divs = ":::" in text or has_components(text)
    if not (has_divs or has_blocks(text) or "```{" in text or "``` {" in text):
        return text, []
    lines = text.split("\n")
    top = _front_matter(lines)
    above, below = lines[:top], lines[top:]
    if has_blocks(text):
        below = mend_blocks(below)
    removed: list[tuple[int, str]] = []
    if has_divs:
        below, removed = mend_divs(mend_components(below))
    below = mend_fences(below)
    found = [(LeftoverKind.DIV, top + line + 1, shown) for line, shown in removed]
    return "\n".join([*above, *below]), found


def _front_matter(lines: list[str]) -> int:
    """The number of lines of YAML at the top."""
    if lines[0].rstrip() != "---":
        return 0
    ends = (n for n, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "..."))
    return next(ends, 0)
