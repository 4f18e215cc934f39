"""Makes the documents that ``tripreport_pages`` asks for, once everything else is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, cast

from sphinx.util.display import status_iterator

from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.pages.facts import facts_of
from sphinxcontrib_tripreport.pages.log_filters import InTemplate, OnlyToctrees, filtered
from sphinxcontrib_tripreport.pages.naming import KINDS, Page, is_page_name, page_kinds
from sphinxcontrib_tripreport.pages.project import SUFFIX, ProjectWithPages
from sphinxcontrib_tripreport.pages.reading import own_template, template_folders
from sphinxcontrib_tripreport.pages.templates import FOLDER, TemplateProblem, Templates
from sphinxcontrib_tripreport.problems import Subtype, expected_one_of
from sphinxcontrib_tripreport.revision import digest_of
from sphinxcontrib_tripreport.settings import listed
from sphinxcontrib_tripreport.text.nearest import nearest

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.domain import TripDomain


def add_page_suffix(app: Sphinx, config: Config) -> None:
    """Have Sphinx read the sources of pages, whichever suffixes a project has."""
    if page_kinds(config):
        app.add_source_suffix(SUFFIX, "restructuredtext", override=True)


def prepare_pages(app: Sphinx) -> None:
    """Let Sphinx know the documents that an earlier build made; for ``builder-inited``."""
    for word in listed(app.config.tripreport_pages):
        if word not in KINDS:
            expected = expected_one_of(KINDS, nearest(str(word), KINDS, 1))
            warn(Subtype.VALUE, f"“tripreport_pages” has “{word}”: {expected}")
    made: dict[str, str] = _domain(app.env).data["pages"]
    folder = Path(app.doctreedir) / "trip-pages"
    if not page_kinds(app.config):
        made.clear()
        rmtree(folder, ignore_errors=True)
        return
    # Sphinx looks for documents in no folder of this name, should it be below the source directory.
    project = ProjectWithPages(app.project, folder / "_sources")
    project.add_made(made)
    app.project = app.env.project = project


def put_off_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read no page before it is known whether it stays; for ``env-get-outdated``.

    :param added: changed in place, as is *changed*
    """
    domain = _domain(env)
    if not page_kinds(app.config):
        return []
    project, pages = cast("ProjectWithPages", app.project), domain.data["pages"]
    domain.outdated_pages = (added | changed) & project.made
    added -= domain.outdated_pages
    changed -= domain.outdated_pages
    # What an author has written since stands in place of the page.
    written = (pages.keys() & env.found_docs) - project.made
    for docname in written:
        del pages[docname]
        project.source_of(docname).unlink(missing_ok=True)
    changed |= written - added
    return []


def note_what_is_read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Keep which documents this build reads; for ``env-before-read-docs``."""
    _domain(env).read_now = frozenset(docnames)


def make_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make what is missing and remove what no longer is; for ``env-updated``.

    Before others look at all documents: from then on made ones are as the authors' own.

    :return: the documents that were read, which have to be written
    """
    domain, kinds = _domain(env), page_kinds(app.config)
    domain.start_answering(app.builder)
    if not kinds:
        return []
    project = cast("ProjectWithPages", app.project)
    folders = template_folders(app)
    own = {name for name in env.found_docs - project.made if is_page_name(name, kinds)}
    made_from = digest_of(
        domain.revision, kinds, sorted(own), _own_templates(folders), app.config.language
    )
    awaited: dict[str, list[str]] = domain.data["awaited"]
    outdated = domain.outdated_pages
    before: dict[str, str] = domain.data["pages"]
    is_made = project.made == before.keys() and before.keys() <= env.all_docs.keys()
    if is_made and domain.data["made_from"] == made_from and not (awaited or outdated):
        return []
    sources = dict(_sources(domain, Templates(folders), own))
    above = set(_forget(app, project, before.keys() - sources.keys()))
    after = {docname: digest_of(text) for docname, text in sources.items()}
    changed = [
        docname
        for docname, digest in after.items()
        if before.get(docname) != digest or docname in outdated or docname not in env.all_docs
    ]
    domain.data["pages"], domain.data["made_from"] = after, made_from
    for docname in changed:
        path = project.source_of(docname)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sources[docname], encoding="utf-8")
    project.add_made(after)
    _read_pages(app, changed)
    # What pages there are is known only now.
    others, to_write = above | awaited.keys(), set()
    if before.keys() != after.keys():
        others |= env.glob_toctrees
        to_write = domain.data["names_pages"].keys() - after.keys()
    domain.pages_are_made = True
    to_read = sorted((others & env.found_docs) - after.keys())
    names = {docname: frozenset(awaited.get(docname, ())) for docname in domain.read_now}
    _read_again(app, to_read, names)
    return [*changed, *to_read, *sorted(to_write.difference(to_read))]


def _sources(
    domain: TripDomain, templates: Templates, own: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The source of every document to make: all but those that authors wrote themselves."""
    pages = domain.desk.pages.by_docname.values()
    for page in pages:
        if page.docname not in own:
            yield page.docname, _source(domain, templates, page, pages)


def _source(domain: TripDomain, templates: Templates, page: Page, pages: Collection[Page]) -> str:
    values = facts_of(domain.catalogue, page, pages)
    try:
        return templates.render(page.kind, values)
    except TemplateProblem as problem:
        text = f"The template cannot be used: {problem}. Ours is used in its place."
        warn(Subtype.TEMPLATE, text, problem.place)
        return templates.render(page.kind, values)


def _own_templates(folders: Iterable[Path]) -> list[tuple[str, bytes]]:
    """All that the project's own templates say."""
    paths = (path for folder in folders for path in sorted((folder / FOLDER).glob("*.rst")))
    return [(str(path), path.read_bytes()) for path in paths]


def _forget(app: Sphinx, project: ProjectWithPages, docnames: Iterable[str]) -> Iterator[str]:
    """Let go of documents; gives those that have to be read, for their toctrees led there."""
    env = app.env
    for docname in docnames:
        yield from env.files_to_rebuild.get(docname, ())
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
        for path in (project.source_of(docname), Path(app.doctreedir) / f"{docname}.doctree"):
            with suppress(OSError):
                path.unlink()
        project.drop_made(docname)


def _read_pages(app: Sphinx, docnames: Collection[str]) -> None:
    """Read made documents."""
    domain = _domain(app.env)
    listed_docnames = status_iterator(
        docnames, "making pages... ", "purple", len(docnames), app.verbosity
    )
    with filtered(place := InTemplate()):
        for docname in listed_docnames:
            domain.template = place.template = str(own_template(app, docname) or "")
            _read(app, docname)


def _read_again(
    app: Sphinx, docnames: Collection[str], names: Mapping[str, frozenset[str]]
) -> None:
    """Read documents whose toctrees may lead to pages; what else is wrong in them was said.

    :param names: of those that this build has read before, what their toctrees did not name then
    """
    with filtered(only := OnlyToctrees()):
        for docname in docnames:
            only.names = names.get(docname)
            _read(app, docname)


def _read(app: Sphinx, docname: str) -> None:
    """Have Sphinx read a document, as it does those that it finds itself."""
    app.events.emit("env-purge-doc", app.env, docname)
    app.env.clear_doc(docname)
    app.builder.read_doc(docname)


def _domain(env: BuildEnvironment) -> TripDomain:
    return cast("TripDomain", env.domains["trip"])
