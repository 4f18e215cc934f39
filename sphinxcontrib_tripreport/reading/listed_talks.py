"""The talks that a report's metadata lists: each gets its place in the document.

Most documents list none: what places them is loaded for the first one that does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.noting.post import current_post

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.noting.post import Post


class OfferListedTalks(SphinxTransform):
    """Shows the words of the listed talks to translators, before Sphinx translates (20)."""

    def apply(self, **kwargs: Any) -> None:
        """Leave a placeholder for each talk that shows nothing, but has its words."""
        post = _post_with_talks(self.env)
        if post is not None:
            from sphinxcontrib_tripreport.reading.placing_talks import words_of_talks

            self.document += words_of_talks(post, self.document, self.env.docname)


class PlaceListedTalks(SphinxTransform):
    """Gives the talks that a report's metadata lists a place in the document."""

    def apply(self, **kwargs: Any) -> None:
        """Note the listed talks, and mark or make their places."""
        post = _post_with_talks(self.env)
        if post is not None:
            from sphinxcontrib_tripreport.reading.placing_talks import ListedTalks

            ListedTalks(self, post).place()


def _post_with_talks(env: BuildEnvironment) -> Post | None:
    """The post that is being read, if its metadata lists talks."""
    post = current_post(env)
    return post if post is not None and post.fields and post.read.talks else None
