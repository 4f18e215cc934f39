"""Talks by everything that a role can call them. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.slugs import fold, slug_path


class TalkNames:
    """What talks are called.

    :param talks: by date
    :param programmes: whether a programme may make one talk of notes with other keys
    """

    def __init__(self, talks: Iterable[Talk], *, programmes: bool) -> None:
        self._by_name: defaultdict[str, list[Talk]] = defaultdict(list)
        self._former: defaultdict[str, list[Talk]] = defaultdict(list)
        talks = tuple(talks)
        for talk in talks:
            titles = (title for note in talk.notes for title in (note.title, note.known_by))
            keys = _other_keys(talk) if programmes else ()
            for name in set(map(fold, (talk.name, talk.key, talk.title, *titles, *keys))):
                self._by_name[name].append(talk)
        for talk in talks:
            for former in talk.former_names:
                # Only if nothing is called so now.
                for name in {former, former.rpartition("/")[2]} - self._by_name.keys():
                    self._former[name].append(talk)

    def find(self, name: str, event: str) -> tuple[Talk, ...]:
        """The talks that *name* can mean; if there are several, those of *event* alone, if any."""
        as_key = slug_path(name)
        found = self._by_name.get(fold(name)) or self._by_name.get(as_key)
        found = found or self._former.get(as_key) or []
        found = [talk for talk in found if talk.is_ours] or found
        if len(found) > 1:
            exact = tuple(talk for talk in found if talk.name in (fold(name), as_key))
            here = tuple(talk for talk in found if event and talk.event == event)
            return exact or here or tuple(found)
        return tuple(found)


def _other_keys(talk: Talk) -> Iterator[str]:
    """Keys of notes that a programme makes one talk with others."""
    for note in talk.notes:
        if note.key != talk.key:
            yield from (note.key, f"{talk.event}/{note.key}")
