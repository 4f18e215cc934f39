"""YAML front matter (Jekyll, fastpages, Hugo, MyST, Quarto): between two ``---`` lines."""

from __future__ import annotations

from sphinxcontrib_tripreport.posts.metadata import Metadata
from sphinxcontrib_tripreport.yaml_text import UnreadableYaml, read_yaml

_ENDS = frozenset(("---", "..."))


def read_front_matter(text: str) -> Metadata | None:
    """The fields of the YAML block at the top of *text*, or None where there is none.

    A block that is not YAML, or no mapping, has no fields; MyST-Parser warns of it.
    """
    if not text.startswith("---"):
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in _ENDS), None)
    if end is None:
        return None
    try:
        root = read_yaml("\n".join(lines[1:end]), first_line=2)
    except UnreadableYaml:
        return Metadata()
    if root is None or not isinstance(root.value, dict):
        return Metadata()
    return Metadata({name.lower(): value for name, value in root.value.items()})
