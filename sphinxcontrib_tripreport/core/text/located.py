"""YAML with the line of every value, all scalars as their author wrote them. Pure.

YAML 1.1 would read ``10:30`` as the number 630 and ``no`` as false, so nothing is converted here:
whoever knows what a value means reads its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from sphinxcontrib_tripreport.core.text.brackets import join_cut

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Located:
    """A value and the line on which it begins, from 1."""

    value: str | list[Located] | dict[str, Located]
    line: int

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


def read_yaml(text: str, first_line: int = 1) -> Located | None:
    """The document in *text*, or None where it is empty.

    :param first_line: the line of the file on which *text* begins
    :raises UnreadableYaml: where the text is not one YAML document
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
        return None if root is None else _located(root, first_line, 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise UnreadableYaml(error.problem or "not YAML", line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableYaml(str(error).partition("\n")[0] or "not YAML", first_line) from None


def _located(node: yaml.Node, first_line: int, depth: int) -> Located:
    if depth > 50:  # also stops aliases that contain themselves
        raise ValueError("nested too deeply")
    line = first_line + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        pairs: dict[str, Located] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            located = _located(value, first_line, depth + 1)
            pairs[name] = Located(located.value, first_line + key.start_mark.line)
        return Located(pairs, line)
    if isinstance(node, yaml.SequenceNode):
        return Located([_located(item, first_line, depth + 1) for item in node.value], line)
    return Located("" if node.tag == _NULL else str(node.value), line)
