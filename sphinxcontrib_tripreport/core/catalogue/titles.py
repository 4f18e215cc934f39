"""Which of the titles that notes give a talk is its own. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.text.slugs import fold


def title_of(notes: Sequence[Note]) -> str:
    """The title that most notes have, else that of the earliest; a shouted one loses.

    :param notes: at least one, the earliest first
    """
    if len(notes) == 1:
        return notes[0].title
    titles = [note.title for note in notes]
    spoken = [title for title in titles if not is_shouted(title)] or titles
    counts = Counter(map(fold, spoken))
    most = max(counts.values())
    return next(title for title in spoken if counts[fold(title)] == most)


def is_shouted(title: str) -> bool:
    """Whether a title has capital letters and no small ones."""
    return title.upper() == title != title.lower()
