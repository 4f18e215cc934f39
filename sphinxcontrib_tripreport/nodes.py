"""The one node of ours, a placeholder, and names in doctrees that several rooms use."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes


class trip_placeholder(  # noqa: N801 - named as docutils names nodes
    nodes.General, nodes.Element, addnodes.translatable
):
    """Takes the place of what only the whole project knows.

    Attributes: ``view``, the name of a view; ``subject``, what it is asked, as text or as a query;
    ``docname``, the document that holds it, also after documents were joined into one;
    ``shown_in``, the document that shows it, if that is another one. Children are what else its
    author wrote there; they are shown at the view's end.

    ``messages`` are the words of options, which Sphinx extracts for translators; ``translations``
    has what they made of them, by the original words.
    """

    def preserve_original_messages(self) -> None:
        """Nothing to do: translations are beside the messages."""

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Keep a translation."""
        translations: dict[str, str] = self.setdefault("translations", {})
        translations[original_message] = translated_message

    def extract_original_messages(self) -> Sequence[str]:
        """The words to be translated."""
        messages: Sequence[str] = self.get("messages", ())
        return messages


MARKED = "trip_language"
"""The attribute of what is marked here: others may use the class, for code as well."""

LANGUAGE = "language-"
"""How the class begins that docutils gives to nodes in another language."""

NAME = "trip-name"
"""The class of one of several names, if it is no link."""

ROLES = ("talk", "speaker", "author", "event", "topic", "takeaway")
"""What roles can name, and what anchors and pages are made for."""
