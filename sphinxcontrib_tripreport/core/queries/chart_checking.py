"""What an author asks of a chart: its options read and checked against each other. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.options.option import OptionProblem
from sphinxcontrib_tripreport.core.queries.chart_options import (
    CALENDAR,
    CHART_OPTIONS,
    CHART_SHAPE,
    FIELDS_OF,
    ChartQuery,
    ChartShape,
)
from sphinxcontrib_tripreport.core.queries.checking import read_shape_and_filters
from sphinxcontrib_tripreport.core.queries.options import (
    LISTING_OPTIONS,
    ListingValues,
    bare_name,
)
from sphinxcontrib_tripreport.core.queries.query import make_query
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import expected_one_of, quoted


class ReadChart(NamedTuple):
    """The question of a chart as far as its options could be read, and what is wrong with them."""

    query: ChartQuery
    caption: str
    """With its markup."""
    problems: list[OptionProblem]


def read_chart(
    given: Mapping[str, str],
    owner: str,
    argument: str = "",
    *,
    is_unread: bool = False,
    line: int = 0,
    included_at: str = "",
) -> ReadChart:
    """Read the options of a chart.

    :param given: texts of options by name
    :param owner: how messages name the directive
    :param argument: what comes after the directive's name, though nothing should
    :param is_unread: whether there were options that nobody could read: nothing is counted
    :param line: of the directive
    :param included_at: where the directive is, if that is in a file that a document includes
    """
    asked = read_shape_and_filters(CHART_OPTIONS, given, owner, CHART_SHAPE)
    problems, finds_nothing = asked.problems, asked.finds_nothing or is_unread
    shape = cast("ChartShape", {k: v for k, v in asked.values.items() if k in CHART_SHAPE})
    values = cast("ListingValues", {k: v for k, v in asked.values.items() if k not in CHART_SHAPE})
    of = shape.get("of", "talks")
    kind = "report" if of == "reports" else "talk"
    if argument:
        text = f"“{owner}” takes nothing after its name. Did you mean “:caption: {argument}”?"
        problems.insert(0, OptionProblem("", Subtype.OPTION, text))
    if misplaced := tuple(_filters_of_talks(values, kind, of)):
        problems += misplaced
        finds_nothing = True
    by, layout = _laid_out(tuple(_fields(shape, of, problems)), shape, problems)
    query = make_query(
        kind,
        {} if finds_nothing else values,
        finds_nothing=finds_nothing,
        line=line,
        included_at=included_at,
    )
    chart = ChartQuery(query, of, by, layout, shape.get("limit"))
    return ReadChart(chart, shape.get("caption", ""), problems)


def _filters_of_talks(values: ListingValues, kind: str, of: str) -> Iterator[OptionProblem]:
    """A problem for each filter that what is counted does not have."""
    for name in values:
        if name not in LISTING_OPTIONS[kind]:
            text = f"“{name}” filters talks, but “of” is “{of}”: nothing is counted."
            yield OptionProblem(name, Subtype.OPTION, text)


def _fields(shape: ChartShape, of: str, problems: list[OptionProblem]) -> Iterator[str]:
    """The fields that are asked for, without those that what is counted does not have."""
    for name in shape.get("by", ()):
        if bare_name(name) in FIELDS_OF[of]:
            yield name
            continue
        near = nearest(bare_name(name), FIELDS_OF[of], 1)
        text = f"“by” has “{name}”, but “of” is “{of}”: {expected_one_of(FIELDS_OF[of], near)}"
        problems.append(OptionProblem("by", Subtype.OPTION, text))


def _laid_out(
    by: tuple[str, ...], shape: ChartShape, problems: list[OptionProblem]
) -> tuple[tuple[str, ...], str]:
    """The fields and the layout, as they go together."""
    layout = shape.get("layout", "bars")
    bare = tuple(map(bare_name, by))
    if layout == "calendar" and not set(bare) <= set(CALENDAR):
        others = " and ".join(quoted(name for name in bare if name not in CALENDAR))
        text = f"A calendar does not go by {others}: expected no “by”, or another “layout”."
        problems.append(OptionProblem("layout", Subtype.OPTION, text))
        layout = "bars"
    elif layout == "calendar":
        turned = {bare_name(name): name for name in by}
        return tuple(turned.get(name, name) for name in CALENDAR), layout
    elif layout == "heatmap" and len(by) < 2 and not problems:
        text = "A heatmap is of two fields: expected two in “by”, or another “layout”."
        problems.append(OptionProblem("layout", Subtype.OPTION, text))
    if layout == "heatmap" and len(by) < 2:
        layout = "bars"
    return by or ("year",), layout
