"""Toctrees in the order of dates: read again if that is another one than when they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def sort_toctrees(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Read the documents again whose toctrees are no longer in order; for ``env-updated``.

    :return: these documents, which have to be written
    """
    store = store_of(env)
    kept = {name: said for name, said in store.data["sorted"].items() if name in env.all_docs}
    if not kept:
        return []
    from sphinxcontrib_tripreport.pages.making import read_again
    from sphinxcontrib_tripreport.views.answers import catalogue_of

    reports = catalogue_of(env).reports.values()
    store.dates = {each.docname: each.date for each in reports if each.date is not None}
    wrong = [
        docname
        for docname, tables in sorted(kept.items())
        if any(store.by_date(written, turned) != shown for turned, written, shown in tables)
    ]
    read_again(app, wrong, dict.fromkeys(wrong, frozenset()))
    return wrong
