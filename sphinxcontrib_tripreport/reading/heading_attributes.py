"""Headings of posts without the attributes at their ends, and with the anchors that these name."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.noting.post import current_post
from sphinxcontrib_tripreport.reading.myst import note_anchor


class TakeHeadingAttributes(SphinxTransform):
    """Takes ``{#id .class}`` off the page; the id becomes the first anchor of its section."""

    def apply(self, **kwargs: Any) -> None:
        """Take the attributes of every heading."""
        post = current_post(self.env)
        if post is None or not (post.is_report or post.fields):
            return
        from sphinxcontrib_tripreport.noting.anchors import place_anchor
        from sphinxcontrib_tripreport.noting.heading_attributes import take_attributes

        for title in list(self.document.findall(nodes.title)):
            section = title.parent
            if not isinstance(section, nodes.section):
                continue
            anchor = take_attributes(title)
            if anchor is None:
                continue
            self._rename(section, title)
            if anchor and self.document.ids.get(anchor, section) is section:
                place_anchor(self.document, section, anchor)
                note_anchor(self.env, self.document, section, anchor)

    def _rename(self, section: nodes.section, title: nodes.title) -> None:
        """Give the section the name, and the id, that its heading has without attributes."""
        document, name = self.document, nodes.fully_normalize_name(title.astext())
        old, anchor = section["names"][:1], nodes.make_id(name)
        if len(old) != 1 or name in document.nameids or not anchor or anchor in document.ids:
            return
        before = document.nameids.pop(old[0], None)
        section["names"], document.nameids[name] = [name], anchor
        document.nametypes[name] = document.nametypes.pop(old[0], False)
        section["ids"] = [anchor, *(each for each in section["ids"] if each != before)]
        document.ids.pop(before or "", None)
        document.ids[anchor] = section
