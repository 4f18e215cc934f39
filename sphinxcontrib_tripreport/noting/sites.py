"""The ``talks.json`` of other sites: found when all documents are read, read when one is new.

A file of the project is taken if there is one; else what the site answered, which is kept beside
the doctrees for a day. A site that does not answer never stops a build.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.noting.conf_places import warn_of_setting
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.sites import OtherSite, SiteRecords

_SECONDS: Final = 15
"""How long is waited for one site."""
_MOST_AT_ONCE: Final = 8
_KEPT: Final = 24 * 60 * 60
"""Seconds for which an answer is taken for what the site says."""


class FoundSite(NamedTuple):
    """What was found of one site."""

    site: OtherSite
    content: bytes | None
    """Of its file; None if there is none."""
    problem: str = ""
    """Why there is none, or why it is an old one."""


class _Sites:
    """The sites of one build."""

    def __init__(self) -> None:
        self.found: list[FoundSite] = []
        self.records: dict[str, SiteRecords] = {}


def load_sites(app: Sphinx, env: BuildEnvironment) -> None:
    """Find what other sites say, and warn of what cannot be read; for ``env-updated``."""
    store = store_of(env)
    known = store.data["sites"]
    if not app.config.tripreport_sites:
        known.clear()
        return
    sites = store.state(_Sites)
    asked = list(_configured_sites(app))
    sites.found = _find_all(app, asked)
    current: dict[str, tuple[str, tuple[Problem, ...]]] = {}
    for found in sites.found:
        key, digest = found.site.key, _digest_of(found)
        if found.problem:
            warn_of_setting(app, "tripreport_sites", found.problem, Subtype.SITE)
        if found.content is None:
            current[key] = digest, ()
            continue
        if known.get(key, ("",))[0] != digest:
            sites.records[key] = _read(found)
            current[key] = digest, sites.records[key].problems
        else:
            current[key] = known[key]
        for problem in current[key][1]:
            warn_of_setting(app, "tripreport_sites", problem.text, problem.subtype)
    store.data["sites"] = current


def digests_of_sites(env: BuildEnvironment) -> list[tuple[str, str]]:
    """What says whether other sites say something else, in the order of ``conf.py``."""
    return [(key, digest) for key, (digest, _problems) in store_of(env).data["sites"].items()]


def records_of_sites(env: BuildEnvironment) -> list[SiteRecords]:
    """What other sites say, in the order of ``conf.py``."""
    sites = store_of(env).state(_Sites)
    records = []
    for found in sites.found:
        if found.content is not None:
            if found.site.key not in sites.records:
                sites.records[found.site.key] = _read(found)
            records.append(sites.records[found.site.key])
    return records


def _read(found: FoundSite) -> SiteRecords:
    from sphinxcontrib_tripreport.core.sites.reader import read_site

    return read_site(found.content or b"", found.site)


def _digest_of(found: FoundSite) -> str:
    digest = blake2b(repr(found.site).encode("utf-8", "replace"), digest_size=16)
    digest.update(found.content if found.content is not None else b"")
    return digest.hexdigest()


def _configured_sites(app: Sphinx) -> Iterator[tuple[OtherSite, str]]:
    """The sites that ``conf.py`` names, each with its file; it is empty if there is none."""
    from sphinxcontrib_tripreport.core.model.sites import OURS, OtherSite
    from sphinxcontrib_tripreport.core.sites.addresses import read_site_url
    from sphinxcontrib_tripreport.core.text.slugs import slug

    value: Mapping[object, object] = app.config.tripreport_sites
    for name, given in value.items():
        url, file = _address_and_file(given)
        key = slug(str(name))
        about = f"“tripreport_sites” has “{name}”"
        try:
            if not key or key == OURS or not isinstance(url, str):
                raise ValueError(f"expected a name other than “{OURS}” and an address")
            yield OtherSite(key, read_site_url(url)), str(file or "")
        except ValueError as error:
            text = f"{about}: {error}, or a pair of an address and a file."
            warn_of_setting(app, "tripreport_sites", text)


def _address_and_file(given: object) -> tuple[object, object]:
    """An address and a file, of which only the address need be given."""
    if isinstance(given, Sequence) and not isinstance(given, str) and len(given) == 2:
        return given[0], given[1]
    return given, ""


def _find_all(app: Sphinx, asked: Sequence[tuple[OtherSite, str]]) -> list[FoundSite]:
    """What there is of all sites; several are asked at once."""
    found: dict[str, FoundSite] = {}
    to_fetch: list[OtherSite] = []
    for site, file in asked:
        content = _content_of(Path(app.srcdir) / file) if file else None
        if content is None:
            content = _read_cache(_cache_of(app, site), _KEPT)
        if content is None:
            to_fetch.append(site)
        else:
            found[site.key] = FoundSite(site, content)
    if to_fetch:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(min(len(to_fetch), _MOST_AT_ONCE)) as threads:
            caches = [_cache_of(app, site) for site in to_fetch]
            fetched = threads.map(_fetch, to_fetch, caches)
            found.update((each.site.key, each) for each in fetched)
    return [found[site.key] for site, _file in asked]


def _fetch(site: OtherSite, cache: Path) -> FoundSite:
    """What a site answers; else what it answered before."""
    from sphinxcontrib_tripreport.core.sites.reader import LARGEST, is_readable
    from sphinxcontrib_tripreport.noting.fetching import fetch

    url = urljoin(site.url, "talks.json")
    try:
        content = fetch(url, LARGEST, _SECONDS)
        if not is_readable(content):
            raise ValueError("what is there is no talks.json")
    except (OSError, ValueError) as error:
        problem = f"The site “{site.key}” does not answer at {url}: {error}."
        kept = _read_cache(cache)
        if kept is None:
            return FoundSite(site, None, f"{problem} Nothing of it is shown.")
        day = date.fromtimestamp(cache.stat().st_mtime)
        return FoundSite(site, kept, f"{problem} What it said on {day} is shown.")
    with suppress(OSError):
        part = cache.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(cache)
    return FoundSite(site, content)


def _cache_of(app: Sphinx, site: OtherSite) -> Path:
    """Where it is kept what a site answered."""
    name = blake2b(site.url.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return Path(app.doctreedir) / f"tripreport-site-{name}.json"


def _read_cache(cache: Path, seconds: float | None = None) -> bytes | None:
    """What is kept of a site; None if there is nothing.

    :param seconds: how old it may be; it may be any age if that is None
    """
    try:
        is_old = seconds is not None and time.time() - cache.stat().st_mtime > seconds
    except OSError:
        return None
    return None if is_old else _content_of(cache)


def _content_of(path: Path) -> bytes | None:
    """What is in a file, and not more of it than is read; None if there is none."""
    from sphinxcontrib_tripreport.core.sites.reader import LARGEST

    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
