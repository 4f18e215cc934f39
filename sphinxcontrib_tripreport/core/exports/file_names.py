"""What files on subjects are called: as the pages on these. Pure.

A key alone is no name of a file for each system: ``con`` is a device to Windows, others are too
long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sphinxcontrib_tripreport.core.catalogue.page_names import ROOT
from sphinxcontrib_tripreport.core.catalogue.pages import Pages, names_of_pages


def file_of_page(docname: str) -> str:
    """The path of a file on the subject of a page, without an ending: ``events/KEY``."""
    return docname.removeprefix(f"{ROOT}/")


def files_of_events(pages: Pages, keys: Iterable[str]) -> Mapping[str, str]:
    """The paths of files on events, by their keys, also if they have no pages."""
    return {
        key: file_of_page(pages.docname_of("event", key) or docname)
        for key, docname in names_of_pages("event", keys)
    }
