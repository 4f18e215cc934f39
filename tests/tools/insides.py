"""Tests of what we reach into elsewhere: each names the files of ours that rely on it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest

PACKAGE = "sphinxcontrib_tripreport"


def looks_at(*files: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Have a test say which files of ours rely on what it found to be otherwise.

    :param files: paths below the package; the page on insides has them with the test's name
    """

    def decorate(test: Callable[[], None]) -> Callable[[], None]:
        @wraps(test)
        def decorated() -> None:
            try:
                test()
            except (AssertionError, AttributeError, ImportError, LookupError, TypeError) as error:
                paths = ", ".join(f"{PACKAGE}/{file}" for file in files)
                said = f"{inspect.getdoc(test)}\nThat is no longer so. Look at {paths}."
                pytest.fail(f"{said}\n{type(error).__name__}: {error}")

        return decorated

    return decorate


def parameters(function: Callable[..., Any]) -> list[str]:
    """The names of the parameters of a function."""
    return list(inspect.signature(function).parameters)


def says(found: Any, *texts: str) -> bool:
    """Whether the source of something has some texts, in this order, however it is laid out."""
    source = _bare(inspect.getsource(found))
    place = 0
    for text in map(_bare, texts):
        place = source.find(text, place)
        if place < 0:
            return False
        place += len(text)
    return True


def _bare(source: str) -> str:
    return "".join(source.replace('"', "'").split())
