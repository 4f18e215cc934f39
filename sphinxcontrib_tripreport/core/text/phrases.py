"""Parts of messages to authors: near matches, lists, quotation marks, numbers. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def did_you_mean(words: Sequence[str]) -> str:
    """The end of a message that offers near matches; nothing if there are none."""
    if not words:
        return ""
    return f" Did you mean {' or '.join(quoted(words))}?"


def expected_one_of(known: Iterable[str], near: Sequence[str] = ()) -> str:
    """The end of a message on a word that is none of those *known*, with near matches of it."""
    return f"expected one of {', '.join(known)}.{did_you_mean(near)}"


def quoted(words: Iterable[str]) -> list[str]:
    """Each word in quotation marks, as messages show what an author wrote."""
    return [f"“{word}”" for word in words]


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things, as messages say it: ``1 talk``, ``2 talks``.

    :param many: the word for several, if that is not *one* with an s
    """
    return f"{number} {one if number == 1 else many or f'{one}s'}"
