"""Warnings of what only all records together show, and of questions that nobody can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.places import location_of
from sphinxcontrib_tripreport.noting.store import Store, store_of
from sphinxcontrib_tripreport.noting.stored_data import Subject
from sphinxcontrib_tripreport.views.answers import catalogue_of, context_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def warn_of_problems(env: BuildEnvironment) -> None:
    """Warn of what only all records together show."""
    if not store_of(env).is_empty:
        for problem in catalogue_of(env).problems:
            place = (problem.docname, problem.line, problem.included_at)
            location = location_of(env, *place) if problem.docname else None
            warn(problem.subtype, problem.text, location)
    # A listing can ask for what nobody knows also when nobody says anything.
    asked = _questions(store_of(env))
    if asked["listing"] or asked["chart"]:
        _warn_of_listings(env, [*asked["listing"], *_looked_into(asked["chart"])])
        _warn_of_feeds(env, asked["listing"])
    if asked["coverage"]:
        _warn_of_coverage(env, asked["coverage"])


_Asked = list[tuple[str, Subject]]
"""The documents that ask something, and what."""


def _questions(store: Store) -> dict[str, _Asked]:
    """What listings, charts and ``coverage`` ask, by their views."""
    asked: dict[str, _Asked] = {"listing": [], "chart": [], "coverage": []}
    for docname in store.documents():
        for view, subject in store.shown_in(docname):
            if view in asked:
                asked[view].append((docname, subject))
    return asked


def _looked_into(charts: _Asked) -> _Asked:
    """The questions of charts, as far as they are those of lists."""
    from sphinxcontrib_tripreport.core.queries.chart_options import ChartQuery

    return [(name, chart.query) for name, chart in charts if isinstance(chart, ChartQuery)]


def _warn_of_coverage(env: BuildEnvironment, asked: _Asked) -> None:
    """Warn of questions about programmes that nobody can answer."""
    from sphinxcontrib_tripreport.core.queries.coverage import CoverageQuery
    from sphinxcontrib_tripreport.views.coverage import problem_of

    context = context_of(env)
    for docname, query in asked:
        if isinstance(query, CoverageQuery) and (problem := problem_of(context, docname, query)):
            location = location_of(env, docname, query.line, query.included_at)
            warn(problem.subtype, problem.text, location)


def _warn_of_feeds(env: BuildEnvironment, asked: _Asked) -> None:
    """Warn once of listings that are to lead to feeds, if nobody asks for feeds."""
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.views.feeds import asks_for_feeds

    if context_of(env).site is None or asks_for_feeds(env.config):
        return
    for docname, query in asked:
        if isinstance(query, Query) and query.feed:
            text = "“feed” leads nowhere, because no feeds are written: expected “atom” in"
            location = location_of(env, docname, query.line, query.included_at)
            warn(Subtype.OPTION, f"{text} “tripreport_exports”.", location)
            return


def _warn_of_listings(env: BuildEnvironment, asked: _Asked) -> None:
    """Warn of what listings ask for that nobody knows; once, if they are one in a file."""
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.views.listings.answer import find

    context = context_of(env)
    said = set()
    for docname, query in asked:
        if not isinstance(query, Query):
            continue
        location = location_of(env, docname, query.line, query.included_at)
        for problem in find(context, docname, query).problems:
            if (location, problem) not in said:
                said.add((location, problem))
                warn(problem.subtype, problem.text, location)
        if query.more and query.more not in env.all_docs | context.pages.by_docname.keys():
            from sphinxcontrib_tripreport.core.text.nearest import nearest
            from sphinxcontrib_tripreport.core.text.phrases import did_you_mean

            near = did_you_mean(nearest(query.more, sorted(env.all_docs), 1))
            text = f"“more” is “{query.more}”, which is no document of the project.{near}"
            warn(Subtype.REFERENCE, text, location)
