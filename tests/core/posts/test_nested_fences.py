"""Directives in a fence that is not longer than theirs."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.nested_fences import too_short_fences

GOOD = [
    "",
    "```{note}\n```{tip}\n```\n```",  # neither is ours
    "````{talk} Bees\n:room: A\n\n```{note}\nA\n```\n\nB\n````\n\n```{talk}\n```",
    "::::{talk} Bees\n:::{takeaway}\nA\n:::\n::::",
    ":::{talk} Bees\n```{note}\nA\n```\n:::",
    "```{talk}\n```\n\nA\n\n```{talk}\n```",
    "```markdown\n:::{talk}\n:::{note}\n```\n\n:::{talk}\n:::",
    "````{code-block} md\n```{talk}\n````\n\n```{talk}\n```",
    ":::{talk} A\n```python\nx\n```\n:::\n\n```{talk}\n```",
    "````{talk} A\n```{note}\n````\n\n```{talk}\n```",  # the inner one is never closed
    "```{talk} A\n````\n\n```{talk}\n```",
    "    ```{talk}\n    ```{note}",
]


@pytest.mark.parametrize("text", GOOD)
def test_fences_that_are_long_enough(text: str) -> None:
    assert not list(too_short_fences(text))


@pytest.mark.parametrize(
    ("text", "line", "inner", "outer"),
    [
        ("```{talk} Bees\n```{note}\nA\n```\nB\n```", 2, "```{note}", "```{talk}"),
        (":::{talk} A\n\n:::{takeaway}\nA\n:::\n:::", 3, ":::{takeaway}", ":::{talk}"),
        (":::{note}\n::::{talk} A\n::::\n:::", 2, "::::{talk}", ":::{note}"),
        ("```{talk}\n```\n:::{keynote} A\n:::{private}\nB\n:::\n:::", 4, ":::{private}", ":::{k"),
    ],
)
def test_fences_that_are_too_short(text: str, line: int, inner: str, outer: str) -> None:
    (found,) = too_short_fences(f"{text}\n\n```{{talk}}\n```\n")
    assert found[:2] == (line, inner)
    assert found.outer.startswith(outer)
