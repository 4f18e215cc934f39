"""YAML with the line of every value, all scalars as their author wrote them. Pure.

YAML 1.1 would read ``10:30`` as the number 630 and ``no`` as false, so nothing is converted here:
whoever knows what a value means reads its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

from sphinxcontrib_tripreport.core.text.brackets import join_cut
from sphinxcontrib_tripreport.core.text.surrogates import join_escaped, join_halves

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_NULL = "tag:yaml.org,2002:null"
_DEEPEST = 50
MOST_REPEATED = 100_000
"""How many values a document can have beyond those that are written, by aliases."""


class Located(NamedTuple):
    """A value and the line on which it begins, from 1."""

    value: str | list[Located] | dict[str, Located]
    line: int
    repeated: tuple[tuple[str, int], ...] = ()
    """The keys that a mapping has again, with their lines; the last one counts."""

    @property
    def type_name(self) -> str:
        """What messages call the value's type."""
        return {str: "text", list: "a list", dict: "a mapping"}[type(self.value)]

    def text(self) -> str:
        """The value as the text of an option: lists one item a line, mappings as links."""
        if isinstance(self.value, str):
            return self.value
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if isinstance(self.value, list):
            # In [Ann Lee (Acme, Berlin), Bob] YAML has three items.
            yield from join_cut((item.text() for item in self.value), ", ")
        elif isinstance(self.value, dict):
            if {"label", "url"} <= self.value.keys():
                yield f"{self.value['label'].text()} <{self.value['url'].text()}>"
                return
            for label, url in self.value.items():
                yield f"{label} <{url.text()}>"


class UnreadableYaml(ValueError):
    """Text that is not YAML: what is wrong, and the line, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class EndlessYaml(UnreadableYaml):
    """YAML whose aliases make too much of it, or that is within itself."""


def say_unreadable(error: UnreadableYaml) -> str:
    """What is said of a file: what nearly always is wrong with one."""
    text = f"Not YAML: {error}. Nothing of the file is read"
    if isinstance(error, EndlessYaml) or "control characters" in str(error):
        return f"{text}."
    return (
        f"{text}: expected the fields of an entry in one column, blanks in place of tabs, and"
        " quotation marks around text with a colon, a quotation mark or a bracket in it."
    )


def read_yaml(text: str, first_line: int = 1) -> Located | None:
    """The document in *text*, or None if it is empty.

    :param first_line: the line of the file on which *text* begins
    :raises UnreadableYaml: if the text is not one YAML document
    :raises EndlessYaml: if it is one, but its aliases make too much of it
    """
    try:
        root = yaml.compose(join_escaped(text), Loader=_Loader)
        return None if root is None else _Reader(first_line).read(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise UnreadableYaml(error.problem or "not YAML", line) from None
    except _EndlessError as error:
        raise EndlessYaml(str(error), first_line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableYaml(str(error).partition("\n")[0] or "not YAML", first_line) from None


class _EndlessError(ValueError):
    """What aliases make of a document is too much, or has no end."""


class _Reader:
    """Makes the values of one document, each node's once, however many aliases lead to it."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self._made: dict[int, _Made | None] = {}
        """By the node's identity; None while what is in it is made."""

    def read(self, root: yaml.Node) -> Located:
        """The value of the whole document.

        :raises ValueError: if it is too deep
        :raises _EndlessError: if aliases make too much of it
        """
        made = self._make(root)
        if made.size - len(self._made) > MOST_REPEATED:
            raise _EndlessError(f"aliases repeat more than {MOST_REPEATED} values")
        return made.value

    def _make(self, node: yaml.Node) -> _Made:
        key = id(node)
        if key not in self._made:
            self._made[key] = None
            self._made[key] = self._make_new(node)
        made = self._made[key]
        if made is None:
            raise _EndlessError("an alias is within what it is an alias of")
        return made

    def _make_new(self, node: yaml.Node) -> _Made:
        line = self.first_line + node.start_mark.line
        if isinstance(node, yaml.MappingNode):
            return self._make_mapping(node, line)
        if isinstance(node, yaml.SequenceNode):
            items = [self._make(item) for item in node.value]
            return _Made.containing(Located([made.value for made in items], line), items)
        return _Made(Located("" if node.tag == _NULL else join_halves(node.value), line), 1, 0)

    def _make_mapping(self, node: yaml.MappingNode, line: int) -> _Made:
        inner = [(key, self._make(value)) for key, value in node.value]
        pairs: dict[str, Located] = {}
        repeated = []
        for key, made in inner:
            name = join_halves(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            here = self.first_line + key.start_mark.line
            if name in pairs:
                repeated.append((name, here))
            pairs[name] = made.value._replace(line=here)
        return _Made.containing(Located(pairs, line, tuple(repeated)), [made for _, made in inner])


class _Made(NamedTuple):
    """A value, how many values there are in it, and how deep."""

    value: Located
    size: int
    depth: int

    @classmethod
    def containing(cls, value: Located, inner: Sequence[_Made]) -> _Made:
        """A list or a mapping of the values that are *inner*.

        :raises ValueError: if it is too deep
        """
        depth = 1 + max((made.depth for made in inner), default=0)
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        return cls(value, 1 + sum(made.size for made in inner), depth)
