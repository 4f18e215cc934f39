"""Makes the documents that ``tripreport_pages`` asks for, once everything else is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.util.display import status_iterator
from sphinx.util.logging import pending_logging

from sphinxcontrib_tripreport.core.catalogue.page_names import KINDS
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import expected_one_of
from sphinxcontrib_tripreport.noting.conf_places import warn_of_setting
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.pages.project import SUFFIX, ProjectWithPages, written_pages
from sphinxcontrib_tripreport.pages.settings_once import settings_made_once
from sphinxcontrib_tripreport.pages.state import pages_of, sources_of_pages
from sphinxcontrib_tripreport.pages.warnings import InTemplate, OnlyToctrees, watch_all, with_filter
from sphinxcontrib_tripreport.settings import TALK_NOTES, as_list, page_kinds
from sphinxcontrib_tripreport.views.answers import answers_of, context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.pages.sources import Source, Sources
    from sphinxcontrib_tripreport.pages.templates import Templates


def add_page_suffix(app: Sphinx, config: Config) -> None:
    """Have Sphinx read the sources of pages, whichever suffixes a project has."""
    if page_kinds(config):
        from sphinxcontrib_tripreport.pages.parser import FILETYPE, PageParser

        app.add_source_suffix(SUFFIX, FILETYPE, override=True)
        app.add_source_parser(PageParser, override=True)


def prepare_pages(app: Sphinx) -> None:
    """Let Sphinx know the documents that an earlier build made; for ``builder-inited``."""
    for word in as_list(app.config.tripreport_pages):
        if word not in KINDS:
            expected = expected_one_of(KINDS, nearest(str(word), KINDS, 1))
            text = f"“tripreport_pages” has “{word}”: {expected}"
            warn_of_setting(app, "tripreport_pages", text)
    if (shown := app.config.tripreport_talk_notes) not in TALK_NOTES:
        expected = expected_one_of(TALK_NOTES, nearest(shown, TALK_NOTES, 1))
        text = f"“tripreport_talk_notes” is “{shown}”: {expected}"
        warn_of_setting(app, "tripreport_talk_notes", text)
    made = store_of(app.env).data["pages"]
    folder = sources_of_pages(app)
    if not page_kinds(app.config):
        made.clear()
        _remove_sources(folder)
        return
    project = ProjectWithPages(app.project, folder)
    project.add_made(made)
    app.project = app.env.project = project
    from sphinxcontrib_tripreport.pages.template_places import TemplatePlaces

    state = pages_of(app.env)
    state.in_template = InTemplate(TemplatePlaces(app))
    watch_all(state.in_template)


def _remove_sources(folder: Path) -> None:
    """Remove all sources that were made; a project may have documents in a folder of this name."""
    if not folder.is_dir():
        return
    for path in folder.rglob(f"*{SUFFIX}"):
        path.unlink()
    folders = [*folder.rglob("*/"), folder, folder.parent]
    for path in sorted(folders, key=lambda each: len(each.parts), reverse=True):
        with suppress(OSError):  # it holds something else
            path.rmdir()


def put_off_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read no page before it is known whether it stays; for ``env-get-outdated``.

    :param added: changed in place, as is *changed*
    """
    state = pages_of(env)
    if not page_kinds(app.config):
        return []
    project, pages = cast("ProjectWithPages", app.project), store_of(env).data["pages"]
    state.outdated = (added | changed) & project.made_docnames
    added -= state.outdated
    changed -= state.outdated
    # What an author has written since takes the place of the page.
    written = (pages.keys() & env.found_docs) - project.made_docnames
    for docname in written:
        del pages[docname]
        project.source_of(docname).unlink(missing_ok=True)
    changed |= written - added
    # Before the author's is read: where file names have no case, it has the same files.
    own = written_pages(env)
    gone = [docname for docname in pages if docname.casefold() in own]
    above = set(_forget(app, project, gone))
    for docname in gone:
        del pages[docname]
    state.outdated -= set(gone)
    return sorted((above & env.found_docs) - project.made_docnames)


def note_what_is_read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Keep which documents this build reads; for ``env-before-read-docs``."""
    pages_of(env).read_now = frozenset(docnames)


def make_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make what is missing and remove what no longer is; for ``env-updated``.

    Before others look at all documents: from then on made ones are as the authors' own.

    :return: the documents that were read, which have to be written
    """
    kinds = page_kinds(app.config)
    if not kinds:
        return []
    from sphinxcontrib_tripreport.pages.sources import Sources
    from sphinxcontrib_tripreport.pages.templates import Templates, template_folders

    store, state = store_of(env), pages_of(env)
    project = cast("ProjectWithPages", app.project)
    own = set(store.written_pages.values())
    templates = Templates(template_folders(app), app.config.language or "en")
    made_from = _made_from(env, templates, kinds)
    before, others = store.data["pages"], set(store.data["awaited"])
    is_made = project.made_docnames == before.keys() and before.keys() <= env.all_docs.keys()
    is_same = bool(made_from) and store.data["made_from"] == made_from
    if is_made and is_same and not (others or state.outdated):
        return []
    made = Sources(context_of(env), templates, own)
    sources = _with_headings(env, made, dict(made.make()))
    others.update(_forget(app, project, before.keys() - sources.keys()))
    if before.keys() != sources.keys():
        others |= env.glob_toctrees
    changed = _changed_pages(env, before, sources, state.outdated | others)
    store.data["pages"] = {docname: source.digest for docname, source in sources.items()}
    store.data["made_from"] = made_from
    project.add_made(sources)
    # What pages there are is known only now.
    store.pages_are_made = True
    _read_pages(app, made, {docname: sources[docname] for docname in changed})
    to_read = sorted((others & env.found_docs) - sources.keys())
    awaited = store.data["awaited"]
    names = {docname: frozenset(awaited.get(docname, ())) for docname in state.read_now}
    read_again(app, to_read, names)
    return [*changed, *to_read]


