"""The kinds of leftovers that have no meaning in Sphinx, and what to use instead of each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype


class LeftoverKind(Enum):
    """A kind of leftover: what was found, and what to do about it. One warning a kind and post."""

    TAG = "Liquid does not run here: {} removed. Write what it would show."
    VALUE = (
        "Liquid does not run here: {} removed. Write the value itself, or a substitution of MyST."
    )
    INCLUDE = "A template's file cannot be included: {} removed. Use the directive “include”."
    SHORTCODE = "Shortcodes do not run here: {} removed. Use a directive, or write what it shows."
    LISTING = (
        "The old site's page is not here: the text of {} stays without its link. "
        "Use a role such as “topic” or “speaker”."
    )
    ATTRIBUTES = (
        "Attributes of kramdown, Pandoc or Quarto have no meaning here: {} removed. "
        "Use MyST's “{{.class}}” (extensions attrs_inline and attrs_block), or a directive."
    )
    LOST = (
        "The project does not hold the target of a link: the text of {} stays without its link. "
        "Add the file, or its folder to “tripreport_site_roots”, or link to where it is."
    )
    DIV = (
        "Divs of Pandoc or Quarto have no meaning here: {} removed, the text in it stays. "
        "Use a directive such as “:::{{note}}”."
    )
    COMPONENT = (
        "Components do not run here: {} removed, the text in it stays. "
        "Use a directive, or write what it shows."
    )
    EMBED = (
        "A note cannot be embedded here: the name of {} stays. Link to it, or use the directive"
        " “include”."
    )
    DIRECTIVE = (
        "The directive is another engine's: {} removed. Use one of Sphinx, or an extension that"
        " has it."
    )
    UNCLOSED = "A template's tag has no end: {}. Close it, or remove it."


_LONGEST = 60


def as_problems(found: Sequence[tuple[LeftoverKind, int, str]]) -> tuple[Problem, ...]:
    """One problem a kind.

    :param found: for each leftover its kind, its line (from 1), and what was there, in order
    """
    problems = []
    for kind in LeftoverKind:
        own = [(line, shown) for other, line, shown in found if other is kind]
        if own:
            line, shown = own[0]
            text = f"“{_short(shown)}”"
            if len(own) > 1:
                text += f" and {len(own) - 1} more"
            problems.append(Problem(Subtype.TEMPLATE, kind.value.format(text), line))
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
