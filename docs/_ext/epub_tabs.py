"""In EPUB, where nobody can click on a tab, tabs stand one below the other."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform


class StackTabs(SphinxPostTransform):
    """Makes tab sets ordinary containers, before sphinx-design makes buttons of their labels."""

    default_priority = 150
    builders = ("epub",)

    def run(self, **kwargs: Any) -> None:
        for container in self.document.findall(nodes.container):
            if container.get("design_component") == "tab-set":
                container["design_component"] = "stacked-tabs"


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_post_transform(StackTabs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
