"""YAML and TOML with the line of every value: what a value says as text."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.text.located import Located, UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.located_toml import UnreadableToml, read_toml


def yaml(text: str) -> Located:
    """What a text says, which is not empty."""
    found = read_yaml(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:30", "10:30"),
        ("no", "no"),
        ("~", ""),
        ("[a, b]", "a\nb"),
        ("[Ann Lee (Acme, Berlin), Bob]", "Ann Lee (Acme, Berlin)\nBob"),
        ("{A: https://a.example, B: b}", "A <https://a.example>\nB <b>"),
        ("{label: A, url: https://a.example}", "A <https://a.example>"),
        ("[{label: A, url: a}, {B: b}]", "A <a>\nB <b>"),
    ],
)
def test_the_text_of_a_value(text: str, expected: str) -> None:
    assert yaml(text).text() == expected


def test_lines() -> None:
    found = yaml("\na: 1\nb:\n- x\n- y\n? [c]\n: 2\n")
    assert isinstance(found.value, dict)
    assert {name: value.line for name, value in found.value.items()} == {"a": 2, "b": 3, "?": 6}
    assert isinstance(found.value["b"].value, list)
    assert [item.line for item in found.value["b"].value] == [4, 5]
    assert read_yaml("") is None


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: [", 12, "did not find expected node content"),
        ("a: b: c", 11, "mapping values are not allowed in this context"),
        ("\x00", 11, "unacceptable character"),
        ("a: 1\n--- \nb: 2", 12, "but found another document"),
    ],
)
def test_what_is_no_yaml(text: str, line: int, said: str) -> None:
    with pytest.raises(UnreadableYaml, match=said) as error:
        read_yaml(text, first_line=11)
    assert error.value.line in (line, line - 1)


def test_toml_that_is_nested_too_deeply() -> None:
    with pytest.raises(UnreadableToml, match="nested too deeply"):
        read_toml("a = " + "[" * 10_000)
