"""What an option is, and how the options that an author gave are read.

Directives, data files and the ``talks`` list of a report's metadata read their options here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Generic, NamedTuple, TypeVar, cast

from sphinxcontrib_tripreport.core.model.audience import AUDIENCE, PRIVATE
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.options.audience import is_slip_of_audience
from sphinxcontrib_tripreport.core.options.values import (
    Unreadable,
)
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.regexes import regex

_OPTION_LINE: Final = regex(r"\s*:([\w-]+):(?:\s+(.*))?$")


class Option(NamedTuple):
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


class OptionProblem(NamedTuple):
    """What is wrong with one option, by the option's name."""

    name: str
    subtype: Subtype
    text: str

    def with_place(self, line: int, docname: str = "") -> Problem:
        """The problem with its place."""
        return Problem(self.subtype, self.text, line, docname)


_Values = TypeVar("_Values", bound=Mapping[str, object])


class OptionTable(dict[str, Option], Generic[_Values]):
    """The options of one thing by name, and the type of what they read as together."""

    def __init__(self, options: Iterable[Option]) -> None:
        super().__init__((option.name, option) for option in options)


def read_options(
    given: Mapping[str, str], option_table: OptionTable[_Values], owner: str
) -> tuple[_Values, list[OptionProblem]]:
    """The values of what was *given*, by the name of the option, aliases resolved.

    :param owner: how messages name what the options are of: ``talk``, ``speaker`` …
    :return: the values that could be read, and a problem for each that could not
    """
    values: dict[str, Any] = {}
    given, problems = _in_one_column(given, option_table)
    for name, written in given.items():
        text = without_controls(written)
        option = option_table.get(name)
        if option is None:
            problems.append(_unknown_option(name, option_table, owner))
            if AUDIENCE in option_table and is_slip_of_audience(name):
                values.setdefault(AUDIENCE, PRIVATE)  # to be safe
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
            elif join := option_table[meant].join:
                values[meant] = join(values[meant], value)
    return cast("_Values", values), problems


def _unknown_option(name: str, known: Iterable[str], owner: str) -> OptionProblem:
    names = list(known)
    near = did_you_mean(nearest(name, names, 1))
    text = f"“{owner}” has no option “{name}”; it has {', '.join(names)}.{near}"
    return OptionProblem(name, Subtype.OPTION, text)


def _end(error: ValueError) -> str:
    """What an error says, as the end of a sentence."""
    said = str(error)
    return said if said.endswith((".", "?")) else f"{said}."


def _in_one_column(
    given: Mapping[str, str], known: Mapping[str, Option]
) -> tuple[dict[str, str], list[OptionProblem]]:
    """The options, those of their own that were indented more than the one above them.

    reStructuredText takes such a line for a part of the value above it.
    """
    if not any("\n" in text for text in given.values()):
        return dict(given), []
    apart: dict[str, str] = {}
    problems: list[OptionProblem] = []
    for name, text in given.items():
        kept = name
        apart[kept] = ""
        for number, line in enumerate(text.split("\n")):
            found = _OPTION_LINE.match(line) if number else None
            if found is None or found[1] not in known:
                apart[kept] += f"\n{line}" if number and apart[kept] else line
                continue
            problems.append(
                OptionProblem(
                    name,
                    Subtype.OPTION,
                    f"“:{found[1]}:” is indented more than “:{name}:” above it, which makes it a"
                    " part of that; it is read as an option: expected all options in one column.",
                )
            )
            kept = found[1]
            apart[kept] = found[2] or ""
    return apart, problems


def split_argument(
    argument: str, known: Mapping[str, Option], owner: str
) -> tuple[str, dict[str, str], list[OptionProblem]]:
    """The argument of a directive without the options that became a part of it.

    In reStructuredText the options are in one column; what is indented more than those below it
    goes on with the argument.

    :return: the argument, these options, and a problem for each
    """
    first, *others = argument.split("\n")
    kept = [first]
    options: dict[str, str] = {}
    problems: list[OptionProblem] = []
    for line in others:
        found = _OPTION_LINE.match(line)
        if found is None or found[1] not in known:
            kept.append(line)
            continue
        options[found[1]] = found[2] or ""
        text = (
            f"“:{found[1]}:” is indented more than options of “{owner}” are, or by a tab, which"
            " makes it a part of the title; it is read as an option: expected all options in one"
            " column, three blanks in."
        )
        problems.append(OptionProblem(found[1], Subtype.OPTION, text))
    return " ".join(kept).strip(), options, problems
