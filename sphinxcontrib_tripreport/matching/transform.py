"""The transforms that make the talks known that a report's patterns describe.

Most projects have no patterns: what finds the talks is loaded for the first report that does.
"""

from __future__ import annotations

from typing import Any

from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.noting.post import current_post


class RememberPatternTalks(SphinxTransform):
    """Finds the talks of a report that Sphinx is going to translate (20).

    Its talks and their speakers, days, times and keys are those of the original text.
    """

    def apply(self, **kwargs: Any) -> None:
        """Keep what is found."""
        post = current_post(self.env)
        if post is None or not (post.is_report and post.rules):
            return
        from sphinxcontrib_tripreport.noting.translations import is_translated

        if not is_translated(self.env, self.config):
            return
        from sphinxcontrib_tripreport.matching.found_in_post import found_in_post
        from sphinxcontrib_tripreport.matching.pattern_talks import PatternTalks

        found_in_post(self.env).originals = PatternTalks(self, post).find_originals()


class PlacePatternTalks(SphinxTransform):
    """Finds the talks of a report that has patterns, notes them, and gives them their bylines."""

    def apply(self, **kwargs: Any) -> None:
        """Note and place the talks."""
        post = current_post(self.env)
        if post is None or not (post.is_report and post.rules):
            return
        from sphinxcontrib_tripreport.matching.pattern_talks import PatternTalks

        with nothing_is_garbage():
            PatternTalks(self, post).place()
