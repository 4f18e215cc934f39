"""The options of a directive in Markdown, also where MyST-Parser could not read them.

It reads them as YAML, in which ``rating: >=4``, ``topics: "A" and B`` and ``track: B: Data`` mean
nothing, warns, and drops all options of the directive: a list would list everything. Here such an
option is what its author wrote, as it is in reStructuredText.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from itertools import dropwhile, takewhile
from textwrap import dedent
from typing import Any, NamedTuple

from docutils.parsers.rst.states import RSTState
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.options.option import OptionTable, split_argument
from sphinxcontrib_tripreport.core.text.located import UnreadableYaml, read_yaml
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.surrogates import join_halves
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.places import line_of_option, place_in_source

_FENCE = regex(r"\s*(?:`{3,}|:{3,}|~{3,})")
_OPTION = regex(r"([^\s:\"'#][^:]*?)\s*:(?:\s+(.*))?$")
_INDENT_SIGN = regex(r"[|>]\d")


class GivenOptions(NamedTuple):
    """The options that an author gave, as text, and those of their lines that are none."""

    options: dict[str, str]
    unread: Sequence[str] = ()
    twice: Sequence[str] = ()
    """Options that are given more than once."""
    as_text: str = ""
    """A line of the content that would be an option if it began with a colon."""

    def warn(self, directive: SphinxDirective) -> None:
        """Warn of the lines that say nothing."""
        owner = directive.name.removeprefix("trip:")
        for name in self.twice:
            text = f"“{owner}” has the option “{name}” twice: expected it once; the last counts."
            warn(Subtype.OPTION, text, place_in_source(directive, line_of_option(directive, name)))
        for unread in self.unread:
            text = f"“{owner}” has the option {quoted([unread])[0]}: expected “name: value”."
            warn(Subtype.OPTION, text, _place_of(directive, unread))
        if self.as_text:
            text = f"{quoted([self.as_text])[0]} is text of “{owner}”: expected “:{self.as_text}”"
            text += " for an option, or a blank line above it."
            warn(Subtype.OPTION, text, _place_of(directive, self.as_text))


def given_options(directive: SphinxDirective) -> GivenOptions:
    """The options of a directive; where MyST-Parser read none, or nothing of one, as written."""
    if isinstance(directive.state, RSTState):
        return GivenOptions(_options_read(directive))
    return _with_unread_options(directive)._replace(as_text=_option_as_text(directive))


def _options_read(directive: SphinxDirective) -> dict[str, str]:
    return {name: join_halves(text or "") for name, text in directive.options.items()}


def _with_unread_options(directive: SphinxDirective) -> GivenOptions:
    read = _options_read(directive)
    if read and all(map(str.strip, read.values())):
        return GivenOptions(read, twice=_repeated_options(_lines(directive), len(read)))
    written = read_block(_lines(directive))
    if not read:
        return written
    # To YAML, the 4 of ">4" is how far the following lines, of which there are none, are in.
    return GivenOptions(
        {name: text or written.options.get(name, "") for name, text in read.items()}
    )


def _option_as_text(directive: SphinxDirective) -> str:
    """The first line of the content, if it is right below the options and like one of them."""
    content = directive.content[0].strip() if directive.content else ""
    below = next(dropwhile(_is_option, _lines(directive)), "").strip()
    found = _OPTION.match(content) if content == below else None
    # Whoever asks the specification of options for a name is told that it takes all.
    known = tuple(directive.option_spec or ())
    return content if found is not None and found[1] in known else ""


def _place_of(directive: SphinxDirective, written: str) -> str | tuple[str, int]:
    """The place of a line of a directive."""
    block = directive.block_text.splitlines()
    below = (number for number, line in enumerate(block) if line.strip(": ") == written)
    return place_in_source(directive, directive.lineno + next(below, 0))


def argument_of(directive: SphinxDirective, option_table: OptionTable[Any], owner: str) -> str:
    """The argument of a directive; options that became a part of it are options, with a warning."""
    written = " ".join(directive.arguments).strip()
    if "\n" not in written:
        return written
    argument, options, problems = split_argument(written, option_table, owner)
    directive.options = {**options, **directive.options}
    for problem in problems:
        place = place_in_source(directive, line_of_option(directive, problem.name))
        warn(problem.subtype, problem.text, place)
    return argument


def read_block(lines: Sequence[str]) -> GivenOptions:
    """Read the lines between a directive's name and its content: ``:name: value``, or YAML."""
    if lines and lines[0].startswith("---"):
        inner = takewhile(lambda line: not line.startswith("---"), lines[1:])
        bare = dedent("\n".join(inner)).splitlines()
    else:
        bare = [line.lstrip()[1:] for line in takewhile(_is_option, lines)]
    given: dict[str, list[str]] = {}
    unread: list[str] = []
    last: list[str] | None = None
    for line in bare:
        found = _OPTION.match(line)
        if found:
            last = given[found[1]] = [found[2] or ""]
        elif last is not None and (not line.strip() or line[0].isspace()):
            last.append(line)
        elif line.strip() and not line.startswith("#"):
            unread.append(line.strip())
    return GivenOptions({name: _value(text) for name, text in given.items()}, unread)


def _repeated_options(lines: Sequence[str], read: int) -> list[str]:
    """The options that more than one line gives.

    :param read: how many options there are
    """
    bare = [line.lstrip()[1:] for line in takewhile(_is_option, lines)]
    if len(bare) <= read:
        return []
    names = Counter(found[1] for line in bare if (found := _OPTION.match(line)))
    return [name for name, count in names.items() if count > 1]


def _is_option(line: str) -> bool:
    stripped = line.lstrip()
    return stripped.startswith(":") and not stripped.startswith(":::")


def _value(lines: list[str]) -> str:
    """What the lines of one value say: in YAML, or what is written there."""
    if lines[0].startswith(("'", '"', "|", ">")) and not _INDENT_SIGN.match(lines[0]):
        with suppress(UnreadableYaml):
            found = read_yaml("\n".join(lines))
            return found.text() if found is not None else ""
    # As MyST-Parser has it, a comment is none of the value.
    words = (re.split(r"(?:^|\s)#", line)[0].strip() for line in lines)
    return " ".join(filter(None, words))


def _lines(directive: SphinxDirective) -> list[str]:
    """The lines between the fences of a directive."""
    lines = directive.block_text.splitlines()
    return lines[1:-1] if lines and _FENCE.match(lines[0]) else []
