"""Every option that authors can write: its name, what it takes, and how its text is read.

One table each for talks, speakers and events. Directives, data files and the ``talks`` list of a
report's metadata read the same options through :func:`read_options`, and the reference pages are
printed from the tables. Pure: imports no Sphinx.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.options.values import (
    Unreadable,
)
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


def read_options(
    given: Mapping[str, str], known: Mapping[str, Option], owner: str
) -> tuple[dict[str, Any], list[OptionProblem]]:
    """The values of what was *given*, by the name of the option, aliases resolved.

    :param owner: how messages name what the options are of: ``talk``, ``speaker`` …
    :return: the values that could be read, and a problem for each that could not
    """
    values: dict[str, Any] = {}
    problems: list[OptionProblem] = []
    for name, text in given.items():
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
    return values, problems


def _end(error: ValueError) -> str:
    """What an error says, as the end of a sentence."""
    said = str(error)
    return said if said.endswith((".", "?")) else f"{said}."
