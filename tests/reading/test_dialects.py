"""Posts in the Markdown and reStructuredText of other engines, as a build shows them."""

from __future__ import annotations

import pytest

from tests.tools.building import Build

# MyST-Parser's own use of what Sphinx will remove.
pytestmark = pytest.mark.filterwarnings("ignore:.*MystReferenceResolver.app")

FRONT = "---\ntitle: Trip\nevent: con\n---\n\n"
MARKDOWN = """\
import Tabs from '@theme/Tabs';

!!! warning "Mind the bees"
    They sting, says [[day-1|the first day]].

    ```python
    hive = 1
    ```

> [!NOTE]
> Ants do not.

:::tip[Take honey]

It is ==sweet==. %%and sticky%%

:::

::: {.callout-important}
## Wasps

Keep away.
:::

=== "Hall"

    Large.

<YouTube id="abc" />

{/* not for readers */}

```{python}
1 + 1
```

{talk}`none`
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
RST = """\
Trip
====

:slug: trip
:save_as: trip.html

.. youtube:: abc
   :height: 300

.. media:: https://x.example/hall

.. slides::

   /hall.png

.. thumbnail:: /hall.png
   :alt: The hall

   The hall in words

Words. :talk:`none`
"""


def test_markdown(build: Build) -> None:
    built = build({"a.md": FRONT + MARKDOWN, "day-1.md": "# Day 1\n"})
    (warning,) = built.warnings
    line = (FRONT + MARKDOWN).split("\n").index("{talk}`none`") + 1
    assert warning.startswith(f"a.md:{line}: ")
    page = built.page("a.html").main
    titles = [title.words for title in page.by_class("admonition-title")]
    assert titles == ["Mind the bees", "Note", "Take honey", "Wasps"]
    for words in ("They sting, says the first day.", "Ants do not.", "It is sweet.", "Large."):
        assert words in page.words
    for left in ("import", "!!!", ":::", "==", "sticky", "[[", "not for readers", "{"):
        assert left not in page.words
    assert page.links["the first day"] == "day-1.html"
    assert page.links["https://www.youtube.com/watch?v=abc"]


def test_restructuredtext(build: Build) -> None:
    built = build({"a.rst": RST, "hall.png": PIXEL}, "tripreport_posts = ['a']\n")
    (warning,) = built.warnings
    assert warning.startswith(f"a.rst:{RST.count(chr(10))}: ")
    page = built.page("a.html").main
    assert "slug" not in page.words
    assert page.links["https://www.youtube.com/watch?v=abc"]
    assert page.links["https://x.example/hall"]
    assert len(page.by_tag("img")) == 2
    assert "The hall in words" in page.words


def test_lines_of_tags_stay_text(build: Build) -> None:
    """Obsidian's tags are plain Markdown: a reader sees what its author wrote."""
    text = "---\nevent: con\n---\n\n# Trip\n\n#bees #hives\n\n## Bees\n\nIt was good. #bees\n"
    built = build({"a.md": text})
    assert built.warnings == []
    page = built.page("a.html").main
    assert "#bees #hives" in page.words
    assert "It was good. #bees" in page.words
    assert [head.words for head in page.by_tag("h2")] == ["Bees"]
