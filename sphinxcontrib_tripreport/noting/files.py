"""Files of the project that links and pictures name: found, and made part of the output."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sphinxcontrib_tripreport.core.model.problems import Subtype

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.options.option import OptionProblem, OptionTable


_Values = TypeVar("_Values", bound=Mapping[str, object])


def take_files(
    env: BuildEnvironment, values: _Values, option_table: OptionTable[_Values]
) -> tuple[_Values, list[OptionProblem]]:
    """*values* with every file of the project that the document at hand names taken into it.

    A path is from the document or, with ``/``, from the source directory. Pictures are shown,
    other files are offered for download.

    :return: the values, each file as ``/path`` from the source directory, without what is no
        file; and a problem for each of those
    """
    from sphinxcontrib_tripreport.core.options.option import OptionProblem
    from sphinxcontrib_tripreport.core.text.links import Link, say_no_file

    given = cast("dict[str, Any]", values)
    taken = dict(given)
    problems: list[OptionProblem] = []
    for name, value in given.items():
        if not option_table[name].may_be_file:
            continue
        links = [Link("", value)] if isinstance(value, str) else value
        found = [Link(link.label, _take(env, link.url, name)) for link in links]
        for link, (_, url) in zip(links, found, strict=True):
            if not url:
                text = f"“{name}” is “{link.url}”{say_no_file(link.url)}"
                problems.append(OptionProblem(name, Subtype.VALUE, text))
        found = [link for link in found if link.url]
        taken[name] = tuple(found) if not isinstance(value, str) else "".join(u for _, u in found)
        if not taken[name]:
            del taken[name]
    return cast("_Values", taken), problems


def _take(env: BuildEnvironment, url: str, name: str) -> str:
    from sphinxcontrib_tripreport.core.text.links import is_file

    if not is_file(url):
        return url
    if "\0" in url:
        return ""
    relative, absolute = env.relfn2path(url)
    # Also while it is missing: the document is read again until it is there.
    env.note_dependency(relative)
    if not is_there(Path(absolute)) and not (name == "programme" and Path(absolute).is_dir()):
        return ""
    if name == "image":
        env.images.add_file(env.docname, relative)
    elif name not in ("photo", "programme"):
        env.dlfiles.add_file(env.docname, relative)
    return f"/{relative}"


def is_there(path: Path) -> bool:
    """Whether there is a file; not if no file can have such a name, too long or with NUL."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def path_in_output(env: BuildEnvironment, url: str) -> str:
    """Where a file that :func:`take_files` took is below the folder of downloads; else nothing."""
    known = env.dlfiles.get(Path(url[1:])) if url.startswith("/") else None
    return Path(known[1]).as_posix() if known is not None else ""
