"""The one post-transform: every placeholder of a page becomes what its view draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import in_language
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.views.answers import answers_of
from sphinxcontrib_tripreport.views.listings.search_box import mark_document
from sphinxcontrib_tripreport.views.pen import Pen, with_remainder
from sphinxcontrib_tripreport.views.registry import VIEWS, answer

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.views.context import Context


class DrawPlaceholders(SphinxPostTransform):
    """Fills in the placeholders of a document that is about to be written."""

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder by what it stands for; by nothing where that is nothing."""
        answers = answers_of(self.env)
        # Builders of catalogues for translators find what they want in the placeholders.
        if answers.builder is None or isinstance(answers.builder, MessageCatalogBuilder):
            return
        answers.written.add(self.env.docname)
        context = answers.context(self.env)
        pens = _Pens(self.env, answers.builder, context)
        with nothing_is_garbage():
            for placeholder in list(self.document.findall(trip_placeholder)):
                docname = placeholder["docname"]
                with in_language(context.language_of(docname)):
                    drawn = _drawn(context, placeholder, pens[docname])
                placeholder.replace_self(drawn)
                mark_document(self.document, drawn)


class _Pens(dict[str, Pen]):
    """A pen for each document whose placeholders are filled in; nearly always one."""

    def __init__(self, env: BuildEnvironment, builder: Builder, context: Context) -> None:
        super().__init__()
        self._env, self._builder, self._context = env, builder, context

    def __missing__(self, docname: str) -> Pen:
        language = self._context.language_of(docname)
        pen = self[docname] = Pen(self._env, self._builder, docname, language)
        return pen


def _drawn(context: Context, placeholder: trip_placeholder, pen: Pen) -> list[nodes.Node]:
    view, docname = VIEWS[placeholder["view"]], placeholder["docname"]
    answered = answer(context, docname, placeholder["view"], placeholder["subject"])
    if answered is None or view.draw is None:
        return []
    if view.takes_content and placeholder.children and not answered.parts:
        return placeholder.children
    drawn = view.draw(pen, answered)
    if placeholder.children and not view.takes_content:
        drawn = with_remainder(drawn, placeholder.children)
    return drawn
