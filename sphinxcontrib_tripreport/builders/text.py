"""Images in plain text: their words once, where Sphinx writes ``[image: A bee][image]``."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.locale import get_translation
from sphinx.transforms.post_transforms import SphinxPostTransform


class SayImages(SphinxPostTransform):
    """Replaces each image that has a text by that."""

    formats = ("text",)

    def run(self, **kwargs: Any) -> None:
        """Put words in the place of images, as Sphinx writes them."""
        for image in list(self.document.findall(nodes.image)):
            if words := " ".join(image.get("alt", "").split()):
                said = get_translation("sphinx")("[image: %s]") % words
                is_inline = isinstance(image.parent, nodes.TextElement)
                image.replace_self((nodes.inline if is_inline else nodes.paragraph)("", said))
