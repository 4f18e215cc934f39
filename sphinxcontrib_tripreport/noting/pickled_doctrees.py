"""What Sphinx keeps of doctrees that it loads: the bytes of their files, until the build ends.

It keeps none of documents that it reads and writes in one build. But it loads pages that are made,
and the reports whose notes these show: of 4,000 talks with a page each, that is 22 MB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def forget_pickled_doctree(env: BuildEnvironment, docname: str) -> None:
    """Have Sphinx load the doctree of a document from its file if it is asked for again."""
    env._pickled_doctree_cache.pop(docname, None)  # noqa: SLF001
