"""Has sphinx-design look for its components only in documents that have any.

For each kind of them it asks every node of every document by a function, four times in all: that
takes 5 % of a build of a thousand talks. Here one look says whether there is anything to find.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COMPONENT = "design_component"
_NEW_TAB = "sd_new_tab"
_TRANSFORMS = frozenset(("DropdownHtmlTransform", "TabSetHtmlTransform", "AsideHtmlTransform"))
"""The transforms that look for components."""
_HANDLER = "_resolve_new_tab_refs"
"""What looks for links that open in a new tab."""


def spare_pages_without_components(app: Sphinx) -> None:
    """Wrap what sphinx-design has registered, as far as it looks through whole documents."""
    registered = app.registry.get_post_transforms()
    registered[:] = map(_only_with_components, registered)
    listeners = app.events.listeners["doctree-resolved"]
    for number, listener in enumerate(listeners):
        if _is_of_design(listener.handler) and listener.handler.__name__ == _HANDLER:
            listeners[number] = listener._replace(handler=_sparing_handler(listener.handler))


def _is_of_design(found: Callable[..., Any]) -> bool:
    return getattr(found, "__module__", "").startswith("sphinx_design.")


class _LookedAt:
    """The document that was looked at last, and whether it has any components."""

    document: nodes.document | None = None
    has_components = False


class _OnlyWithComponents(SphinxPostTransform):
    """A transform that runs only if its document has components."""

    def run(self, **kwargs: Any) -> None:
        looked = store_of(self.env).state(_LookedAt)
        if looked.document is not self.document:
            looked.document = self.document
            looked.has_components = _has_components(self.document, _COMPONENT)
        if looked.has_components:
            super().run(**kwargs)


def _only_with_components(transform: type[Any]) -> type[Any]:
    if not (_is_of_design(transform) and transform.__name__ in _TRANSFORMS):
        return transform
    kept = {"__module__": transform.__module__, "__doc__": transform.__doc__}
    return type(transform.__name__, (_OnlyWithComponents, transform), kept)


def _sparing_handler(handler: Callable[..., Any]) -> Callable[..., Any]:
    def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
        if _has_components(doctree, _NEW_TAB):
            handler(app, doctree, docname)

    resolve.__module__ = handler.__module__
    return resolve


def _has_components(document: nodes.document, attribute: str) -> bool:
    return any(attribute in node.attributes for node in document.findall(nodes.Element))
