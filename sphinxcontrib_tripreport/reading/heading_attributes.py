"""Headings of posts without the attributes at their ends, and with the anchors that these name."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.core.posts.heading_attributes import find_attributes
from sphinxcontrib_tripreport.noting.anchors import place_anchor
from sphinxcontrib_tripreport.noting.post import current_post
from sphinxcontrib_tripreport.reading.myst import note_anchor


class TakeHeadingAttributes(SphinxTransform):
    """Takes ``{#id .class}`` off the page; the id becomes the first anchor of its section."""

    def apply(self, **kwargs: Any) -> None:
        """Take the attributes of every heading."""
        post = current_post(self.env)
        if post is None or not (post.is_report or post.fields):
            return
        for title in list(self.document.findall(nodes.title)):
            last = title.children[-1] if title.children else None
            if isinstance(last, nodes.Text) and isinstance(title.parent, nodes.section):
                self._take(title.parent, title, last)

    def _take(self, section: nodes.section, title: nodes.title, last: nodes.Text) -> None:
        found = find_attributes(last)
        if found is None or not title.astext()[: found.start - len(last)].strip():
            return
        title.replace(last, nodes.Text(last[: found.start]))
        title.rawsource = title.astext()
        self._rename(section, title)
        if found.anchor and self.document.ids.get(found.anchor, section) is section:
            place_anchor(self.document, section, found.anchor)
            note_anchor(self.env, self.document, section, found.anchor)

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
