"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import sphinxcontrib_tripreport.core
from sphinxcontrib_tripreport.core.text import regexes
from sphinxcontrib_tripreport.core.text.regexes import regex

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(
        sphinxcontrib_tripreport.core.__path__, "sphinxcontrib_tripreport.core."
    )
)


def test_it_does_what_a_compiled_one_does() -> None:
    word, compiled = regex(r"[a-z]+", re.IGNORECASE), re.compile(r"[a-z]+", re.IGNORECASE)
    assert word.findall("Ann and 2 Bobs") == compiled.findall("Ann and 2 Bobs")
    assert word.sub("-", "Ann 2") == compiled.sub("-", "Ann 2")
    assert (word.pattern, word.flags) == (compiled.pattern, compiled.flags)
    found = word.match("Ann")
    assert found is not None
    assert found[0] == "Ann"


def test_it_is_compiled_once_and_not_before() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.match("")
    word = regex("a")
    assert not any(callable(value) for value in vars(word).values())
    assert word.match("a")
    assert word.match is word.match


@pytest.mark.parametrize("name", MODULES)
def test_all_of_a_module_can_be_compiled(name: str) -> None:
    for value in vars(importlib.import_module(name)).values():
        if isinstance(value, regexes._Regex):
            assert re.compile(value.pattern, value.flags)
