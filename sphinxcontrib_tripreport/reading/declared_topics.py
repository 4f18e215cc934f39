"""The topics that data files declare: all files together, and the topics that none of them has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.places import location_of
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import catalogue_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.problems import Problem
    from sphinxcontrib_tripreport.core.model.records import Topic
    from sphinxcontrib_tripreport.core.options.topic import DeclaredTopic


def join_declared(app: Sphinx, declared: Iterable[DeclaredTopic]) -> tuple[Topic, ...]:
    """The topics of all files; says what is wrong with them."""
    from sphinxcontrib_tripreport.core.catalogue.declared_topics import join_topics

    problems: list[Problem] = []
    topics = join_topics(declared, problems)
    for problem in problems:
        warn(problem.subtype, problem.text, f"{Path(app.srcdir) / problem.docname}:{problem.line}")
    return topics


def warn_of_undeclared(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of topics that no data file declares, if these are all; for ``env-updated``.

    In every build, as of what is wrong in data files: Sphinx checks what is in documents only if
    it has read one or writes one again.
    """
    if not app.config.tripreport_topics_closed:
        return
    if not store_of(env).topics:
        text = "“tripreport_topics_closed” is True, but no file of “tripreport_data” has topics"
        warn(Subtype.TOPIC, f"{text}: none is checked.")
        return
    for problem in catalogue_of(env).undeclared_topics():
        place = location_of(env, problem.docname, problem.line, problem.included_at)
        warn(problem.subtype, problem.text, place)
