"""Pictures that come and go."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
PIXEL = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"


@pytest.mark.parametrize("folder", ["", "posts/"])
def test_a_picture_without_an_ending_is_found_when_it_comes(
    build: Build, markup: Markup, folder: str
) -> None:
    """And when it goes, or another one comes beside it; in a talk as well."""
    figure = markup.directive("figure", "keynote.*", content="The keynote.")
    talk = markup.talk("Bees", content=figure)
    post = markup.document("First", talk, metadata={"event": "con"})
    built = build({markup.file(f"{folder}a"): post})
    page = f"{folder}a.html"
    assert "_images" not in built.out(page)
    before = built.written()
    built.rebuild()
    assert built.written()[page] == before[page]
    built.rebuild({f"{folder}keynote.gif": PIXEL})
    assert "_images/keynote.gif" in built.out(page)
    built.rebuild({f"{folder}keynote.svg": PICTURE})
    assert "_images/keynote.svg" in built.out(page)
    built.rebuild({f"{folder}keynote.svg": None})
    assert "_images/keynote.gif" in built.out(page)
    built.rebuild({f"{folder}keynote.gif": None})
    assert "_images" not in built.out(page)
