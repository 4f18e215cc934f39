"""Says in builds that explain which reports name an event that is nearly a described one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.matching.explain_tag import is_explained
from sphinxcontrib_tripreport.messages import logger
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def explain_events(app: Sphinx, env: BuildEnvironment) -> None:
    """Say so when all documents are read: any may describe an event; for ``env-updated``."""
    if not is_explained(app):
        return
    from sphinxcontrib_tripreport.core.catalogue.events import nearly_described

    store = store_of(env)
    described = [*store.all("events"), *store.data_files[1]]
    reports = [store.data["reports"][name] for name in sorted(store.data["reports"])]
    for report, near in nearly_described(reports, described):
        text = (
            f"{report.docname}: nobody describes the event “{report.event}”. Did you mean"
            f" “{near}”, which is described? Then write in the metadata: event: {near}"
        )
        if app.quiet:
            print(text)
        else:
            logger.info("%s", text)