def _made_from(env: BuildEnvironment, templates: Templates, kinds: tuple[str, ...]) -> str:
    """A digest of all that the sources of pages are made from; empty if that is not known."""
    said = templates.sources()
    if said is None:
        return ""
    own = sorted(set(store_of(env).written_pages.values()))
    return digest_of(answers_of(env).revision, kinds, own, said, env.config.language)


def _changed_pages(
    env: BuildEnvironment,
    before: Mapping[str, str],
    sources: Mapping[str, Source],
    again: Collection[str],
) -> list[str]:
    """The pages that have to be read: new ones, those with another source, and those of *again*.

    :param before: digests of the sources that were read last
    """
    return [
        docname
        for docname, source in sources.items()
        if before.get(docname) != source.digest or docname in again or docname not in env.all_docs
    ]


def _with_headings(
    env: BuildEnvironment, made: Sources, wanted: Mapping[str, Source]
) -> dict[str, Source]:
    """The sources, less those that were found to have no heading: in their place ours."""
    store, outdated = store_of(env), pages_of(env).outdated
    known = store.data["untitled"]
    untitled = {
        docname: source
        for docname, source in wanted.items()
        if known.get(docname) == source.digest and docname not in outdated
    }
    store.data["untitled"] = {docname: known[docname] for docname in untitled}
    ours = {
        docname: made.make_ours(docname, source.template)
        for docname, source in untitled.items()
        if source.template is not None
    }
    return {**wanted, **ours}


def _forget(app: Sphinx, project: ProjectWithPages, docnames: Iterable[str]) -> Iterator[str]:
    """Forget documents; gives those that have to be read, because their toctrees led there."""
    env = app.env
    for docname in docnames:
        yield from env.files_to_rebuild.get(docname, ())
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
        for path in (project.source_of(docname), Path(app.doctreedir) / f"{docname}.doctree"):
            with suppress(OSError):
                path.unlink()
        project.drop_made(docname)


def _read_pages(app: Sphinx, made: Sources, sources: Mapping[str, Source]) -> None:
    """Write and read made documents; those without a heading again, as our template makes them."""
    state, data = pages_of(app.env), store_of(app.env).data
    assert state.in_template is not None
    shown = status_iterator(sources, "making pages... ", "purple", len(sources), app.verbosity)
    with with_filter(state.in_template), settings_made_once():
        for docname in shown:
            source = sources[docname]
            state.in_template.docname = docname
            if source.template is None:
                _write_and_read(app, docname, source)
                continue
            with pending_logging() as said:
                try:
                    _write_and_read(app, docname, source)
                except RecursionError:
                    state.has_heading = False
                if not state.has_heading:
                    # Of a page that nobody sees.
                    said.clear()
            if not state.has_heading:
                data["untitled"][docname] = source.digest
                needed = set(app.env.dependencies[docname])
                state.in_template.docname = ""
                ours = made.make_ours(docname, source.template)
                data["pages"][docname] = ours.digest
                _write_and_read(app, docname, ours)
                # A file that the project's template includes may get a heading.
                app.env.dependencies[docname] |= needed
        state.in_template.docname = ""


def _write_and_read(app: Sphinx, docname: str, source: Source) -> None:
    path = cast("ProjectWithPages", app.project).source_of(docname)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source.text, encoding="utf-8")
    pages_of(app.env).template = str(source.template or "")
    # Sphinx would keep the doctrees of all pages until it writes them, which costs more than to
    # load them: the garbage collector looks through them again and again. But one that Sphinx has
    # read already has to be replaced.
    _read(app, docname, is_kept=docname in pages_of(app.env).read_now)


def read_again(app: Sphinx, docnames: Collection[str], names: Mapping[str, frozenset[str]]) -> None:
    """Read documents whose toctrees may lead to pages; what else is wrong in them was said.

    :param names: of those that this build has read before, what their toctrees did not name then
    """
    with with_filter(only := OnlyToctrees()):
        for docname in docnames:
            only.names = names.get(docname)
            _read(app, docname, is_kept=True)


def _read(app: Sphinx, docname: str, *, is_kept: bool) -> None:
    """Have Sphinx read a document, as it does those that it finds itself.

    :param is_kept: whether Sphinx keeps its doctree until it writes it
    """
    app.events.emit("env-purge-doc", app.env, docname)
    app.env.clear_doc(docname)
    app.builder.read_doc(docname, _cache=is_kept)
