"""Translated sentences whose gaps hold nodes, in the order and with the words of each language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.joining import words_between
from sphinxcontrib_tripreport.core.text.regexes import regex

_GAP = regex(r"%\((\w+)\)s")


def fill_gaps(text: str, **parts: Iterable[nodes.Node]) -> list[nodes.Node]:
    """*text* with the nodes of each part in place of its ``%(name)s``."""
    content: list[nodes.Node] = []
    for number, piece in enumerate(_GAP.split(text)):
        if number % 2:
            content += parts[piece]
        elif piece:
            content.append(nodes.Text(piece))
    return content


def join_nodes(parts: Sequence[list[nodes.Node]], locale: str) -> list[nodes.Node]:
    """The parts with what the language puts between things in a sentence."""
    content: list[nodes.Node] = []
    texts = ["".join(node.astext() for node in part) for part in parts]
    for part, between in zip_longest(parts, words_between(texts, locale)):
        content += part
        if between:
            content.append(nodes.Text(between))
    return content
