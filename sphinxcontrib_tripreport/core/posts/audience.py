"""For whom a post is, as its metadata says. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from sphinxcontrib_tripreport.core.model.audience import AUDIENCE, PRIVATE
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.options.audience import (
    is_private,
    is_slip_of_audience,
    read_audience,
)
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted


def is_private_post(fields: Mapping[str, Located]) -> bool:
    """Whether the metadata keeps the post from the public; to be safe, also by a slip."""
    return any(
        (name == AUDIENCE and bool(field.value) and is_private(field.text()))
        or (is_slip_of_audience(name) and PRIVATE in field.text().lower())
        for name, field in fields.items()
    )


def problems_of_audience(fields: Mapping[str, Located]) -> list[Problem]:
    """What is wrong with what the metadata says of the audience."""
    problems: list[Problem] = []
    for name, field in fields.items():
        shown = quoted([field.text()])[0]
        if name == AUDIENCE and field.value:
            try:
                read_audience(field.text())
            except ValueError as error:
                text = f"The metadata field “{name}” is {shown}: {error}"
                problems.append(Problem(Subtype.METADATA, text, field.line))
        elif is_slip_of_audience(name) and PRIVATE in field.text().lower():
            near = did_you_mean([AUDIENCE])
            text = f"The metadata field {quoted([name])[0]} is not known.{near}"
            text += " To be safe, the post is taken as private."
            problems.append(Problem(Subtype.METADATA, text, field.line))
    return problems
