"""Projects whose texts Sphinx translates: their records say what their pages say.

Records are made of the original texts, before Sphinx puts translations in their place: so keys,
anchors and names in the inventory are the same in every language. The words of options, which no
heading shows, are translated here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import docname_to_domain

from sphinxcontrib_tripreport.noting.unfinished import has_unfinished, unfinished_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


def is_translated(env: BuildEnvironment, config: Config) -> bool:
    """Whether there is a catalogue for the document that is being read."""
    return any(_catalogues(env, config))


def note_catalogues(app: Sphinx, docname: str, _source: list[str]) -> None:
    """Have a document read again when its catalogue changes or goes; for ``source-read``.

    Sphinx notes it, too, but before it forgets what a document that it reads depended on.
    """
    for path in _catalogues(app.env, app.config):
        app.env.note_dependency(path)


def _catalogues(env: BuildEnvironment, config: Config) -> Iterator[Path]:
    name = docname_to_domain(env.docname, config.gettext_compact)
    # As gettext does: of pt_BR, and of pt.
    languages = dict.fromkeys((config.language, config.language.partition("_")[0]))
    for folder in config.locale_dirs:
        for language in languages:
            path = Path(env.srcdir, folder, language, "LC_MESSAGES", f"{name}.mo")
            if path.is_file():
                yield path


def is_mostly_translated(document: nodes.document) -> bool:
    """Whether Sphinx has put translations in the place of more than half of a document's texts.

    Fields are not counted, as Sphinx's own ``translation_progress`` does: metadata is among them.
    """
    texts = [
        bool(node["translated"])
        for node in document.findall(nodes.Element)
        if "translated" in node and not isinstance(node.parent, nodes.field | nodes.field_body)
    ]
    return 2 * sum(texts) > len(texts)


class TranslateRecords(SphinxTransform):
    """Puts what Sphinx has translated into the records of the directives of a document."""

    def apply(self, **kwargs: Any) -> None:
        """Translate the words of options."""
        if has_unfinished(self.env) and is_translated(self.env, self.config):
            from sphinxcontrib_tripreport.noting.words_of_records import translate_records

            translate_records(self.document, unfinished_in(self.env))
