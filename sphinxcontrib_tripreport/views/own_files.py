"""Files of the project's own that have the names of ours: they keep their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.matching import Matcher

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class OwnFile(NamedTuple):
    """Something of the project's own."""

    text: str
    """What a warning calls it."""
    location: str
    """A docname, or a path with a line."""


def own_files(
    env: BuildEnvironment, builder: Builder | None, paths: Collection[str]
) -> dict[str, OwnFile]:
    """What is in the place of our files, by their paths in the output directory.

    If file names have no case, names that differ by it are one.
    """
    if not isinstance(builder, StandaloneHTMLBuilder):
        return {}
    found = dict(extra_files(builder, paths))
    heads = tuple(path.partition("/")[0].partition(".")[0] for path in paths)
    for docname in sorted(env.found_docs):
        if docname.casefold().startswith(heads):
            written = builder.get_output_path(docname).relative_to(builder.outdir).as_posix()
            for path in paths:
                if f"{written.casefold()}/".startswith(f"{path}/"):
                    found[path] = OwnFile(f"The document “{docname}”", docname)
    return found


def extra_files(
    builder: StandaloneHTMLBuilder, paths: Collection[str]
) -> Iterator[tuple[str, OwnFile]]:
    """The files of these names that Sphinx copies from ``html_extra_path``."""
    is_excluded = Matcher(builder.config.exclude_patterns)
    for extra_path in builder.config.html_extra_path:
        extra = builder.confdir / extra_path
        for path in paths:
            file = extra if extra.name == path and extra.is_file() else extra / path
            if file.is_file() and not (file != extra and is_excluded(path)):
                yield path, OwnFile(f"The file “{path}” of “html_extra_path”", f"{file}:1")
