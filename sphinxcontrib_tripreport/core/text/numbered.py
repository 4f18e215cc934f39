"""Names that are made unlike others by a number. Standard library only."""

from __future__ import annotations

from collections.abc import Callable


def first_free(
    wanted: str, is_taken: Callable[[str], bool], joint: str = "-", end: str = ""
) -> str:
    """*wanted*, or with the number at its end, from 2 on, that makes it free.

    That is the first free one if no number is left out below it. Asked are only as many names as
    the number has binary digits, twice: thousands of things can have one name.

    :param joint: between the name and its number
    :param end: after the number
    """
    if not is_taken(wanted):
        return wanted
    below, above = 1, 2
    while is_taken(f"{wanted}{joint}{above}{end}"):
        below, above = above, 2 * above
    while above - below > 1:
        middle = (below + above) // 2
        if is_taken(f"{wanted}{joint}{middle}{end}"):
            below = middle
        else:
            above = middle
    return f"{wanted}{joint}{above}{end}"
