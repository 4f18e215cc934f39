"""Documents of which nothing may stay: a part of them is private and cannot go alone."""

from __future__ import annotations

from typing import Any

from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.audience import line_of_left_out
from sphinxcontrib_tripreport.noting.unfinished import forget_unfinished


class EmptyLeftOutDocuments(SphinxTransform):
    """Empties such a document, and has the project forget what is known of it already."""

    def apply(self, **kwargs: Any) -> None:
        """Empty it, and warn."""
        line = line_of_left_out(self.env)
        if not line:
            return
        # Names, anchors, references, footnotes, substitutions: docutils keeps each in one of these.
        for name, known in vars(self.document).items():
            if isinstance(known, dict | list) and name != "attributes":
                known.clear()
        for domain in self.env.domains.sorted():
            domain.clear_doc(self.env.docname)
        forget_unfinished(self.env)
        warn(
            Subtype.PLACE,
            "A private talk is in a section that cannot be left out alone: expected the talk to"
            " have a title after the directive's name. To be safe, the whole document is left out.",
            (self.env.docname, line),
        )
