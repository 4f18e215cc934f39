"""YAML with the lines of its values, also where aliases lead to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.located import (
    MOST_REPEATED,
    Located,
    UnreadableYaml,
    read_yaml,
)


def test_an_alias_is_what_it_leads_to() -> None:
    root = read_yaml("a: &x\n  - 1\n  - 2\nb: *x\n")
    assert root is not None
    assert isinstance(root.value, dict)
    assert root.value["b"] == Located(root.value["a"].value, 4)
    assert root.value["b"].text() == "1\n2"


def test_values_that_aliases_repeat_have_a_limit() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 30):
        inner = ", ".join([f"*a{number - 1}"] * 10)
        lines.append(f"a{number}: &a{number} [{inner}]")
        text = "\n".join(lines)
        if 10 ** (number + 1) < MOST_REPEATED:
            assert read_yaml(text) is not None
        else:
            with pytest.raises(UnreadableYaml, match=f"more than {MOST_REPEATED} values"):
                read_yaml(text)


def test_as_much_can_be_written_as_one_likes() -> None:
    root = read_yaml("\n".join(f"k{number}: {number}" for number in range(20_000)))
    assert root is not None
    assert len(root.value) == 20_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &a [*a]", "within what it is an alias of"),
        ("a: &a {b: *a}", "within what it is an alias of"),
        ("[" * 60 + "]" * 60, "too deep"),
        ("- &a0 []\n" + "".join(f"- &a{n + 1} [*a{n}]\n" for n in range(60)), "too deep"),
        ("[" * 5000, "."),
    ],
)
def test_what_is_not_read(text: str, said: str) -> None:
    with pytest.raises(UnreadableYaml, match=said):
        read_yaml(text)


@given(st.text(alphabet="&*ab:[]{},- \n#?|>'\"!", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        root = read_yaml(text)
    except UnreadableYaml:
        return
    assert root is None or isinstance(root.text(), str)
