"""What becomes of a link or an image, in whichever markup it is."""

from __future__ import annotations

from dataclasses import dataclass

from sphinxcontrib_tripreport.core.posts.leftovers.held import Held
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath, OldTarget, read_target


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do: exactly one of a new target, no link any more, or nothing at all."""

    place: Held | None = None
    """Where the project holds the target."""
    path: str = ""
    """The new target: the place's with the fragment, an address, or where an image is missed."""
    fragment: str = ""
    lost: LeftoverKind | None = None
    """Why only the text of the link stays."""

    @property
    def is_change(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.path) or self.lost is not None


def outcome(raw: str, find: FindPath, *, is_image: bool) -> Outcome:
    """What becomes of a link or an image whose target is *raw*."""
    target = read_target(raw)
    if target is None:
        return Outcome()
    if target.is_listing:
        return Outcome(lost=LeftoverKind.LISTING)
    if not target.path:
        return Outcome(lost=LeftoverKind.VALUE) if target.is_template else Outcome()
    if target.is_address:
        return Outcome(path=target.path + target.fragment)
    return _in_project(target, find, is_image=is_image)


def _in_project(target: OldTarget, find: FindPath, *, is_image: bool) -> Outcome:
    place = find(target.path)
    if place is not None:
        return Outcome(place, place.path + target.fragment, target.fragment)
    if not target.is_template:
        return Outcome()
    # Of an image that is not there Sphinx itself says where it looked.
    return Outcome(path=target.path) if is_image else Outcome(lost=LeftoverKind.LOST)
