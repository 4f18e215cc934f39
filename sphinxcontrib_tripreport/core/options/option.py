"""What an option is, and how the options that an author gave are read.

Directives, data files and the ``talks`` list of a report's metadata read their options here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.options.values import (
    Unreadable,
)
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted


@dataclass(frozen=True, slots=True)
class Option:
    """One option: how it is called, how its text is read, what the reference says of it."""

    name: str
    read: Callable[[str], Any]
    """From the author's text; raises ValueError with what was expected."""
    help: str
    alias_of: str = ""
    join: Callable[[Any, Any], Any] | None = None
    """Puts together the values of two names of the option; without it, the first one counts."""
    is_prose: bool = False
    """Whether it is words in the author's language, which translators see."""
    may_be_file: bool = False
    """Whether it leads somewhere, which may be a file of the project."""


@dataclass(frozen=True, slots=True)
class OptionProblem:
    """What is wrong with one option, by the option's name."""

    name: str
    subtype: Subtype
    text: str

    def at(self, line: int, docname: str = "") -> Problem:
        """The problem with its place."""
        return Problem(self.subtype, self.text, line, docname)


_Values = TypeVar("_Values", bound=Mapping[str, object])


class OptionTable(dict[str, Option], Generic[_Values]):
    """The options of one thing by name, and the type of what they read as together."""

    def __init__(self, options: Iterable[Option]) -> None:
        super().__init__((option.name, option) for option in options)


def read_options(
    given: Mapping[str, str], known: OptionTable[_Values], owner: str
) -> tuple[_Values, list[OptionProblem]]:
    """The values of what was *given*, by the name of the option, aliases resolved.

    :param owner: how messages name what the options are of: ``talk``, ``speaker`` …
    :return: the values that could be read, and a problem for each that could not
    """
    values: dict[str, Any] = {}
    problems: list[OptionProblem] = []
    for name, written in given.items():
        text = without_controls(written)
        option = known.get(name)
        if option is None:
            near = did_you_mean(nearest(name, known, 1))
            problems.append(
                OptionProblem(
                    name,
                    Subtype.OPTION,
                    f"“{owner}” has no option “{name}”; it has {', '.join(known)}.{near}",
                )
            )
            continue
        if not text.strip():
            continue
        try:
            value = option.read(text)
        except ValueError as error:
            problems.append(
                OptionProblem(
                    name, Subtype.VALUE, f"“{name}” is {quoted([text])[0]}: {_end(error)}"
                )
            )
            value = error.kept if isinstance(error, Unreadable) else None
        if value is not None:
            meant = option.alias_of or name
            if meant not in values:
                values[meant] = value
            elif join := known[meant].join:
                values[meant] = join(values[meant], value)
    return cast("_Values", values), problems


def _end(error: ValueError) -> str:
    """What an error says, as the end of a sentence."""
    said = str(error)
    return said if said.endswith((".", "?")) else f"{said}."
