"""The files of programmes that events name: read once, and again when they change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.model.records import Event
    from sphinxcontrib_tripreport.core.text.links import Link

_MOST_PROBLEMS = 20
"""Of one file, that are said."""


def load_programmes(app: Sphinx, env: BuildEnvironment) -> None:
    """Read the files that changed, and warn of what cannot be read; for ``env-updated``."""
    store = store_of(env)
    known = store.data["programmes"]
    named = _files_by_event(env)
    paths = dict.fromkeys(path for paths in named.values() for path in paths)
    if not paths and not known:
        return
    current: dict[str, tuple[str, Programme]] = {}
    fresh: set[str] = set()
    for path in paths:
        file = Path(env.srcdir) / path[1:]
        digest = _digest_of(file)
        before = known.get(path)
        if before is not None and before[0] == digest:
            current[path] = before
        else:
            current[path] = digest, _read(file, path)
            fresh.add(path)
        _warn(file, current[path][1])
    store.data["programmes"] = current
    if fresh:
        from sphinxcontrib_tripreport.noting.programme_zones import say_zones

        read = {path: programme for path, (_, programme) in current.items()}
        say_zones(named, read, _events(env), fresh)


def programmes_by_event(env: BuildEnvironment) -> dict[str, Programme]:
    """By the key of an event, what the files say together that it and its reports name."""
    store = store_of(env)
    known = store.data["programmes"]
    if not known:
        return {}
    from sphinxcontrib_tripreport.core.programmes.several_files import add_up

    found: dict[str, Programme] = {}
    for event, paths in _files_by_event(env).items():
        programmes = [known[path][1] for path in paths if path in known]
        if programmes:
            found[event] = add_up(programmes) if len(programmes) > 1 else programmes[0]
    return found


def digests_of_programmes(env: BuildEnvironment) -> list[tuple[str, str]]:
    """What says whether programmes changed."""
    return sorted((path, digest) for path, (digest, _) in store_of(env).data["programmes"].items())


def _events(env: BuildEnvironment) -> Iterator[Event]:
    store = store_of(env)
    yield from store.all("events")
    yield from store.data_files[1]


def _files_by_event(env: BuildEnvironment) -> dict[str, list[str]]:
    """By event, the files that its first description names, then those of its reports."""
    found: dict[str, list[str]] = {}
    for event in _events(env):
        if files := _files_in(event.programme):
            found.setdefault(event.key, files)
    reports = store_of(env).data["reports"]
    naming = [reports[docname] for docname in sorted(reports) if reports[docname].programme]
    if naming:
        from sphinxcontrib_tripreport.core.catalogue.events import EventNames

        names = EventNames(_events(env))
        for report in naming:
            meant = names.keys_called(report.event)
            files = found.setdefault(meant[0] if len(meant) == 1 else report.event, [])
            files += (path for path in _files_in(report.programme) if path not in files)
    return found


def _files_in(links: Iterable[Link]) -> list[str]:
    from sphinxcontrib_tripreport.core.text.links import is_file

    return [link.url for link in links if is_file(link.url)]


def _read(file: Path, path: str) -> Programme:
    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.programmes.files import read_path

    try:
        return read_path(file)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        text = f"The programme “{path[1:]}” cannot be read: {reason}."
        return Programme("", problems=[Problem(Subtype.PROGRAMME, text)])


def _warn(file: Path, programme: Programme) -> None:
    for problem in programme.problems[:_MOST_PROBLEMS]:
        place = file / problem.docname if problem.docname else file
        warn(problem.subtype, problem.text, f"{place}:{problem.line or 1}")
    if len(programme.problems) > _MOST_PROBLEMS:
        more = len(programme.problems) - _MOST_PROBLEMS
        warn(Subtype.PROGRAMME, f"… and {more} more of this file.", f"{file}:1")


def _digest_of(file: Path) -> str:
    """What says whether a file changed, or what is kept beside it; of a folder, one in it."""
    from sphinxcontrib_tripreport.core.programmes.files import path_of_earlier

    digest = blake2b(digest_size=16)
    try:
        if file.is_dir():
            for each in sorted(file.rglob("*.json")):
                status = each.stat()
                digest.update(f"{each} {status.st_size} {status.st_mtime_ns}\n".encode())
        else:
            for each in filter(Path.is_file, (file, path_of_earlier(file))):
                with each.open("rb") as content:
                    while block := content.read(1 << 20):
                        digest.update(block)
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()
