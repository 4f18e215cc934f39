"""Writes the files for other programs beside the pages of an HTML build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.builders.export import Export
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.freshness.stale import (
    are_fresh,
    is_fresh,
    known_files,
    note_all_files,
    remove_files_but,
)
from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.conf_places import warn_of_setting
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.settings import as_list
from sphinxcontrib_tripreport.views.answers import catalogue_of, context_of
from sphinxcontrib_tripreport.views.own_files import own_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.builders.addresses import SiteAddresses
    from sphinxcontrib_tripreport.builders.page_bodies import Bodies
    from sphinxcontrib_tripreport.core.exports.addresses import Addresses
    from sphinxcontrib_tripreport.core.model.talk import Talk


_FORMATS: Final = ("atom", "icalendar", "bibtex", "csl", "csv", "text")
"""What ``tripreport_exports`` can name."""
_WITH_ADDRESSES: Final = frozenset(("icalendar", "bibtex", "csl"))
"""Those whose addresses are absolute."""
_OURS: Final = ("feeds/", "citations/", "calendars/", "talks.csv", "talks.json")
"""How the paths of such files begin."""


@nothing_is_garbage()
def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """Write each file, unless it already says the same; for ``build-finished``."""
    if exception is not None or not has_scripts(app.builder):
        return
    asked = [word for word in _FORMATS if word in as_list(app.config.tripreport_exports)]
    bodies = _bodies(app) if asked else None
    state = _state(app, asked, bodies)
    known = known_files(app, _OURS)
    if not own_files(app.env, app.builder, known) and are_fresh(app, known, state):
        return
    exports = list(_exports(app, asked, bodies))
    names = [export.name for export in exports]
    own = own_files(app.env, app.builder, names)
    for name, about, render, other_inputs in exports:
        if name in own:
            text = f"{own[name].text} is in the place of {about}, “{name}”"
            warn(Subtype.NAME, f"{text}; it needs another name to have both", own[name].location)
        elif not is_fresh(app, name, other_inputs):
            write_if_changed(Path(app.outdir) / name, render())
    remove_files_but(app, names, _OURS)
    if not own:
        note_all_files(app, state)


def _state(app: Sphinx, asked: Sequence[str], bodies: Bodies | None) -> str:
    """A digest of what files are made from beside the records, which are found without these."""
    if not asked:
        return ""
    said = [
        (name, str(fields.get("feed-limit", "")), str(fields.get("feed-id", "")))
        for name, fields in sorted(app.env.metadata.items())
        if "feed-limit" in fields or "feed-id" in fields
    ]
    return digest_of(asked, app.config.html_baseurl, said, bodies.state if bodies else [])


def write_if_changed(path: Path, text: str | bytes) -> None:
    """Write *text*, leaving alone a file that already holds it.

    :param text: if it is long, in UTF-8
    """
    content = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def warn_of_formats(app: Sphinx) -> None:
    """Warn of formats that nobody knows, and of missing addresses; for ``builder-inited``."""
    asked = as_list(app.config.tripreport_exports)
    if not asked:
        return
    from sphinxcontrib_tripreport.core.text.nearest import nearest
    from sphinxcontrib_tripreport.core.text.phrases import expected_one_of

    for word in asked:
        if word not in _FORMATS:
            expected = expected_one_of(_FORMATS, nearest(word, _FORMATS, 1))
            text = f"“tripreport_exports” names “{word}”: {expected}"
            warn_of_setting(app, "tripreport_exports", text)
    if has_scripts(app.builder):
        _warn_of_addresses(app, asked)


def _warn_of_addresses(app: Sphinx, asked: Sequence[str]) -> None:
    """Warn once of all that wants the address of the site, if there is none."""
    from sphinxcontrib_tripreport.core.exports.feed_names import has_host

    base, wanting = app.config.html_baseurl, []
    if "atom" in asked and not has_host(base):
        wanting.append("no feeds are written")
    if not (base or _WITH_ADDRESSES.isdisjoint(asked)):
        wanting.append("calendars and citations have no addresses of pages")
    if wanting:
        found = f"is “{base}”" if base else "is empty"
        text = (
            f"“tripreport_exports”: {', and '.join(wanting)}, because “html_baseurl” {found}:"
            " expected the address of the site, as “https://example.org/notes/”."
        )
        warn_of_setting(app, "tripreport_exports", text)


def _exports(app: Sphinx, asked: Sequence[str], bodies: Bodies | None) -> Iterator[Export]:
    texts = bodies if "text" in asked else None
    state = digest_of(texts.state) if texts is not None else ""
    from sphinxcontrib_tripreport.builders.addresses import SiteAddresses

    addresses = SiteAddresses(app)
    render = partial(_talks_json, app, addresses, texts)
    yield Export("talks.json", "the data of all talks", render, state)
    if bodies is not None and "atom" in asked:
        from sphinxcontrib_tripreport.builders.feeds import feeds

        yield from feeds(app, bodies, addresses)
    if asked:
        from sphinxcontrib_tripreport.builders.more_exports import more_exports

        yield from more_exports(app, asked, addresses)


def _bodies(app: Sphinx) -> Bodies | None:
    """What the pages of reports say, if a format has it."""
    from sphinxcontrib_tripreport.builders.page_bodies import Bodies, are_kept

    if not are_kept(app):
        return None
    return Bodies(app, store_of(app.env).data["reports"])


def _talks_json(app: Sphinx, addresses: SiteAddresses, bodies: Bodies | None) -> bytes:
    if store_of(app.env).is_empty:
        from sphinxcontrib_tripreport.core.exports.talks_file import render_nothing

        return render_nothing(app.config.project)
    from sphinxcontrib_tripreport.core.exports.talks_json import render_talks
    from sphinxcontrib_tripreport.noting.files import path_in_output

    def locate(url: str) -> str:
        download = path_in_output(app.env, url)
        return f"_downloads/{download}" if download else url

    def locate_picture(url: str) -> str:
        """The address of a picture, if it is in the output."""
        known = app.env.images.get(url[1:]) if url.startswith("/") else None
        if known is None:
            return url if "://" in url else ""
        return f"{app.builder.imagedir}/{known[1]}"

    found = _addresses(app, addresses, bodies)
    return render_talks(catalogue_of(app.env), app.config.project, locate, locate_picture, found)


def _addresses(app: Sphinx, addresses: SiteAddresses, bodies: Bodies | None) -> Addresses:
    """Where things are on the site, as data files say it.

    :param bodies: what the pages of reports say, if data files are to have it
    """
    from sphinxcontrib_tripreport.core.exports.addresses import Addresses

    context = context_of(app.env)
    targets, people = context.targets, context.catalogue.people

    def subject(kind: str, key: str) -> str:
        if kind in ("speaker", "author") and key not in people:
            # The programme has other speakers than the site that noted the talk, as pages say.
            return ""
        find = targets.own_target if kind == "author" else targets.target_of
        return addresses.address_of(find(kind, key))

    def talk(known: Talk) -> str:
        return addresses.address_of(targets.talk(known))

    found = Addresses(addresses.address_of, talk, subject)
    return found._replace(text=bodies.words_of_note) if bodies is not None else found
