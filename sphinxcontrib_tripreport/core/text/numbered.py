"""Names that are made unlike others by a number. Standard library only."""

from __future__ import annotations

from collections.abc import Callable


def first_free(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """Return *wanted*, or with the number at its end, from 2 on, that makes it free.

    That is the first free one if no number is left out below it. Asked are only as many names as
    the number has binary digits, twice: thousands of things can have one name.
    """
    if not is_taken(wanted):
        return wanted
    below, above = 1, 2
    while is_taken(f"{wanted}-{above}"):
        below, above = above, 2 * above
    while above - below > 1:
        middle = (below + above) // 2
        if is_taken(f"{wanted}-{middle}"):
            below = middle
        else:
            above = middle
    return f"{wanted}-{above}"
