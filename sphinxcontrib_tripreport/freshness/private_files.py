"""Files of outputs that are not for the public: those of what is left out now go.

Sphinx copies sources, pictures and files for download, and keeps doctrees; it takes none of them
away when a document goes or no longer has them.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from sphinx.builders.gettext import MessageCatalogBuilder

from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.freshness.output_files import copies_of_source
from sphinxcontrib_tripreport.noting.store import Store, store_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def note_files(app: Sphinx) -> None:
    """Keep which files outputs have before something is left out that they had."""
    data = store_of(app.env).data
    # Their digests: a name may say what nobody is to know, and this is kept for long.
    data["once_private"] = sorted({*data["once_private"], *map(digest_of, _files_of(app.env))})


def _files_of(env: BuildEnvironment) -> Iterator[str]:
    """The names of all pictures and files for download, as outputs have them."""
    for _docnames, name in (*env.images.values(), *env.dlfiles.values()):
        yield PurePath(str(name)).as_posix()


def _pictures_of(store: Store) -> Iterator[str]:
    """The pictures that pages show of records: Sphinx forgets these with each build."""
    photos = [each.photo for each in (*store.all("speakers"), *store.data_files[0])]
    shown = [each.image for each in (*store.all("notes"), *store.data["reports"].values())]
    yield from (*photos, *(image.url for image in shown if image is not None))


def remove_private_files(app: Sphinx, env: BuildEnvironment) -> None:
    """Remove what an earlier build wrote of what is left out now; for ``env-updated``."""
    store = store_of(env)
    for docname in store.hidden | store.deleted_private:
        with suppress(OSError, ValueError):
            Path(env.doctreedir, f"{docname}.doctree").unlink()
        if isinstance(app.builder, MessageCatalogBuilder):
            _remove(app, f"{docname}.pot")
    if not store.has_private:
        for docname in store.data["private_parts"]:
            for path in copies_of_source(app, docname):
                _remove(app, path)
    if store.data["once_private"]:
        _remove_files_gone(app, store)


def _remove_files_gone(app: Sphinx, store: Store) -> None:
    """Remove pictures and files for download that were there once, and small copies of pictures."""
    from sphinxcontrib_tripreport.views.small_pictures import COPIES, copies_of

    files, pictures = {*_files_of(app.env)}, {*_pictures_of(store)}
    there = (*files, *(PurePath(url).name for url in pictures))
    if gone := {*store.data["once_private"]} - {*map(digest_of, there)}:
        for name, path in _copied_files(app):
            if digest_of(name) in gone:
                _remove(app, path)

    shown = copies_of(Path(app.srcdir), pictures)
    for path in Path(app.outdir, getattr(app.builder, "imagedir", "")).glob(COPIES):
        if path.name not in files and not shown(path.name):
            _remove(app, path)


def _copied_files(app: Sphinx) -> list[tuple[str, Path]]:
    """The pictures and the files for download in an output, by their names as Sphinx has them."""
    pictures = Path(app.outdir, getattr(app.builder, "imagedir", ""))
    downloads = Path(app.outdir, "_downloads")
    return [
        *((path.name, path) for path in pictures.glob("*") if path.is_file()),
        *((path.relative_to(downloads).as_posix(), path) for path in downloads.glob("*/*")),
    ]


def _remove(app: Sphinx, name: str | Path) -> None:
    with suppress(OSError, ValueError):
        Path(app.outdir, name).unlink()


def forget_words_of_nobody(app: Sphinx) -> Iterator[Any]:
    """Have the search not keep words that no document has now; for ``html-collect-pages``.

    Sphinx goes on with the index of an earlier build, and leaves every word in it.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        for words in (indexer._mapping, indexer._title_mapping):  # noqa: SLF001
            for word in [word for word, docnames in words.items() if not docnames]:
                del words[word]
    return iter(())


def hide_source(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Have no copy of the source of a document with private parts; for ``html-page-context``."""
    store = store_of(app.env)
    if pagename in store.data["private_parts"] and not store.has_private:
        context["sourcename"], context["has_source"] = "", False
