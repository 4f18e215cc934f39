"""Projects that nobody would write: every build ends, with a page for each document."""

from __future__ import annotations

import random

import pytest

from tests.fuzz.test_core import TIMES, texts
from tests.tools.building import Build
from tests.tools.slow_texts import POSTS, TEMPLATES, WORDS, YAML

DOCUMENTS = 12
HEADS = {
    "md": (
        "---\nevent: con\n",
        "---\ntalk-patterns: '## {title} - {speakers}'\n---\n",
        "title: a\n",
    ),
    "rst": (
        ":event: con\n",
        ":talk-patterns: {title} - {speakers}\n",
        ".. title: a\n",
    ),
}
TEXTS = {
    "md": (
        "## Bees - Ann Lee\n\n",
        "# Trip\n\n",
        "- Ants (Bob)\n",
        ":::{talk} Bees\n",
        ":speakers: Ann\n",
        ":::\n\n",
        "```{talklist}\n:sort: ",
        "```\n\n",
        "{talk}`Bees`",
        "{speaker}`",
        "**Wasps**\nCy\n\n",
    ),
    "rst": (
        "Bees - Ann Lee\n--------------\n\n",
        "Trip\n====\n\n",
        "- Ants (Bob)\n",
        ".. talk:: Bees\n",
        "   :speakers: Ann\n\n",
        ".. talklist::\n   :sort: ",
        ":talk:`Bees`",
        ":speaker:`",
        "**Wasps**\n",
    ),
}


def source(kind: str, number: int, build: int) -> str:
    """The source of a document; what no file can hold is left out."""
    drawn = random.Random(f"{kind} {number} {build}")
    units = (TEXTS[kind], TEXTS[kind], POSTS, TEMPLATES, YAML, WORDS)
    parts = [drawn.choice(HEADS[kind]), *texts(f"{kind} {number} {build}", 4, *units)]
    return "".join(parts[:5]).replace("\ud800", "").replace("\0", "")


@pytest.mark.parametrize("number", range(2 * TIMES))
def test_builds(build: Build, number: int) -> None:
    sources: dict[str, str | bytes | None] = {"index.rst": "Index\n=====\n"}
    names = [f"{kind}{at}.{kind}" for kind in TEXTS for at in range(DOCUMENTS)]
    for name in names:
        kind = name.rpartition(".")[2]
        sources[name] = source(kind, int(name.partition(".")[0].removeprefix(kind)), number)
    built = build(sources, 'tripreport_posts = ["*"]')
    assert not [said for said in built.warnings if "Traceback" in said]
    found = {name.partition(".")[0] for name in names} & built.app.env.found_docs
    assert found, "all are drafts"
    for name in found:
        assert built.page(f"{name}.html").words
