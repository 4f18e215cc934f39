"""Extensions of MyST that a document names: colon fences are always among them."""

from __future__ import annotations

import pytest
import yaml

from sphinxcontrib_tripreport.core.posts.colon_fences import keep_colon_fences


@pytest.mark.parametrize(
    "lines",
    [
        "  enable_extensions: [dollarmath, deflist]",
        "  enable_extensions: [dollarmath,\n    deflist]",
        '  "enable_extensions":  [ "dollarmath", "deflist"]  # both',
        "  enable_extensions:\n  - dollarmath\n  - deflist",
        "  enable_extensions:  # both\n    - 'dollarmath'\n    - deflist  # too\n  other: true",
        "  other: 1\n  enable_extensions:\n    - deflist\n    - dollarmath",
    ],
)
def test_they_are_added_to_a_list(lines: str) -> None:
    text = f"---\nmyst:\n{lines}\n---\nText.\n"
    kept = keep_colon_fences(text)
    assert kept.count("\n") == text.count("\n")
    front, before = (yaml.safe_load(each.split("---")[1])["myst"] for each in (kept, text))
    assert set(front.pop("enable_extensions")) == {"colon_fence", "dollarmath", "deflist"}
    del before["enable_extensions"]
    assert front == before


def test_also_in_a_list_of_nothing_and_in_a_mapping_of_one_line() -> None:
    empty = keep_colon_fences("---\nmyst: {enable_extensions: []}\n---\n")
    assert empty == "---\nmyst: {enable_extensions: [colon_fence]}\n---\n"


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n\nenable_extensions: [a]\n",
        "---\ntitle: T\n---\nenable_extensions: [a]\n",
        "---\nmyst:\n  enable_extensions: dollarmath\n---\n",
        "---\nmyst:\n  enable_extensions:\n---\n",
        "---\ntitle: enable_extensions\n",
        "",
    ],
)
def test_all_else_stays(text: str) -> None:
    assert keep_colon_fences(text) == text
