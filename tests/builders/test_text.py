"""Plain text: images are said once."""

from __future__ import annotations

from tests.tools.building import Build
from tests.tools.markup import RST, Markup

PICTURE = b"\x89PNG\r\n\x1a\n"


def test_images_are_said_once(build: Build, markup: Markup) -> None:
    parts = [
        markup.directive("image", "k.png", {"alt": "A stage"}),
        markup.directive("figure", "k.png", {"alt": "A hall"}, "The hall."),
        markup.directive("image", "k.png"),
        markup.directive("speaker", "Ann Lee", {"photo": "ann.png"}),
    ]
    if markup is RST:
        parts.append("See |pic| here.\n\n.. |pic| image:: k.png\n   :alt: a *star*\n")
    else:
        parts.append("See ![a *star*](k.png) here.\n")
    built = build(
        {markup.file("a"): markup.document("Trip", *parts), "k.png": PICTURE, "ann.png": PICTURE},
        builder="text",
    )
    assert built.warnings == []
    text = built.out("a.txt")
    assert "[image: A stage]\n" in text
    assert "[image: A hall]\n" in text
    assert "The hall.\n" in text
    assert "[image: Ann Lee]\n" in text
    assert "See [image: a " in text
    assert "][image]" not in text
    assert "\n[image]\n" in text
